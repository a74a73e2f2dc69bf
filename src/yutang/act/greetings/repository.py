"""Rows of welcomes and of the files they need; `corp_id` is named in every query."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import delete, or_, select, text, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from .models import Greeting, ReadyFile

_LOCK: Final = text("select pg_advisory_xact_lock(hashtextextended('greetings:' || :corp_id, 0))")
_CHANNELS: Final = text(
    """
    select id, name, status from channels
    where corp_id = :corp_id and id = any(cast(:ids as bigint[]))
    """
)
_NAMES: Final = text(
    """
    select g.id, coalesce(c.name, d.name) as name
    from greetings g
    left join channels c on c.corp_id = g.corp_id and c.id = g.channel_id
    left join departments d on d.corp_id = g.corp_id and d.id = g.department_id
    where g.corp_id = :corp_id and g.id = any(cast(:ids as bigint[]))
    """
)
_TOUCH_CHANNEL: Final = text(
    "update channels set version = version + 1 where corp_id = :corp_id and id = :id"
)
# What welcomes need, over all corps, and WeCom does not have or soon forgets.
_LACKING: Final = text(
    """
    with needed as (
      select distinct g.corp_id,
             case p ->> 'kind' when 'link' then 'cover' when 'mini_program' then 'image'
                               else p ->> 'kind' end as kind,
             cast(coalesce(p ->> 'file_id', p ->> 'picture_id') as bigint) as file_id
      from greetings g, jsonb_array_elements(g.content -> 'attachments') as p
    )
    select n.corp_id, n.kind, n.file_id, r.handle is not null as renewal
    from needed n
    join files f on f.corp_id = n.corp_id and f.id = n.file_id
    left join ready_files r
      on r.corp_id = n.corp_id and r.kind = n.kind and r.file_id = n.file_id
    where r.file_id is null or r.expires_at < :before
       or (r.handle is null and r.tried_at < :again)
    order by r.expires_at nulls first, n.corp_id, n.file_id
    limit 2000
    """
)
_SWEEP: Final = text("delete from ready_files where expires_at < :now")
_FORGET: Final = text(
    """
    delete from ready_files r
    using unnest(cast(:corps as bigint[]), cast(:handles as text[])) as v(corp_id, handle)
    where r.corp_id = v.corp_id and r.handle = v.handle
    """
)
_COUNT_PICTURES: Final = text(
    """
    select count(*) filter (where at >= :day) as today, count(*) as month
    from picture_uploads where corp_id = :corp_id and at >= :month
    """
)
_NOTE_PICTURE: Final = text(
    "insert into picture_uploads (corp_id, file_id, at) values (:corp_id, :file_id, :at)"
)


class GreetingRepository:
    """Welcomes of one corp."""

    def __init__(self, session: AsyncSession, corp_id: int) -> None:
        self.session = session
        self.corp_id = corp_id

    async def hold(self) -> None:
        """Keep other writers of this corp's welcomes waiting until the caller commits."""
        await self.session.execute(_LOCK, {"corp_id": str(self.corp_id)})

    async def find(self, greeting_id: int) -> Greeting | None:
        """One welcome."""
        return await self.session.get(Greeting, (self.corp_id, greeting_id))

    async def find_many(self, ids: Collection[int]) -> Sequence[Greeting]:
        """Those of these that are there."""
        found = await self.session.scalars(
            select(Greeting).where(Greeting.corp_id == self.corp_id, Greeting.id.in_(list(ids)))
        )
        return found.all()

    async def names(self, ids: Collection[int]) -> dict[int, str | None]:
        """The department's or code's name of each."""
        rows = await self.session.execute(_NAMES, {"corp_id": self.corp_id, "ids": list(ids)})
        return {row.id: row.name for row in rows}

    async def every(self) -> Sequence[Greeting]:
        """All of them, by id."""
        found = await self.session.scalars(
            select(Greeting).where(Greeting.corp_id == self.corp_id).order_by(Greeting.id)
        )
        return found.all()

    async def of_reach(
        self, reach: str, department_id: int | None, channel_id: int | None
    ) -> Sequence[Greeting]:
        """Those of one reach."""
        found = await self.session.scalars(
            select(Greeting).where(
                Greeting.corp_id == self.corp_id,
                Greeting.reach == reach,
                Greeting.department_id == department_id,
                Greeting.channel_id == channel_id,
            )
        )
        return found.all()

    async def plain_of(self, channel_ids: Collection[int]) -> Sequence[Greeting]:
        """Codes' welcomes that are for any hour and anybody."""
        if not channel_ids:
            return []
        found = await self.session.scalars(
            select(Greeting).where(
                Greeting.corp_id == self.corp_id,
                Greeting.channel_id.in_(list(channel_ids)),
                Greeting.standing == "any",
                Greeting.from_minute.is_(None),
            )
        )
        return found.all()

    async def channels(self, ids: Collection[int]) -> dict[int, tuple[str, str]]:
        """Codes' names and states by id."""
        if not ids:
            return {}
        rows = await self.session.execute(_CHANNELS, {"corp_id": self.corp_id, "ids": list(ids)})
        return {row.id: (row.name, row.status) for row in rows}

    async def touch_channel(self, channel_id: int) -> None:
        """Who edits the code meanwhile is told that it is another now."""
        await self.session.execute(_TOUCH_CHANNEL, {"corp_id": self.corp_id, "id": channel_id})

    async def ready_files(self, file_ids: Collection[int]) -> dict[tuple[str, int], ReadyFile]:
        """What WeCom has of these uploads, or why not, by kind and id."""
        if not file_ids:
            return {}
        found = await self.session.scalars(
            select(ReadyFile).where(
                ReadyFile.corp_id == self.corp_id, ReadyFile.file_id.in_(list(file_ids))
            )
        )
        return {(row.kind, row.file_id): row for row in found}

    async def count_pictures(self, day: datetime, month: datetime) -> tuple[int, int]:
        """Pictures for ever asked for since the beginning of the day and of the month."""
        row = await self.session.execute(
            _COUNT_PICTURES, {"corp_id": self.corp_id, "day": day, "month": month}
        )
        today, of_month = row.one()
        return today, of_month

    async def note_picture(self, file_id: int, at: datetime) -> None:
        """Count one before it is asked for: an answer that is lost was a picture, too."""
        await self.session.execute(
            _NOTE_PICTURE, {"corp_id": self.corp_id, "file_id": file_id, "at": at}
        )

    async def keep_file(
        self,
        kind: str,
        file_id: int,
        handle: str | None,
        expires_at: datetime | None,
        *,
        at: datetime,
        said: str = "",
    ) -> None:
        """The newest of an upload."""
        values = {"handle": handle, "expires_at": expires_at, "said": said, "tried_at": at}
        await self.session.execute(
            insert(ReadyFile)
            .values(corp_id=self.corp_id, kind=kind, file_id=file_id, **values)
            .on_conflict_do_update(index_elements=["corp_id", "kind", "file_id"], set_=values)
        )

    async def drop(self, greeting_id: int) -> None:
        """Delete one."""
        await self.session.execute(
            delete(Greeting).where(Greeting.corp_id == self.corp_id, Greeting.id == greeting_id)
        )


async def lacking_files(
    session: AsyncSession, before: datetime, again: datetime
) -> list[tuple[int, str, int, bool]]:
    """Over all corps (corp, kind, file, whether WeCom still has it): the most urgent first.

    Those that it forgets before `before`, and refused ones that were tried before `again`.
    """
    rows = await session.execute(_LACKING, {"before": before, "again": again})
    return [(row.corp_id, row.kind, row.file_id, row.renewal) for row in rows]


async def sweep_files(session: AsyncSession, now: datetime) -> None:
    """Forget what WeCom has forgotten: no welcome needs it any more."""
    await session.execute(_SWEEP, {"now": now})


async def forget_files(session: AsyncSession, handles: Iterable[tuple[int, str]]) -> None:
    """Media ids, by corp, that WeCom no longer knows."""
    gone = list(handles)
    if gone:
        await session.execute(
            _FORGET, {"corps": [corp for corp, _ in gone], "handles": [one for _, one in gone]}
        )


async def alive_files(
    session: AsyncSession, wanted: Collection[tuple[int, str, int]]
) -> Sequence[ReadyFile]:
    """What is known of these (corp, kind, file), over corps."""
    if not wanted:
        return []
    found = await session.scalars(
        select(ReadyFile).where(
            tuple_(ReadyFile.corp_id, ReadyFile.kind, ReadyFile.file_id).in_(list(wanted))
        )
    )
    return found.all()


async def rules_for(
    session: AsyncSession,
    corp_ids: Collection[int],
    channel_ids: Collection[int],
    department_ids: Collection[int],
) -> Sequence[Greeting]:
    """The corps' own welcomes and those of these codes and departments, over corps."""
    found = await session.scalars(
        select(Greeting).where(
            Greeting.corp_id.in_(list(corp_ids)),
            or_(
                Greeting.reach == "corp",
                Greeting.channel_id.in_(list(channel_ids)),
                Greeting.department_id.in_(list(department_ids)),
            ),
        )
    )
    return found.all()
