"""A part of a year that no word dates: of the year spoken of, or of the year before where it would still be to come."""

from __future__ import annotations

from yanchao.quick import pattern, replace
from yanchao.statements.period import Period
from yanchao.statements.times._found import Found

_STILL_TO_COME = pattern(r"(?<!截)(?:到|至|力争|确保|争取|预计|计划|有望|将于|将在|拟于)[^，。；]{0,4}$")


def before_the_text(found: Found, period: Period) -> Period:
    """三季度 or 年末 in a text of January is the year before's, where no year has been spoken of and no word looks forward."""
    published, iso = found.published, period.iso
    if found.told or published is None or iso is None:
        return period
    if _STILL_TO_COME.search(found.text, max(0, found.start - 8), found.start):
        return period
    if int((iso.partition("/")[2] or iso)[5:7]) <= published.month + 1:
        return period
    return replace(period, iso=iso.replace(iso[:4], str(published.year - 1)))
