"""The packs' cues, compiled into the patterns that constructions share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from yanchao.lexicon.entries import PLACE, Cue, Measure
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern, replace
from yanchao.statements.lengths import by_ending, by_opening

UNLISTED = Measure("", "", "", "any", "subject", ())
"""A measure known by its ending alone (…率, …量, …额)."""

_NO_MEASURE = frozenset(
    ("大量", "力量", "质量", "多数", "少数", "免费", "消费", "高值", "算量", "无数", "分数", "参数", "能量")
)
_DENIES = frozenset("不非未")
"""What makes of the measure behind it another one (不合格率)."""

_LONGEST_PLACE = 8
"""How many characters of a phrase the place that opens it may have."""

_SHORT_KIND = 2
"""How many characters a kind has that 在 may follow; longer words are told from others by their length alone."""

_REACH_TO = frozenset("通直发畅抵下送传转")
_HOLDS = frozenset("拥共现具没含占")


class Grammar:
    """Patterns over folded text, one per role of cue. Compiled once for a lexicon by `grammar(lexicon)`."""

    def __init__(self, lexicon: Lexicon) -> None:
        def words(role: str) -> list[str]:
            return [cue.text for cue in lexicon.cues_of(role)]

        self.lexicon = lexicon
        links = (*words("link"), *(verb + end for verb in words("moves") for end in words("moves-to")))
        self._links = frozenset(links)
        self._link_lengths = by_ending((*links, "有"))
        self._adverbs = {cue.text: cue.value == "listed" for cue in lexicon.cues_of("adverb")}
        self._adverb_lengths = by_ending(self._adverbs)
        self.adverb_ends = frozenset(self._adverb_lengths)
        self.leading_skips = pattern(
            rf"(?:{any_but(lexicon.cues_of('skip'))}|控制在(?=限额|预算)|(?:建设|设计|生产)?规模为|[、，的\s：:—\-”]|和(?!美|平|谐|田)|与(?!会)|及(?!时|格|早)|即(?![将时墨期食可便使日])|可(?=年产|容纳|生产|提供|带动|实现|吸纳|新增|形成|解决|创造)|共(?=推|颁|生产|发(?!展|电)|达|签|向|为|开|培|举|完|实|投|新|引|吸|接|组|选|派|支|办|查|追))+"
        )
        have = lexicon.cues_of("have")
        self.have_anywhere = pattern(any_but(cue for cue in have if not cue.value.startswith("start")))
        self.have_at_start = pattern(
            any_but(replace(cue, value=cue.value.removeprefix("start")) for cue in have)
        )
        kinds = [word for role in ("by-kind", "own-kind", "ranked", "site") for word in words(role)]
        self.thing_ends = pattern(
            rf"(?<=[\u4e00-\u9fff]{{3}})\d{{1,2}}(?:[-—–~～至到]\d{{1,2}})?月|在(?<=(?:{_any(kind for kind in kinds if len(kind) == _SHORT_KIND)})在)|建设(?<=(?:项目|工程)建设)(?=[，。；、]|$)|(?:19|20)\d\d年(?<=[\u4e00-\u9fff]{{2}}\d{{4}}年)(?![^，。；]{{0,6}}的)|"
            r"[，。；：、！？(（)）《》［\[]|(?<=[\u4e00-\u9fff]{4})在|(?<=[\u4e00-\u9fff]{2})[到赴来](?=[\u4e00-\u9fff]{2,6}?(?:投资|参观|考察|学习|就业|调研|旅游|务工|工作|落户))|(?<=[\u4e00-\u9fff]{2})从(?=这里|此|全|本|各)|(?:以及|并且|并(?!购|网)|且)|(?<=[率数量均])达|(?<=[速幅率])由|(?<=[\u4e00-\u9fff]{2})为(?=支撑|核心的|主导|引领|基础的|载体|依托|抓手|骨干|龙头|主体的|纽带|代表)"
            r"|(?<![出转受谦])让(?!利|渡)|(?<!以)"
            f"{any_but(lexicon.cues_of('then'))}|(?<=[\u4e00-\u9fff]{{2}}){any_but(lexicon.cues_of('then-behind'))}|(?<=[^”])[和与及](?=“|一系列|一大?批|若干)|(?<=[\u4e00-\u9fff]{{2}})(?:高质量发展|综合|绩效)(?:考核评价|考评|考核|评价)(?:中|里)"
        )
        self.counted_places = pattern(
            _any(word.text for word in lexicon.counters.values() if word.numerals == PLACE and word.unit)
        )
        units = [unit.text for unit in lexicon.units.values()]
        # 村（组）: a counter by itself is rather one more thing
        self.unit_in_brackets = pattern(
            rf"\((?:[十百千万亿]*(?:{_any(units)}|%)(?:/[^()\d]{{1,4}})?|[十百千万亿]+(?:{_any(lexicon.counters)}))\)$"
        )
        self.then = frozenset(words("then"))
        # 9%的增长, 9%的较快增长; what stands before a number is the verb of that: 上年的70.3%|下降0.8个百分点
        self.rate_behind = pattern(
            rf"(?:的(?:同比|环比|年均|平均)?(?:{_any(words('grows-how'))})?)?(?P<verb>增长|增速|增幅|涨幅|升幅|增长率|速度增长|速度递增"
            r"|(?P<down>降幅|跌幅|负增长|下降|下滑|下跌))(?!空间|目标|潜力|点|极|到|至|了?(?:约|近|超过?|不到|将近)?\d)"
        )
        self.growth_up = words("growth-up")
        self.rest = frozenset(words("rest"))
        self.growth_down = frozenset(words("growth-down"))
        self.trailing_growth = pattern(
            rf"(?P<verb>{_any([*self.growth_up, *self.growth_down])})(?!到|至|(?<=[降减跌涨升增加])为)(?:了|速度|幅度|率)?(?:{_any((*links, *words('adverb')))})*(?:了)?$"
        )
        self.deed = pattern(
            rf"(?:共|累计|合计|一共|总共|平均每[年月天日])+(?=[\u4e00-\u9fff])|{_any(words('does'))}"
        )
        self.does = pattern(
            rf"(?<=[\u4e00-\u9fff”]{{2}})(?:{_any(words('does'))})(?!{_any(words('no-deed'))})(?=[\u4e00-\u9fff]{{0,8}}$)"
        )
        self.part_among = pattern(
            rf"(?:^|[，；。：、]|(?<=[年月度]))在?(?P<base>(?!其)[^，。；：、在的\d]{{0,18}}?(?:{_any(words('part-among'))}))"
            r"(?:之|当)?(?:中|里)(?!心|间|国|小|部|央|型|等|标|高|外|药|医|学)，?(?P<part>[^，。；、\d]{2,24}?)(?:的|所)?(?P<word>占比|比重|占到?)(?:已|约|将|更|均|仍|达到?|为|是|超过?|高达)*$"
        )
        self.rank_among = pattern(
            rf"(?<=[\u4e00-\u9fff]{{2}})(?:均|仍|已|持续|稳定|保持|继续|跃)*(?:稳居|位居|跃居|位列|名列|居于|位于|排名|排在|排|居|列)(?:于)?(?P<base>[^，。；、的\d]{{0,8}}?(?:{_any(words('rank-among'))}))(?:中|里)?$"
        )
        self.fares = pattern(_any(words("fares")))
        manner = rf"(?:(?:{_any(words('growth-manner'))})+的?)?"
        self.growth_behind = pattern(
            rf"(?:的(?:同比|环比|年均|平均)?{manner})?(?P<verb>增长|增速|增幅|涨幅|升幅|增长率|速度增长|速度递增|(?P<down>降幅|跌幅|负增长|下降|下滑|下跌))(?!空间|目标|潜力|点|极|到|至|了?(?:约|近|超过?|不到|将近)?\d)"
        )
        """9%的增长, 9%的快速增长; what stands before a number is the verb of that: 上年的70.3%|下降0.8个百分点."""
        self.rank_verbs = pattern(rf"(?:{_any([*words('rank-verb'), *links])})+(?:了)?(?:第)?$")
        self.wins = pattern(rf"(?:再次|均|都|成功|蝉联)*(?:{_any(words('wins'))})[^，。；、\d]{{2,24}}")
        self.universes = pattern(f"(?:{_any(words('universe'))})(?!{_any(words('no-universe'))})")
        self.more = {cue.text: tuple(filter(None, cue.value.split("|"))) for cue in lexicon.cues_of("more")}
        self.market = pattern(lexicon.any_cue("market"))
        self.task = pattern(rf"(?:同时|此外|并|还)?，?(?:{lexicon.any_cue('task')})")
        self.brings = pattern(
            rf"[，、]?(?:每年|累计|直接|间接|共|还|也|又|并|可|已|将|预计|有效|有力)*(?:{_any(words('brings'))})"
        )
        behind = sorted(lexicon.cues_of("behind-subject"), key=lambda cue: -len(cue.text))
        self.behind_subject = pattern(
            f"(?:{'|'.join(f'(?<![{cue.value}])' * bool(cue.value) + re.escape(cue.text) for cue in behind) or '(?!)'})+$"
        )
        does = (
            replace(cue, value=cue.value.removeprefix("start"))
            for cue in have
            if len(cue.text) > 1 and cue.value.startswith("start")
        )
        self.goes_on_to_do = pattern(
            rf"(?<=[\u4e00-\u9fff]{{2}})(?:{any_but(lexicon.cues_of('opens-verb'))})+{any_but(does)}(?=[\u4e00-\u9fff“])"
        )  # 固州就|启动, 法院共|审结: a verb that an adverb opens, wherever in its phrase
        manners = _any((*words("manner"), *words("behind-subject")))
        self.manner = pattern(rf"(?:{manners})+")
        self.behind_subject_ends = frozenset(cue.text[-1] for cue in behind)
        self.narrows = pattern(f"(?:{_any(words('narrows'))})+")
        self.narrows_behind = frozenset(
            cue.text for cue in lexicon.cues_of("narrows") if cue.value == "behind"
        )
        self.short_names = frozenset(words("short-name"))
        self.parts_of = tuple((cue.text, cue.value) for cue in lexicon.cues_of("part-of"))
        self.markets = pattern(
            rf"(?P<base>(?P<universe>{_any(words('universe'))})(?:[^，。；：、的\d]{{0,8}}?市场(?=的?(?:占有率|份额|占有份额|占比|总额))|(?=市占率)))"
            r"(?:的?(?:占有率|份额|占有份额|占比|总额)|市占率)"
        )
        self.cross_province = pattern(any_but(lexicon.cues_of("cross-province")))
        self.pays = pattern(
            rf"(?:{_any(words('pays'))})(?:额|总额|规模)?(?:了|已|共计|合计|共|却|也|还|仍|高达|达到|达|约|接近|近|逾|超|突破|为)*$"
        )
        self.paid = pattern(_any(words("paid")))
        self.grades = frozenset(words("grade"))
        self.purpose = pattern(lexicon.any_cue("purpose"))
        self.support = pattern(lexicon.any_cue("support"))
        self.states = pattern(
            rf"(?<=[\u4e00-\u9fff]{{2}})(?:仍|还|依然|相对|明显|总体|有所|持续|逐步)*(?:{lexicon.any_cue('state')})$"
        )
        self.abroad = pattern(any_but(lexicon.cues_of("abroad")))
        self.abroad_opens = frozenset(cue.text[0] for cue in lexicon.cues_of("abroad"))
        self.target = pattern(_any(words("target")))
        self.estimate = pattern(
            rf"(?<![好高低]于)(?<!超[过出])(?:{_any(words('estimate'))})"
        )  # 收入好于预计: on record
        zones = f"(?:{lexicon.any_cue('owner-zone')})(?![区域]|建设(?!用地)|改造|开发(?!面积|投资)|规划(?!面积|用地)|管理)"
        self.owner_zone = pattern(
            rf"(?:全国|[全我本该][省市县区州国]|各)?(?P<zone>[^，。；：、“”\d的]{{0,14}}?{zones}(?:[、和及与][^，。；：“”的]{{0,10}}?{zones})*)"
        )
        self.wins_title = pattern(
            rf"(?:{_any(words('wins-title'))})[了为过上到]?(?:(?:[^。；，]{{2,40}}\d+[余多]?[家个项名位件座所条款]、)?|第?[一二三四五六七八九十首\d、和]{{1,5}}批次?的?)$"
        )
        self.reaches = pattern(lexicon.any_cue("reaches"))
        self.acts_on = frozenset(words("acts-on"))
        self.sums_up = pattern(lexicon.any_cue("sums-up"))
        self.by_kind = frozenset(words("by-kind"))
        self.own_kinds = pattern(f"(?:{any_but(lexicon.cues_of('own-kind'))})")
        self.opens_with_kind = pattern(
            r"(?:^|[，。；：！？“（(,;:!?\n])\s*(?:(?:其中|同时|此外|目前|如今|现在|近年来|近期|据悉|据介绍|而|如今的|(?:20\d\d|去|今|全)年(?:以来|度|底|末)?|上半年|[前]?[一二三四]季度|截至目前)[，,]?)?(?:该|本|整个|这家|这个|这座)?\Z"
            r"|[这该][个座家所片处][^，。；：、“”\n]{2,24}的\Z",
        )
        self.named_sites = frozenset(words("named-site"))
        self.site_by_name = pattern(
            rf"(?:^|[，。；：！？“的])(?:走进|来到|在)?(?P<name>[\u4e00-\u9fff]{{3,14}}(?P<kind>{lexicon.any_cue('named-site')}))(?=[，。；：！？”里内上])"
        )
        self.zone = pattern(rf"[\u4e00-\u9fff]{{0,4}}?(?:{lexicon.any_cue('zone')})")
        self.firm_speaks = pattern(
            rf"[^“”\n]{{0,80}}”[^。“”]{{0,16}}(?:{lexicon.any_cue('firm-head')})[^。“”]{{0,10}}(?:说|表示|介绍|告诉|坦言)"
        )  # …九成。”某某光电总经理说
        self.members = {cue.text: tuple(cue.value.split("|")) for cue in lexicon.cues_of("members")}
        self.industry_end = pattern(f"(?:{_any(words('industry'))})$")
        self.pronouns = pattern(f"(?:[这该此]一?家?|本|全)?(?:{_any(words('pronoun'))})")
        self.points_back = pattern(f"[这该此]一?(?:{_any(words('pronoun'))})")
        self._measures = lexicon.measure_by_word
        self._measure_lengths = by_ending(self._measures, 2)
        self.places = lexicon.region_by_word
        self.place_lengths = by_opening((word for word in self.places if len(word) <= _LONGEST_PLACE), 2)

    def measure_at_end(self, text: str, start: int, end: int) -> tuple[int, Measure] | None:
        """Where the longest listed measure that ends at `end` begins, and the measure; None where none does."""
        for length in self._measure_lengths.get(text[max(start, end - 2) : end], ()):
            if (
                length <= end - start
                and (measure := self._measures.get(text[end - length : end])) is not None
            ):
                begin = end - length
                is_denied = begin > start and text[begin - 1] in _DENIES  # 不|合格率: another thing
                return (begin - 1, UNLISTED) if is_denied else (begin, measure)
        if end - start >= 3 and text[end - 1] in "率量额值数费" and text[end - 2 : end] not in _NO_MEASURE:
            return end - 3, UNLISTED
        return None

    def links_at_end(self, text: str, start: int, end: int) -> int:
        """Where the links that close `text[start:end]`, one behind the other (达到了), begin; `end` where none does."""
        if text[end - 1 : end] not in self._link_lengths:
            return end
        reached = [end]
        for at in reached:
            for length in self._link_lengths.get(text[at - 1 : at], ()):
                begin = at - length
                if begin >= start and begin not in reached and self._is_link(text, start, begin, at):
                    reached.append(begin)
        return min(reached)

    def adverbs_at_end(self, text: str, start: int, end: int) -> int:
        """Where the adverbs that close `text[start:end]` begin (出口|也可能); `end` where none does.

        One that ends names too counts only where a measure of the packs stands before them all.
        """
        first, sure = end, True
        while first > start:
            lengths = self._adverb_lengths.get(text[first - 1], ())
            length = next((one for one in lengths if text[first - one : first] in self._adverbs), 0)
            if not length or first - length < start:
                break
            first -= length
            sure = sure and not self._adverbs[text[first : first + length]]
        if first == end or first <= start:
            return end
        whole = self.measure_at_end(text, start, end)
        if whole is not None and whole[0] < first:
            return end
        return first if sure or self.measure_at_end(text, start, first) is not None else end

    def _is_link(self, text: str, start: int, begin: int, end: int) -> bool:
        word = text[begin:end]
        if word == "达" and text[begin - 1] in _REACH_TO and begin > start:
            return False  # 通达|90个国家: the verb of what it reaches
        return word in self._links or (word == "有" and (begin == start or text[begin - 1] not in _HOLDS))


@lru_cache(maxsize=4)
def grammar(lexicon: Lexicon) -> Grammar:
    """The grammar of a lexicon, compiled at its first use."""
    return Grammar(lexicon)


def any_but(cues: Iterable[Cue]) -> str:
    """An alternation of cues, each but where one of the words of its value follows."""
    longest = sorted(cues, key=lambda cue: (-len(cue.text), cue.text))
    return f"(?:{'|'.join(_but(cue) for cue in longest) or '(?!)'})"


def _but(cue: Cue) -> str:
    return re.escape(cue.text) + (_not_before(cue.value.lstrip("!")) if cue.value else "")


@lru_cache(maxsize=256)
def _not_before(words: str) -> str:
    """What says that none of the words follows; many cues share one list of them."""
    return f"(?!{'|'.join(map(re.escape, words.split('|')))})"


def _any(words: Iterable[str]) -> str:
    """An alternation that prefers the longest word."""
    return (
        "|".join(sorted({re.escape(word) for word in words if word}, key=lambda word: (-len(word), word)))
        or r"(?!)"
    )
