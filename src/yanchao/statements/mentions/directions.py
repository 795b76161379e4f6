"""2025年，全省将加快…: what a text says will be done in the coming year, one clause a direction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yanchao.quick import pattern
from yanchao.statements.mentions._sight import Example, Found, Sight
from yanchao.statements.statement import Role, Span

ORDER = 90
EXAMPLES = (
    Example(
        "2025年，全县将加快发展机器人产业，巩固提升陶瓷产业优势，推动工业投资增长8%。",
        (
            ("加快发展机器人产业", "direction", "robotics"),
            ("巩固提升陶瓷产业优势", "direction", "light-textile"),
        ),
    ),
    Example("到2025年，全县将建成3个园区。计划提出，全县将培育龙头企业。"),
)

_OPENING = pattern(
    r"^[“‘]?(?:[^，。；]{0,30}?(?:部署|要求|强调)[：:，])?(?:(?P<year>20\d\d)年|今年|新的一年|明年|下一步|接下来|下一阶段|未来一年)[，,]?"
)
_WILL = pattern(
    r"(?:^|[，：:])(?P<who>[^，。；：:《》]{0,12}?)(?:将(?!军|来|近|士)|(?<![重主需必])要(?![求素点闻塞件么]))(?P<what>[^，。；]{4,60})"
)
_TOPIC = pattern(r"^在(?P<topic>[^，。；]{2,20})(?:领域|方面|产业)(?:，|上，)")
_PLANNED = pattern(r"到20\d\d年|至20\d\d年|《|提出|目标")
_FIGURE = pattern(r"\d+(?:\.\d+)?(?:%|万|亿|家|个|项|元|吨|台|辆|成|倍)")
_WHO = pattern(
    r"(?:今年|明年|20\d\d年|下一步|全省|全市|全县|全区|我省|我市|省|市|各地|我们|集群|产业|企业|部门)$"
)
_ECONOMIC = pattern(
    r"产业|集群|创新|制造|经济|技术|企业|市场|投资|消费|工业|农业|服务业|能源|外贸|粮|春耕|就业|项目|贸易"
)
_POLITICAL = pattern(r"精神|思想|党中央|省委|市委|自身建设|信心|会议|作风|法治|各项工作")
_SHORTEST, _LONGEST = 5, 45


def find(sight: Sight) -> Iterator[Found]:
    for sentence in sight.sentences:
        yield from _of_sentence(sight, sentence)


def _of_sentence(sight: Sight, sentence: Span) -> Iterator[Found]:
    text = sight.text[sentence.start : sentence.end]
    if "将" not in text and "要" not in text:
        return
    opening = _opening(text)
    if opening is None and not _TOPIC.match(text):
        return
    will = next((found for found in _WILL.finditer(text) if _may_act(sight, found["who"])), None)
    if will is None or _PLANNED.search(text, 0, will.start("what")):
        return
    if not _ECONOMIC.search(text, will.start("what")):
        return
    start = will.start("what")
    if text.startswith("将", start - 1) and re.search(r"作为|纳入|列为|打造成|建设成", will["what"]):
        start -= 1
    for match in pattern(r"[^，。；！？]+").finditer(text, start):
        clause, begin = match[0].rstrip("。”’"), match.start()
        if not _is_direction(clause, begin == start, sight):
            continue
        yield Found(
            sentence.start + begin,
            sentence.start + begin + len(clause),
            Role.DIRECTION,
            everywhere="未来产业" in clause,
        )


def _opening(text: str) -> re.Match[str] | None:
    """The words of time that open the sentence, or stand after a colon (正如…部署：2025年，)."""
    found = _OPENING.match(text)
    if found is not None:
        return found
    colon = max(text.find("："), text.find(":"))
    return _OPENING.match(text[colon + 1 :]) if 0 <= colon <= 40 else None


def _may_act(sight: Sight, who: str) -> bool:
    """Whether it is the place itself that will act, or nobody is named."""
    return (
        not who
        or bool(_WHO.search(who))
        or any(who.endswith(word) for word in (who[-3:], who[-2:]) if word in sight.lexicon.region_by_word)
    )


def _is_direction(clause: str, first: bool, sight: Sight) -> bool:
    if not _SHORTEST <= len(clause) <= _LONGEST or _FIGURE.search(clause) or _POLITICAL.search(clause):
        return False
    head = clause[:16] if not first else clause
    return clause.startswith("将") or bool(sight.words.verb.search(head))
