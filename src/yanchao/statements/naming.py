"""How a sentence names the body, the meeting or the paper on whose word its figures stand: the packs' words, compiled."""

from __future__ import annotations

import re
from functools import lru_cache

from yanchao.lexicon.entries import Cue
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern

_DAY = r"(?:(?:\d{1,2}月)?\d{1,2}日)?"
_OPENS = r"(?:^|[，；。：）)】”\s]|(?<=\d日[电讯])(?!消息)(?:[（(][^（）()]*[）)])?|(?<=日电消息)|(?<=\d日消息))(?:然而|不过|但|其中|此外|同时)?"
"""Where a body may be named: where a clause opens, or behind the line of an agency (9月6日电)."""

_ON_A_DAY = r"(?:[今昨]天|[今昨]日|近日|日前|最新|对外|正式|上午|下午|[（(][^（）()]{1,12}[)）]|(?:\d{1,2}月)?\d{1,2}日)*"
_BYLINE = r"(?<=日电|日讯)[（(][^（）()]{2,24}[）)]\s?"
"""9月6日电（记者周平）: behind which an agency's text says who announces."""

_FIGURES_FOLLOW = r"(?=20\d\d年|\d{1,2}月|今年|上半年|前[一二三]|[一二三四]季度|全国|全省|全市)"
_WITHOUT_A_VERB = ("《", "从", "据", "：", "经", "消息，")
"""What may name a source where no verb of telling stands."""

_HEARD = pattern(r"从(?P<body>[^，。；《》]{2,40}?)(?:上)?(?:获悉|了解到|得知|传来)")
_BODY_SAYS = pattern(
    r"(?:^|[，；。：）)\s]|(?<=[电讯道])(?=据))(?:另|经)?(?:据|(?<=经))(?!初步|不完全|有关|相关|最新|此|悉|了解|记者|笔者|企业|公司(?!法))(?P<body>[^，。；：《》“”\d]{2,24}?)(?<!行业)(?<!产业)(?:官网|(?:官方)?网站)?(?:在?当[日天])?(?:提供)?(?:的)?"
    rf"{_DAY}"
    r"(?:(?:相关|有关)(?:人士|部门)|初步|统一|快报|最新)?(?:通报|公告|统计(?!局|部门|学会|公报|年鉴)|测算|核算|核定|数据(?!局|资源|管理|中心|公司|集团|研究)|调查(?!总队|队)|介绍|预测|消息|透露|披露|公布|(?:最新)?发布的[^，。；《》]{0,6}?(?:报告|数据)(?=显示|，)|(?<=人士)称|监测(?!中心))(?:数据)?(?:显示|表明|分析)?"
)
"""据某某局统计: behind 据 whoever stands there, body or not."""

_BY_DATA = pattern(
    r"根据(?P<body>(?!最|上述|有关|相关|统计|调查|本)[\u4e00-\u9fffA-Za-z]{2,12}?)(?:最新)?(?:发布的|公布的|的)?(?:最新)?(?:统计|调查|监测)?数据(?:显示|统计|测算|，)"
)
"""根据某某咨询数据，…"""


@dataclass(frozen=True, slots=True)
class Way:
    """One way of naming a source. Where `cue` is given, the expression matches only in a sentence that holds it."""

    expression: re.Pattern[str]
    cue: re.Pattern[str] | None = None


class Naming:
    """The expressions by which sentences name their sources.

    `all` of them are tried in this order: what an earlier one has named, a later one does not name again. A sentence
    without any of the words of `cued` names no source.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        bodies = "|".join(_behind(cue) for cue in lexicon.cues_of("body"))
        names = lexicon.any_cue("body-name")
        bodies = f"{bodies}|{names}"
        whole = "|".join(re.escape(cue.text) for cue in lexicon.cues_of("body") if len(cue.text) > 1)
        whole = f"{whole}|{names}"
        heads, tells, meetings = map(lexicon.any_cue, ("head", "tells", "meeting"))
        plan, report = _papers(lexicon, "plan"), _papers(lexicon, "report")
        self.cued = pattern("|".join((*map(re.escape, _WITHOUT_A_VERB), tells, heads)))
        self.is_plan = pattern(f"{plan}|{_papers(lexicon, 'aim')}")
        self.contents = pattern(rf"(?:重点|主要|具体|保障|政策)*(?:{lexicon.any_cue('content')})")
        self.any_paper = pattern(f"{plan}|{report}")
        self.meeting = pattern(rf"(?:{meetings})$")
        self.plain_meeting = pattern(rf"(?:新闻|例行|专题|情况|媒体|政策)*(?:{meetings})$")
        self.speaker = pattern(rf"(?P<who>.*?)(?:副|总|新闻|有关|相关)*(?:{heads})[^，。；]{{0,14}}?在")
        self.any_body = pattern(f"(?:{bodies}|{lexicon.any_cue('body-head')})$")
        at_a_meeting = pattern(
            rf"(?:^|[，；。）)\s从在])(?P<body>[^，。；《》“”]{{0,60}}?(?:{meetings}))(?:现场|上)*(?:披露|透露|获悉|介绍|通报|了解到|公布|宣布|表示|指出|说(?=，))"
        )
        public = (
            r"(?!根据|据|依据|按照|来自|另据|会同|各|全[省市县国区]各)[\u4e00-\u9fff]{0,18}?"
            rf"(?:{bodies})(?<=[\u4e00-\u9fff]{{3}})"
        )
        a_body = pattern(bodies)
        self.all = (
            Way(_HEARD, pattern("从")),
            Way(at_a_meeting, pattern(meetings)),
            Way(_its_head_tells(f"{bodies}|{lexicon.any_cue('body-head')}", names, heads), pattern(heads)),
            Way(_paper_shows(plan, report, _papers(lexicon, "notice"))),
            Way(_by_a_paper(report), pattern("据|按照")),
            Way(_BODY_SAYS, pattern("据|经")),
            Way(_its_data_show(f"{bodies}|{lexicon.any_cue('body-data')}", whole)),
            Way(_data_shown(lexicon.any_cue("body-shows")), pattern("显示|表明")),
            Way(_announces(public, names, tells), a_body),
            Way(_BY_DATA, pattern("根据")),
            Way(_by_a_body(whole), pattern("据|按照")),
            Way(_in_latin_letters(lexicon.any_cue("no-body")), pattern("[A-Z]{2}|[A-Z][a-z]")),
            Way(_agency_reports(lexicon), pattern("报[道导]")),
            # 海关总署：上半年…: a line by itself
            Way(pattern(rf"^(?P<body>{public})[：:](?=[^。；“]{{4,60}}$)"), a_body),
        )


@lru_cache(maxsize=4)
def naming(lexicon: Lexicon) -> Naming:
    """How sources are named in the words of a lexicon, compiled at its first use."""
    return Naming(lexicon)


def _behind(cue: Cue) -> str:
    """A cue that is none behind the characters of its value (东|部)."""
    return f"(?<![{cue.value}]){re.escape(cue.text)}" if cue.value else re.escape(cue.text)


def _papers(lexicon: Lexicon, kind: str) -> str:
    return "|".join(re.escape(cue.text) for cue in lexicon.cues_of("paper") if cue.value == kind) or r"(?!)"


def _its_head_tells(bodies: str, names: str, heads: str) -> re.Pattern[str]:
    """省工信厅副厅长周平29日介绍，…: a body that tells by the mouth of its head."""
    return pattern(
        rf"(?:^|[，；。”）)\s])(?:另?据)?(?P<body>[^，。；《》“”\d（）()\s]{{1,16}}?(?:{bodies})|{names})(?:党[组委][^，。；]{{0,4}})?(?:副|总|新闻|有关|相关)?(?:{heads})"
        rf"[^，。；\d]{{0,8}}?(?:日前|近日|\d{{1,2}}月[上中下]旬|{_DAY})?(?:在[^，。；《》]{{2,30}}[上时会])?(?:介绍|透露|通报|表示|说|指出|告诉)"
    )


def _paper_shows(plan: str, report: str, notices: str) -> re.Pattern[str]:
    """江北县发展规划显示, 公告称: a paper that is named without the marks of a title; 此次方案提出: that was named before."""
    return pattern(
        rf"(?:^|[，；。])(?:根据|据|按照)?(?:(?:该|这份|这一|此次|本次)?[“\"]?(?P<short>(?:{plan})(?=[”\"]?(?:提出|明确|还?表示|，到20))|(?:{report})(?=显示|指出|提到|认为|预计|预测|称，))"
        r"|(?P<body>(?:(?!完成|实现)[^，。；《》“”]|“[^“”]{1,8}”){2,20}?(?:规划|计划|方案|公报|白皮书|年报|半年报|季报|财报|预案))(?:数据)?(?:显示|披露|提出|明确|指出|(?:还|也)?表示|称(?=，)))"
        rf"|(?:^|[，；。])(?P<notice>{notices})(?:称|显示|指出|披露)"
        r"|(?:在(?P<report>(?:政府工作|工作|年度)报告)中?|(?:^|[，；。])(?:据|根据)?(?P<speech>政府工作报告)中?)(?:还|也)?(?:提出|提到|指出|表示|明确|显示)"
    )


def _by_a_paper(reports: str) -> re.Pattern[str]:
    """根据最新披露的年报，…; 据其财报，…: a paper by which a sentence goes, named without the marks of a title."""
    return pattern(
        rf"(?:^|[，；。])(?:根据|据|按照)(?:其|该公司|公司|该|最新|新近|日前|近日|刚刚|近期|当日|(?:披露|发布|公布|公告|出炉)的?)*"
        rf"(?P<body>(?:20\d\d年)?(?:[^，。；、的\d《》]{{0,6}}?)(?:{reports})(?<!报告)|(?:20\d\d年)?(?:半?年度|季度|定期)报告|业绩(?:快报|预告))(?:数据)?(?:显示|披露)?，"
    )


def _its_data_show(bodies: str, whole: str) -> re.Pattern[str]:
    """某某协会发布的最新数据显示, 来自某某海关的统计: whose data they are."""
    return pattern(
        rf"(?:{_OPENS}|来自|根据)(?P<body>(?!根据|来自|按照|依据)(?:(?<=据)[A-Z][A-Za-z ]{{1,24}}|[A-Z][a-z]{{2,}}(?=数据)"
        rf"|(?:{whole})(?=的?(?:最新)?(?:统计)?数据|(?:最新)?统计)|[^，。；：《》“”\d]{{2,20}}?(?:{bodies}|(?<![妥政])协(?=日前|近日|发布|公布|数据|最新))))"
        rf"(?:[今昨]天|[今昨]日|近日|日前)?(?:[（(][^（）()]{{1,12}}[)）])?{_DAY}"
        r"(?:对[^，。；]{0,20}的?|(?:发布|公布)(?:的|了)?[^，。；《》“”]{2,16}?(?=数据显示))?(?:早前|此前|最新)?(?:(?:发布|公布|披露)的(?:(?!数据)[^，。；《》“”]){1,16}(?=数据显示)|(?:发布|公布|披露|提供)的?|的)?(?:相关|有关|最新)?(?:月度|年度|季度)?(?:信息(?=显示)|(?:信息|情况|统计)?(?:通报|快报|简报|月报)(?=显示|称)|调查分析|统计数据|数据|统计|监测|数字(?=显示|表明))(?:显示|表明)?"
    )


def _by_a_body(bodies: str) -> re.Pattern[str]:
    """根据世界钢铁协会，2023年…: by whose word a sentence goes, with no word for what that is."""
    return pattern(
        rf"(?:^|[，；。）)\s])(?:根据|据|按照)(?:来自)?(?P<body>(?!各|有关|相关)[\u4e00-\u9fff]{{0,16}}?(?:{bodies})(?<=[\u4e00-\u9fff]{{2}}))(?:[（(][^（）()]{{2,16}}[）)])?(?:方面|口径)?，"
    )


def _in_latin_letters(no_body: str) -> re.Pattern[str]:
    """根据SEMI，…; IDC预计，…; 据TrendForce集邦咨询调查: whose word it is, in letters that no pack need list."""
    name = (
        rf"(?P<{{}}>(?!(?:{no_body})(?![A-Za-z]))[A-Z][A-Za-z&.]+(?: [A-Z][A-Za-z]+){{{{0,3}}}}"
        r"(?:[\u4e00-\u9fff]{{2,4}}(?:咨询|资讯|研究|智库))?)(?:[（(][^（）()]{{2,16}}[）)])?"
    )
    told = r"(?:的|最新|近日|日前|发布的?|公布的?|提供的?|月度|年度|季度|相关|统计|监测|研究){0,4}"
    what = r"(?:数据|报告|统计|研究|调查|榜单|预测|口径|测算|估算|估计)"
    return pattern(
        rf"(?:^|[，；。）)\s]|(?<=[（(]))(?:(?:另据|根据|据|按照|来自){name.format('body')}{told}{what}?(?:显示|表明|指出|预计|预测|认为)?，"
        rf"|{name.format('says')}{told}(?:{what}(?:显示|表明|指出|预计|认为)|(?:预计|预测|认为|指出|估算|估计|测算)))"
    )


def _data_shown(bodies: str) -> re.Pattern[str]:
    """固州机场数据显示, 某某咨询的监测数据表明: whose data they are, by words that name a body nowhere else."""
    return pattern(
        rf"(?:{_OPENS}|来自|根据)(?P<body>(?!根据|来自|按照|依据)[^，。；：《》“”\d]{{2,16}}?(?:{bodies}))(?:的|最新|发布的?|公布的?|{_DAY}){{0,4}}"
        r"(?:相关|有关)?(?:统计|监测|调查|分析)?(?:数据|统计|监测|报告)(?:显示|表明)"
    )


def _announces(bodies: str, names: str, tells: str) -> re.Pattern[str]:
    """水利部今天通报，…; 国家能源局发布1—8月…; 昨日，市财政局发布消息说，…: a sentence that opens with who announces what follows."""
    return pattern(
        rf"(?:^|[。；：:]|(?<=日[电讯][）)])|(?<=消息[）)])|{_BYLINE})(?:[^，。；：:]{{2,12}}，)?据?(?P<body>(?:{bodies}、)?{bodies}|{names})(?:相关|有关)?{_ON_A_DAY}"
        rf"(?:消息，|(?:{tells})(?:了)?(?:[，：]|称|说(?=[，：])|{_FIGURES_FOLLOW})"
        r"|(?:发布|公布|通报)(?:了|的)?[^，。；《》]{0,26}?(?:数据|统计|榜单|名单|信息|情况|消息|通知|公告|通报|报告|研报|月报|季报|快报|简报)(?:显示|表明|指出|认为|预计|预测|说|称)?[，：]"
        r"|[^，。；《》]{0,6}?(?:调度|监测|调查|普查|核查|报告)(?:数据)?(?:显示|表明|预计|预测|认为|指出))"
    )


def _agency_reports(lexicon: Lexicon) -> re.Pattern[str]:
    """据新华社5日报道: whose report it is."""
    return pattern(
        rf"(?:^|[，；。\s]|据)(?P<body>{lexicon.any_cue('agency')}|[\u4e00-\u9fff]{{2,6}}(?:{lexicon.any_cue('press')}))[^，。；《》]{{0,8}}(?:报道|报导)"
    )
