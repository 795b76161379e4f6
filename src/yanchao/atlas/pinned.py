"""Where on the page of a PDF or a scan a figure stands: a small sheet with the figure's box on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from yanchao.documents.document import Place
from yanchao.quick import dataclass

A4 = (595.0, 842.0)
"""Points: how large a page is taken to be at least. What a format says of its places is boxes, not the page."""

LEAST = 30.0
"""Points: what is smaller would not be seen on a sheet as small as a letter."""


@dataclass(frozen=True, slots=True)
class Pinned:
    """A box on its page, in points from the left and from the top; `across` and `down` are the middle of it in percent."""

    page: int
    width: float
    height: float
    box: tuple[float, float, float, float] | None

    @property
    def across(self) -> int:
        return round(100 * (self.box[0] + self.box[2] / 2) / self.width) if self.box else 0

    @property
    def down(self) -> int:
        return round(100 * (self.box[1] + self.box[3] / 2) / self.height) if self.box else 0


def pinned(place: Place | None, sizes: Mapping[int, tuple[float, float]]) -> Pinned | None:
    """A place as it is shown; None where its format has no pages."""
    if place is None or place.page is None:
        return None
    width, height = sizes.get(place.page, A4)
    if place.box is None:
        return Pinned(place.page, width, height, None)
    left, bottom, right, top = place.box
    return Pinned(
        place.page, width, height, (left, height - top, max(right - left, LEAST), max(top - bottom, LEAST))
    )


def sizes(places: Iterable[Place]) -> dict[int, tuple[float, float]]:
    """How large each page must be to hold all that stands on it."""
    found: dict[int, tuple[float, float]] = {}
    for place in places:
        if place.page is not None and place.box is not None:
            width, height = found.get(place.page, A4)
            found[place.page] = (max(width, place.box[2]), max(height, place.box[3]))
    return found
