"""What the words of a question name: measures, places and clusters, in Chinese or in English.

Whoever asks for 出口总额 means what texts call 出口额 as well, and who asks for the exports of Guangzhou has no Chinese word to ask
with. The packs know both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import chain

from yanchao.ledger.sought import Sought
from yanchao.lexicon.entries import Region
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import cached_property, dataclass

ANYTHING = "measure, place or cluster"

LONGEST_NAME = 8
"""Words of an English name."""

LINKING = frozenset({"a", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to"})
"""English words that name nothing and stand in no Chinese text."""

NEAREST, LIKENESS, MOST_HINTS = 3, 0.7, 4
"""How many names are told beside one that nobody knows, how like it they are at least (`difflib`), and beside how many."""


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

    def hint(self, words: str = "", **asked: str | None) -> str | None:
        """Which of the names that were asked for nobody knows, and which are near them; None where all are known."""
        unknown = [
            (field, name)
            for field, name in asked.items()
            if name and field in self._ids and name.casefold() not in self._ids[field]
        ]
        # of Chinese words, as of numbers, texts are full, and most are names of nothing
        plain = (each.words for each in self.sought(words) if each == Sought(each.words))
        unknown += [(ANYTHING, word) for word in plain if word.isascii() and word[0].isalpha()]
        told = [self._unknown(field, name) for field, name in unknown[:MOST_HINTS]]
        return "; ".join(told) or None

    def _unknown(self, what: str, name: str) -> str:
        near = self._near(self._ids if what == ANYTHING else {what: self._ids[what]}, name.casefold())
        meant = (
            f"near it: {', '.join(map(repr, near))}"
            if near
            else "nor nearly so: try Chinese, as texts have it"
        )
        return f"no {what} is called {name!r}, {meant}"

    def _near(self, known: Mapping[str, Mapping[str, str]], name: str) -> list[str]:
        """The names that are written much like one, or have a word that is."""
        by_word: dict[str, list[str]] = {}
        for each in chain.from_iterable(known.values()):
            for word in {each, *each.split()}:
                by_word.setdefault(word, []).append(each)
        words = get_close_matches(name, by_word, NEAREST, LIKENESS)
        return list(dict.fromkeys(each for word in words for each in by_word[word]))[:NEAREST]

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
