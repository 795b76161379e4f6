"""Every sentence that the audit says, in Chinese and English: one catalogue, so that none is said in two ways.

A template's `{fields}` are filled by `Said`; a field may itself be a `Said` or a pair of words. Message keys are rule
names, with a suffix where a rule has more than one thing to say.
"""

from __future__ import annotations

from collections.abc import Mapping

from yanchao.quick import dataclass

LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True, init=False)
class Said:
    """An entry of the catalogue with what fills its fields."""

    key: str
    fields: tuple[tuple[str, Field], ...]

    def __init__(self, key: str, /, **fields: Field) -> None:
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "fields", tuple(fields.items()))


Field = str | Words | Said


def say(said: Said, language: str) -> str:
    """The sentence in one language."""
    template = CATALOGUE[said.key]
    filled = {name: _fill(value, language) for name, value in said.fields}
    return str(getattr(template, language)).format_map(filled)


def _fill(value: Field, language: str) -> str:
    if isinstance(value, Said):
        return say(value, language)
    return value if isinstance(value, str) else str(getattr(value, language))


CATALOGUE: Mapping[str, Words] = {
    # Arithmetic
    "impossible-share": Words(
        "占比{text}超过100%：部分不可能大于整体",
        "a share of {text} is over 100%: a part cannot be larger than its whole",
    ),
    "inconsistent-share": Words(
        "{text}与同文的部分、整体对不上", "{text} does not agree with the part and the whole in the text"
    ),
    "inconsistent-growth.real": Words(
        "{text}与前后两年的数相差太大，扣除价格因素也对不上",
        "{text} is too far from the two levels, whatever prices did",
    ),
    "inconsistent-share.whole": Words(
        "{text}与本文的数及已公布的总量对不上（{source}为{known}）",
        "{text} does not agree with the figure of the text and the published total ({known}, {source})",
    ),
    "inconsistent-share.published": Words(
        "{text}与已公布的数不一致（{source}为{known}）",
        "{text} differs from the published figure ({known}, {source})",
    ),
    "duplicate-measure": Words(
        "同一指标“{measure}”在同一时期有两个数：{first}与{second}",
        "one measure, {measure}, is given two values for the same period: {first} and {second}",
    ),
    "duplicate-measure.part": Words(
        "同一指标“{measure}”在同一时期有两个数：{first}与{second}；小数约为大数的{ratio}，其中一个可能是另一指标（如增加值）",
        "one measure, {measure}, is given two values for the same period: {first} and {second}; the smaller is about {ratio} of "
        "the greater, so one may be another measure (such as value added)",
    ),
    "inconsistent-growth": Words(
        "{text}：本期数、上期数与增速不能同时成立",
        "{text}: this period, the one before and the growth between them cannot all be right",
    ),
    "inconsistent-growth.published": Words(
        "{text}与增速、已公布的上年数对不上（{source}：{known}）",
        "{text} does not agree with the growth rate and the earlier figure as published ({source}: {known})",
    ),
    "inconsistent-ratio": Words(
        "{text}与{numerator}、{denominator}的比值对不上",
        "{text} does not agree with {numerator} over {denominator}",
    ),
    "inconsistent-multiple": Words(
        "{text}：倍数与前后两数对不上", "{text}: the multiple is not that of the two figures"
    ),
    "inconsistent-average": Words(
        "{text}：平均数与总量、数量对不上", "{text}: the average is not the total over the number"
    ),
    "period-mismatch": Words(
        "{text}：各期之和与合计期的数对不上",
        "{text}: the parts of the period do not add up to the whole of it",
    ),
    "period-mismatch.more": Words(
        "{text}：前几个月的数比包含它的时期还大", "{text}: a part of the period has more than all of it"
    ),
    "nested-share": Words(
        "{text}：占更大范围的比重不会高于占其中一部分的比重",
        "{text}: of a larger whole it cannot be a greater share than of a part of it",
    ),
    "growth-outside-parts": Words(
        "{text}：总体的增速应在各部分的增速之间",
        "{text}: a whole grows no faster than its fastest part and no slower than its slowest",
    ),
    "restated-quantity": Words(
        "{text}：同一个数换算成另一单位后对不上", "{text}: the same figure in another unit does not agree"
    ),
    "odd-multiplier": Words(
        "{text}：同一列数中其余都以“{usual}”计，相差千倍以上",
        "{text}: all others of the list are in {usual}, and it is a thousand times off",
    ),
    "sum-mismatch": Words("各项之和与总数不符：{text}", "the parts do not add up to the total: {text}"),
    "sum-mismatch.shares": Words(
        "各部分占比之和应为100%，{text}使其不合", "the shares should add up to 100%; {text} does not fit"
    ),
    "subset-too-large": Words(
        "总数与“其中”所列的数矛盾，部分不会大于总数：{text}有误",
        "the total contradicts what is listed as part of it, and a part is never larger: {text} is wrong",
    ),
    "inconsistent-difference": Words(
        "{text}与前后两数之差不符", "{text} is not the difference of the two figures"
    ),
    "structure-mismatch": Words(
        "{text}与各产业增加值、地区生产总值对不上",
        "{text} does not agree with the value added of the sector and the product",
    ),
    "level-against-rank": Words("{text}与所说的名次不符", "{text} does not fit the rank told of it"),
    "rank-beyond-number": Words("{text}大于参评总数", "{text} is beyond the number of those ranked"),
    "unbroken-record": Words(
        "{text}与文中的新高、旧高对不上", "{text} does not agree with the record and the one before it"
    ),
    "backward-years": Words(
        "年份先后颠倒：{first}年不在{then}年之后", "years run backwards: {first} is not after {then}"
    ),
    "out-of-order": Words("{text}不合所说的先后次序", "{text} is not in the order that the text says"),
    "rank-mismatch": Words("{text}与同文的其他位次矛盾", "{text} contradicts another rank in the text"),
    "scale-slip.target": Words(
        "{text}与本指标{year}年的目标{target}相差约一个数量级",
        "{text} is out of line with its own target for {year}, {target}, by about a power of ten",
    ),
    "scale-slip.tier": Words(
        "{text}与该集群“{tier}”的定位相差约一个数量级",
        "{text} is out of line with the cluster's declared size, {tier}, by about a power of ten",
    ),
    "scale-slip.total": Words(
        "{text}超过了{region}的总量（{source}：{known}）",
        "{text} is more than the total of {region} ({source}: {known})",
    ),
    "contrary-verb": Words(
        "动词与数字对不上：前为{first}，后为{second}",
        "the verb does not go with {first} first and {second} then",
    ),
    "impossible-decline": Words(
        "{text}：降幅超过100%，没有什么能减少得比全部还多", "{text}: nothing can fall by more than all of it"
    ),
    # Known
    "implied-total": Words(
        "由{level}和占比{share}推出的{region}总量与已公布的数不符",
        "the total of {region} that follows from {level} and {share} is not the published one",
    ),
    "implied-total.narrower": Words(
        "由{level}和占比{share}推出的总量与{region}总量不符，而与“{narrower}”一项相符：可能漏了限定词",
        "the total that follows from {level} and {share} is not that of {region}, but it is that of {narrower}: a limiting word "
        "is likely lost",
    ),
    "count-mismatch": Words(
        "“{words}”为{listed}个，不是{text}：{text}是全部战略性产业集群的数目",
        "there are {listed} clusters called {words}, not {text}: {text} is the number of all the clusters",
    ),
    "count-mismatch.other": Words(
        "“{words}”为{listed}个，不是{text}", "there are {listed} clusters called {words}, not {text}"
    ),
    "published-mismatch": Words(
        "{text}与已公布的数相差较大（{source}：{known}）",
        "{text} differs from the published figure ({source}: {known})",
    ),
    "ledger-mismatch": Words(
        "{text}与台账所记不符：{source}{where}记作“{words}”",
        "{text} is not what the ledger has on record: {source}{where} says “{words}”",
    ),
    "ledger-mismatch.where": Words("（{where}）", " ({where})"),
    # Form
    "duplicate-words.comparator": Words(
        "“{first}”与“{second}”重复限定同一个数", "“{first}” and “{second}” both bound the same number"
    ),
    "duplicate-words.unit": Words(
        "“{unit}”在{text}之后重复出现", "“{unit}” stands a second time after {text}"
    ),
    "duplicate-words.running": Words("“{word}”连着写了两遍", "“{word}” is written twice running"),
    "duplicate-words.units": Words(
        "“{first}”与“{second}”连用：是百分点还是百分比？",
        "“{first}” and “{second}” together: points or percent?",
    ),
    "listed-count": Words(
        "写的是{number}，列出的是{named}项", "the number is {number}, and {named} are listed"
    ),
    "nested-grade": Words(
        "{text}：级别更高的不会更多",
        "{text}: there cannot be more of a higher grade than of a lower one and above",
    ),
    "rate-beyond-reason": Words(
        "{text}大得离谱：这样的比率不会有这么高", "{text} is beyond all reason for such a rate"
    ),
    "compounded-multiple": Words(
        "{text}：年均增速与倍数对不上", "{text}: the yearly growth does not make the multiple"
    ),
    "days-of-a-year": Words(
        "{text}：天数与所占全年的比例对不上", "{text}: the days do not make that share of a year"
    ),
    "nested-threshold": Words(
        "门槛更高的不会比门槛更低的多：{text}有误",
        "a higher threshold cannot have more than a lower one: {text} is wrong",
    ),
    "truncated": Words(
        "句子没有写完：在“{mark}”处中断", "the sentence is unfinished: it breaks off after “{mark}”"
    ),
    "truncated.bracket": Words("“{mark}”没有配对的另一半", "“{mark}” is never closed"),
    "broken-line.figure": Words("数字{text}被空行断开", "the figure {text} is torn apart by a blank line"),
    "broken-line.words": Words(
        "“{words}”与它的数字{text}之间被空行断开", "a blank line separates “{words}” from its figure {text}"
    ),
    "broken-line.title": Words(
        "所引书名《{title}》被空行断开",
        "the title of the cited source, 《{title}》, is torn apart by a blank line",
    ),
    "garbled.rank": Words(
        "以“{word}”称{region}，级别不符",
        "{region} is called “{word}”, which is a word for another kind of place",
    ),
    "impossible-date": Words("不存在的日期：{text}", "there is no such date: {text}"),
    "letter-in-number": Words("数字{text}里混入了字母", "there is a letter among the digits of {text}"),
    "mixed-width": Words("数字{text}全角与半角混用", "{text} mixes full-width and half-width characters"),
    "missing-unit": Words("{text}后面缺少单位", "a unit is missing behind {text}"),
    "fractional-count": Words(
        "{text}：“{unit}”数的是整个的事物，不会有小数",
        "{text}: what is counted with “{unit}” comes in whole ones",
    ),
    "points-for-percent": Words(
        "总量不以百分点增减：{text}", "an amount does not change by percentage points: {text}"
    ),
    "percent-for-points.alone": Words(
        "{share}是占比，变化{text}可能是百分点：写成百分比有两种读法",
        "{share} is a share: its change of {text} may be meant in points, and can be read either way",
    ),
    "percent-for-points": Words(
        "{text}：从{before}到{now}相差的是百分点，不是百分之几",
        "{text}: from {before} to {now} lie percentage points, not percent",
    ),
    "wrong-multiple.fall": Words(
        "“{text}”：下降不能用倍数，最多降到零", "“{text}”: nothing can fall by a multiple of itself"
    ),
    # Plans
    "target-already-met": Words(
        "目标{text}（{year}年）在{reached}年已经达到：同文已有{actual}",
        "the target {text} for {year} was already met in {reached}: the text itself has {actual}",
    ),
    "target-out-of-reach": Words(
        "要达到目标{text}（{year}年），需从{start}年的{actual}起每年增长{rate}，不合常理；两数之一可能有误",
        "the target {text} for {year} needs {rate} of growth every year from {actual} in {start}, which is out of reason; one of the "
        "two is likely wrong",
    ),
    "plan-mismatch.cluster": Words(
        "{text}属于{subject}，所引却是{cluster}的规划《{title}》",
        "{text} belongs to {subject}, but the plan cited is that of {cluster}, 《{title}》",
    ),
    "plan-mismatch.edition": Words(
        "所引规划《{title}》没有这一年份的版本，已知的是{known}",
        "there is no edition of 《{title}》 with these years; those known are {known}",
    ),
    "plan-mismatch.figure": Words(
        "{text}与所引规划的数不符：规划为{known}", "{text} is not what the cited plan says: it has {known}"
    ),
    "future-actual": Words(
        "{text}所属的{period}晚于发稿日期{published}，却写成已经发生",
        "{text} is for {period}, after the text's own date {published}, but is told as done",
    ),
    # Silences
    "idle-silence.order": Words(
        "看不懂“{text}”；应写作 yanchao: ignore YC101 理由",
        "“{text}” is not understood; write yanchao: ignore YC101 reason",
    ),
    "idle-silence.line": Words(
        '看不懂这一行；应写作：文件名 规则 "原文词句" 理由',
        'this line is not understood; write: file rule "words of the text" reason',
    ),
    "idle-silence.no-rule": Words(
        "没有写明略过哪条规则；应写作 yanchao: ignore YC101 理由",
        "the silence names no rule; write yanchao: ignore YC101 reason",
    ),
    "idle-silence.unknown": Words(
        "没有名为“{text}”的规则，此处略过无效", "no rule is called “{text}”: the silence is not obeyed"
    ),
    "idle-silence.no-reason": Words(
        "略过{rule}没有写明理由，此处略过无效", "the silence of {rule} gives no reason and is not obeyed"
    ),
    "idle-silence.no-file": Words(
        "同一文件夹里没有名为{file}的文件", "there is no file {file} beside this one"
    ),
    "idle-silence.gone": Words("{file}里已没有“{words}”这段文字", "“{words}” stands nowhere in {file}"),
    "idle-silence.unused": Words(
        "此处略过{rule}已不起作用：这里没有这类问题",
        "the silence of {rule} silences nothing: there is no such finding here",
    ),
    # Style
    "mixed-range": Words(
        "数值范围{text}前后单位不全，宜写作{better}", "the range {text} gives the unit once; better {better}"
    ),
    "short-year": Words(
        "“{text}”只写了年份的后两位，应写作“{better}”",
        "{text} is a year without its century; the standard asks for {better}",
    ),
    "hyphen-range": Words(
        "数值范围{text}用了连字符，应写作{better}",
        "the range {text} has a hyphen for a dash; better {better}",
    ),
    "mixed-range-mark": Words(
        "数值范围{text}的连接号与全文常用的“{usual}”不一致，宜写作{better}",
        "the range {text} has another mark than the {usual} of the other ranges; better {better}",
    ),
    "shared-multiplier": Words(
        "数值范围{text}前一数缺“万”“亿”，应写作{better}",
        "the range {text} gives its multiplier once; the standard has {better}",
    ),
    "mixed-grouping": Words(
        "{text}的分节与全文其他多位数不一致，宜写作{better}",
        "{text} is divided otherwise than the other long numbers; better {better}",
    ),
    "mixed-numeral": Words(
        "{text}混用阿拉伯数字与汉字数字，应写作{better}",
        "{text} mixes digits and numerals; the standard has {better}",
    ),
    "parted-estimate": Words(
        "概数“{text}”中间不用顿号，应写作“{better}”",
        "{text} is an approximate number with a comma inside; the standard has {better}",
    ),
    "vague-digits": Words(
        "含“几”的概数“{text}”应用汉字数字：“{better}”",
        "{text} is approximate but begins in digits; the standard has {better}",
    ),
    "full-width-number": Words(
        "{text}是全角数字，宜写作{better}", "{text} is in full-width digits; better {better}"
    ),
    "bare-point": Words(
        "小数{text}缺小数点前的“0”，应写作{better}；也可能前面漏了数字",
        "{text} lacks the nought before its point: {better}, unless another digit was lost",
    ),
    # Years
    "other-year": Words(
        "{year}年的数与其他数矛盾，作为{meant}年的数则全部相符：年份可能有误",
        "the figures for {year} contradict the others, but as figures for {meant} they all agree: the year is likely wrong",
    ),
    # Equations
    "solved": Words(
        "{expression} ≈ {value}，文中为{printed}", "{expression} ≈ {value}, the text has {printed}"
    ),
    "share-of-published": Words(
        "{part} ÷ {whole} ≈ {value}，文中为{printed}（{source}）",
        "{part} ÷ {whole} ≈ {value}, the text has {printed} ({source})",
    ),
    "ratio-of-published": Words(
        "{numerator} ÷ {denominator} ≈ {value}，文中为{printed}（{source}）",
        "{numerator} ÷ {denominator} ≈ {value}, the text has {printed} ({source})",
    ),
    "blend": Words(
        "按上期数额加权，{parts}平均约为{value}，文中为{printed}",
        "weighted by what they were before, {parts} make about {value}, the text has {printed}",
    ),
    "not-between": Words("{whole}不在{parts}之间", "{whole} does not lie between {parts}"),
    "restated": Words("{first} ≈ {value}，文中为{printed}", "{first} ≈ {value}, the text has {printed}"),
    "times-by": Words(
        "{now} ÷ ({now} − {added}) ≈ {value}，文中为{printed}",
        "{now} ÷ ({now} − {added}) ≈ {value}, the text has {printed}",
    ),
    "grown-by": Words(
        "{minus}{added} ÷ ({now} {sign} {added}) ≈ {value}，文中为{printed}",
        "{minus}{added} ÷ ({now} {sign} {added}) ≈ {value}, the text has {printed}",
    ),
    "times-so-many": Words(
        "{each} × {number} ≈ {value}，文中为{printed}", "{each} × {number} ≈ {value}, the text has {printed}"
    ),
    "average-of-things": Words(
        "{total} ÷ {number} ≈ {value}，文中为{printed}",
        "{total} ÷ {number} ≈ {value}, the text has {printed}",
    ),
    "average-of-heads": Words(
        "{total} ÷ {number} × {times} ≈ {value}，文中为{printed}",
        "{total} ÷ {number} × {times} ≈ {value}, the text has {printed}",
    ),
    "average-of-time": Words(
        "{total} ÷ {parts} ≈ {value}，文中为{printed}",
        "{total} ÷ {parts} ≈ {value}, the text has {printed}",
    ),
    "compounded": Words(
        "{multiple}^(1/{years}) − 1 ≈ {value}，文中为{printed}",
        "{multiple}^(1/{years}) − 1 ≈ {value}, the text has {printed}",
    ),
    "grown-from-published": Words(
        "{earlier} × (1 + {growth}) ≈ {value}，文中为{printed}（{source}）",
        "{earlier} × (1 + {growth}) ≈ {value}, the text has {printed} ({source})",
    ),
    "quotient": Words("{left} ÷ {right} ≈ {value}", "{left} ÷ {right} ≈ {value}"),
    "more-than": Words("{left} > {right}", "{left} > {right}"),
    "exceeds": Words("{left} > {right}（{source}）", "{left} > {right} ({source})"),
    "differs": Words("{left} ≠ {right}", "{left} ≠ {right}"),
    "differs-from": Words("{left} ≠ {right}（{source}）", "{left} ≠ {right} ({source})"),
    "source-of": Words("{source}（{product}）", "{source} ({product})"),
    "implied": Words(
        "{level} ÷ {share} ≈ {value}，而{source}为{known}",
        "{level} ÷ {share} ≈ {value}, but {source} has {known}",
    ),
    "pace": Words(
        "({target} ÷ {actual})^(1/{years}) − 1 ≈ {rate}", "({target} ÷ {actual})^(1/{years}) − 1 ≈ {rate}"
    ),
    "nothing": Words("", ""),
    # Notes on related places
    "on-record": Words("台账所记", "on record in the ledger"),
    "held-against": Words("与之对照的数", "the figure it is held against"),
    "dated-by-it": Words("属于这一年份的数", "a figure of that year"),
    "or-this": Words("也可能是这个数有误", "or this figure is the wrong one"),
    "or-this-meant": Words(
        "也可能是这个数有误，那样应为{meant}", "or this figure is the wrong one, and should be {meant}"
    ),
    "first-place": Words("前一处", "the earlier place"),
    "break-here": Words("在此断开", "it breaks here"),
    "actual-figure": Words("已达到的数", "the figure already reached"),
    "cited-plan": Words("所引规划", "the plan cited"),
    "cited-for": Words("引用它的数", "the figure it is cited for"),
    # What a rule ties together
    "ties.share": Words("部分、整体与占比", "part, whole and share"),
    "ties.all": Words("占比不超过100%", "no share over 100%"),
    "ties.decline": Words("降幅不超过100%", "no fall of over 100%"),
    "ties.same": Words("同一指标先后一致", "one measure, one value"),
    "ties.scale": Words("与目标、定位或总量的数量级", "order of size beside target, class or total"),
    "ties.growth": Words("本期、上期与增速", "this period, the one before and the growth"),
    "ties.multiple": Words("倍数与前后两数", "multiple and its two figures"),
    "ties.reason": Words("比率不会大得离谱", "no rate beyond all reason"),
    "ties.compounded": Words("年均增速与倍数", "yearly growth and multiple"),
    "ties.average": Words("平均数与总量、数量", "average, total and number"),
    "ties.periods": Words("各期与合计期", "parts of a period and all of it"),
    "ties.nested": Words("占不同范围的比重", "shares of a larger and a smaller whole"),
    "ties.growths": Words("总体与各部分的增速", "growth of a whole and of its parts"),
    "ties.restated": Words("同一个数的两种单位", "one figure in two units"),
    "ties.sum": Words("各项之和与总数", "parts and their total"),
    "ties.subset": Words("其中项不超过总数", "a part within its total"),
    "ties.difference": Words("前后两数与差额", "two figures and their difference"),
    "ties.rank": Words("同一位次先后一致", "one rank, one place"),
    "ties.structure": Words("三次产业比例与增加值", "the ratio of the sectors and their value added"),
    "ties.rank-number": Words("名次与参评总数", "rank and number of those ranked"),
    "ties.record": Words("新高与此前的最高数", "a record and the one before it"),
    "ties.order": Words("按名次排列的各数", "figures in the order of their ranks"),
    "ties.ratio": Words("比值与分子、分母", "ratio, numerator and denominator"),
    "ties.verb": Words("升降与前后两数", "rise or fall and its two figures"),
    "ties.implied": Words("数量、占比与已公布的总量", "level, share and the published total"),
    "ties.count": Words("集群个数与名录", "count of clusters and the list of them"),
    "ties.published": Words("与已公布的数", "the published figure"),
    "ties.ledger": Words("与台账所记", "what the ledger has on record"),
    "ties.met": Words("目标与已达到的数", "target and what was reached"),
    "ties.pace": Words("目标所需增速", "growth that the target needs"),
    "ties.plan": Words("与规划所列目标", "the plan's own figure"),
    # Why a relation was left out
    "no-measure": Words("文中没有说明是什么指标", "the text does not say what is measured"),
    "no-period": Words("没有时期", "it has no period"),
    "said-once": Words(
        "文中没有与之有勾稽关系的数，也没有已公布的数可对照",
        "nothing else in the text is tied to it, and no published figure is known",
    ),
    "in-points": Words(
        "所写的百分数是两个比重相差的百分点", "the percentage is the difference of the two shares in points"
    ),
    "real-growth": Words(
        "增速按可比价计算，不能与现价数相除",
        "the growth rate is at constant prices and cannot be held against current-price levels",
    ),
    "no-record": Words("台账没有这个指标", "the ledger has no such series"),
    "record-of-other-footing": Words(
        "台账只有其他口径的数（可比价、人均、规模以上、累计等）",
        "the ledger has it on another footing only (constant prices, per head, above a size, cumulative)",
    ),
    "record-of-other-region": Words("台账只有其他地区的数", "the ledger has it for another region only"),
    "no-region": Words("文中没有说明是哪个地区", "the text does not say of which place it is"),
    "record-of-other-period": Words("台账没有这一时期的数", "the ledger has nothing for that period"),
    "record-of-other-status": Words(
        "台账只有目标或预计数，不与实绩相比（或相反）",
        "the ledger has a target or an estimate where the text has an actual, or the other way about",
    ),
    "record-of-own-words": Words("台账只有本文自己的数", "the ledger has this very text's figure only"),
    "record-of-lower-rank": Words(
        "台账的来源不如本文的来源权威", "the ledger's source ranks below the one that the text cites"
    ),
    "record-unsure": Words(
        "台账所记的指标或时期是从别处推出的，不作对照",
        "what the ledger has was carried over from elsewhere in its document, and is not relied on",
    ),
    "told-aside": Words(
        "说的是增量、起点或更大范围的数，不与台账相比",
        "it is an addition, a starting point or the figure of a larger place, and not the series' own",
    ),
    "other-plan": Words("台账的目标出自另一规划", "the ledger's target is that of another plan"),
    "over-years": Words("增速跨几年，不能与相邻两年相比", "the growth is over several years, not one"),
    "no-span": Words(
        "文中没有说明年均增速跨几年", "the text does not say over how many years the yearly growth is"
    ),
    "several-parts": Words(
        "文中可作分子、分母的数不止一组，没有一组相符，不知指哪一组",
        "the text gives more than one numerator or denominator, none fits, and which is meant is unknown",
    ),
    "no-level": Words("增速旁没有本期数", "the level that the growth rate belongs to is not given"),
    "no-earlier-level": Words("文中没有上期数", "the text does not give the earlier level"),
    "several-earlier": Words(
        "文中的上期数不止一个，不知指哪一个",
        "the text gives more than one earlier level, and which is meant is unknown",
    ),
    "no-base": Words("占比没有说明以什么为整体", "the share does not say of what"),
    "no-part": Words("文中没有给出部分的数", "the text does not give the part"),
    "no-universe": Words("位次没有说明在什么范围内", "the rank does not say among whom"),
    "period-inherited": Words(
        "时期不在本句之中，是从上文推出的，不作对照",
        "its own sentence does not date it, and an inherited date is not relied on",
    ),
    "subject-inherited": Words(
        "各自的主体不在本句之中写明，不作对照",
        "its own clause does not say in words that were read whose it is",
    ),
    "may-be-revised": Words(
        "两份材料的数相差在修订幅度之内",
        "what two documents say may differ by a revision",
    ),
    "no-numerator": Words("文中没有给出作分子的数", "the text does not give the numerator"),
    "no-denominator": Words(
        "文中和资料包都没有作分母的数", "neither the text nor the packs give the denominator"
    ),
    "no-ends": Words(
        "文中没有给出变化前后的两数", "the text does not give the two figures that it lies between"
    ),
    "no-actual": Words("文中没有同一指标已达到的数", "the text does not give what was reached so far"),
    "upper-bound": Words(
        "只是上限或约数，不能断定是否达到", "an upper bound or an estimate does not tell whether it was met"
    ),
    "no-such-plan": Words("资料包没有收录所引的规划", "the packs do not list the plan that is cited"),
    "no-cluster": Words("不属于资料包所列的集群", "it belongs to no cluster of the packs"),
    "not-in-plan": Words(
        "资料包所列的规划目标中没有这一项", "it is not among the plan's targets that the packs list"
    ),
    "no-whole": Words("文中没有给出整体的数", "the text does not give the whole"),
    "several-wholes": Words(
        "文中可作整体的数没有一个相符，不知指哪一个",
        "no figure of the text fits as the whole, and which is meant is unknown",
    ),
    "no-reference": Words("资料包里没有可对照的数", "the packs know no figure to hold it against"),
}
