"""Part and whole of a share: by where the three stand in a sentence, or by the name that the share gives its whole.

全市企业412家，其中高技术企业103家，占25%; 产值720亿元，占集群1200亿元总产值的60%; 企业1200家，专精特新企业180家，占企业总数的15%. Whose
share it is follows from where the three stand, so that no name has to be understood; else the whole is looked for by its name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from yanchao.audit.called import ADDED
from yanchao.audit.dossier import Dossier, Figure, may_be_of_one_time, near
from yanchao.audit.topics import OWN_WORDS, UNLISTED_PLACE
from yanchao.audit.undated import is_unknown
from yanchao.quick import pattern
from yanchao.statements.statement import Comparator, Kind

_IS = r"(?:了|到|据|比(?:重|例)?|有率)?(?:约)?(?:为|达到?|是)?(?:约)?"

OF_NUMBER = pattern(
    r"[，,；;（(、]?[^，,。；;：、（()\d]{0,6}(?:占(?:了|到|据)?[^，,。；;、\d]{0,16}|完成了?[^，,。；;、\d]{0,8}(?:目标|计划|任务|预算)[^，,。；;、\d]{0,4})"
)
"""Between a part and its whole: 720亿元，占集群1200亿元; 12.6万人，完成年度目标10万人."""

THE = pattern(r"[^，,。；;、\d]{0,12}的(?:比重|比例|份额)?(?:约)?(?:为|达到?|是)?")
"""Between a whole and the share of it: 1200亿元总产值的60%."""

WITHIN = pattern(
    r"[，,；;：（(][^。；;\d]{0,6}(?:其中|包括|含)[^。；;\d]{0,24}|[^，,。；;、\d]{0,10}中[，,]?[^，,。；;、\d]{0,14}"
)
"""Between a whole and a part of it: 412家，其中高技术企业103家; 1860个行政村中，已有1674个."""
OF_THEM = pattern(r"[^，,。；;、\d]{0,10}中(?:已?有)?[^，,。；;、\d]{0,4}")
RATE_OF_THEM = pattern(
    r"[^，,。；;、\d]{0,8}[，,][^，,。；;、\d]{0,6}[^利税费汇毛净]?(?:面|率|比例)(?:为|达到?|是)?"
)
"""The same where the part is some of so many, and between it and what is told of them: 8个大类行业中7个实现增长，增长面87.5%."""
NEXT = pattern(r"[，,；;][^，,。；;、\d]{2,14}")
"""Between a whole and what may be a part of it: 用户200万户，千兆用户90万户."""

TAKES = pattern(
    rf"(?:[^，,。；;、\d]{{1,8}}[，,])?[，,；;（(、]?(?P<own>[^，,。；;、\d]{{0,8}}?)(?:约|大约|仅|已|则)?"
    rf"(?:占(?:{_IS}|(?:总数|总量|总额|总|全部|全体|其|比)[^，,。；;、\d]{{0,8}}?(?:的)?{_IS})|(?:(?:所占)?比(?:重|例)|渗透率){_IS})"
)
"""Between a part and its share, the whole not named or named as all of it: 103家，占25%; 103家，占比达25%; 103家，占总数的25%.
`own` are the words that say whose share it is (工资性收入占41.1%), which may be another figure than the one right before."""

NUMBER_OF = pattern(r"(?:总[数量额]?|数量?)$")
"""The end of a name that says no more than that things are counted: 用户数."""
THE_LATTER = "后者"
"""What points back to the figure right before."""
OWN = pattern(
    r"[，,（(、]?(?P<own>[^，,。；;、\d]{0,4}?)(?:约|大约|仅|已|则)?(?:占(?:了|到|据)?|相当于)[^，,。；;、\d]{0,16}"
)
"""Between a part and a share of a named whole that is its own: 1536.5万千瓦，占总装机的60.9%."""
AMONG = pattern(r"[，,]?在[^，,。；;、\d]{2,14}中(?:占|的(?:占比|比重|份额|比例))[^，,。；;、\d]{0,6}")
"""Between a part and its share of a whole that is told as a set: 在总资产中占56.2%."""
TOLD_BASE = pattern(
    r"占(?:了|到|据)?(?P<of>[^，,。；;、\d]{2,16}?)的(?:比重|比例|份额|占比)?[^，,。；;、\d]{0,6}$"
    r"|在(?P<among>[^，,。；;、\d]{2,14})中(?:占|的(?:占比|比重|份额|比例))[^，,。；;、\d]{0,6}$"
)
"""Before a share, the whole that it names, where the reader took no words for it."""
RANKED = pattern(r"[，,、][^，。；、\d]{0,6}(?:排名?|居|位[居列]|列)(?:全[国省市球]|世界)")
"""Behind a share of something larger than the text's own whole: 占比16%，排名全国第二."""

OPENS = pattern(r"\s*其中[，,：:]?[^，,。；;、\d]{1,20}(?=[约近超]?\d)")
"""The opening of a sentence that tells a part of what the sentence before told: 其中住宅投资221.9亿元."""

OF_IT = pattern(r"的?[^，。；;、\d]{0,10}中[，,]")
ONE_BY_ONE = "分别"
OPENS_BRACKET, CLOSES = pattern(r"[（(]"), pattern(r"[）)]")
"""Around a part told aside: behind it goes on what is told of the whole (质押1.63亿股(其中甲5590万股)，占其所持股份17.56%)."""

JOINED = pattern(r"[、和与及]|以及")
LISTED = pattern(r"(?:[、，,和与及]|以及)[^，,。；;、\d]{0,16}")
"""Between two shares, and between two amounts, of a list that is told one by one."""

PLANNED = pattern(r"计划|目标|任务|预算(?![收支内外])")
AIMED = pattern(r"(?:计划|目标|任务|预算(?![收支内外]))[^，,。；;、\d完]{0,8}$")
"""Before what was planned, whatever it was read as: 计划春播面积21.6万亩."""
PLANNED_BEHIND = pattern(r"[（(，,][^，,。；;、\d]{0,8}(?:计划|目标|任务|预算)[^，,。；;、\d]{0,4}")
"""Between a share of a plan and the plan itself, told behind it."""
AVERAGE = pattern(r"每|均")
"""Words of what comes on a head, a day or a thing: no whole of which anything is a part."""

RATE = pattern(r"(..)率$")
OF_ITS_AMOUNT = ("量", "数", "面积")
"""What stands in the name of an amount where that of its rate has 率."""
SHARE_OF = pattern(r"的(?:比重|比例|份额|占比).*$")
"""Words behind a whole that say no more than that a share of it follows (全部游客的比例虽然只有)."""

BARE, COUNTS = "count", ("count", "person")
"""The unit of a number told without a counter, and how units of counts begin."""

LEAST_WORDS = 2
MOST_LISTED = 8
MOST_CALLED = 100
"""Figures called alike, on either side of a share, among which its part and whole are looked for."""

NEARBY = 120
"""How many characters before a part its whole may stand under another name."""


def part_and_whole(
    share: Figure, sentence: Sequence[Figure], previous: Sequence[Figure] = ()
) -> tuple[Figure, Figure] | None:
    """The part and the whole that a share of `sentence` is worked out from, where the words tie them; None otherwise.

    `previous` are the figures of the sentence before in the same paragraph, of which 其中 may open a part.
    """
    at = next(index for index, figure in enumerate(sentence) if figure is share)
    if shares_of_list(share, sentence):
        return None
    own = [one for one in sentence[:at] if is_own(one)]
    alike = [one for one in own[:-1] if are_amounts(one, own[-1])]
    if alike and own[-1] is sentence[at - 1]:
        first, second = alike[-1], own[-1]
        text = share.document.text
        # What was added to the whole, and its growth, may stand between the two; so may a bound (收入超过50万元的有47个).
        between, behind = text[sentence[at - 2].end : second.start], text[second.end : share.start]
        if own[-2] is not first and own[-2] is sentence[at - 2]:
            between = text[first.end : own[-2].start] + between
        if are_amounts(first, second) and not (CLOSES.match(behind) and OPENS_BRACKET.search(between)):
            if OF_NUMBER.fullmatch(between) and THE.fullmatch(behind):
                return first, second
            if OF_THEM.fullmatch(between) and RATE_OF_THEM.fullmatch(behind):
                return second, first
            takes = None if RANKED.match(text, share.end) else TAKES.fullmatch(behind)
            if takes and takes["own"] and not is_named(takes["own"], second):
                return _listed(takes["own"], sentence[:at])
            if takes and (
                (WITHIN.fullmatch(between) and not _are_of_one_whole(second, share, first, sentence[at - 2]))
                or (
                    first is sentence[at - 2]
                    and NEXT.fullmatch(between)
                    and _may_be_part(second, first, share)
                )
            ):
                return second, first
    if len(own) == 1 and own[0] is sentence[at - 1]:
        whole = whole_before(own[0], previous)
        takes = TAKES.fullmatch(share.document.text[own[0].end : share.start])
        if whole is not None and takes and (not takes["own"] or is_named(takes["own"], own[0])):
            return own[0], whole
    return _by_plan(share, sentence, at)


def is_told(share: Figure) -> bool:
    """Whether a share says what it is, if only about (约占耕地面积72.6万亩的43.7%), and not more or less than what."""
    return share.statement.comparator in (Comparator.EQUAL, Comparator.ABOUT)


def whole_before(part: Figure, previous: Sequence[Figure]) -> Figure | None:
    """The one amount of a part's kind in the sentence before, where 其中 opens the part's own; None where there is none, or several."""
    if not opens_with_part(part) or not previous:
        return None
    wholes = [one for one in previous if is_own(one) and are_amounts(one, part)]
    return wholes[0] if len(wholes) == 1 and wholes[0].statement.period == part.statement.period else None


def opens_with_part(part: Figure) -> bool:
    """Whether 其中 and a name open the sentence of a figure."""
    text, begins = part.document.text, part.statement.sentence.start
    return OPENS.match(text, begins) is not None and bool(text[begins : part.start].strip("其中，,：:"))


def _are_of_one_whole(part: Figure, share: Figure, first: Figure, its_share: Figure) -> bool:
    """Whether two amounts and their shares, one behind the other, are told of a whole that goes unnamed (101.6亿元，占比86.6%；其中…49.9亿元，
    占比42.6%)."""
    if its_share.statement.kind is not Kind.SHARE or its_share.range.low <= 0 or share.range.low <= 0:
        return False
    return (part.range / share.range).meets(first.range / its_share.range)


def shares_of_list(share: Figure, sentence: Sequence[Figure]) -> Sequence[Figure]:
    """The shares of a list that are told of as many figures one by one (分别占13.2%和11.2%); none where it stands in no such list."""
    text = share.document.text
    at = next(index for index, figure in enumerate(sentence) if figure is share)
    first = last = at
    while first and _are_joined(sentence[first - 1], sentence[first]):
        first -= 1
    while last + 1 < len(sentence) and _are_joined(sentence[last], sentence[last + 1]):
        last += 1
    if first == last or first == 0:
        return ()
    opens = text[sentence[first - 1].end : sentence[first].start]
    return sentence[first : last + 1] if ONE_BY_ONE in opens else ()


def _are_joined(one: Figure, other: Figure) -> bool:
    between = one.document.text[one.end : other.start]
    return one.statement.kind is other.statement.kind is Kind.SHARE and JOINED.fullmatch(between) is not None


def part_in_list(share: Figure, shares: Sequence[Figure], sentence: Sequence[Figure]) -> Figure | None:
    """The amount that a share of a list is told of: the one in its place among as many right before the list."""
    amounts = amounts_of_list(shares, sentence)
    return next((amount for amount, one in zip(amounts, shares, strict=False) if one is share), None)


def amounts_of_list(shares: Sequence[Figure], sentence: Sequence[Figure]) -> Sequence[Figure]:
    """The amounts right before a list of shares that are told of them one by one; none where there are not as many."""
    if not shares:
        return ()
    first = next(index for index, figure in enumerate(sentence) if figure is shares[0])
    amounts = sentence[max(0, first - len(shares)) : first]
    text = shares[0].document.text
    if len(amounts) < len(shares) or not all(
        are_amounts(one, other) and LISTED.fullmatch(text[one.end : other.start])
        for one, other in pairwise(amounts)
    ):
        return ()
    return amounts


def is_told_as_whole(figure: Figure) -> bool:
    """Whether parts of it follow, so that it is none itself: 10万亿千瓦时的用电量中，…占64%."""
    return OF_IT.match(figure.document.text, figure.end) is not None


def own_share(figure: Figure, dossier: Dossier) -> Figure | None:
    """The share right behind a figure, or behind its list, that says what part of its own measure it is: 老年人口2.6亿人，占全国人口的18.9%."""
    sentence = near(figure, dossier.beside(figure), 2 * MOST_LISTED)
    behind = [one for one in sentence if one.start > figure.start][:MOST_LISTED]
    share = next((one for one in behind if one.statement.kind is Kind.SHARE), None)
    if share is not None and share is not behind[0]:
        shares = shares_of_list(share, sentence)
        share = next((one for one in shares if part_in_list(one, shares, sentence) is figure), None)
    is_its_own = share is not None and share.statement.base and share.topic.measure == figure.topic.measure
    return share if is_its_own else None


def takes_part_of(figure: Figure, base: str | None, dossier: Dossier) -> bool:
    """Whether its own share makes a figure a part of `base` itself, and so not the whole."""
    share = own_share(figure, dossier)
    return share is not None and share.statement.base == base


def is_own(figure: Figure) -> bool:
    """Whether a figure is an amount of its sentence's time, and not what came to one, an average, or what it is compared with."""
    return (
        figure.statement.kind is Kind.LEVEL
        and not figure.is_told_aside
        and AVERAGE.search(figure.own_lead) is None
    )


def is_named(own: str, figure: Figure) -> bool:
    """Whether words of a share name the figure: 税收 names 税收收入, 千兆用户 itself."""
    words = (figure.statement.subject or "") + (figure.statement.measure or "")
    return own == THE_LATTER or words.endswith(own) or words.startswith(own)


def _listed(own: str, before: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The part of a list behind 其中 that the words name, and the whole before it."""
    for index, whole in enumerate(before[:-1]):
        between = whole.document.text[whole.end : before[index + 1].start]
        if "其中" in between and WITHIN.fullmatch(between):
            parts = [one for one in before[index + 1 :] if are_amounts(one, whole) and is_named(own, one)]
            return (parts[0], whole) if len(parts) == 1 else None
    return None


def _may_be_part(part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether two figures side by side are part and whole: the one is named by the other's last word, and the share is not one of
    their sum (出口520亿元，进口340亿元，占比39.5%)."""
    named = NUMBER_OF.sub("", whole.statement.measure or "")[-1:]
    of_sum = part.range / (part.range + whole.range)
    return (
        named != ""
        and (part.statement.measure or "").endswith(named)
        and part.value < whole.value
        and not of_sum.meets(share.range)
    )


class Named:
    """The levels of the documents by the last words of what they are called, for shares that name their whole (占总装机的60.9%)."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._topics = dossier.topics
        before, behind = map(dossier.lexicon.any_cue, ("all-before", "all-behind"))
        self._all_of = pattern(rf"^(?:{before})+|(?:{behind})$")
        self._figures: defaultdict[str, list[Figure]] = defaultdict(list)
        self._words: dict[Figure, str] = {}
        self._levels: defaultdict[str, list[Figure]] = defaultdict(list)
        self._shares: dict[Figure, Figure | None] = {}
        self._own: dict[Figure, bool] = {}
        self._teller = _tellers(dossier)
        for figure in dossier.figures:
            statement = figure.statement
            if statement.kind is Kind.LEVEL:
                self._levels[figure.document.uri].append(figure)
            if statement.kind is Kind.LEVEL and not statement.qualifiers & ADDED:
                words = self._plain(dossier.topics.words(statement))
                self._words[figure] = words
                self._figures[figure.document.uri + words[-LEAST_WORDS:]].append(figure)

    def parts_and_wholes(self, share: Figure, sentence: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
        """The part of a share, by its own words or by standing right before it, with each figure that is called as its whole is."""
        base = self._base(share)
        is_of_larger = RANKED.match(share.document.text, share.end) is not None
        if len(base) < LEAST_WORDS or PLANNED.search(base) or is_of_larger:
            return []
        part = self._part(share, sentence)
        if part is None:
            return []
        listed = amounts_of_list(shares_of_list(share, sentence), sentence)
        # 进出口总值 ends with the words of 出口总值 and is another measure.
        measure = self._topics.measure_in(base)
        called = [*self._called(base, share), *self._measured(measure, base, share)]
        found = [
            (part, one)
            for one in dict.fromkeys(called or self._called_in_short(base, share))
            if one is not part
            and one not in listed
            and one.statement.unit == part.statement.unit
            and _is_of_status(one, share)
            and one.statement.comparator is Comparator.EQUAL
            and (measure is None or one.topic.measure == measure[0])
            and _is_of_place(one, share)
            and not self._takes_part_of(one, base_of(share))
            and not _is_told_within(one, share)
            and not (one.start > share.start and one.statement.sentence == share.statement.sentence)
        ]
        # What is told behind is seldom what a share is of, where the same was told before.
        found = _latest([pair for pair in found if pair[1].start < share.start] or found, share)
        # 销售汽车15万辆…，其中…8.6万辆，占总销量的57%: the whole stands near under another name, not far away under this one.
        elsewhere = not any(_holds(part, whole, share) for part, whole in found) and self._holds_nearby(
            part, share
        )
        return [] if elsewhere else found

    def _measured(self, measure: tuple[str, int] | None, base: str, share: Figure) -> list[Figure]:
        """The figures near a share of the very measure that a share names in other words (出口总值 of 出口), of no one's in particular or the firm's
        that the text is about (营业收入 of 总营收)."""
        if measure is None or measure[1]:
            return []
        return [
            one
            for one in near(share, self._levels[share.document.uri], MOST_CALLED)
            if one.topic.measure == measure[0]
            and (
                not one.topic.subject
                or UNLISTED_PLACE.fullmatch(one.topic.subject)
                or one.topic.subject == self._teller.get(share.document.uri)
            )
            and not self._words.get(one, base).endswith(base)
            and one.statement.region in (share.statement.region, None)
            and may_be_of_one_time(one, share)
            and self._is_own(one)
        ]

    def _takes_part_of(self, figure: Figure, base: str | None) -> bool:
        if figure not in self._shares:
            self._shares[figure] = own_share(figure, self._dossier)
        share = self._shares[figure]
        return share is not None and share.statement.base == base

    def _is_own(self, figure: Figure) -> bool:
        if figure not in self._own:
            self._own[figure] = is_own(figure)
        return self._own[figure]

    def _holds_nearby(self, part: Figure, share: Figure) -> bool:
        """Whether an amount just before, whatever it is called, is the whole to the last digit."""
        return any(_holds(part, one, share) for one in self.nearby(part, share))

    def nearby(self, part: Figure, share: Figure) -> list[Figure]:
        """The amounts just before a part, whatever they are called, that may be its whole."""
        return [
            one
            for one in near(share, self._levels[share.document.uri], MOST_LISTED)
            if one is not part
            and one.start < part.start
            and part.start - one.end <= NEARBY
            and one.statement.unit == part.statement.unit
        ]

    def _called(self, words: str, share: Figure) -> Iterator[Figure]:
        """The figures near a share whose words end as `words` do, that may be of its time."""
        alike = self._figures.get(share.document.uri + words[-LEAST_WORDS:], ())
        for one in near(share, alike, MOST_CALLED):
            if (
                self._words[one].endswith(words)
                and one.statement.region in (share.statement.region, None)
                and (may_be_of_one_time(one, share) or _may_end_its_time(one, share))
                and self._is_own(one)
            ):
                yield one

    def _called_in_short(self, base: str, share: Figure) -> list[Figure]:
        """The figures of a share's paragraph whose names have the letters of a shorter one in their order: 投运规模 of 投运的新型储能规模."""
        if len(base) < 2 * LEAST_WORDS:
            return []
        return [
            one
            for one in self._dossier.around(share)
            if one.end <= share.start
            and self._words.get(one, "").endswith(base[-LEAST_WORDS:])
            and _says(base, self._words[one])
            and may_be_of_one_time(one, share)
        ]

    def is_all(self, share: Figure) -> bool:
        """Whether a share says that it is one of all of what it names: 游客总数, 全部游客."""
        return self._base(share) != OWN_WORDS.sub("", SHARE_OF.sub("", base_of(share) or ""), count=1)

    def is_called(self, whole: Figure, share: Figure) -> bool:
        """Whether a whole is called as its share calls it, or by another name of the same measure for the same time."""
        base = self._base(share)
        measure = self._topics.measure_in(base)
        is_of_measure = measure is not None and not measure[1] and whole.topic.measure == measure[0]
        return self._words.get(whole, "").endswith(base) or (
            is_of_measure and whole.statement.period == share.statement.period
        )

    def is_just_called(self, whole: Figure, share: Figure) -> bool:
        """Whether a whole is called as its share calls it, with no word more, and of the same time."""
        is_same_time = whole.statement.period == share.statement.period
        return is_same_time and self._words.get(whole) == self._base(share)

    def is_by_name(self, part: Figure, whole: Figure, share: Figure) -> bool:
        """Whether a whole is called what a share calls it, and no more than the part is (公司营业收入 beside 公司研发投入): 风电光伏发电量 is
        not 全部发电量."""
        of_whom = self._words[whole].removesuffix(self._base(share))
        return self._words.get(part, "").startswith(of_whom)

    def _base(self, share: Figure) -> str:
        """What a share is of, without the words for all of it and for its place: 全市外贸总值 is 外贸总值."""
        return self._plain(OWN_WORDS.sub("", SHARE_OF.sub("", base_of(share) or ""), count=1))

    def _plain(self, words: str) -> str:
        """What is counted, without the words that say that it is all of it: 总装机, 员工总数 and 各项存款余额 are 装机, 员工 and 存款."""
        return self._all_of.sub("", words)

    def _part(self, share: Figure, sentence: Sequence[Figure]) -> Figure | None:
        words = self._plain(self._topics.words(share.statement))
        text = share.document.text
        shares = shares_of_list(share, sentence)
        if shares:
            return part_in_list(share, shares, sentence)
        before = [one for one in sentence if one.start < share.start]
        takes = OWN.fullmatch(text[before[-1].end : share.start]) if before else None
        if takes and before[-1].is_amount and is_named(takes["own"], before[-1]):
            return before[-1]
        if before and (part := _told_before(before, text[before[-1].end : share.start])) is not None:
            return part
        if len(words) < LEAST_WORDS:
            return None
        before = [one for one in before if not is_told_as_whole(one)]
        called = [
            one
            for one in self._called(words, share)
            if self._words[one] == words
            and one.start < share.start
            and one.is_amount
            and not is_told_as_whole(one)
        ]
        if called:
            return called[-1]
        # Where the share leaves out whose it is, its sentence has said so (公司研发投入…，研发投入占…).
        own = [one for one in before if self._words.get(one, "").endswith(words) and is_own(one)]
        return own[0] if len(own) == 1 else None


def _told_before(before: Sequence[Figure], gap: str) -> Figure | None:
    """The part right before a share of a set (在总资产中占56.2%), by how much it grew aside."""
    grew = len(before) > 1 and before[-1].statement.kind is Kind.GROWTH
    part = before[-2 if grew else -1]
    takes = AMONG.fullmatch(gap) or (grew and (own := OWN.fullmatch(gap)) is not None and not own["own"])
    return part if takes and part.is_amount else None


def base_of(share: Figure) -> str | None:
    """What a share is of, as it was read, or by the words right before it that were read as something else."""
    if share.statement.base is not None:
        return share.statement.base
    told = TOLD_BASE.search(share.own_lead)
    return (told["of"] or told["among"]) if told is not None else None


def _tellers(dossier: Dossier) -> dict[str, str]:
    """Whom a text is about that is about no place, by its document: the one of whom it tells most measures, two at least."""
    told: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for figure in dossier.figures:
        if figure.statement.kind is Kind.LEVEL and figure.statement.region is None and figure.topic.subject:
            told[figure.document.uri][figure.topic.subject].add(figure.topic.measure)
    found = {uri: max(subjects, key=lambda each: len(subjects[each])) for uri, subjects in told.items()}
    return {uri: subject for uri, subject in found.items() if len(told[uri][subject]) > 1}


def _is_of_status(one: Figure, share: Figure) -> bool:
    """Whether a figure is as real as a share, or of the very time of it (the past half of a year, told among what is aimed at)."""
    a, b = one.statement, share.statement
    return a.status is b.status or (a.period is not None and a.period == b.period)


def _may_end_its_time(one: Figure, share: Figure) -> bool:
    """Whether a figure is of the last year of the time that a share is told of (what is reached over five years is reached at their end), or the
    text does not say which year that is (去年), or of what time the share is."""
    if not share.says_in_sentence("period") and one.statement.period is not None:
        # The time of a share that its sentence does not say may be that of another sentence.
        return one.start < share.start and not one.is_told_aside
    told, whole = share.years, one.year
    if told is None or whole is None:
        return False
    return told[0] < told[1] == whole or (is_unknown(told[0]) and not is_unknown(whole))


def _latest(pairs: list[tuple[Figure, Figure]], share: Figure) -> list[tuple[Figure, Figure]]:
    """Of wholes of several years, for a share that says none, those of the last; all of them where one fits."""
    years = [whole.years[1] for _, whole in pairs if whole.years]
    is_dated = share.years is not None and not is_unknown(share.years[0])
    if is_dated or not years or any(_holds(part, whole, share) for part, whole in pairs):
        return pairs
    return [(part, whole) for part, whole in pairs if not whole.years or whole.years[1] == max(years)]


def _is_of_place(whole: Figure, share: Figure) -> bool:
    """Whether a whole is of a place of the kind that the share names (全市…), where it names one: 全省 is not 全市."""
    own, whose = OWN_WORDS.match(base_of(share) or ""), whole.statement.subject or ""
    if own is not None and own.group().endswith("国"):
        return whole.is_of_larger_place  # 全国 may have come from the share of another sentence
    if own is None or whose.startswith(own.group()):
        return True
    if not whole.says_in_sentence("subject") and whole.statement.region == share.statement.region:
        return True  # nobody is named in its sentence: it is of the place that the text is about
    name = UNLISTED_PLACE.match(whose)
    return name is not None and name.group().endswith(own.group()[-1])


def _is_told_within(figure: Figure, share: Figure) -> bool:
    """Whether a figure is told of what a share was told of: 机电产品出口251.9亿元，占出口总值的71.0%，其中灯具出口41.6亿元."""
    behind = share.document.text[share.end : max(share.end, figure.start)]
    return "其中" in behind and "。" not in behind


def _holds(part: Figure, whole: Figure, share: Figure) -> bool:
    return whole.range.low > 0 and (part.range / whole.range).meets(share.range)


def of_a_rate(share: Figure, sentence: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The two figures right before a rate whose word is told of the second (规划68.5平方公里，已开发42.3平方公里，开发率61.8%): they may be its whole
    and part."""
    at = next(index for index, figure in enumerate(sentence) if figure is share)
    rate = RATE.search(share.statement.measure or "")
    if at < LEAST_WORDS or rate is None or share.statement.comparator is not Comparator.EQUAL:
        return None
    whole, part = sentence[at - 2], sentence[at - 1]
    if are_amounts(whole, part) and rate[1] in part.document.text[whole.end : share.start]:
        return part, whole
    return None


def is_of_its_word(part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether the word of a rate is told of the part and not of the whole: 规划68.5平方公里，已开发42.3平方公里，开发率61.8%."""
    rate = RATE.search(share.statement.measure or "")
    return rate is not None and _says(rate[1], part.own_lead) and not _says(rate[1], whole.own_lead)


def _says(word: str, words: str) -> bool:
    """Whether words have the letters of a shorter one in their order: 网上办理 says 网办."""
    letters = iter(words)
    return all(letter in letters for letter in word)


def is_of_its_amount(part: Figure, share: Figure) -> bool:
    """Whether part and rate go by one word: 综合利用量 and 综合利用率."""
    stem = (share.statement.measure or "").removesuffix("率")
    amount = part.statement.measure or ""
    return len(stem) >= LEAST_WORDS and any(amount.endswith(stem + end) for end in OF_ITS_AMOUNT)


def _by_plan(share: Figure, sentence: Sequence[Figure], at: int) -> tuple[Figure, Figure] | None:
    """What was done and what was planned, for a share of a plan: 计划投资400亿元，完成投资360亿元，完成年度计划的90%; 支出360亿元，完成预算的90%（调整预算
    数为400亿元）."""
    plan = PLANNED.search(share.statement.base or "")
    if plan is None or not at:
        return None
    part = sentence[at - 1]
    wholes = [
        figure
        for figure in sentence[: at - 1]
        if are_amounts(figure, part)
        and ((figure.statement.measure or "").startswith(plan.group()) or AIMED.search(figure.own_lead))
    ]
    behind = sentence[at + 1] if at + 1 < len(sentence) else None
    if not wholes and behind is not None and are_amounts(behind, part):
        between = share.document.text[share.end : behind.start]
        wholes = [behind] if PLANNED_BEHIND.fullmatch(between) and plan.group() in between else []
    return (part, wholes[0]) if len(wholes) == 1 else None


def are_amounts(first: Figure, second: Figure) -> bool:
    return first.is_amount and second.is_amount and (first.unit == second.unit or _is_bare(first, second))


def _is_bare(first: Figure, second: Figure) -> bool:
    """Whether one of two counts leaves its counter out (13.5万人，占全县31.2万农村人口)."""
    units = {first.unit, second.unit}
    return BARE in units and all(unit.startswith(COUNTS) for unit in units)
