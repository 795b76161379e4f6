"""Where a figure may begin, and what is too long to be one: what the scanner looks at, and what it passes over at once."""

from __future__ import annotations

import re

from yanchao.quick import pattern
from yanchao.statements.numerals import WRITTEN

OVERLONG = pattern(rf"[\d,{WRITTEN}万亿]{{33,}}")
"""No figure is written with so many numerals: such a run is a table gone wrong, or an attack."""


def candidate(units: str) -> re.Pattern[str]:
    """Where a figure may begin. `units` are the characters that units begin with.

    One Chinese numeral by itself is none unless a unit, a range or a form of its own follows (统一思想, 五谷). Whatever
    else is left out here could give no figure either: it is the rest of the scanner that decides.
    """
    opens = WRITTEN.replace("〇", "")  # no number begins with it
    follows = re.escape(f"{WRITTEN}0123456789万亿兆余多几数若点分成半—-~至到%‰个百基倍{units}")
    return pattern(
        rf"[\d万亿兆]|[{opens}](?=[{follows}])|[几数](?=[十百千万亿兆])|若(?=干)"
        r"|[第前](?=[\d一二两三四五六七八九十零百千万亿])|连(?=续)|[榜首](?=[首位])|半(?=[数个天小年])|半(?<=[过近]半)"
        r"|翻(?=[了一两二三四1234番])|过(?=半)"
    )
