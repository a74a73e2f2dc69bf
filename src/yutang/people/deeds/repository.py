"""Deeds in the database; each step is a transaction of its own."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from .models import Deed

_OPEN = ("sending", "unknown", "undecided")
UNLISTED = ("join_way", "group_welcome")


class DeedRepository:
    """Needs the owner's session."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def claim(
        self,
        corp_id: int,
        kind: str,
        key: str,
        *,
        agent_id: int,
        wanted: dict[str, Any],
        now: datetime,
    ) -> Deed:
        """The deed of this key, made where it is new, locked until the transaction ends."""
        await self._session.execute(
            insert(Deed)
            .values(
                corp_id=corp_id,
                kind=kind,
                key=key,
                agent_id=agent_id,
                state="asked",
                wanted=wanted,
                tries=0,
                spares=0,
                created_at=now,
            )
            .on_conflict_do_nothing(index_elements=["corp_id", "kind", "key"])
        )
        found = await self._session.scalars(
            select(Deed)
            .where(Deed.corp_id == corp_id, Deed.kind == kind, Deed.key == key)
            .with_for_update()
        )
        deed = found.one()
        if deed.state == "asked":
            # What was sent is what must be recognised; before that it may change.
            deed.wanted = wanted
        return deed

    async def find(self, corp_id: int, deed_id: int) -> Deed | None:
        """One, locked."""
        return await self._session.get(Deed, (corp_id, deed_id), with_for_update=True)

    async def list_open(self, corp_id: int, limit: int) -> Sequence[Deed]:
        """Those whose effect is not known, oldest first."""
        rows = await self._session.scalars(
            select(Deed)
            .where(Deed.corp_id == corp_id, Deed.state.in_(_OPEN))
            .order_by(Deed.id)
            .limit(limit)
        )
        return rows.all()

    async def counts(self, corp_id: int) -> tuple[int, int]:
        """How many wait for a person, and how many spares no list shows."""
        row = await self._session.execute(
            select(
                func.count().filter(Deed.state == "undecided"),
                func.coalesce(func.sum(Deed.spares).filter(Deed.kind.in_(UNLISTED)), 0),
            ).where(Deed.corp_id == corp_id)
        )
        undecided, spares = row.one()
        return undecided, int(spares)

    async def count_spares(self, corp_id: int, kind: str) -> int:
        """Spares of one kind; each try whose answer is lost may have made one."""
        each = case((Deed.state == "unknown", Deed.tries), else_=Deed.spares)
        asked = select(func.coalesce(func.sum(each), 0))
        asked = asked.where(Deed.corp_id == corp_id, Deed.kind == kind)
        return int(await self._session.scalar(asked) or 0)

    async def has_rival(self, deed: Deed, *, since: datetime) -> bool:
        """Whether another deed that wants the same was sent after `since` and has no answer."""
        same = select(Deed.id).where(
            Deed.corp_id == deed.corp_id,
            Deed.kind == deed.kind,
            Deed.id != deed.id,
            Deed.state == "sending",
            Deed.sent_at > since,
            Deed.wanted == deed.wanted,
        )
        return bool(await self._session.scalar(select(same.exists())))

    async def taken(self, corp_id: int, kind: str, ids: Sequence[str], but: int) -> set[str]:
        """Which of these are the results of other deeds."""
        rows = await self._session.scalars(
            select(Deed.result_id).where(
                Deed.corp_id == corp_id,
                Deed.kind == kind,
                Deed.result_id.in_(list(ids)),
                Deed.id != but,
            )
        )
        return {id_ for id_ in rows if id_ is not None}

    async def to_sweep(self, now: datetime, limit: int) -> Sequence[Deed]:
        """Those of all corps whose spares are to be looked for."""
        rows = await self._session.scalars(
            select(Deed)
            .where(Deed.sweep_at <= now, Deed.state == "done")
            .order_by(Deed.sweep_at)
            .limit(limit)
        )
        return rows.all()
