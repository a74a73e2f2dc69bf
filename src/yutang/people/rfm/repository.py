"""Rows of RFM: settings, runs, classes. Each statement names its corp."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from pyroaring import BitMap
from sqlalchemy import bindparam, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.audience import service as audience

from .models import RfmRun, RfmSetting, RfmState
from .schemas import CLASSES, ClassKey, RfmCellRead

OPEN: Final = ("waiting", "reckoning", "moving")
KEPT_RUNS: Final = 14
"""Of so many it is kept who was in which class."""
KEPT_SIZES: Final = 400
"""Of so many how large the classes were: more than a year of nights."""

_BEGIN = text(
    """
    insert into rfm_runs as r (corp_id, state, asked_by, version, settings, at, started_at,
                               updated_at)
    values (:corp_id, 'waiting', :actor, :version, cast(:settings as jsonb), :now, :now, :now)
    on conflict (corp_id) where state in ('waiting', 'reckoning', 'moving') do update
      set asked_by = excluded.asked_by, version = excluded.version, settings = excluded.settings,
          at = excluded.at, started_at = excluded.started_at, updated_at = excluded.updated_at,
          reason = null
    where r.state = 'waiting'
    returning id
    """
)
_SAVE = text(
    """
    insert into rfm_settings as s (corp_id, version, settings, updated_by, updated_at)
    values (:corp_id, :version + 1, cast(:settings as jsonb), :actor, :now)
    on conflict (corp_id) do update
      set version = excluded.version, settings = excluded.settings,
          updated_by = excluded.updated_by, updated_at = excluded.updated_at
    where s.version = :version
    returning version
    """
)
_FORGET_CLASSES = text("delete from rfm_classes where corp_id = :corp_id and run_id = :run_id")
_FORGET_CELLS = text("delete from rfm_cells where corp_id = :corp_id and run_id = :run_id")
_WRITE_CLASS = text(
    "insert into rfm_classes (corp_id, run_id, key, shard, bits, held)"
    " values (:corp_id, :run_id, :key, :shard, :bits, :held)"
)
_WRITE_CELLS = text(
    """
    insert into rfm_cells (corp_id, run_id, r, f, m, key, people, orders, amount_fen)
    select :corp_id, :run_id, r, f, m, key, people, orders, amount_fen
    from jsonb_to_recordset(cast(:rows as jsonb))
      as v(r smallint, f smallint, m smallint, key text, people bigint, orders bigint,
           amount_fen bigint)
    """
)
_SWITCH = text(
    """
    insert into rfm_states as s (corp_id, run_id, since) values (:corp_id, :run_id, :now)
    on conflict (corp_id) do update set run_id = excluded.run_id, since = excluded.since
    """
)
_CLASSES = text(
    "select key, shard, bits from rfm_classes where corp_id = :corp_id and run_id = :run_id"
)
_SHARD_CLASSES = text(
    "select run_id, key, bits from rfm_classes"
    " where corp_id = :corp_id and run_id = any(cast(:runs as bigint[])) and shard = :shard"
)
_LAST_SHARD = text(
    "select coalesce(max(shard), -1) from rfm_classes"
    " where corp_id = :corp_id and run_id = any(cast(:runs as bigint[]))"
)
_CELLS = text(
    "select run_id, r, f, m, key, people, orders, amount_fen from rfm_cells"
    " where corp_id = :corp_id and run_id = any(cast(:runs as bigint[])) order by r, f, m"
)
_PRUNE = (
    text(
        """
        delete from rfm_classes where corp_id = :corp_id and run_id in (
          select id from rfm_runs where corp_id = :corp_id and state = 'done'
          order by id desc offset :runs)
        """
    ).bindparams(bindparam("runs", KEPT_RUNS)),
    text(
        """
        with old as (
          select id from rfm_runs where corp_id = :corp_id and state = 'done'
          order by id desc offset :runs
        ), cells as (
          delete from rfm_cells where corp_id = :corp_id and run_id in (select id from old)
        )
        delete from rfm_runs where corp_id = :corp_id and id in (select id from old)
        """
    ).bindparams(bindparam("runs", KEPT_SIZES)),
)
_LAST_BOUGHT = text(
    "select max(bought_at) from orders"
    " where corp_id = :corp_id and customer_id = any(person_ids(:corp_id, :customer_id))"
)
_BUYING = text(
    """
    select c.id from unnest(cast(:corps as bigint[])) as c(id)
    where exists (select from orders o where o.corp_id = c.id)
       or exists (select from rfm_states s where s.corp_id = c.id)
    """
)


_IN_FORCE = text(
    "select s.corp_id, s.run_id from rfm_states s"
    " join rfm_runs r on r.corp_id = s.corp_id and r.id = s.run_id"
    " where r.people > 0 and not exists (select from rfm_runs o where o.corp_id = s.corp_id"
    " and o.state in ('waiting', 'reckoning', 'moving')) order by s.corp_id"
)


class RfmRepository:
    """Rows of one corp."""

    def __init__(self, session: AsyncSession, corp_id: int) -> None:
        self.session = session
        self.corp_id = corp_id

    async def settings(self) -> RfmSetting | None:
        """As saved last."""
        return await self.session.get(RfmSetting, self.corp_id)

    async def save(self, version: int, settings: str, actor: str, now: datetime) -> int | None:
        """The new version; None where another was saved meanwhile."""
        found: int | None = await self.session.scalar(
            _SAVE,
            {
                "corp_id": self.corp_id,
                "version": version,
                "settings": settings,
                "actor": actor,
                "now": now,
            },
        )
        return found

    async def begin(self, version: int, settings: str, actor: str, now: datetime) -> None:
        """A run, or the one that waits made new; one under way is left alone."""
        await self.session.execute(
            _BEGIN,
            {
                "corp_id": self.corp_id,
                "version": version,
                "settings": settings,
                "actor": actor,
                "now": now,
            },
        )

    async def open_run(self, *, locked: bool = False) -> RfmRun | None:
        """The one that is not finished."""
        statement = select(RfmRun).where(RfmRun.corp_id == self.corp_id, RfmRun.state.in_(OPEN))
        statement = statement.with_for_update() if locked else statement
        found: RfmRun | None = await self.session.scalar(
            statement.execution_options(populate_existing=locked)
        )
        return found

    async def run(self, run_id: int) -> RfmRun | None:
        """One of them."""
        return await self.session.get(RfmRun, (self.corp_id, run_id))

    async def current(self) -> RfmRun | None:
        """The one in force."""
        found: RfmRun | None = await self.session.scalar(
            select(RfmRun)
            .join(
                RfmState,
                (RfmState.corp_id == RfmRun.corp_id) & (RfmState.run_id == RfmRun.id),
            )
            .where(RfmRun.corp_id == self.corp_id)
        )
        return found

    async def runs(self, limit: int) -> list[RfmRun]:
        """The newest first."""
        return list(
            await self.session.scalars(
                select(RfmRun)
                .where(RfmRun.corp_id == self.corp_id)
                .order_by(RfmRun.id.desc())
                .limit(limit)
            )
        )

    async def keep(
        self,
        run_id: int,
        members: Mapping[ClassKey, BitMap],
        cells: Sequence[RfmCellRead],
        rows: str,
    ) -> None:
        """Write who is where, and how many; what a killed attempt wrote goes first."""
        own = {"corp_id": self.corp_id, "run_id": run_id}
        await self.session.execute(_FORGET_CLASSES, own)
        await self.session.execute(_FORGET_CELLS, own)
        shards = [
            {**own, "key": key, "shard": shard, "bits": part.serialize(), "held": len(part)}
            for key, ids in members.items()
            for shard, part in audience.shards_of(ids)
        ]
        if shards:
            await self.session.execute(_WRITE_CLASS, shards)
        if cells:
            await self.session.execute(_WRITE_CELLS, {**own, "rows": rows})

    async def switch(self, run_id: int, now: datetime) -> None:
        """From this commit on the run is in force."""
        await self.session.execute(_SWITCH, {"corp_id": self.corp_id, "run_id": run_id, "now": now})

    async def members(self, run_id: int) -> dict[ClassKey, BitMap]:
        """Who is in each class of a run; empty where that is no longer kept."""
        found = {key: BitMap() for key in CLASSES}
        own = {"corp_id": self.corp_id, "run_id": run_id}
        for key, _, bits in await self.session.execute(_CLASSES, own):
            found[key] |= BitMap.deserialize(bits)
        return found

    async def shard(
        self, before: int | None, after: int, shard: int
    ) -> tuple[dict[ClassKey, BitMap], dict[ClassKey, BitMap]]:
        """The same of one shard, of two runs."""
        rows = await self.session.execute(
            _SHARD_CLASSES,
            {"corp_id": self.corp_id, "runs": [before or 0, after], "shard": shard},
        )
        found: dict[int, dict[ClassKey, BitMap]] = {before or 0: {}, after: {}}
        for run_id, key, bits in rows:
            found[run_id][key] = BitMap.deserialize(bits)
        return found[before or 0], found[after]

    async def last_shard(self, *runs: int) -> int:
        """The highest that any of them has; -1 for none."""
        found: int | None = await self.session.scalar(
            _LAST_SHARD, {"corp_id": self.corp_id, "runs": list(runs)}
        )
        return -1 if found is None else found

    async def cells(self, runs: Iterable[int]) -> dict[int, list[RfmCellRead]]:
        """How many share scores, by run."""
        found: dict[int, list[RfmCellRead]] = {}
        asked = {"corp_id": self.corp_id, "runs": list(runs)}
        for row in await self.session.execute(_CELLS, asked):
            told: dict[str, Any] = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's own word for it
            found.setdefault(told.pop("run_id"), []).append(RfmCellRead(**told))
        return found

    async def prune(self) -> None:
        """Let go of what is old."""
        for statement in _PRUNE:
            await self.session.execute(statement, {"corp_id": self.corp_id})

    async def last_bought(self, customer_id: int) -> datetime | None:
        """When he last bought anything, under any of his numbers."""
        found: datetime | None = await self.session.scalar(
            _LAST_BOUGHT, {"corp_id": self.corp_id, "customer_id": customer_id}
        )
        return found


async def corps_that_buy(session: AsyncSession, corp_ids: Sequence[int]) -> list[int]:
    """Those of these with orders, or with classes of before. Needs the owner's session."""
    return list(await session.scalars(_BUYING, {"corps": list(corp_ids)}))


async def runs_in_force(session: AsyncSession) -> list[tuple[int, int]]:
    """(Corp, run) of all corps where nothing is under way. Needs the owner's session."""
    return [(row.corp_id, row.run_id) for row in await session.execute(_IN_FORCE)]
