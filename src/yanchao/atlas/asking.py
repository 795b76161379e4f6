"""What the words of a question name: measures, places and clusters, in Chinese or in English.

Whoever asks for 出口总额 means what texts call 出口额 as well, and who asks for the exports of Guangzhou has no Chinese word to ask
with. The packs know both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from yanchao.ledger.sought import Sought
from yanchao.lexicon.entries import Region
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import cached_property, dataclass

LONGEST_NAME = 8
"""Words of an English name."""

LINKING = frozenset({"a", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to"})
"""English words that name nothing and stand in no Chinese text."""


@dataclass(frozen=True)
class Names:
    """The names that a lexicon has for what can be asked for. Letters may be large or small."""

    lexicon: Lexicon

    def sought(self, words: str) -> tuple[Sought, ...]:
        """What a figure must be of or hold, each condition of it: names as long as they go, other words as they stand."""
        return tuple(self._sought(words.split()))

    def keys(self, **asked: str | None) -> dict[str, str | None]:
        """What a field is asked to be, by the keys that figures have: 广州 is 440100. What no pack knows stays as it is."""
        return {
            field: self._ids[field].get(word.casefold(), word) if word and field in self._ids else word
            for field, word in asked.items()
        }

    def _sought(self, words: list[str]) -> Iterator[Sought]:
        while words:
            for length in range(min(LONGEST_NAME, len(words)), 0, -1):
                name = " ".join(words[:length])
                named = self._named(name)
                if named is not None:
                    yield named
                    break
            else:
                length, name = 1, words[0]
                if name.lower() not in LINKING:
                    yield Sought(name)
            words = words[length:]

    def _named(self, name: str) -> Sought | None:
        id = {field: ids.get(name.casefold()) for field, ids in self._ids.items()}
        measure = self.lexicon.measures[id["measure"]] if id["measure"] else None
        # in Chinese the name of an industry is a word like any other: figures whose sentence has it are meant
        cluster = id["cluster"] if name.isascii() else None
        if measure is None and id["region"] is None and cluster is None:
            return None
        return Sought(name, (measure.name, *measure.aliases) if measure else (), id["region"], cluster)

    @cached_property
    def _ids(self) -> Mapping[str, Mapping[str, str]]:
        """For each field the keys by every name in small letters; a Chinese name and a key win over an English name."""
        known = self.lexicon
        english = {
            "measure": {each.name_en: each.id for each in known.measures.values()},
            "region": {each.name_en: each.code for each in _largest_last(known.regions.values())},
            "cluster": {each.name_en: each.id for each in known.clusters.values()},
        }
        chinese = {
            "measure": {word: each.id for word, each in known.measure_by_word.items()},
            "region": {word: each.code for word, each in known.region_by_word.items()},
            "cluster": {word: each.id for word, each in known.cluster_by_word.items()},
        }
        keys = {"measure": known.measures, "region": known.regions, "cluster": known.clusters}
        return {
            field: {name.casefold(): id for name, id in (english[field] | chinese[field]).items() if name}
            | {key: key for key in keys[field]}
            for field in keys
        }


def _largest_last(regions: Iterable[Region]) -> list[Region]:
    return sorted(regions, key=lambda region: region.code, reverse=True)
