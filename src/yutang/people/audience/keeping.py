"""Bitmaps in memory, kept true while people change; least recently used out first.

What is a condition over one person's row is looked at again for those who changed, all kept ones in
one query. What comes from events, orders or scores is asked again once any of these is newer.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from prometheus_client import Gauge
from pyroaring import BitMap

from . import bits
from .store import Store

PATCHED: Final = 50_000
"""Where more people changed at once, all is asked again when it is wanted."""
AT_ONCE: Final = 40
"""Conditions of one query."""
UNIVERSE: Final = "universe"
WORN: Final = "tags"
"""What is touched where all tags of a corp are read anew."""
_NOBODY: Final = BitMap()
TAGS: Final = (
    "select tag, groupBitmapState(id) from people final array join tags as tag"
    " where corp_id = {corp_id:UInt32}"
)

BYTES = Gauge("yutang_audience_kept_bytes", "Bitmaps in memory, in bytes")
KEPT = Gauge("yutang_audience_kept_bitmaps", "Bitmaps in memory")


def worn_touched(tag_id: int) -> str:
    """What is touched where others wear a tag than before."""
    return f"{WORN}:{tag_id}"


@dataclass(slots=True)
class Entry:
    """One bitmap, and when it is still true."""

    ids: BitMap
    weight: int
    sql: str | None = None
    """A condition over one row of `people`; None: it is asked again as a whole."""
    params: Mapping[str, Any] = field(default_factory=dict)
    minute: int | None = None
    """It holds for this minute; None: for any."""
    touched: tuple[tuple[str, int], ...] = ()
    """What it was made from, and how often that had changed by then."""
    inverted: bool = False
    """It holds for the living who are not in it."""
    digits: tuple[BitMap, ...] = ()
    """A number of each instead, as `tallies` writes them."""
    names: Mapping[int, int] = field(default_factory=dict)
    """Who is whom now."""

    def among(self, universe: BitMap) -> BitMap:
        """Whom of the living it holds for."""
        if self.sql is not None:
            return self.ids
        return universe - self.ids if self.inverted else universe & self.ids


@dataclass(slots=True)
class Corp:
    """What is kept of one corp."""

    generation: int = 0
    """Odd while people change: what is read then may be half old."""
    epochs: dict[str, int] = field(default_factory=dict)
    tags: dict[int, BitMap] | None = None
    tags_weight: int = 0
    tags_too_large: bool = False
    """They do not fit into the memory: each leaf is asked by itself."""


class Kept:
    """Of all corps, within one budget."""

    def __init__(self, store: Store, budget_bytes: int) -> None:
        self.store = store
        self.budget_bytes = budget_bytes
        self.bytes = 0
        self._corps: dict[int, Corp] = {}
        self._entries: OrderedDict[tuple[int, str], Entry] = OrderedDict()

    def corp(self, corp_id: int) -> Corp:
        """Of this one."""
        return self._corps.setdefault(corp_id, Corp())

    def epochs(
        self, corp_id: int, touches: Iterable[str], always: Iterable[str] = ("aliases", "all")
    ) -> tuple[tuple[str, int], ...]:
        """How often each of these had changed by now."""
        known = self.corp(corp_id).epochs
        return tuple((one, known.get(one, 0)) for one in sorted({*touches, *always}))

    def find(self, corp_id: int, key: str, minute: int) -> Entry | None:
        """What is true now."""
        entry = self._entries.get((corp_id, key))
        if entry is None:
            return None
        known = self.corp(corp_id).epochs
        if (entry.minute is not None and entry.minute != minute) or any(
            known.get(one, 0) != epoch for one, epoch in entry.touched
        ):
            self._drop((corp_id, key))
            return None
        self._entries.move_to_end((corp_id, key))
        return entry

    def keep(self, corp_id: int, key: str, entry: Entry) -> None:
        """Hold on to one."""
        self._drop((corp_id, key))
        if entry.weight > self.budget_bytes // 4:
            return
        self._entries[corp_id, key] = entry
        self._add(entry.weight)
        while self.bytes > self.budget_bytes and self._entries:
            self._drop(next(iter(self._entries)))

    def keep_tags(self, corp_id: int, tags: dict[int, BitMap]) -> bool:
        """All tags of a corp; False where they would take more than half of the memory."""
        corp = self.corp(corp_id)
        weight = sum(map(bits.weight, tags.values()))
        return self._hold_tags(corp, tags, weight)

    def _hold_tags(self, corp: Corp, tags: dict[int, BitMap], weight: int) -> bool:
        corp.tags_too_large = weight > self.budget_bytes // 2
        if corp.tags_too_large:
            self._drop_tags(corp)
            return False
        self._add(weight - corp.tags_weight)
        corp.tags, corp.tags_weight = tags, weight
        return True

    def clear(self, corp_id: int) -> None:
        """Forget all of a corp."""
        for key in [key for key in self._entries if key[0] == corp_id]:
            self._drop(key)
        self._drop_people(corp_id)
        corp = self.corp(corp_id)
        corp.generation += 2
        corp.tags_too_large = False

    def weighed(self) -> int:
        """What all of it takes, added up."""
        return sum(entry.weight for entry in self._entries.values()) + sum(
            corp.tags_weight for corp in self._corps.values()
        )

    # As the feed tells:

    def changing(self, corp_id: int) -> None:
        """People of this corp are about to change."""
        self.corp(corp_id).generation |= 1

    async def changed(self, corp_id: int, ids: BitMap) -> None:
        """They have: look at them again. Whatever goes wrong, nothing old stays."""
        corp = self.corp(corp_id)
        try:
            if len(ids) > PATCHED:
                self._drop_people(corp_id)
            else:
                await self._patch(corp_id, ids)
        except BaseException:
            self._drop_people(corp_id)
            raise
        finally:
            corp.generation = (corp.generation | 1) + 1

    def happened(self, corp_id: int, touched: Iterable[str]) -> None:
        """These are others than they were."""
        corp = self.corp(corp_id)
        for one in touched:
            # What is asked just now must not be kept either.
            _touch(corp, one)
            if one == "all":
                self.clear(corp_id)

    async def _patch(self, corp_id: int, ids: BitMap) -> None:
        own = [
            (key, entry)
            for key, entry in self._entries.items()
            if key[0] == corp_id and entry.sql is not None
        ]
        for place in range(0, len(own), AT_ONCE):
            some = own[place : place + AT_ONCE]
            true = await self._true_of(corp_id, ids, [entry for _, entry in some])
            for (key, entry), now in zip(some, true, strict=True):
                # Bitmaps of millions are not copied for the few who changed elsewhere.
                if self._entries.get(key) is entry and entry.ids & ids != now:
                    entry.ids = (entry.ids - ids) | now
                    self._weigh(entry)
        corp = self.corp(corp_id)
        if corp.tags is not None:
            fresh = await self.store.families(
                TAGS + " and id in {ids:Array(UInt32)} group by tag",
                {"corp_id": corp_id, "ids": list(ids)},
            )
            self._patch_tags(corp, ids, fresh)

    def _patch_tags(self, corp: Corp, ids: BitMap, fresh: Mapping[int, BitMap]) -> None:
        before = corp.tags
        if before is None:
            # It was dropped while the store was asked.
            return
        changed = {
            tag: (worn - ids) | fresh.get(tag, _NOBODY)
            for tag, worn in before.items()
            if worn & ids != fresh.get(tag, _NOBODY)
        } | {tag: worn for tag, worn in fresh.items() if tag not in before}
        weight = sum(map(bits.weight, changed.values())) - sum(
            bits.weight(before[tag]) for tag in changed if tag in before
        )
        tags = {tag: worn for tag, worn in (before | changed).items() if worn}
        for tag in changed:
            _touch(corp, worn_touched(tag))
        self._hold_tags(corp, tags, corp.tags_weight + weight)

    async def _true_of(self, corp_id: int, ids: BitMap, entries: Sequence[Entry]) -> list[BitMap]:
        states = ", ".join(f"groupBitmapStateIf(id, {entry.sql})" for entry in entries)
        params: dict[str, Any] = {"corp_id": corp_id, "ids": list(ids)}
        for entry in entries:
            params.update(entry.params)
        told = await self.store.raw(
            f"select {states} from people final"  # noqa: S608 - conditions of ours, values bound
            " where corp_id = {corp_id:UInt32} and id in {ids:Array(UInt32)}",
            params,
        )
        found, place = [], 0
        for _ in entries:
            one, place = bits.take(told, place)
            found.append(one)
        return found

    def _drop_people(self, corp_id: int) -> None:
        for key in [
            key
            for key, entry in self._entries.items()
            if key[0] == corp_id and entry.sql is not None
        ]:
            self._drop(key)
        self._drop_tags(self.corp(corp_id))

    def _drop_tags(self, corp: Corp) -> None:
        self._add(-corp.tags_weight)
        corp.tags, corp.tags_weight = None, 0
        _touch(corp, WORN)

    def _drop(self, key: tuple[int, str]) -> None:
        entry = self._entries.pop(key, None)
        if entry is not None:
            self._add(-entry.weight)

    def _weigh(self, entry: Entry) -> None:
        now = bits.weight(entry.ids)
        self._add(now - entry.weight)
        entry.weight = now

    def _add(self, weight: int) -> None:
        self.bytes += weight
        BYTES.set(self.bytes)
        KEPT.set(len(self._entries))


def _touch(corp: Corp, what: str) -> None:
    corp.epochs[what] = corp.epochs.get(what, 0) + 1
