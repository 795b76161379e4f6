"""What an editor is told, in Chinese and English; the names of fields and their values are the atlas's own."""

from __future__ import annotations

from collections.abc import Mapping

from yanchao.audit.messages import Words

CATALOGUE: Mapping[str, Words] = {
    "interval": Words("可取区间", "May lie in"),
    "exact": Words("即{exact}", "exactly {exact}"),
    "region": Words("地区", "Region"),
    "cluster": Words("集群", "Cluster"),
    "source": Words("出处", "Source"),
    "qualifiers": Words("口径", "Qualifiers"),
    "origin": Words("据{origin}“{words}”，第{line}行", "from {origin}: “{words}”, line {line}"),
    "origin.wordless": Words("据{origin}", "from {origin}"),
    "origin.sentence": Words("本句", "its sentence"),
    "origin.paragraph": Words("本段前文", "its paragraph"),
    "origin.frame": Words("前文所定的时间", "the frame set before"),
    "origin.heading": Words("标题", "the heading"),
    "origin.title": Words("文件题名", "the document’s title"),
    "origin.document": Words("全文", "the document as a whole"),
    "origin.date": Words("文件日期", "the document’s date"),
    "origin.row": Words("行名", "its row"),
    "origin.column": Words("列名", "its column"),
    "origin.caption": Words("表题", "the caption"),
    "origin.default": Words("惯例（文中无词）", "what holds where no word says otherwise"),
    "none": Words("文中未写明", "the text does not say"),
    "checked": Words("已核对", "Checked"),
    "bounded": Words("只核对了大小", "Checked for its order of size only"),
    "unchecked": Words(
        "没有可核对的关系；没有报错不等于正确",
        "Stands in no relation that could be checked; silence is not approval",
    ),
    "holds": Words("相符", "holds"),
    "fails": Words("不符", "does not hold"),
    "with": Words("（与{others}）", " (with {others})"),
    "cure": Words("应为：{text}", "Likely: {text}"),
    "fix": Words("改为“{text}”", "Change to “{text}”"),
    "fix.certain": Words("改正：{rule}", "Mend: {rule}"),
    "fix.all": Words("改正全部确定的问题", "Mend everything that is certain"),
    "silence": Words("此处不再报{rule}：{reason}", "Silence {rule} here: {reason}"),
    "reason.checked": Words("已与来源核对", "checked against the source"),
    "reason.quoted": Words("引文如此", "as printed in what is quoted"),
    "unreadable": Words("无法核对：{problem}", "cannot be checked: {problem}"),
    "settings": Words("设置有误：{problem}", "a setting is wrong: {problem}"),
    "broken": Words(
        "核对时程序出错，这份文件没有核对", "the program failed on this document, which has not been checked"
    ),
    "more": Words("另有{count}处问题未列出", "{count} more findings are not shown"),
}


def say(key: str, language: str, **values: object) -> str:
    """One entry in one language, with its values filled in."""
    words: str = getattr(CATALOGUE[key], language)
    return words.format(**values) if values else words
