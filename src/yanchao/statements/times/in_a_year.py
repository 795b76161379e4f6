"""2024年, 2024年底, 2024年前三季度, 2024年6月15日: a year with its number, whole or in part."""

from __future__ import annotations

import re
from datetime import date

from yanchao.quick import pattern
from yanchao.statements.numerals import small_number
from yanchao.statements.period import Period, TimeRole
from yanchao.statements.time_roles import role_of_day
from yanchao.statements.times._calendar import (
    CN_YEARS,
    IN_DIGITS,
    months,
    months_since,
    part,
    part_of_year,
    quarters_run,
    reported,
    run_of_quarters,
    years_since,
)
from yanchao.statements.times._found import Example, Found

ORDER = 30
PATTERN = (
    r"(?P<year>(?:19|20)\d\d|(?<!\d)[12]\d(?=年(?:\d{1,2}(?:[-—~至]\d{1,2})?月|[上下]半年|前三季度|[一二三四]季度)))"
    r"(?:年(?:度)?|(?=[上下]半年|前三季度|第?[一二三四]季度|半年度?报|[一三]季报|中报))(?:"
    r"(?P<month>\d{1,2})(?:月?(?:—|-|~|至|到)(?P<month2>\d{1,2}))?月(?:份)?"
    r"(?:(?P<day>\d{1,2})[日号]?(?:(?:—|-|~|至|到)(?P<lastday>\d{1,2})日|(?<=[日号])(?!均|产|照))|(?P<monthend>[底末]))?"
    rf"|{quarters_run('quarter1', 'quarter2')}|{part_of_year('part', 'months', 'quarter', 'quarterend')}"
    r"|(?P<yearend>[底末])|(?P<since>以来)|初|度?(?P<reported>半年度?|中期|中(?=报)|三季|一季)(?=报|业绩|快报|财报))?"
)
OPENINGS = IN_DIGITS
EXAMPLES = (
    Example("2023年产值30亿元。", "2023年", "2023"),
    Example("2023年度产值30亿元。", "2023年度", "2023"),
    Example("2023年全县产值30亿元。", "2023年", "2023"),
    Example("2024年上半年产值30亿元。", "2024年上半年", "2024-01/2024-06"),
    Example("2024年前三季度产值30亿元。", "2024年前三季度", "2024-01/2024-09"),
    Example("2024年一季度产值30亿元。", "2024年一季度", "2024-01/2024-03"),
    Example("2024年第四季度产值30亿元。", "2024年第四季度", "2024-10/2024-12"),
    Example("2024年三季度末贷款30亿元。", "2024年三季度末", "2024-09-30"),
    Example("2024年前11个月产值30亿元。", "2024年前11个月", "2024-01/2024-11"),
    Example("2024年1—11月产值30亿元。", "2024年1—11月", "2024-01/2024-11"),
    Example("2024年1至11月产值30亿元。", "2024年1至11月", "2024-01/2024-11"),
    Example("2024年10月1日至7日接待游客30万人。", "2024年10月1日至7日", "2024-10", TimeRole.DAY),
    Example("18年1—7月销量30万辆。", "18年1—7月", "2018-01/2018-07"),
    Example("2024半年报显示，产值30亿元。", "2024半年", "2024-01/2024-06"),
    Example("2024年6月产值3亿元。", "2024年6月", "2024-06"),
    Example("2024年6月15日装机30万千瓦。", "2024年6月15日", "2024-06-15", TimeRole.DAY),
    Example("2024年11月底企业30家。", "2024年11月底", "2024-11-30"),
    Example("2024年2月末企业30家。", "2024年2月末", "2024-02-29"),
    Example("2024年底企业30家。", "2024年底", "2024-12-31"),
    Example("2024年末企业30家。", "2024年末", "2024-12-31"),
    Example("2024年一至三季度产值30亿元。", "2024年一至三季度", "2024-01/2024-09"),
    Example("2024年前两个月，产值3亿元。", "2024年前两个月", "2024-01/2024-02"),
    Example("2024年半年报显示，产值3亿元。", "2024年半年", "2024-01/2024-06"),
    Example("2024上半年产值30亿元。", "2024上半年", "2024-01/2024-06"),
    Example("二〇二四年末企业30家。", "二〇二四年末", "2024-12-31"),
    Example("二零二四年末企业30家。", "二零二四年末", "2024-12-31"),
    Example("2020年6月开园以来，引进企业30家。", "2020年6月开园以来", "2020-06/2025-03"),
    Example("2020年6月以来，引进企业30家。", "2020年6月以来", "2020-06/2025-03"),
    Example("2020年6月3日通车以来，运货30万吨。", "2020年6月3日通车以来", "2020-06/2025-03"),
    Example("2024年5月开园以来，引进企业30家。", "2024年5月开园以来", "2024-05/2025-03"),
)

_RUN_SINCE = pattern(
    rf"(?:以来|开始|起)(?P<apart>，)?[^，。；\d]{{0,16}}?连续(?:(?P<years>[{CN_YEARS}]|\d{{1,2}})年|\d{{1,2}}个)"
    r"|以来的?(?P<in_a_row>[“\"]?[一二三四五六七八九十]+连[增丰涨降跌升])"
)
"""2005年以来连续5年, 2022年以来连续16个季度, 2004年以来的“十二连增”: how long something has held dates the figures of its own clause."""

_HAS_ENDED = pattern(r"(?:结束|扭转|改变|告别|止住|打破|摆脱)了?自?$")
"""结束了2021年以来的下降: the window is of what has ended, and dates no figure but those of its own clause."""

_SINCE_AN_EVENT = pattern(
    r"，?(?:成立|设立|组建|挂牌|开园|开业|开馆|开港|开行|开通|开航|通航|通车|投产|投运|投用|运营|运行|启用|启动|实施|上线|上市|建成|营业)[^，。；、\d]{0,6}?以来|以来"
)
"""2018年6月|开园以来: what has been going on from a month told to the day of the text."""


def resolve(found: Found) -> Period | None:
    match, text, start, end, role = found.match, found.text, found.start, found.end, found.role
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)  # 18年1—7月
    if match["quarter1"]:
        run = run_of_quarters(year, match["quarter1"], match["quarter2"])
        return run and found.period(run[0], parts=run[1])
    iso = _within(year, match, found.published)
    if role is TimeRole.AT and (held := _RUN_SINCE.match(text, end - 2 if match["since"] else end)):
        role = TimeRole.AT if held["apart"] else TimeRole.RECENT
        if held["years"]:
            iso = f"{year}/{year + small_number(held['years']) - 1}"
    if match["since"] and _HAS_ENDED.search(text, max(0, start - 4), start):
        role = TimeRole.RECENT
    if match["day"] and role is TimeRole.AT:
        role = role_of_day(text, end)
    if match["month"] and role in (TimeRole.AT, TimeRole.DAY) and (event := _SINCE_AN_EVENT.match(text, end)):
        return found.period(months_since(iso, found.published) or iso, TimeRole.AT, end=event.end())
    return found.period(iso, role)


def _within(year: int, match: re.Match[str], published: date | None) -> str:
    """The year, or the part of it that the words behind it say."""
    if match["month"]:
        day = None if match["lastday"] else match["day"]
        return months(year, match["month"], match["month2"], day, match["monthend"]) or str(year)
    if match["part"]:
        return part(year, match["part"], match["months"], match["quarter"], match["quarterend"])
    if match["yearend"]:
        return f"{year}-12-31"
    if match["reported"]:
        return reported(year, match["reported"])
    return (match["since"] and years_since(year, published)) or str(year)
