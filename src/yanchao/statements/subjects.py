"""Whose a figure is that does not say so itself: what the words before speak of."""

from __future__ import annotations

import re

from yanchao.lexicon.entries import Measure
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.clause_heads import ClauseHead, firm_before
from yanchao.statements.context import Draft, listed_measure, near
from yanchao.statements.figures import Form
from yanchao.statements.grammar import Grammar
from yanchao.statements.in_person import firm_that_said, speaker, whose_head_says_it
from yanchao.statements.inherit import Frame, Words
from yanchao.statements.of_the_thing import is_of_the_thing
from yanchao.statements.once_built import once_built
from yanchao.statements.own_subjects import OUR_PLACE
from yanchao.statements.owning import (
    OF_A_PLACE,
    TRADE,
    brings,
    builds,
    is_of_the_body,
    is_of_the_site,
    is_owned,
    is_traded_by,
    serves_others,
)
from yanchao.statements.passages import Passage
from yanchao.statements.phrases import OF_A_PRODUCT
from yanchao.statements.placeless import THE_FIRM
from yanchao.statements.statement import Span

OF_ONE_MEMBER = (
    "able-to-make", "counted-by-grade", "distributed", "held-against", "of-a-class", "sized-works", "relative-clause", "of-another-place", "out-of-an-amount", "respectively-have",
)  # fmt: skip
"""Constructions whose subject is one member of a list, or the whole of a part: what follows is not the last one's."""

_INDUSTRY = pattern(r"(?:业|产业|集群|公司|集团|股份|产业链|领域|汽车|机器人)$")
_WORDS_BEFORE = pattern(r"[\u4e00-\u9fff]{4}")
"""Words of a sentence before the clause of its first figure: what they speak of is not what was spoken of before."""

_OPENING_INDUSTRY = pattern(
    r"(?:[一二三四五六七八九]是|——|同时，|此外，|其中，)?(?:围绕|聚焦|立足|瞄准|锚定)?(?!新增|净增|[^，。；]{0,6}设立|新培育|新建|培育|打造|推动|抢抓|抓住|紧盯|针对|面向|依托|[把将以为对从向与在])(?P<industry>(?:(?![居在列其占])[\u4e00-\u9fff]){0,8}?(?:制造业|服务业|产业|行业|工业|农业|建筑业|金融业|旅游业|经济|产业集群))"
    r"(?!结构|增加值|体系|政策|园|链|化|基地|协会|部|厅|局|企业|项目|投资|用|产值|总产值|设备|机器人|品|母?基金)[^，。；]*，"
)
_WHOLE_ECONOMY = pattern(r"(?:今年|去年|全年|全[省市县区州国]|我[省市县区州国]|当前|宏观|国民)*经济")
_ITEM = pattern(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.、．]|[一二三四五六七八九十]是|0\d|——|[●■◆•·▪★])?"
    r"(?:(?:做[强大优]|发展|培育|打造|壮大)?(?P<industry>[^，。；：:\d《》]{2,16})[：:]"
    r"|(?:[先再来]看|首先看|最后看)(?P<spoken>[^，。；：:\d《》]{2,12})。"
    r"|(?P<titled>(?![^，。]{0,6}(?:一批|提升|建设|推进|实施|形成|巩固|打造|培育|壮大|做[强大优]|发展))(?!聚力|聚焦|着力|全力|大力|奋力|加快|持续|深入)[^，。；：:\d《》]{2,14}(?:集群|产业链))。)"
)
"""What heads an item: 2.电子材料：, 先看汽车。, 现代纺织集群。"""
_FIRM_LEADS = pattern(
    r"(?P<firm>[\u4e00-\u9fff]{2,14}?(?:集团|股份有限公司|有限公司|股份))(?:今日|昨日|近日)?(?:发布|披露|公布|公告|宣布)"
)
_RATE = pattern(r"(?:率|能力|时间|占比|集聚度|热度|景气度|竞争力|综合实力)$")
_HAS_RATES = pattern(
    r"(?:业|产业|集群|产业链|企业|中心|公司|集团|园区?|区|港|机场|电网|班列|汽车|机器人|装备|设备|材料|电池)$"
)
_OF_LAND = ("亩均", "地均", "每")
_RATES_OF_FIRMS = ("margin", "intensity")
_DOES_BUSINESS = pattern(
    r"(?:企业|公司|机构|工厂|商户|门店|基地|合作社|农场|林场|养殖场|加工厂|茶厂|民宿|农家乐|酒店|网店|电商)$"
)
"""Counted things that have revenues and profits, which the sentence goes on to tell."""

_IS_BUILT = pattern(r"(?:建成|新建|扩建|建设|投产)[^，。；]{0,20}(?:产线|生产线|工厂|车间|装置|机组|中心)$")
"""What makes something is built, and makes so much of it."""

_FIRMS_HAVE = pattern(r"(?:门店|工厂|机构|商户)$")
_SIZE = pattern(r"规模(?:将|要)?(?:达到?|突破|超过?|为)*$")
"""聚集企业90家，产业规模达90亿元: how large a whole trade is, and not those who were counted."""

_ORGANISATION = pattern(
    r"(?:中心|公司|集团|园区|校区|院区|厂区|合作社|开发区|高新区|经开区|度假区|景区|产业园|研究院|研究所|学院|大学|医院|基地|银行|平台|港|港口|码头|口岸|机场|厂|电站|电网|班列|实验室|大会|峰会|论坛|(?:博览|展览|展销|交易|洽谈|招商|服贸|进博|投洽|推介|订货|交流)会|展会)$"
)
_TELLS_MORE = pattern(
    r"(?:目前|现|现已|已)?，?(?:拥有|现有|建有|设有|占地|总占地|总投资|年产|年吞吐|下设|员工|主营|累计交付|产品(?:出口|远销|销往|覆盖))"
)
"""How a sentence opens that goes on about the body that the one before spoke of."""

_TOWN = pattern(
    r"[\u4e00-\u9fff](?<![全我该本各城乡村])镇$|[\u4e00-\u9fff](?<![全我该本各农乡])(?<!行政)(?<!自然)村$"
    r"|(?<![全我该本各城])乡$|[\u4e00-\u9fff]{2}(?:石化|工业|产业|集聚|示范|保税|综保|[矿灌港])区$"
)
"""Towns, villages and quarters, which no pack lists: their sentence tells what they have."""

_PART_OF_IT = pattern(r"其中[，,:：]?(?=[\u4e00-\u9fff])")
"""民营企业进出口9亿元。其中，出口5亿元: a sentence that parts what the one before told."""

_DOES_MORE = pattern(
    r"(?:同时，|此外，|目前，?|全年，?|累计|共|已|现)*(?:完成|实现|实施|新?引进|新增|建成|开工|签约|获批|落户|接待|实际利用|招商引资)"
)
"""How a sentence goes on that tells more of the zone of the one before."""

_TRADES_ON = pattern(r"(?:贸易|外贸|累计)*(?:顺差|逆差|出口|进口)(?:总?[额值])?(?:为|达|约|超|\d)")
"""某业出口9亿元。其中，…。贸易顺差为3亿元: a sentence that tells more of whose trade it is, and names nobody."""

_OPENING = 40
"""How many characters into a paragraph the zone stands that it is about."""

_PLACE = pattern(rf"{OUR_PLACE}|全社会")


@dataclass(frozen=True, slots=True)
class Named:
    """The subject that a passage speaks of: it goes on through its sentence, an industry's or a firm's further.

    `placeless` where it is a firm, whose figures are no place's; `acting` the clause in which it has or does something;
    `at` its words; `owning` the words that name it where what its sentence goes on to measure is its own, even what else is a place's.
    """

    subject: Words
    cluster: Words | None
    sentence: Span
    placeless: bool
    acting: Span | None = None
    owning: Span | None = None
    at: Span | None = None

    def reaches(self, draft: Draft, text: str, grammar: Grammar) -> bool:
        """Whether it goes on to a figure: within its sentence, an industry until a sentence speaks of something else."""
        if draft.sentence == self.sentence:
            return True
        if grammar.points_back.search(
            text, near(draft.sentence.start, draft.figure.start), draft.figure.start
        ):
            return True  # 这一产业
        another = _WORDS_BEFORE.search(text, draft.sentence.start, draft.clause.start) is not None
        return not another and _INDUSTRY.search(self.subject.value) is not None


def carried(spoken_of: Named | None, draft: Draft, text: str) -> Named | None:
    """北山港通达九国。拥有泊位12个: a body that a new sentence goes on about, as if it spoke of it again."""
    if spoken_of is None:
        return None
    if draft.sentence == spoken_of.sentence and spoken_of.owning is None and _parts_it(draft, text):
        return (
            spoken_of
            if _PLACE.fullmatch(spoken_of.subject.value)
            else replace(spoken_of, owning=draft.clause)
        )
    if draft.sentence.start != spoken_of.sentence.end:
        return spoken_of
    if _PART_OF_IT.match(text, draft.sentence.start) and not _PLACE.fullmatch(spoken_of.subject.value):
        return replace(spoken_of, sentence=draft.sentence, owning=draft.sentence)
    opens = spoken_of.owning is not None and spoken_of.owning.start <= _OPENING
    if opens and _DOES_MORE.match(text, draft.sentence.start):
        return replace(spoken_of, sentence=draft.sentence)
    if spoken_of.owning is not None and _TRADES_ON.match(text, draft.sentence.start):
        return replace(spoken_of, sentence=draft.sentence)
    of_a_body = spoken_of.placeless or _ORGANISATION.search(spoken_of.subject.value) is not None
    if not of_a_body or not _TELLS_MORE.match(text, draft.sentence.start, draft.figure.start):
        return spoken_of
    return replace(spoken_of, sentence=draft.sentence, acting=draft.clause)


def _parts_it(draft: Draft, text: str) -> bool:
    """民营企业进出口9亿元，其中出口5亿元: whether a figure is a part of what its sentence has told of a subject."""
    if draft.figure.form is Form.COUNT:
        return False  # 有专利的企业9家，其中民营企业5家
    return text.startswith("其中", draft.clause.start) or text.endswith(
        ("其中，", "其中:"), 0, draft.clause.start
    )


def item_heading(passage: Passage, grammar: Grammar) -> Named | None:
    """3.先进陶瓷：…: the industry that heads an item, with its cluster; None where the passage has no such heading."""
    match = _ITEM.match(passage.folded.text)
    if match is None:
        return None
    span = Span(*match.span(match.lastgroup or 0))
    words = passage.words(span)
    mark = next(passage.marks_in(span, "cluster"), None)
    if words is None or (mark is None and grammar.industry_end.search(words.value) is None):
        return None
    cluster = passage.named(mark.id, mark.start, mark.end) if mark else None
    return Named(words, cluster, passage.sentence_of(0), False)


def inherited_subject(
    draft: Draft, spoken_of: Named | None, thing: Named | None, item: Named | None, speaking: ClauseHead | None,
    passage: Passage, frame: Frame, lexicon: Lexicon, grammar: Grammar,
) -> Named | None:  # fmt: skip
    """Whose a figure without a subject of its own is; None where it is its place's.

    `spoken_of` is the subject of the figures before it, `thing` what its sentence named or counted last, `item` what
    heads its item of a list, `speaking` what the passage's clauses opened with last.
    """
    text, filling = passage.folded.text, draft.filling
    measure = listed_measure(filling, text, grammar)
    at = draft.figure.start
    words = text[near(max(0, draft.sentence.start - 1), at) : at]
    if ("该" in words or "此" in words) and (site := _says_the_site(draft, speaking, passage)) is not None:
        return site
    if (work := once_built(draft, thing, speaking, passage)) is not None:
        return Named(*work, draft.sentence, False)
    whose = filling.subject
    by_name = whose is not None and text[whose.start : whose.end] in _FIRM_WORDS  # 公司注册资本: no thing's
    of_a_thing = measure is not None and measure.scope == "thing" and not by_name
    made = _made_before(draft, passage, grammar) if of_a_thing else None
    if frame.firm is None:
        by_word = None
        if "公司" in words or "企业" in words:
            by_word = says_the_firm(draft, spoken_of, passage, lexicon)
        if by_word is None and "”" in text[draft.figure.end : draft.figure.end + _QUOTED]:
            by_word = _who_says_it(draft, passage, lexicon)
        if by_word is not None:
            return by_word if made is None else made
    if by_name and frame.firm is not None and (itself := passage.words(whose)) is not None:
        return Named(itself, None, draft.sentence, True)  # 公司毛利率提高: whatever else was spoken of
    if (
        thing is not None
        and of_a_thing
        and speaking is not None
        and _has_been_named_since(thing, speaking, draft)
    ):
        return Named(speaking.words, speaking.cluster, draft.sentence, speaking.firm)
    if thing is not None and thing.sentence == draft.sentence:
        if of_a_thing:
            return (
                made if made is not None and _is_nearer(made, thing) else thing
            )  # 建成项目12个，总投资9亿元: of the projects
        if filling.measure is not None and is_of_the_thing(draft, thing.subject, text):
            return thing
        if _SUM.search(thing.subject.value) and serves_others(draft, text, grammar):
            return thing  # 发行债券9亿元，支持项目90个
        if measure is not None and measure.id == "capacity" and _is_built(thing, text):
            return thing  # 建成产线2条，月产能3万片
        told = measure is not None and (
            (measure.scope == "subject" and measure.dimension == "money") or measure.id in _RATES_OF_FIRMS
        )
        told = told and filling.measure is not None and not text.startswith(_OF_LAND, filling.measure.start)
        # 龙头企业9家，园区营业收入…: the park's, by the word for it
        word = "" if whose is None else text[whose.start : whose.end]
        by_its_word = word != "" and _points_to_site(word, grammar)
        by_its_word = by_its_word or (word in _OF_AN_INDUSTRY_WHOLE and "；" in words)
        told = told and not by_its_word
        firms_own = spoken_of is not None and spoken_of.placeless and spoken_of.sentence == draft.sentence
        of_a_firm = firms_own and _FIRMS_HAVE.search(thing.subject.value) is not None
        if (
            told
            and not of_a_firm  # 公司新增门店30家，营收突破9亿元: the firm's
            and not _SIZE.search(text, near(draft.sentence.start, at), at)
            and _DOES_BUSINESS.search(thing.subject.value)
        ):
            return thing  # 规上工业企业312家，实现营业收入90亿元: of the enterprises
    if made is not None:
        return made
    economy = filling.economy or of_a_thing
    if speaking is not None and _goes_on_of(speaking, spoken_of, draft, measure, passage):
        return Named(speaking.words, speaking.cluster, draft.sentence, speaking.firm)
    if spoken_of is None and (leads := _firm_that_leads(draft, passage)) is not None:
        return leads
    same = spoken_of if spoken_of is not None and spoken_of.sentence == draft.sentence else None
    if item is not None and not _is_of_the_whole_economy(measure):
        of_the_item = (
            same is None or economy or _SIZE.search(text, near(draft.sentence.start, at), at) is not None
        )
        return item if of_the_item else same  # 汽车集群：整车产能9万辆，产业规模突破90亿元
    if frame.firm is not None and (economy or spoken_of is None):
        firm = _firm_before(draft, passage) or (
            None if economy and _WIDER.search(text, draft.sentence.start, at) else frame.called or frame.firm
        )
        return Named(firm, None, draft.sentence, True) if firm else None
    if economy:
        if (
            same is not None
            and filling.measure is not None
            and text.startswith("拉动", filling.measure.start)
        ):
            return same  # 第三产业增长9%，拉动GDP增长2个百分点
        if same is not None and brings(draft, same, text, grammar):
            return same
        if same is not None and _of_its_industry(draft, same, text):
            return same
        if same is not None and is_owned(same.owning, draft, measure, text, grammar):
            return same
        if (
            same is not None
            and measure is not None
            and measure.id in TRADE
            and is_traded_by(same, draft, text)
        ):
            return same
        if same is None and spoken_of is None and not _is_of_the_whole_economy(measure):
            opens = _industry_that_opens(draft, passage, grammar)
            gathers = grammar.have_at_start.match(text, draft.clause.start, at) is not None
            return opens if opens is not None and gathers and _of_its_industry(draft, opens, text) else None
        if same is None or _is_of_the_whole_economy(measure):
            return None
        return same if _rates(draft, same, text) or _does(draft, same, passage, grammar) else None
    if same is not None:
        return same
    if (opens := _industry_that_opens(draft, passage, grammar)) is not None:
        return opens
    if spoken_of is not None or frame.cluster is None:
        return spoken_of
    cluster = frame.cluster
    if filling.measure is not None and next(passage.marks_in(filling.measure, "cluster"), None) is not None:
        return None  # 轻工业增加值: the words for what is measured name the industry
    name = Words(lexicon.clusters[cluster.value].name, cluster.start, cluster.end)
    return Named(name, cluster, draft.sentence, False)


_OF_AN_INDUSTRY_WHOLE = ("产业", "产业链", "全产业链", "行业", "集群", "产业集群", "全行业")


def _has_been_named_since(thing: Named, speaking: ClauseHead, draft: Draft) -> bool:
    """甲项目新增学位90个；乙项目位于城东，计划总投资…: whether a work heads a clause behind what was counted, which the figure goes on about."""
    if thing.at is None or thing.sentence != draft.sentence or speaking.by_kind or speaking.firm:
        return False
    return speaking.start > thing.at.end


_IS_GROWN = pattern(
    r"(?:发展|培育|壮大|打造|做强做优|做优做强|做大做强|做强|做大|做优)(?:起|了|出)?(?P<industry>(?!一批|多个|若干)[^，。；、的\d]{2,14}?(?:产业集群|产业链|产业|集群))，"
)


def _grown(text: str, start: int, draft: Draft) -> re.Match[str] | None:
    """大力发展预制菜产业，发布标准，产值超9亿元: the last industry that the clauses before grow."""
    every = tuple(_IS_GROWN.finditer(text, near(start, draft.clause.start), draft.clause.start))
    return every[-1] if every else None


def _industry_that_opens(draft: Draft, passage: Passage, grammar: Grammar) -> Named | None:
    """服务业支撑作用明显，增加值…: the industry that the sentence opens with, before its first figure."""
    text = passage.folded.text
    part = max(draft.sentence.start, text.rfind("；", draft.sentence.start, draft.clause.start) + 1)
    opening = _OPENING_INDUSTRY.match(text, part, draft.clause.start) or _grown(text, part, draft)
    industry = passage.words(Span(*opening.span("industry"))) if opening else None
    if opening is None or industry is None:
        return None
    if _WHOLE_ECONOMY.fullmatch(industry.value) or industry.value.removesuffix("经济") in grammar.places:
        return None
    mark = next(passage.marks_in(Span(*opening.span("industry")), "cluster"), None)
    named = passage.named(mark.id, mark.start, mark.end) if mark is not None else None
    return Named(industry, named, draft.sentence, False)


_ITSELF = ("公司", "本公司", "该公司")
_FIRM_WORDS = (*_ITSELF, "企业", "集团")


def by_its_name(subject: Words, frame: Frame) -> Words:
    """公司 in news of a firm is the firm by its name; in a report of its own it is what that calls itself."""
    if frame.firm is None or subject.value not in _ITSELF:
        return subject
    return frame.called or frame.firm


_QUOTED = 90
_SAID_BY = pattern(
    r"[^“”\n]{0,80}”(?P<who>[^。“”，；]{2,14}?)(?:市场部|销售部|生产部|采购|市场|销售|生产|技术|品牌|运营|财务|研发)?(?:相关|有关)?(?:负责人|董事长|(?:副?总)?经理|总裁|总监|创始人|首席|副总|厂长|工程师|车间主任|主管|员工|董秘)[^。“”]{0,12}(?:说|表示|介绍|告诉|坦言)"
)


def _who_says_it(draft: Draft, passage: Passage, lexicon: Lexicon) -> Named | None:
    """“…九成。”某某光电总经理说: the firm whose people say it; None where they are no firm's."""
    text = passage.folded.text
    at = draft.figure.start
    if text.rfind("“", near(0, at), at) <= text.rfind("”", near(0, at), at):
        return None
    said = _SAID_BY.match(text, draft.figure.end)
    if said is None:
        told = whose_head_says_it(draft, passage) or firm_that_said(draft, passage) or speaker(draft, passage)
        return None if told is None else Named(told, None, draft.sentence, True)
    span = Span(*said.span("who"))
    firm = firm_before(passage, span.end, lexicon)
    words = passage.words(span)
    if words is None or ((firm is None or firm.end != span.end) and words.value != "公司"):
        return None
    return Named(
        firm.words if firm is not None and firm.end == span.end else words, None, draft.sentence, True
    )


def says_the_firm(draft: Draft, spoken_of: Named | None, passage: Passage, lexicon: Lexicon) -> Named | None:
    """公司年产能达20万台: a firm by the word that points back to it, where a figure's clause or the one before opens with it.

    企业 may be any enterprise where no firm is named before it.
    """
    text = passage.folded.text
    start, end = draft.sentence.start, draft.figure.start
    start = max(start, text.rfind("，", 0, max(draft.clause.start - 1, 0)))
    said = next(iter(reversed(tuple(THE_FIRM.finditer(text, max(0, start - 1), end)))), None)
    if said is None:
        return None
    if spoken_of is not None and spoken_of.subject.start > passage.folded.source(said.start(), said.end())[0]:
        return None
    firm, word = firm_before(passage, said.start() + 1, lexicon), Span(*said.span("word"))
    named = passage.words(word)
    if named is None or (firm is None and named.value != "公司"):
        return None
    return Named(named, firm.cluster if firm is not None else None, draft.sentence, True)


_POINTS_TO_FIRM = pattern(r"[^，。；]{0,6}(?:公司|企业|集团|其|它|旗下)")


def _points_to_site(word: str, grammar: Grammar) -> bool:
    """园区, 该基地: words that point back to a site spoken of before."""
    return word.endswith(("区", "园", "港", "基地")) and grammar.pronouns.fullmatch(word) is not None


def _goes_on_of(
    speaking: ClauseHead, spoken_of: Named | None, draft: Draft, measure: Measure | None, passage: Passage
) -> bool:
    """Whether a figure without a subject goes on about the firm spoken of: nothing behind the firm owns it."""
    if _is_of_the_whole_economy(measure) and speaking.start < draft.sentence.start:
        return False
    if spoken_of is not None and spoken_of.subject.start > speaking.words.start:
        return False
    if speaking.by_kind and spoken_of is not None and _is_its_name(spoken_of, speaking, draft):
        return False  # 南海产业园有企业30家，园区营业收入…: the one by its name
    start = max(draft.sentence.start, speaking.end)
    text = passage.folded.text
    if speaking.by_kind and speaking.start < draft.sentence.start:
        told = spoken_of is not None and spoken_of.sentence == draft.sentence
        if not told and _WORDS_BEFORE.search(text, draft.sentence.start, draft.clause.start):
            return False  # a sentence that opens with something else goes on about that
    if speaking.acts and speaking.start < draft.sentence.start:
        return False
    site = not (speaking.firm or speaking.by_kind or speaking.acts)
    if site and not is_of_the_site(speaking, draft, text):
        return False
    if (
        not speaking.by_kind
        and speaking.start < draft.sentence.start
        and draft.filling.economy
        and not _POINTS_TO_FIRM.match(text, start)
    ):
        return False  # 某某电器扩产。引进项目9个: what is counted in a sentence of its own may be anyone's
    end = draft.figure.start
    if speaking.by_kind and (whole := _OF_THE_WHOLE.search(text, start, end)) is not None:
        end = whole.start()  # 园区贡献了全市23%的产值
    if OF_A_PLACE.search(text, start, end):
        return False
    return next(passage.marks_in(Span(start, end), "region"), None) is None


_OF_THE_WHOLE = pattern(r"(?:[全我本该][省市县区州国]|全球)的?\Z")
"""全市|23%: what a share is of, and not whose it is."""


def _is_its_name(spoken_of: Named, speaking: ClauseHead, draft: Draft) -> bool:
    """Whether a sentence has spoken by name of the body whose kind a clause opens with."""
    name, kind = spoken_of.subject.value, speaking.words.value
    return spoken_of.sentence == draft.sentence and name != kind and name.endswith(tuple(kind))


_THE_SITE = pattern(
    r"(?:^|[，。；“”])(?:目前|据报道|据悉|据介绍)?，?[该此](?P<word>项目|基地|工程|度假区|景区|雪场)"
)


def _says_the_site(draft: Draft, head: ClauseHead | None, passage: Passage) -> Named | None:
    """该项目总投资90亿元: a project or site by the word that points back to it, in a figure's sentence."""
    text, end = passage.folded.text, draft.figure.start
    said = _THE_SITE.search(text, near(max(0, draft.sentence.start - 1), end), end)
    words = None if said is None else passage.words(Span(*said.span("word")))
    if said is None or words is None or OF_A_PLACE.search(text, said.end(), draft.figure.start):
        return None
    if draft.filling.subject is not None and draft.filling.subject.start > said.end():
        return None
    return Named(words, head.cluster if head is not None and not head.firm else None, draft.sentence, False)


def is_organisation(name: str) -> bool:
    """北山医院, 创新中心: whether a name is that of a body which goes on having and doing things."""
    return _ORGANISATION.search(name) is not None


def is_place(subject: Words, lexicon: Lexicon) -> bool:
    """Whether a subject is but a place (全县, 湖州, 长兴县), whose figures may go on about something that it has."""
    name = subject.value
    if name in lexicon.region_by_word or _PLACE.fullmatch(name) is not None:
        return True
    return name.endswith(_COUNTIES) and bool(lexicon.gazetteer.named(name))


_COUNTIES = ("县", "市", "区", "旗")


def acting(draft: Draft, subject: Words, passage: Passage, lexicon: Lexicon, grammar: Grammar) -> Span | None:
    """The clause in which a subject has or does something (实验室集聚人员90人), or None where it is but described."""
    text, filling = passage.folded.text, draft.filling
    if filling.subject is None or filling.measure is None or is_place(subject, lexicon):
        return None
    measure = listed_measure(filling, text, grammar)
    if (
        not filling.economy
        or _is_of_the_whole_economy(measure)
        or subject.value.startswith(("每", "为", "对", "向"))
    ):
        return None
    verb = grammar.have_at_start.match(text, filling.subject.end, draft.figure.start)
    return draft.clause if verb is not None else None


_SUM = pattern(r"(?:债券|专项债|票据|存单|贷款|基金|信托|保险)$")


def _counts(draft: Draft) -> bool:
    return draft.figure.form is Form.COUNT and draft.figure.quantity.unit.startswith("count")


def _is_a_sum(draft: Draft, passage: Passage) -> bool:
    """发行专项债券8亿元，平均利率2.9%: a sum that has terms of its own, which the sentence goes on about."""
    measure = draft.filling.measure
    return measure is not None and _SUM.search(passage.folded.text, measure.start, measure.end) is not None


def _is_built(thing: Named, text: str) -> bool:
    at = thing.at
    return (
        at is not None
        and _IS_BUILT.search(text, max(thing.sentence.start, at.start - _NEAR), at.end) is not None
    )


_NEAR = 8


def counted_thing(draft: Draft, passage: Passage) -> Named | None:
    """落户企业62家: the thing that a figure counts, which the sentence may go on about; None where it counts none."""
    if not _counts(draft) and not _is_a_sum(draft, passage):
        return None
    measure = draft.filling.measure
    if measure is None or passage.folded.text.startswith("之一", measure.end):
        return None  # 七个重大项目之一的…: what goes on is the one
    at = near(draft.sentence.start, draft.figure.start)
    if passage.folded.text.rfind("(", at, draft.figure.start) > passage.folded.text.rfind(
        ")", at, draft.figure.start
    ):
        return None  # 项目76项(新建48项，续建28项)，总投资…: of all of them
    words = passage.words(measure)
    return Named(words, None, draft.sentence, False, at=measure) if words else None


_HAS = pattern(r"(?:目前|现|已|共|还|并|也|累计)*(?:拥有|建有|设有|[集聚汇][聚集]了?|集中了?)")
_OF_AN_INDUSTRY = pattern(
    r"(?:规上|规模以上|龙头|骨干|相关|上下游|产业链|生产|加工|配套|链上|链主|重点|高新技术|专精特新|[“”\"]|小巨人|核心|上市)*(?:企业|厂家|商户|门店|经销商|从业人员|从业者|用工|作坊|工厂)"
)


def _of_its_industry(draft: Draft, spoken_of: Named, text: str) -> bool:
    """家电产值90亿元，规上企业400家: enterprises and people that are told of after an industry, and named by no other word.

    Whatever it is told to have is its own (集群集聚企业90家，拥有实验室3个).
    """
    measure = draft.filling.measure
    industry = spoken_of.cluster is not None or spoken_of.subject.value.endswith(("业", "产业链", "集群"))
    if measure is None or not industry:
        return False
    has = _HAS.match(text, draft.clause.start, draft.figure.start) is not None
    return has or _OF_AN_INDUSTRY.fullmatch(text, measure.start, measure.end) is not None


def _rates(draft: Draft, spoken_of: Named, text: str) -> bool:
    """集群产值90亿元，本地配套率六成: a rate that no pack lists is that of the industry or body spoken of."""
    measure = draft.filling.measure
    if measure is None:
        return False
    if OF_A_PRODUCT.search(text, measure.start, measure.end) and not _PLACE.match(spoken_of.subject.value):
        return True
    if _RATE.search(text, measure.start, measure.end) is None:
        return False
    return _HAS_RATES.search(spoken_of.subject.value) is not None


def _firm_that_leads(draft: Draft, passage: Passage) -> Named | None:
    """某某集团发布年报：营收90亿元: the firm whose sentence it is."""
    match = _FIRM_LEADS.match(passage.folded.text, draft.sentence.start, draft.figure.start)
    words = None if match is None else passage.words(Span(*match.span("firm")))
    return None if words is None else Named(words, None, draft.sentence, True)


_SIGNS = pattern(r"(?:签订|签署|签下|拿下|中标)(?:了)?(?=[^，。；]{0,20}(?:合同|订单|协议|项目|工程)$)")


def _made_before(draft: Draft, passage: Passage, grammar: Grammar) -> Named | None:
    """设立某某基金，首期规模20亿元: the thing that the clause before makes without a figure."""
    text = passage.folded.text
    end = draft.clause.start - 1
    if end <= draft.sentence.start or text[end] != "，":
        return None
    start = max(text.rfind(mark, near(draft.sentence.start, end), end) for mark in "，；：。") + 1
    start = max(start, draft.sentence.start)
    verb = grammar.have_at_start.match(text, start, end)
    if verb is None and (signs := _SIGNS.search(text, start, end)) is not None:
        verb = signs  # 公司与客户签订建造合同，合同金额…
    words = passage.words(Span(verb.end(), end)) if verb is not None and verb.end() + 1 < end else None
    if verb is None or words is None or any(character.isdigit() for character in words.value):
        return None
    return Named(words, None, draft.sentence, False, at=Span(verb.end(), end))


def _is_nearer(made: Named, thing: Named) -> bool:
    """Whether what a clause makes stands behind what was named or counted before."""
    return made.at is not None and thing.at is not None and made.at.start > thing.at.end


_BY_ITS_NAME = pattern(r"“[^“”]+”")
"""“惠商贷”利率3%，为9家企业授信…: a scheme by its name goes on doing things."""


def _does(draft: Draft, spoken_of: Named, passage: Passage, grammar: Grammar) -> bool:
    """中心选育新品种3个，制定标准2项: an organisation goes on doing things through its sentence."""
    if _BY_ITS_NAME.fullmatch(spoken_of.subject.value):
        return OF_A_PLACE.search(passage.folded.text, draft.sentence.start, draft.figure.start) is None
    if spoken_of.acting == draft.clause:
        return True  # 实验室集聚人员90人、转化成果12项
    if _TOWN.search(spoken_of.subject.value):
        return True
    if spoken_of.placeless:
        between = Span(spoken_of.sentence.start, draft.figure.start)
        return OF_A_PLACE.search(passage.folded.text, between.start, between.end) is None
    if not _ORGANISATION.search(spoken_of.subject.value):
        return spoken_of.subject.value.endswith("项目") and builds(draft, passage.folded.text)
    if spoken_of.acting is not None:
        return True  # 度假区拥有雪道17条，雪道总长80公里
    if is_of_the_body(draft, spoken_of, passage, grammar):
        return True
    return grammar.have_at_start.match(passage.folded.text, draft.clause.start) is not None


def _is_of_the_whole_economy(measure: Measure | None) -> bool:
    return measure is not None and measure.scope == "economy" and measure.dimension != "count"


_WIDER = pattern(r"行业|市场|全球|全国|我国|国内|[全我][省市县区]|客户|同行|产业链|机构|股东")
"""Words of a firm's text that speak of more than the firm."""

_OWN_FIRM = pattern(
    r"(?:^|(?<=[\s，。；：、“”（(年月日度季期前后时内使让由对为与和及给该本将在是但而因]))公司|(?:^|[，。；：、“]|本|因此，|该)集团(?!公司|股份)"
)


def _firm_before(draft: Draft, passage: Passage) -> Words | None:
    """公司, where the paragraph says it before the figure."""
    text, at = passage.folded.text, -1
    for said in _OWN_FIRM.finditer(text, 0, draft.figure.start):
        at = said.end() - 2
    return passage.words(Span(at, at + 2)) if at != -1 else None
