"""报告期, 报告期末: the time that a report is of, and its last day."""

from __future__ import annotations

from yanchao.statements.period import Period, TimeRole
from yanchao.statements.times._calendar import last_day
from yanchao.statements.times._found import Example, Found

ORDER = 70
PATTERN = r"(?P<report>报告期[内末]?)"
OPENINGS = {"报": "告"}
EXAMPLES = (
    Example("截至报告期末，员工300人。", "报告期末", None),
    Example("报告期内，收入30亿元。", "报告期内", None),
)


def resolve(found: Found) -> Period:
    at_its_end = found.match[0].endswith("末")
    return found.period(last_day(found.report) if at_its_end else found.report, TimeRole.AT)
