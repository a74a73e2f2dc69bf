"""Who is meant by a tree: each leaf a bitmap, the tree their algebra."""

import asyncio
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, Final

import structlog
from clickhouse_connect.driver.exceptions import ClickHouseError
from pyroaring import BitMap
from sqlalchemy import text

from yutang.kernel.runtime import Runtime
from yutang.people.conditions import service as conditions
from yutang.people.conditions.schemas import (
    Compiled,
    Leaf,
    Members,
    Node,
    Scene,
    Tag,
    leaves_of,
)

from . import bits, building, deeds, marks, retaining
from .errors import AudienceBuildingError
from .feed import Feed
from .keeping import TAGS, UNIVERSE, Entry, Kept
from .scenes import Scenes
from .scoping import groups_of, seen_by
from .store import Store
from .turning import Turn, Watched, keep_turning, told
from .wearing import worn

log = structlog.get_logger(__name__)

STALE_AFTER: Final = timedelta(seconds=60)
TRIES: Final = 3
"""While people change all the time, a bitmap is read so often before it is used without keeping."""
_PAUSE: Final = 0.02
_SOON_SECONDS: Final = 0.1
_TOGETHER_SECONDS: Final = 0.3
_BITS: Final = text(
    "select bits from segment_bits where corp_id = :corp_id and segment_id = :segment_id"
    " and run = :run"
)
_PROGRESS: Final = text(
    "select built_at, stage, done, total from audience_states where corp_id = :corp_id"
)
_STAGES: Final[Mapping[str, float]] = {"people": 0.0, "orders": 0.5, "events": 0.7}
_PARTS: Final[Mapping[str, float]] = {"people": 0.5, "orders": 0.2, "events": 0.3}


@dataclass(slots=True)
class Found:
    """Bitmaps by path; nobody may change them."""

    universe: BitMap
    scene: Scene
    nodes: dict[str, BitMap] = field(default_factory=dict)


class Engine:
    """Owns the store. One of an installation."""

    def __init__(self, store: Store, runtime: Runtime, *, budget_bytes: int = 1 << 28) -> None:
        self.store = store
        self.runtime = runtime
        self.kept = Kept(store, budget_bytes)
        self.feed = Feed(runtime, store, self.kept)
        self.deeds = deeds.Deeds(store, self.kept)
        self.scenes = Scenes(runtime)
        self._building = Turn(self._build, 0.0, idle_seconds=1.0)
        self._feeding = (
            Turn(partial(self.feed.take_marks, marks.FEW), _SOON_SECONDS),
            Turn(partial(self.feed.take_marks, marks.MANY), _TOGETHER_SECONDS),
            Turn(self.feed.read_events, _TOGETHER_SECONDS),
        )
        self._built: set[int] = set()
        self._names = itertools.count()

    async def open(self) -> None:
        """Open the store and find where the feed stands; one that is torn is set aside."""
        await self.store.open()
        try:
            await self.feed.open()
        except ClickHouseError as error:
            if not self.store.torn:
                raise
            await self.store.set_aside(told(error))
            await self.store.open()
            await self.feed.open()

    async def close(self) -> None:
        """End what runs."""
        await self.deeds.close()
        await self.store.close()

    # The feed.

    async def step(self) -> int:
        """One turn: a corp to be read, marks, events; how many rows and marks."""
        return sum([await turn.take() for turn in (self._building, *self._feeding)])

    async def _build(self) -> int:
        corps = await building.unbuilt(self.feed)
        for corp_id in corps:
            self._built.discard(corp_id)
            await building.build(self.feed, corp_id)
        return len(corps)

    @property
    def fed_at(self) -> datetime:
        """When nothing was left to read, or the feed last got on."""
        return min(turn.done_at for turn in self._feeding)

    @property
    def trouble(self) -> str:
        """What the feed cannot go on for."""
        every = (self._building, *self._feeding)
        return next((turn.trouble for turn in every if turn.trouble), "")

    async def catch_up(self) -> int:
        """Until nothing is left to read, also what another transaction still holds back."""
        total = 0
        while True:
            done = await self.step()
            total += done
            if done == 0:
                if not await self.feed.is_behind():
                    return total
                await asyncio.sleep(_PAUSE)

    def stale_since(self) -> datetime | None:
        """Since when nothing new comes in."""
        now = datetime.now(UTC)
        if self.trouble or now - self.fed_at > STALE_AFTER:
            return self.fed_at
        return None

    # The questions.

    async def require_built(self, corp_id: int) -> None:
        """Raises AudienceBuildingError while a corp is being read."""
        if corp_id in self._built:
            return
        async with self.runtime.database.owner() as session:
            row = (await session.execute(_PROGRESS, {"corp_id": corp_id})).one_or_none()
        if row is None or row.built_at is None:
            share = 0.0
            if row is not None and row.stage in _STAGES:
                part = row.done / row.total if row.total else 0.0
                share = _STAGES[row.stage] + _PARTS[row.stage] * part
            raise AudienceBuildingError(share)
        self._built.add(corp_id)

    def unbuild(self, corp_id: int) -> None:
        """It is being read again."""
        self._built.discard(corp_id)

    async def scene(self, corp_id: int, now: datetime | None = None) -> Scene:
        """What conditions are asked in. Raises AudienceBuildingError while the corp is read."""
        await self.require_built(corp_id)
        return await self.scenes.of(corp_id, now or self.runtime.clock())

    async def evaluate(
        self, corp_id: int, node: Node | Mapping[str, Any], now: datetime | None = None
    ) -> BitMap:
        """Who is meant; nobody may change the answer."""
        return (await self.evaluate_nodes(corp_id, node, now)).nodes[""]

    async def evaluate_nodes(
        self, corp_id: int, node: Node | Mapping[str, Any], now: datetime | None = None
    ) -> Found:
        """The same, and who each node means."""
        scene = await self.scene(corp_id, now)
        tree = conditions.parse(node, expanded=True)
        found = Found(await self.universe(corp_id), scene)
        await self._walk(tree, "", found)
        return found

    async def _walk(self, node: Node, path: str, found: Found) -> BitMap:
        if isinstance(node, Leaf):
            ids = await self._leaf(node, found)
        else:
            parts = [
                await self._walk(child, f"{path}.{place}" if path else str(place), found)
                for place, child in enumerate(node.of)
            ]
            # All of them are of the universe already.
            match node.op:
                case "all":
                    ids = bits.meet(parts) if parts else found.universe
                case "any":
                    ids = BitMap.union(*parts) if parts else BitMap()
                case "none":
                    ids = found.universe - (BitMap.union(*parts) if parts else BitMap())
        found.nodes[path] = ids
        return ids

    async def _leaf(self, leaf: Leaf, found: Found) -> BitMap:
        corp_id = found.scene.corp_id
        if isinstance(leaf, Members):
            return await self._members(corp_id, leaf) & found.universe
        if isinstance(leaf, Tag) and leaf.tags and (tags := await self.tags(corp_id)) is not None:
            return worn(self.kept, corp_id, leaf, tags, found.universe)
        key = conditions.key(leaf, found.scene)
        minute = int(found.scene.now.timestamp()) // 60
        entry = self.kept.find(corp_id, key, minute)
        if entry is None:
            compiled = conditions.compile_leaf(leaf, found.scene, self._prefix())
            by_days = deeds.plan(leaf, found.scene)
            entry = await self._fetch(corp_id, key, minute, compiled, by_days)
        return entry.among(found.universe)

    def _prefix(self) -> str:
        """Of names of parameters: kept conditions are asked together."""
        return f"k{next(self._names)}_"

    async def _fetch(
        self,
        corp_id: int,
        key: str,
        minute: int,
        compiled: Compiled,
        by_days: deeds.Plan | None = None,
    ) -> Entry:
        """Ask the store, and keep the answer where people did not change meanwhile."""
        corp = self.kept.corp(corp_id)
        whole = compiled.over == "person"
        entry = Entry(BitMap(), 0)
        for _ in range(TRIES):
            generation = corp.generation
            touched = self.kept.epochs(corp_id, compiled.touches - {"people"})
            found = await self.deeds.answer(corp_id, by_days) if by_days is not None else None
            ids = found if found is not None else await self._ask(corp_id, compiled)
            entry = Entry(
                ids,
                bits.weight(ids),
                sql=f"({compiled.sql})" if whole else None,
                params=compiled.params if whole else {},
                minute=minute if compiled.moves else None,
                touched=() if whole else touched,
                inverted=compiled.inverted,
            )
            if not whole:
                # What it does not see changing it is not kept for.
                if "people" not in compiled.touches:
                    self.kept.keep(corp_id, key, entry)
                break
            if generation == corp.generation and not generation % 2:
                self.kept.keep(corp_id, key, entry)
                break
        return entry

    async def _ask(self, corp_id: int, compiled: Compiled) -> BitMap:
        params = {**compiled.params, "corp_id": corp_id}
        if compiled.over == "person":
            return await self.store.bitmap(
                "select groupBitmapStateIf(id, "  # noqa: S608 - made by the compiler, values bound
                f"({compiled.sql})) from people final where corp_id = {{corp_id:UInt32}}",
                params,
            )
        return await self.store.bitmap(
            "select groupBitmapState(toUInt32(t.1)) from"  # noqa: S608 - as above
            f" (select tuple(*) as t from ({compiled.sql}))",
            params,
        )

    async def universe(self, corp_id: int) -> BitMap:
        """Everybody the corp knows."""
        known = self.kept.find(corp_id, UNIVERSE, 0)
        if known is None:
            everybody = Compiled("1", {}, "person", frozenset({"people"}))
            known = await self._fetch(corp_id, UNIVERSE, 0, everybody)
        return known.ids

    async def scope(self, corp_id: int, members: Sequence[int] | None) -> BitMap:
        """Whom somebody may see, by whose customers he sees: as the policy on customers says."""
        if members is None:
            return await self.universe(corp_id)
        groups = await groups_of(self.runtime, corp_id, members)
        key = f"scope:{sorted(members)}:{groups}"
        known = self.kept.find(corp_id, key, 0)
        if known is None:
            known = await self._fetch(corp_id, key, 0, seen_by(members, groups, self._prefix()))
        return known.ids

    async def tags(self, corp_id: int) -> dict[int, BitMap] | None:
        """Who wears each tag; None where that would be too much for the memory."""
        corp = self.kept.corp(corp_id)
        if corp.tags is not None or corp.tags_too_large:
            return corp.tags
        return await self.all_tags(corp_id)

    async def all_tags(self, corp_id: int) -> dict[int, BitMap]:
        """The same, kept or not."""
        corp = self.kept.corp(corp_id)
        if corp.tags is not None:
            return corp.tags
        tags: dict[int, BitMap] = {}
        for _ in range(TRIES):
            generation = corp.generation
            tags = await self.store.families(f"{TAGS} group by tag", {"corp_id": corp_id})
            if generation == corp.generation and not generation % 2:
                self.kept.keep_tags(corp_id, tags)
                break
        return tags

    async def _members(self, corp_id: int, leaf: Members) -> BitMap:
        """A run of a segment; its bits never change."""
        key = f"members:{leaf.segment}:{leaf.run}"
        known = self.kept.find(corp_id, key, 0)
        if known is not None:
            return known.ids
        asked = {"corp_id": corp_id, "segment_id": leaf.segment, "run": leaf.run}
        async with self.runtime.database.owner() as session:
            rows = list(await session.scalars(_BITS, asked))
        ids = BitMap.union(BitMap(), *(BitMap.deserialize(bytes(row)) for row in rows))
        self.kept.keep(corp_id, key, Entry(ids, bits.weight(ids)))
        return ids

    async def runs_of(self, corp_id: int, tree: Node) -> list[tuple[Members, BitMap]]:
        """The runs of segments that a tree names."""
        return [
            (leaf, await self._members(corp_id, leaf))
            for _, leaf in leaves_of(tree)
            if isinstance(leaf, Members)
        ]

    async def want(self, corp_id: int) -> list[int]:
        """Have a corp, or all with 0, read again; the loop begins with it at once."""
        async with self.runtime.database.owner() as session:
            corps = [row.corp_id for row in await session.execute(marks.STATES)]
            wanted = [one for one in corps if corp_id in {0, one}]
            await session.execute(marks.WANT, {"corps": wanted})
        return wanted

    async def upkeep(self) -> None:
        """From time to time."""
        await retaining.drop_expired(self)
        await self.feed.sweep()

    async def run(self, watched: Watched) -> None:
        """Feed until cancelled. Whatever stops it, the questions go on, and say since when.

        A large company is read beside what happens to the others, and one person's change goes
        past those of a file. Raises StoreTornError: the next start sets the store aside.
        """
        await keep_turning((self._building, *self._feeding), self.store, watched)
