"""Totals and all of their parts, where a text says that it names them all (where it only may, see `lists.py`).

Four ways of saying so: a total told behind its parts with their number (欧洲11.4亿元，东南亚8.4亿元，两者合计19.8亿元; 水电、风电、光伏三项合计1536.5万千瓦), parts
told behind a word that divides the whole (分电源看，…; 按城乡分，…), and a list of parts that ends with the rest (其中甲类7家，乙类21家，其余36家), and two parts that the
packs know to be all there is (境内, 境外).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from yanchao.audit.dossier import CURRENCIES, Dossier, Figure
from yanchao.quick import dataclass, pattern
from yanchao.statements.numerals import small_number
from yanchao.statements.statement import Status

TOGETHER = pattern(
    r"(?P<names>[^，,。；;\d]{2,30})?(?P<number>[两二三四五六七八九十])(?![十百千万亿])"
    r"[^，,。；;、\d]{1,9}(?:合计|共计|总计|相加|之和|加起来)[^，,。；;、\d]{0,8}$"
)
"""Before a total, how many parts it is the sum of, and their names where they stand right before."""

NAMED_TOGETHER = pattern(
    r"(?:^|[，,。；;])(?P<names>[^，,。；;、\d和及与]{2,8}(?:[、和及与][^，,。；;、\d和及与]{2,8}){1,4}?)(?:两者|二者|三者)?(?:合计|共计|总计)(?:达|为|达到)?$"
)
"""Before a total, the names of its parts and no more."""

DIVIDED = pattern(
    r"(?:分|按|从)(?![^，,。；;、\d]{0,4}[年季月旬])[^，,。；;、\d]{1,8}(?:看|来看|分|划分|来说)[，,：:]"
)
"""Before the first of the parts that a whole is divided into. Months and quarters are added up by their periods."""

AVERAGE = pattern(r"均|每|单[产价位]|价格|指数")
PARTLY = pattern(r"其中|包括|含|如|仅|主要|重点")
COMPARING = pattern(r"[较比]|合计|共")
AGAIN = pattern(r"其中|包括|同比.{0,6}$")
NAME = r"(?:[^，,。；;、\d]|\d(?=A级|星级|级|G))"
"""A character of a part's name; some names have a digit of their own (5A级, 3星级)."""
OF_WHICH = pattern(rf"其中[，,：:]?{NAME}{{0,16}}$")
"""Before the first of the parts of what was told before."""

REST = pattern(r"[^，,。；;、\d]{0,10}[，,、；;和及]?(?:其余|其他|其它|剩余|余下|另外)[^，,。；;\d]{0,14}")
"""Between the last part of a list and the rest of it."""
IN_ALL = pattern(r"(?:合计|共计|总计|累计|共)[^，,。；;、\d]{0,8}$")
NET = "净"
"""In the words of a sum of flows in both directions (三机构合计净买入), whose parts are told without their direction."""

JOINT = pattern(r"[、和及与]")
PARTS_OF: Mapping[str, tuple[str, ...]] = {"trade": ("exports", "imports")}
"""Listed measures that make up another between them."""

FEWEST_LISTED = 2
FAR_DIVIDED = 120
MOST_BETWEEN = 90
"""Characters between a whole and the words that divide it: a sentence or so."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total, and all the parts that it is made of.

    `may_lack` is whether the text may name only some of them (分产业看 leaves out what households use).
    """

    total: Figure
    parts: tuple[Figure, ...]
    may_lack: bool = False


def breakdowns(dossier: Dossier) -> Iterator[Breakdown]:
    """Those of every document, each total at most once a way."""
    for previous, sentence in dossier.in_a_row():
        yield from _summed(sentence, dossier)
        yield from _divided(sentence, dossier)
        yield from _with_the_rest(sentence, previous)
        yield from _in_two(sentence, previous, dossier)
        yield from _by_letters(sentence, previous)
        yield from _named_after_parts(sentence)


def _summed(sentence: Sequence[Figure], dossier: Dossier) -> Iterator[Breakdown]:
    for at, total in enumerate(sentence):
        if not total.is_amount:
            continue
        words = words_before(sentence, at)
        told = TOGETHER.search(words)
        if NET in total.own_lead:
            continue
        if told is None:
            yield from _by_names(total, words, dossier)
            continue
        number = small_number(told["number"])
        names = [name for name in JOINT.split(told["names"] or "") if len(name) > 1]
        if len(names) == number:
            parts = _called(names, total, dossier)
        else:
            alike = [one for one in sentence[:at] if one.is_amount and are_alike(one, total)]
            parts = alike[-number:]
        if len(parts) == number:
            yield Breakdown(total, tuple(parts))


def _by_names(total: Figure, words: str, dossier: Dossier) -> Iterator[Breakdown]:
    """A total right behind the names of its parts, each told before: 风电、光伏合计3260万千瓦."""
    told = NAMED_TOGETHER.search(words)
    if told is not None:
        names = JOINT.split(told["names"])
        parts = _called(names, total, dossier) if all(len(name) > 1 for name in names) else []
        if parts:
            yield Breakdown(total, tuple(parts))


def words_before(sentence: Sequence[Figure], at: int) -> str:
    """What stands between a figure and the amount of its kind before it in the sentence; how many parts there are may be told in it
    (这三大市场合计)."""
    figure = sentence[at]
    alike = [one.end for one in sentence[:at] if one.is_amount and are_alike(one, figure)]
    begins = alike[-1] if alike else figure.statement.sentence.start
    return figure.document.text[begins : figure.start]


def _called(names: Sequence[str], total: Figure, dossier: Dossier) -> list[Figure]:
    """The last figure before the total whose words have the name, for each name; none where one is not to be found."""
    before = [
        one
        for one in dossier.around(total)
        if one.start < total.start and one.is_amount and are_alike(one, total)
    ]
    found = [
        next((one for one in reversed(before) if name in dossier.topics.words(one.statement)), None)
        for name in names
    ]
    parts = [one for one in found if one is not None]
    return parts if len(set(parts)) == len(names) else []


def _divided(sentence: Sequence[Figure], dossier: Dossier) -> Iterator[Breakdown]:
    """Parts behind a word that divides, of the one figure of their kind in the sentence or two before."""
    found = division(sentence, dossier)
    if is_plain(found):
        yield found[0]


def is_plain(found: Sequence[Breakdown]) -> bool:
    """Whether it is plain what a division divides: there is one figure that it may be, and of money it is one of the parts' own measure."""
    if len(found) != 1:
        return False
    total, first = found[0].total, found[0].parts[0]
    return total.topic.measure == first.topic.measure or not first.statement.unit.startswith(CURRENCIES)


def division(sentence: Sequence[Figure], dossier: Dossier) -> list[Breakdown]:
    """The parts behind a word that divides, with each figure that they may be the parts of."""
    parts = divided_into(sentence, dossier)
    if not parts:
        return []
    first = parts[0]
    around = [one for one in dossier.around(first) if one.end <= first.statement.sentence.start]
    totals = [
        one
        for one in own_amounts(around, first)
        if first.start - one.end <= MOST_BETWEEN
        and one.statement.period == first.statement.period
        and one.value != first.value  # 27家公司中，甲业7家: the total, told again
        and not _is_divided_off(one)
    ]
    kind = _kind(parts)
    named = [one for one in totals if kind in (one.statement.subject or "")] if len(kind) > 1 else []
    return [Breakdown(one, parts, may_lack=True) for one in (named if len(named) == 1 else totals)]


def _is_divided_off(figure: Figure) -> bool:
    """Whether a word that divides stands before it: it is a part itself (分规模看，…；限额以下单位222.1亿元。分地域看，…)."""
    text = figure.document.text
    begins = text.rfind("。", max(0, figure.start - FAR_DIVIDED), figure.start) + 1
    return DIVIDED.search(text, max(begins, figure.start - FAR_DIVIDED), figure.start) is not None


def _kind(parts: Sequence[Figure]) -> str:
    """What the names of all parts end with (陶瓷 of 建筑陶瓷 and 日用陶瓷): of two totals before them, theirs is the one that is called so."""
    turned = [(part.statement.subject or "")[::-1] for part in parts]
    shared = itertools.takewhile(lambda letters: len(set(letters)) == 1, zip(*turned, strict=False))
    return "".join(letters[0] for letters in shared)[::-1]


def divided_into(sentence: Sequence[Figure], dossier: Dossier) -> tuple[Figure, ...]:
    """The parts behind a word that divides; none where there is none, or not enough of them."""
    first = sentence[0]
    opening = first.document.text[first.statement.sentence.start : first.start]
    divided = DIVIDED.search(opening)
    if divided is None or PARTLY.search(opening, divided.start()) or not first.is_amount:
        return ()
    if AVERAGE.search(opening, divided.end()):
        return ()  # 按城乡分，城镇居民人均收入…: what comes on a head does not add up
    text = first.document.text
    own = itertools.takewhile(lambda one: not (_is_total(one) or one.is_compared_with), sentence)
    parts = tuple(one for one in own if one.is_amount and are_alike(one, first))
    partly = any(PARTLY.search(text[a.end : b.start]) for a, b in itertools.pairwise(parts))
    across = dossier.lexicon.cues_of("across")
    if any(cue.text in dossier.topics.words(part.statement) for part in parts for cue in across):
        return ()
    return parts if len(parts) >= FEWEST_LISTED and not partly else ()


def _is_total(figure: Figure) -> bool:
    return (
        IN_ALL.search(
            figure.document.text[max(figure.statement.sentence.start, figure.start - 16) : figure.start]
        )
        is not None
    )


def _with_the_rest(sentence: Sequence[Figure], previous: Sequence[Figure]) -> Iterator[Breakdown]:
    """Parts behind 其中 with the rest of them; the total stands before, also in the sentence before."""
    for at, rest in enumerate(sentence):
        if not rest.is_amount:
            continue
        text = rest.document.text
        if not at or not REST.fullmatch(words_before(sentence, at)):
            continue
        parts = [rest]
        for one in reversed(sentence[:at]):
            if not (one.is_amount and are_alike(one, rest)):
                continue
            parts.insert(0, one)
            if OF_WHICH.search(text[max(one.statement.sentence.start, one.start - 20) : one.start]):
                break
        else:
            continue
        totals = own_amounts([one for one in sentence if one.start < parts[0].start] or previous, rest)
        if totals:
            yield Breakdown(totals[-1], tuple(parts))


def _in_two(sentence: Sequence[Figure], previous: Sequence[Figure], dossier: Dossier) -> Iterator[Breakdown]:
    """Two parts side by side of which the packs know that they are all: 其中利息净收入96.8亿元，非利息净收入37.5亿元.

    Their total stands before 其中; or it is called as they are, also in the sentence before (零售总额90亿元。城镇零售额…，乡村零售额…).
    """
    amounts = [one for one in sentence if one.is_amount]
    for at, (one, other) in enumerate(itertools.pairwise(amounts)):
        if not are_alike(one, other) or one.statement.period != other.statement.period:
            continue
        text = one.document.text
        name = in_common(one, other, dossier)
        if name is None or AVERAGE.search(name) or AGAIN.search(text[one.end : other.start]):
            continue
        before = amounts[at - 1] if at else _told_before(one, previous)
        if before is not None and own_amounts((before,), one) and PARTLY.search(text[before.end : one.start]):
            yield Breakdown(before, (one, other))
            continue
        named = [
            whole
            for whole in own_amounts((*previous, *amounts[:at]), one)
            if whole.statement.period == one.statement.period
            and not _is_divided_off(whole)
            and len(name) >= SHORTEST_NAME
            and name in dossier.topics.words(whole.statement).replace(TOTAL, "")
        ]
        if named:
            yield Breakdown(named[-1], (one, other))


def _told_before(part: Figure, previous: Sequence[Figure]) -> Figure | None:
    """The last amount of a part's kind in the sentence before, where 其中 opens the part's own."""
    opens = OF_WHICH.search(part.document.text, part.statement.sentence.start, part.start)
    totals = own_amounts(previous, part) if opens else []
    return totals[-1] if totals else None


def _by_letters(sentence: Sequence[Figure], previous: Sequence[Figure]) -> Iterator[Breakdown]:
    """Parts whose names begin with the letters that their total's name puts together: 猪牛羊禽肉产量6.35万吨，其中，猪肉…，牛肉…，羊肉…，禽肉…."""
    own = [one for one in sentence if one.is_amount]
    for total in (*previous, *own):
        behind = own_amounts([one for one in own if one.start > total.start], total)
        name = _thing(total)
        for number in range(FEWEST_LETTERS, min(len(behind), len(name)) + 1):
            parts = behind[:number]
            names = [_thing(one) for one in parts]
            things = {one[1:] for one in names}
            if len(things) == 1 and "".join(one[:1] for one in names) + things.pop() == name:
                yield Breakdown(total, tuple(parts))


def _named_after_parts(sentence: Sequence[Figure]) -> Iterator[Breakdown]:
    """Parts behind 其中 whose names, put together, stand in that of their total: 新建改建公路386公里，其中新建142公里、改建244公里."""
    own = [one for one in sentence if one.is_amount]
    for at, total in enumerate(own):
        name = total.own_lead
        parts: list[Figure] = []
        rest = name
        for before, part in itertools.pairwise(own[at:]):
            gap = part.document.text[before.end : part.start]
            called = CALLED.fullmatch(gap)
            if called is None or bool(parts) == bool(called["first"]) or not are_alike(part, total):
                break
            if called["name"] not in rest:
                break
            left, _, rest = rest.partition(called["name"])
            if not (JOINS.fullmatch(left) if parts else not ANOTHER_BEFORE.search(left)):
                break  # the names of the parts, and no other before or between
            parts.append(part)
        if len(parts) >= FEWEST_LISTED and not ANOTHER_BEHIND.match(rest):
            yield Breakdown(total, tuple(parts))


def _thing(figure: Figure) -> str:
    """What a figure is of; a part of which no more is said than its name (牛肉5万吨) was read as a measure."""
    return figure.statement.subject or figure.statement.measure or ""


CALLED = pattern(rf"(?P<first>[，,](?:其中|包括)[，,：:]?)?[、，,和及与]?(?P<name>{NAME}{{2,8}})")
"""Between a total and the first of its parts, and between two parts: no more than a name."""
JOINS = pattern(r"(?:[、和及与（）()/]|以及)*")
ANOTHER_BEFORE, ANOTHER_BEHIND = pattern(r"[、和与及]$"), pattern(r"[、和与及]|以及")
FEWEST_LETTERS = 3
SHORTEST_NAME = 2
TOTAL = "总"
"""What the name of a whole has more than that of its parts: 零售总额, 城镇零售额."""


def in_common(one: Figure, other: Figure, dossier: Dossier) -> str | None:
    """What two parts that shut each other out are called but for that (零售额 of 城镇零售额 and 乡村零售额); None where they do not."""
    a, b = one.own_lead.lstrip("，,、；;：:其中"), other.own_lead.lstrip("，,、；;：:和及与")
    if COMPARING.search(a + b):
        return None
    if f"非{a}" == b or f"非{b}" == a:
        return min(a, b, key=len)
    first, second = dossier.topics.words(one.statement), dossier.topics.words(other.statement)
    for pair in dossier.lexicon.complements:
        for here, there in ((pair.one, pair.other), (pair.other, pair.one)):
            if here in a and there in b:
                rest = first.replace(here, "", 1)
                return rest if rest == second.replace(there, "", 1) else ""
    return None


def own_amounts(figures: Sequence[Figure], like: Figure) -> list[Figure]:
    """The amounts of a kind among figures, without those of an earlier time and without what came to them."""
    return [one for one in figures if one.is_amount and are_alike(one, like) and not one.is_told_aside]


def are_alike(one: Figure, other: Figure) -> bool:
    """Whether two amounts are in one unit, and both on record (or expected) or both aimed at."""
    aims = [figure.statement.status is Status.TARGET for figure in (one, other)]
    return one.unit == other.unit and aims[0] == aims[1]
