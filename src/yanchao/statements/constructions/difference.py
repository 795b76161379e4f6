"""里程新增1700公里: the measure stands before the verb and grows or shrinks by that much."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Draft, Filling
from yanchao.statements.figures import Form
from yanchao.statements.phrases import right_phrase
from yanchao.statements.statement import Kind, Span

ORDER = 60
NAME = "difference"
FORMS = frozenset((Form.AMOUNT, Form.COUNT, Form.INDEX))
EXAMPLES = (
    Example("全省出口90亿元，高出邻省9亿元。", "9亿元", {"measure": "出口", "kind": "change"}),
    Example(
        "高速公路通车里程新增320公里。",
        "320公里",
        {"measure": "高速公路通车里程", "kind": "change", "value": 320},
    ),
    Example("贫困村减少41个。", "41个", {"measure": "贫困村", "kind": "change", "value": -41}),
    Example(
        "全县织机达到7200台，新增2000台。", "2000台", {"measure": "织机", "kind": "change", "value": 2000}
    ),
    Example(
        "今年织布68万米，同比增长42%，净增20万米。",
        "20万米",
        {"measure": "织布", "kind": "change", "value": 200_000},
    ),
    Example("织机达到7200台，一年净增600台。", "600台", {"measure": "织机", "kind": "change"}),
    Example("2025年新增物流航线20条，2026年新增30条。", "30条", {"measure": "物流航线", "kind": "level"}),
    Example("织机达到7200台，去年新增2000台。", "2000台", {"measure": "织机", "kind": "change"}),
    Example("夏粮、秋粮增产均超过2万吨。", "超过2万吨", {"measure": "夏粮、秋粮", "kind": "change"}),
    Example("当年新增4个产业园区。", "4个", {"measure": "产业园区", "kind": "level"}),
    Example("新增企业52家。", "52家", {"measure": "新增企业", "kind": "level"}),
    Example(
        "全县存款9亿元，比上年同期多1亿元。", "1亿元", {"measure": "存款", "kind": "change", "value": 1e8}
    ),
    Example("工业投资比目标多完成2亿元。", "2亿元", {"measure": "工业投资", "kind": "change", "value": 2e8}),
    Example("出口指数为98点，比上月低2点。", "2点", {"measure": "指数", "kind": "change", "value": -2}),
)

DIFFERENCE = pattern(
    r"(?:分别|平均|均|各)?(?P<verb>新增|多增|少增|多减|少减|净增|猛增|激增|大增|剧增|骤增|增加|增长|提高|扩大|上升|延长|净增加|净减少|增产|减产|减少|锐减|骤减|大减|下降|降低|缩短|压减|压缩|缩小|缩水|蒸发|萎缩|回落|精简|减量|增支|减支|减收|(?<![\u4e00-\u9fff])增收)(?:了|约|近|超|均|都)*$"
)
DECLINES = (
    "净减少",
    "减产",
    "减支",
    "减收",
    "减少",
    "锐减",
    "骤减",
    "大减",
    "下降",
    "降低",
    "缩水",
    "蒸发",
    "萎缩",
    "缩短",
    "压减",
    "压缩",
    "缩小",
    "回落",
    "精简",
    "减量",
    "少",
    "低",
    "少增",
    "多减",
)
_COMPARED = pattern(r"相?(?:(?<![同环])比|较)[^，。；]{0,12}$")
_MORE_THAN = pattern(
    r"(?:(?<![同环占])比|较)(?![较重例值率])[^，。；]{2,16}?(?P<verb>多|少|高|低)(?:出|了|约|近|完成|实现|支出|收入|投入|增加)*$"
)
_EXCEEDS = pattern(r"(?P<verb>高出|多出|超出)(?:了)?(?!年度|计划|目标|预期)[^，。；、\d]{2,10}$")
"""增量为9亿元，比上年同期多|1亿元; 出口90亿元，高出邻省|9亿元: a difference told by how one stands to the other."""


_TIME = r"(?:其中|当年|去年|上年|今年|年内|全年|[一两三四五]年[来间内]?|(?:19|20)\d\d年)?"
_THEN = pattern("[，、]?" + _TIME)
_ONLY_TIME = pattern(_TIME)


def _goes_on_counting(context: Context, before: Draft) -> bool:
    """织机达到7000台，新增2000台: whether as many more of what was counted last are told of, by its counter.

    How fast that has grown may be told between them: 织机达到7000台，增长40%，净增2000台.
    """
    if _THEN.fullmatch(context.text, before.figure.end, context.left.start) is None:
        return False
    counted = before if before.filling.kind is not Kind.GROWTH else next(iter(context.earlier_levels()), None)
    return (
        counted is not None
        and counted.filling.kind is Kind.LEVEL
        and counted.figure.quantity.unit == context.figure.quantity.unit
    )


_NEW = pattern(r"新[增建开设]了?$")


def _counts_the_new(text: str, told: Filling) -> bool:
    """2025年新增航线20条，2026年新增30条: whether the new ones are what was counted before."""
    start = told.measure.start if told.measure is not None else 0
    return _NEW.search(text, max(0, start - 3), start) is not None


def match(context: Context) -> Filling | None:
    words = context.left_words
    verb = DIFFERENCE.search(words)
    compared = _COMPARED.search(words, 0, verb.start()) if verb is not None else None
    if verb is None:
        verb = compared = _MORE_THAN.search(words) or _EXCEEDS.search(words)
    if verb is None:
        return None
    end = verb.start() if compared is None else compared.start()
    negative = verb["verb"] in DECLINES
    cue = Span(context.left.start + verb.start("verb"), context.left.start + verb.end("verb"))
    phrase = context.phrase(Span(context.left.start, context.left.start + end))
    if phrase.measure is not None and not _ONLY_TIME.fullmatch(words, 0, end):
        if not phrase.listed and right_phrase(
            context.text, context.right.start, context.right.end, context.grammar
        ):
            return None
        return Filling(
            NAME,
            Kind.CHANGE,
            phrase.measure,
            phrase.subject,
            negative=negative,
            economy=phrase.economy or not phrase.listed,
            cue=cue,
        )
    antecedent = context.same_sentence()
    alone = verb["verb"] in ("新增", "净增") and not compared
    if antecedent is None or (alone and not _goes_on_counting(context, antecedent)):
        return None
    if right_phrase(context.text, context.right.start, context.right.end, context.grammar):
        return None
    filling = antecedent.filling
    return Filling(
        NAME,
        Kind.LEVEL if alone and _counts_the_new(context.text, filling) else Kind.CHANGE,
        filling.measure,
        filling.subject,
        negative=negative,
        economy=filling.economy,
        cue=cue,
    )
