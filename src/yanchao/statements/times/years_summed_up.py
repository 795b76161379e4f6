"""这是实力持续提升的五年: years that a sentence sums up, over which the figures behind it are told."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.numerals import small_number
from yanchao.statements.period import Period, TimeRole
from yanchao.statements.times._calendar import years_back
from yanchao.statements.times._found import Example, Found

ORDER = 115
PATTERN = r"(?<=的)(?P<summedup>[两二三四五六])年(?=[。！，；]|$)"
OPENINGS = {"二两三四五六": "年"}
EXAMPLES = (
    Example("这是县域实力持续提升的五年。", "五年", "2020/2024", TimeRole.WINDOW),
    Example("这是老区面貌变化最大的三年。", "三年", "2022/2024", TimeRole.WINDOW),
)

_THIS_IS = pattern(r"(?:^|[。！？\s])(?:这|过去的)?[^。！？，；]{0,4}是[^。！？；\d]{2,40}的$")
_LONGEST = 50


def resolve(found: Found) -> Period | None:
    before = found.text[max(0, found.start - _LONGEST) : found.start]
    if _THIS_IS.search(before) is None:
        return None
    count = small_number(found.match["summedup"])
    return found.period(years_back(found.published, count), TimeRole.WINDOW, years=count)
