"""What a figure is looked for by, and the condition in SQL that it has to fulfil."""

from __future__ import annotations

from yanchao.quick import dataclass

_SEARCHED = "concat_ws(chr(10), s.quote, s.measure, s.subject)"


@dataclass(frozen=True, slots=True)
class Sought:
    """`words` in a figure's sentence, its measure or its subject (an inherited subject stands outside the sentence), or that it is
    of a measure under one of these names, of a place, or of a cluster.
    """

    words: str
    measures: tuple[str, ...] = ()
    region: str | None = None
    cluster: str | None = None

    def condition(self) -> tuple[str, list[str]]:
        """A condition on the statement `s`, with the values of its placeholders."""
        held = {
            f"contains({_SEARCHED}, ?)": (self.words,),
            f"s.measure IN ({', '.join('?' * len(self.measures))})": self.measures,
            "s.region = ?": (self.region,) if self.region else (),
            "s.cluster = ?": (self.cluster,) if self.cluster else (),
        }
        return (
            f"({' OR '.join(some for some, of in held.items() if of)})",
            [value for of in held.values() for value in of],
        )
