"""Words of facets."""

from dataclasses import dataclass, field

from pyroaring import BitMap


@dataclass(slots=True)
class Reading:
    """What is drawn and what is marked, of one moment. Nobody may change these bitmaps."""

    drawn: dict[str, BitMap] = field(default_factory=dict)
    marked: dict[str, BitMap] = field(default_factory=dict)
    """Customers to look at again, by facet: what is drawn says nothing of them."""
    listed: tuple[str, ...] = ()
    """The facets of the kind that was asked for, in order of their names."""
    moved: BitMap = field(default_factory=BitMap)
    """Customers to look at again for any facet of that kind."""

    def drawn_of(self, facet: str) -> BitMap:
        """The bitmap; empty where nobody has the facet."""
        return self.drawn.get(facet, _NOBODY)

    def marked_of(self, facet: str) -> BitMap:
        """Who may have changed since."""
        return self.marked.get(facet, _NOBODY)


_NOBODY = BitMap()
