"""Whether a series is of the cluster under which its figure was told, or that cluster only lent its name to the passage.

What a section says without naming anybody (规模以上企业营业收入, 龙头企业10家) is of the section's cluster: without it the words would mean
another thing in every section. What has a name of its own (谐波减速器产量, 可再生能源发电量) is the same thing under a heading and outside, and
meets itself; so does what is the whole place's (地区生产总值). The cluster stays part of a key

- where it is the subject;
- where the name holds one of its words (工业机器人产量), which any other text's would as well;
- where the name says only of which kind a thing is (民营企业, 高新技术产品, 海外): every cluster has those.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from yanchao.ledger.keys import GENERAL, WHOLE_ECONOMY, without_ending
from yanchao.ledger.series import SeriesKey
from yanchao.ledger.wording import any_of
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern, replace

LEAST = 2
"""Characters of a name that tells one thing from others."""


def not_lent(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    """The key without its cluster, where that was only lent."""
    if key.cluster is None or key.subject.partition("·")[0] == key.cluster:
        return key
    is_places = lexicon.place(key.subject.partition("·")[0]) is not None
    if key.measure in lexicon.measures and is_places:
        return replace(key, cluster=None) if key.measure in WHOLE_ECONOMY else key
    name = key.measure if is_places else key.subject
    if _names(name, key.cluster, lexicon) or not _is_own(name, lexicon):
        return key
    return replace(key, cluster=None)


def _names(name: str, cluster: str, lexicon: Lexicon) -> bool:
    """Whether the name holds a word of the cluster."""
    known = lexicon.clusters[cluster]
    return any(word in name for word in (known.name, *known.aliases))


def _is_own(name: str, lexicon: Lexicon) -> bool:
    """Whether a name says more than of which kind a thing is: an industry's stem before the kind does (轻工企业)."""
    if name.startswith(tuple(cue.text for cue in lexicon.cues_of("cross-province"))):
        return True  # 长三角地区: whatever the passage was about
    kind = _kind().search(name)
    if kind is None:
        return len(name) >= LEAST and name not in GENERAL and name not in lexicon.measure_by_word
    return name[: kind.start()] in _stems(lexicon)


@cache
def _kind() -> re.Pattern[str]:
    """What a name ends in that says only of which kind a thing is."""
    return pattern(f"(?:{any_of('kinds')}|{any_of('bare')}|{any_of('attached')})$")


@lru_cache(maxsize=4)
def _stems(lexicon: Lexicon) -> frozenset[str]:
    """The names of industries without 业, 产业 and 行业."""
    bare = (without_ending(word).removesuffix("业") for word in lexicon.cluster_by_word)
    return frozenset(stem for stem in bare if len(stem) >= LEAST)
