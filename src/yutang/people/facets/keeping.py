"""Bitmaps a process has read already: they travel again only when they were drawn anew."""

import sys
from array import array
from collections import OrderedDict
from collections.abc import Iterable
from weakref import WeakKeyDictionary

from pyroaring import BitMap
from sqlalchemy import Engine
from sqlalchemy.ext.asyncio import AsyncSession

KEPT_BYTES = 256 * 1024 * 1024
LISTS = "list:"
"""Before a kind: its facets by name, kept as one row, since lists are walked along them."""
UNIONS = 32
Union = tuple[tuple[int, int], BitMap]
"""What it was made of (rows, sum of versions), and the union."""
Kept = BitMap | tuple[str, ...]


def unpacked(ids: bytes | memoryview) -> BitMap:
    """Ids of four bytes each, the highest first."""
    numbers = array("I", bytes(ids))
    if sys.byteorder == "little":
        numbers.byteswap()
    return BitMap(numbers)


class KeptFacets:
    """Least recently used out first; about `KEPT_BYTES` of packed bitmaps."""

    def __init__(self) -> None:
        self.built: set[int] = set()
        self.unions: OrderedDict[tuple[int, int], Union] = OrderedDict()
        self._kept: OrderedDict[tuple[int, str], tuple[int, Kept, int]] = OrderedDict()
        self._bytes = 0

    def known(self, corp_id: int, facets: Iterable[str]) -> dict[str, tuple[int, Kept]]:
        """What need not travel: version and value by facet. The caller holds on to it."""
        found: dict[str, tuple[int, Kept]] = {}
        for facet in facets:
            if (kept := self._kept.get((corp_id, facet))) is not None:
                self._kept.move_to_end((corp_id, facet))
                found[facet] = kept[:2]
        return found

    def keep(self, corp_id: int, facet: str, version: int, bits: bytes) -> Kept:
        """The value of a row that travelled, kept for the next who asks."""
        key = (corp_id, facet)
        value: Kept = (
            tuple(bits.decode().split("\n"))
            if facet.startswith(LISTS)
            else BitMap.deserialize(bits)
        )
        if (old := self._kept.pop(key, None)) is not None:
            self._bytes -= old[2]
        self._kept[key] = (version, value, len(bits))
        self._bytes += len(bits)
        while self._bytes > KEPT_BYTES and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1][2]
        return value

    def remember_union(self, key: tuple[int, int], union: Union) -> None:
        """Keep a union made of many; the oldest leave."""
        self.unions[key] = union
        while len(self.unions) > UNIONS:
            self.unions.popitem(last=False)


_BY_ENGINE: WeakKeyDictionary[Engine, KeptFacets] = WeakKeyDictionary()


def kept_of(session: AsyncSession) -> KeptFacets:
    """What is kept for the database of this session: versions are unique within one."""
    bind = session.sync_session.get_bind()
    engine = bind if isinstance(bind, Engine) else bind.engine
    return _BY_ENGINE.setdefault(engine, KeptFacets())
