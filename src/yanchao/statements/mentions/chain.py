"""上游的甲、乙和丙，下游覆盖丁、戊: what a text says lies before and behind a cluster in its chain of supply."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.mentions._lists import has_form_of_name
from yanchao.statements.mentions._sight import Example, Found, Sight
from yanchao.statements.mentions._words import any_of, role_words
from yanchao.statements.statement import Span

ORDER = 60
EXAMPLES = (
    Example(
        "机器人产业链上游的减速器、伺服电机和控制器加快国产替代，下游覆盖汽车制造、电子装配等场景。",
        (
            ("减速器", "upstream", "robotics"),
            ("伺服电机", "upstream", "robotics"),
            ("控制器", "upstream", "robotics"),
            ("汽车制造", "downstream", "robotics"),
            ("电子装配", "downstream", "robotics"),
        ),
    ),
    Example(
        "全县把家电产业从上游压缩机做到下游智能家居，一台空调的零件八成在本地买到。",
        (("压缩机", "upstream", "appliances"), ("智能家居", "downstream", "appliances")),
    ),
    Example(
        "生物医药产业向上游延伸至医药中间体、辅料，下游主要包括制剂生产、医学检验两个环节。",
        (
            ("医药中间体", "upstream", "biomedicine"),
            ("辅料", "upstream", "biomedicine"),
            ("制剂生产", "downstream", "biomedicine"),
            ("医学检验", "downstream", "biomedicine"),
        ),
    ),
    Example("家电产业下游需求回暖、订单饱满，上下游企业同步复工，汽车产业上游企业抢抓订单。"),
    Example("长江上游水库、湖泊蓄水充足，汽车渡口停航，下游城市、乡镇加强巡堤。"),
)

_THING = r"[^，。；、：:“”《》()的了着和与及在将是为到向从做等\s\d]{2,10}?"
_AND = r"(?:、|以及|和|与|及)"
_BETWEEN = pattern(_AND)
_WHOLE = pattern(r"[从由]上游[^。；]{2,40}?[到至][^。；]{0,30}?下游|[从由]上游[^。；]{2,60}?[到至]下游")
"""从上游甲到中游乙再到下游丙."""
_COUNT = r"[两三四五六七八九十几\d]+(?:多|余)?[个大类种家]"
_MOST = 12
"""Members of one list: a longer run is a text without marks."""


def find(sight: Sight) -> Iterator[Found]:
    if "上游" not in sight.text and "下游" not in sight.text:
        return
    ends = _ends(sight.lexicon)
    for sentence in sight.sentences:
        whole = _WHOLE.search(sight.text, sentence.start, sentence.end)
        for match in ends.finditer(sight.text, sentence.start, sentence.end):
            in_whole = whole is not None and whole.start() <= match.start() < whole.end()
            yield from _of_end(sight, sentence, match, fewest=1 if in_whole else 2)


def _of_end(sight: Sight, sentence: Span, match: re.Match[str], fewest: int) -> Iterator[Found]:
    """The members of one list, where there are enough: a single one is known only where a chain is told from end to end."""
    cluster = _spoken_of(sight, Span(sentence.start, match.start()))
    members = _members(sight, match)
    if cluster is None or len(members) < fewest:
        return
    role = sight.words.role_of("end", match["end"])
    for member in members:
        yield Found(member.start, member.end, role, cluster=cluster)


def _members(sight: Sight, match: re.Match[str]) -> Sequence[Span]:
    """The members that can be names of goods or industries; none where one of them speaks of trade or of water."""
    pieces = _BETWEEN.split(match["list"])
    if any(_never(sight.lexicon).search(piece) for piece in pieces):
        return ()
    found, start = [], match.start("list")
    for piece in pieces[:_MOST]:
        start = sight.text.index(piece, start)
        if has_form_of_name(piece, sight.words):
            found.append(Span(start, start + len(piece)))
        start += len(piece)
    return found


def _spoken_of(sight: Sight, before: Span) -> str | None:
    """The cluster whose chain it is: the one named last before, else the section's."""
    marks = sight.cluster_marks_in(before)
    if marks:
        return marks[-1].id
    return sight.frame.cluster.value if sight.frame.cluster else None


@lru_cache(maxsize=4)
def _ends(lexicon: Lexicon) -> re.Pattern[str]:
    """One end of a chain with the list that follows it."""
    words = role_words(lexicon)
    links, closes, water = (any_of(words.texts(place)) for place in ("end-link", "end-close", "end-water"))
    stop = rf"(?=[，。；：:、]|{_AND}|等|{_COUNT}|{closes}|$)"
    thing = rf"{_THING}{stop}"
    return pattern(
        rf"(?<![上中、/江河湖溪海库])(?P<end>{any_of(words.texts('end'))})(?!{water})"
        rf"(?:{links}){{0,3}}(?P<list>{thing}(?:{_AND}{thing}){{0,{_MOST}}})"
    )


@lru_cache(maxsize=4)
def _never(lexicon: Lexicon) -> re.Pattern[str]:
    """Words that make a member no good and no industry: 需求, 订单, 企业, 城市."""
    return pattern(any_of(role_words(lexicon).texts("end-never")))
