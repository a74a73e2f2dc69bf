"""The gateway's tables. What every call asks is one function of the database: one round trip."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from .schemas import Door, Taken

_TAKE = text(
    "select granted, retry_at, reason, slots from gateway_take("
    ":corp_id, :path, :wanted, :now, cast(:urgency as smallint), :holder, :waited,"
    " cast(:owners as bigint[]), cast(:windows as integer[]), cast(:limits as float8[]),"
    " cast(:bursts as float8[]), cast(:rates as float8[]), cast(:floors as float8[]),"
    " cast(:at_once as integer), :reserved, :lease, :lease_seconds)"
)
_GIVE_BACK = text(
    "update gateway_slots s set until = '-infinity'"
    " from unnest(cast(:slots as integer[]), cast(:leases as uuid[])) as v(slot, lease)"
    " where s.corp_id = :corp_id and s.path = :path and s.slot = v.slot and s.lease = v.lease"
)
_LEAVE = text(
    "delete from gateway_waits where corp_id = :corp_id and path = :path"
    " and urgency = :urgency and holder = :holder"
)
_STOP = text(
    "insert into gateway_brakes as b (corp_id, path, kind, errcode, strikes, since, until)"
    " values (:corp_id, :path, 'stop', :errcode, 1, :now,"
    "         cast(:now as timestamptz) + make_interval(secs => :first))"
    " on conflict (corp_id, path, kind) do update set"
    # What was under way when the first refusal came is refused too: that is no repetition.
    "   strikes = case when b.until > :now then b.strikes"
    "     when b.until > cast(:now as timestamptz) - make_interval(secs => :within)"
    "     then b.strikes + 1 else 1 end,"
    "   since = case when b.until > :now then b.since else :now end,"
    "   until = case when b.until > :now then b.until"
    "     when b.until > cast(:now as timestamptz) - make_interval(secs => :within)"
    "     then cast(:now as timestamptz) + make_interval(secs => :again)"
    "     else cast(:now as timestamptz) + make_interval(secs => :first) end"
)
_SLOW = text(
    "insert into gateway_brakes as b (corp_id, path, kind, errcode, at_once, strikes, since, until)"
    " values (:corp_id, :path, 'slow', :errcode, greatest(1, cast(:at_once as bigint) / 2), 1,"
    "         :now, cast(:now as timestamptz) + make_interval(secs => :seconds))"
    " on conflict (corp_id, path, kind) do update set"
    "   errcode = excluded.errcode, until = excluded.until,"
    "   strikes = case when b.until > :now then b.strikes + 1 else 1 end,"
    # The refusals of one moment are one lesson; a later one halves again.
    "   since = case when b.until > :now"
    "       and b.since > cast(:now as timestamptz) - interval '2 seconds'"
    "     then b.since else :now end,"
    "   at_once = case when b.until <= :now then excluded.at_once"
    "     when b.since > cast(:now as timestamptz) - interval '2 seconds' then b.at_once"
    "     else greatest(1, b.at_once / 2) end"
)


class GatewayRepository:
    """Each statement is a transaction of its own: nobody waits for anybody's work.

    `engine` commits each statement, as `Database.single` does.
    """

    def __init__(self, engine: AsyncEngine, holder: UUID) -> None:
        self._engine = engine
        self._holder = holder

    async def take(
        self, door: Door, wanted: int, now: datetime, lease: UUID, *, waited: bool
    ) -> Taken:
        """Take up to `wanted` calls from all buckets at once, and their slots."""
        async with self._engine.connect() as connection:
            row = (
                await connection.execute(
                    _TAKE,
                    {
                        "corp_id": door.corp_id,
                        "path": door.path,
                        "wanted": wanted,
                        "now": now,
                        "urgency": int(door.urgency),
                        "holder": self._holder,
                        "waited": waited,
                        "owners": [one.owner for one in door.buckets],
                        "windows": [one.seconds for one in door.buckets],
                        "limits": [float(one.limit) for one in door.buckets],
                        "bursts": [one.burst for one in door.buckets],
                        "rates": [one.rate for one in door.buckets],
                        "floors": list(door.floors),
                        "at_once": door.at_once,
                        "reserved": door.reserved,
                        "lease": lease,
                        "lease_seconds": door.lease_seconds,
                    },
                )
            ).one()
        return Taken(row.granted, row.retry_at, row.reason, tuple(row.slots or ()))

    async def give_back(self, door: Door, slots: Sequence[tuple[int, UUID]]) -> None:
        """Free slots by lease; one whose lease ended may be another's by now, and stays his."""
        values = {
            "corp_id": door.corp_id,
            "path": door.path,
            "slots": [slot for slot, _ in slots],
            "leases": [lease for _, lease in slots],
        }
        async with self._engine.connect() as connection:
            await connection.execute(_GIVE_BACK, values)

    async def leave(self, door: Door) -> None:
        """Nobody of this process waits at the door any more."""
        values = {
            "corp_id": door.corp_id,
            "path": door.path,
            "urgency": int(door.urgency),
            "holder": self._holder,
        }
        async with self._engine.connect() as connection:
            await connection.execute(_LEAVE, values)

    async def stop(
        self,
        corp_id: int,
        path: str,
        errcode: int,
        now: datetime,
        *,
        first: int,
        again: int,
        within: int,
    ) -> None:
        """Nobody calls the API for `first` seconds, or `again` when it repeats `within` some."""
        values = {
            "corp_id": corp_id,
            "path": path,
            "errcode": errcode,
            "now": now,
            "first": first,
            "again": again,
            "within": within,
        }
        async with self._engine.connect() as connection:
            await connection.execute(_STOP, values)

    async def slow(
        self, corp_id: int, path: str, errcode: int, now: datetime, *, at_once: int, seconds: int
    ) -> None:
        """For so many seconds half as many calls of the API as `at_once` are under way at once."""
        values = {
            "corp_id": corp_id,
            "path": path,
            "errcode": errcode,
            "now": now,
            "at_once": at_once,
            "seconds": seconds,
        }
        async with self._engine.connect() as connection:
            await connection.execute(_SLOW, values)
