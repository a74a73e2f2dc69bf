"""Words of facets."""

from dataclasses import dataclass, field

from pyroaring import BitMap


@dataclass(frozen=True, slots=True)
class Reading:
    """What is drawn and what is marked, of one moment. Nobody may change these bitmaps."""

    drawn: dict[str, BitMap] = field(default_factory=dict)
    marked: dict[str, BitMap] = field(default_factory=dict)
    """Customers to look at again, by facet: what is drawn says nothing of them."""
    listed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The facets of a kind that were asked for, in order of their names."""

    def drawn_of(self, facet: str) -> BitMap:
        """The bitmap; empty where nobody has the facet."""
        return self.drawn.get(facet, _NOBODY)

    def marked_of(self, facet: str) -> BitMap:
        """Who may have changed since."""
        return self.marked.get(facet, _NOBODY)


_NOBODY = BitMap()
