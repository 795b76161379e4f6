"""Cutting a list of names (A、B和C) into its members, and telling where a new member begins."""

from __future__ import annotations

import re

from yanchao.quick import pattern
from yanchao.statements.statement import Span

_AND_OF = r"(?<![普涉惠波遍触顾危推旁])及"
_AND_WITH = r"(?<![共总饱温谐调中缓祥])和"
"""Behind other characters 及 and 和 are part of a word (普及, 总和)."""

_AND = pattern(
    rf"以及|{_AND_OF}(?!时|格|其|早|腰)|(?<![参授给])与(?!会|时|否)|{_AND_WITH}(?!谐|平|田|县|解|睦|美)"
)


def split_list(text: str, span: Span, count: int) -> tuple[Span, ...]:
    """The `count` members of a list `A、B和C`, or none where it cannot be cut into so many.

    A mark inside brackets or quotes parts nothing. 和, 与 and 及 part only where the list marks alone do not
    give the count, since they stand inside words too (普及率).
    """
    members = list(_cut(text, span, list(re.finditer("、", text[span.start : span.end]))))
    if len(members) == count - 1:
        last = members[-1]
        links = [
            link
            for link in _AND.finditer(text, last.start, last.end)
            if last.start < link.start() and link.end() < last.end
        ]
        # 用品及服务和通讯: what 及 joins is one member where 和 stands too
        weak = [link for link in links if link[0] == "及"]
        link = next((link for link in links if link[0] != "及"), None) or next(iter(weak), None)
        if link is not None:
            members = [*members[:-1], Span(last.start, link.start()), Span(link.end(), last.end)]
    if len(members) != count:
        return ()
    return (_without_kind(text, members[0]), *members[1:])


_THEIR_KIND = pattern(
    r"(?:全[国省市县区]|我[国省市县区])?(?:对|向|从)?(?:前?[两三四五六七八九十\d]+大|主要)[^，。；、\d]{0,6}?(?:贸易伙伴|伙伴|市场|产业|行业|经济体|来源地|来源国|目的地|集群|板块|门类|领域|品种)(?:国家?)?(?=[\u4e00-\u9fff]{2})"
)
"""三大贸易伙伴|东盟、美国、欧盟: of what kind the members are, before the first of them."""


def _without_kind(text: str, first: Span) -> Span:
    kind = _THEIR_KIND.match(text, first.start, first.end)
    return first if kind is None else Span(kind.end(), first.end)


def _cut(text: str, span: Span, marks: list[re.Match[str]]) -> list[Span]:
    members, first = [], span.start
    for mark in marks:
        at = span.start + mark.start()
        before = text[span.start : at]
        if sum(map(before.count, "(“《「")) > sum(map(before.count, ")”》」")):
            continue
        if first < at:
            members.append(Span(first, at))
        first = at + 1
    if first < span.end:
        members.append(Span(first, span.end))
    return members


_JOINS_A_MEMBER = pattern(rf"、|以及|{_AND_OF}|{_AND_WITH}")


def before_a_list(text: str, start: int, end: int) -> int:
    """锂盐和|2万吨碳酸锂, 城区、镇区和|93%的村: the end of the words before a number that says nothing of it, `start`
    where a link joins the number to them, so that it opens a member of its own."""
    links = any(link.end() == end for link in _JOINS_A_MEMBER.finditer(text, max(start, end - 2), end))
    return start if links else end
