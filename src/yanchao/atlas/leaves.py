"""A long list over several pages: the first at the list's own address, the others beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from yanchao.atlas import paths
from yanchao.quick import dataclass

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[Item]):
    """One page of a list at `path`: `number` of `count`, from 1, with `items` of `total`."""

    path: str
    number: int
    count: int
    total: int
    items: tuple[Item, ...]

    @property
    def here(self) -> str:
        return paths.leaf(self.path, self.number)

    @property
    def before(self) -> str | None:
        return paths.leaf(self.path, self.number - 1) if self.number > 1 else None

    @property
    def after(self) -> str | None:
        return paths.leaf(self.path, self.number + 1) if self.number < self.count else None


def leaves(path: str, items: tuple[Item, ...], most: int) -> Iterator[Leaf[Item]]:
    """The pages of a list that is held whole; one page where it is empty."""
    last = count(len(items), most)
    for number in range(1, last + 1):
        yield Leaf(path, number, last, len(items), items[(number - 1) * most : number * most])


def count(total: int, most: int) -> int:
    """How many pages hold so many entries; one where there is none."""
    return max(1, -(-total // most))
