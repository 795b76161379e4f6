"""How the packs' words for firms and sites read at the head of a clause, compiled once for a lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from yanchao.lexicon.entries import Cue
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern
from yanchao.statements.grammar import any_but

_MORE = "(?:股份|集团|公司|有限公司|有限责任公司)*"
_BRACKET = r"(?:[(（][^()（）]{0,14}[)）])?"
_THAT_DAY = rf"(?:(?:[今昨][天日]|近日|日前|(?:\d{{1,2}}月)?\d{{1,2}}日){_BRACKET})?"
_IN_FIGURES = r"20\d\d年|以(?=[\d超近约])|自(?=20|\d)"
"""What tells of a firm behind its name and no list of words can hold: a year, an amount."""


@dataclass(frozen=True, slots=True)
class HeadWords:
    """Patterns over folded text.

    `endings` find how firms end their names, the group `more` what may follow (有限公司); `own` those that no more than
    firms bear; `name` is a whole name. `acts` is what may stand behind a firm that heads a clause, `tells` what may behind a name
    that could be a trade's. `site_ends` finds the end of a site that heads a clause, `no_site` what opens no site's name.
    """

    endings: re.Pattern[str]
    own: re.Pattern[str]
    name: re.Pattern[str]
    acts: re.Pattern[str]
    tells: re.Pattern[str]
    site_ends: re.Pattern[str]
    no_site: re.Pattern[str]


@lru_cache(maxsize=4)
def head_words(lexicon: Lexicon) -> HeadWords:
    """The words of a lexicon, compiled at their first use."""
    own, trades = _ends(lexicon.cues_of("firm-end")), _ends(lexicon.cues_of("trade-end"))
    speaks = f"(?:{lexicon.any_cue('department')})?(?:{lexicon.any_cue('firm-speaker')})"
    tells = f"{lexicon.any_cue('firm-tells')}|{_IN_FIGURES}|{speaks}"
    behind = f"{_BRACKET}(?:一家)?(?:就|便)?{_THAT_DAY}"
    return HeadWords(
        endings=pattern(f"(?:{own}|{trades})(?P<more>{_MORE})"),
        own=pattern(own),
        name=pattern(
            rf"(?P<name>(?!较|同比|环比|[全我本该][省市县区州国])(?:(?!占|持有)[\u4e00-\u9fffA-Za-z]){{2,12}}?(?:(?P<own>{own})|{trades})(?P<more>{_MORE}))"
        ),
        acts=pattern(f"{behind}(?:{tells}|{any_but(lexicon.cues_of('firm-acts'))}|，|：)"),
        tells=pattern(f"{behind}(?:{tells})"),
        site_ends=pattern(
            rf"(?:{_ends(lexicon.cues_of('site'))})(?=，|{lexicon.any_cue('site-goes-on')}|20\d\d年|[一二两三四五六七八九]年)"
        ),
        no_site=pattern(lexicon.any_cue("no-site")),
    )


def _ends(cues: Iterable[Cue]) -> str:
    """Words that close a name, each but where it closes one of the longer words of its value."""
    return "|".join(
        re.escape(cue.text)
        + "".join(f"(?<!{re.escape(longer)})" for longer in cue.value.split("|") if longer)
        for cue in cues
    )
