"""Change a code's rules: with its event, its entry in the audit, and a look at who is on."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.events import NewEvent, append
from yutang.people.staff import service as staff

from .errors import (
    BadStandInError,
    ChangedMeanwhileError,
    ForeignStaffError,
    OverlapError,
    TwiceError,
    UnknownCodeError,
)
from .events import RotaChanged
from .hours import clock, find_overlap
from .models import Rota, RotaCap, RotaHours, RotaStandIn
from .schemas import DAY_MINUTES, RotaUpdate, RotaWrite, Span
from .standing import spans_of_codes

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CODE = text(
    "select id from channels where corp_id = :corp_id and id = :channel_id"
    " and status not in ('deleting', 'deleted')"
)
_LOCK = text(f"{_CODE} for update")
"""Of two who give a code its first rules the second waits and is told."""
_LISTED = text(
    "select staff_id from channel_staff where corp_id = :corp_id and channel_id = :channel_id"
)


async def demand_code(
    session: AsyncSession, corp_id: int, channel_id: int, *, lock: bool = False
) -> None:
    """Raise UnknownCodeError for what is no living code of this corp."""
    asked = {"corp_id": corp_id, "channel_id": channel_id}
    if await session.scalar(_LOCK if lock else _CODE, asked) is None:
        raise UnknownCodeError(channel_id)


async def listed(session: AsyncSession, corp_id: int, channel_id: int) -> set[int]:
    """Members of a code's list."""
    asked = {"corp_id": corp_id, "channel_id": channel_id}
    return set(await session.scalars(_LISTED, asked))


async def put_rota(
    session: AsyncSession,
    corp_id: int,
    channel_id: int,
    wish: RotaUpdate,
    actor: str,
    now: datetime,
) -> None:
    """Make a code's rules what `wish` says; nothing is written where it says what they are.

    Raises UnknownCodeError, ChangedMeanwhileError, OverlapError, TwiceError, ForeignStaffError,
    BadStandInError.
    """
    await demand_code(session, corp_id, channel_id, lock=True)
    row = await session.get(Rota, (corp_id, channel_id))
    version = row.version if row is not None else 0
    if version != wish.version:
        raise ChangedMeanwhileError(version, wish.version)
    await check(session, corp_id, channel_id, wish)
    before = await rules_of(session, corp_id, channel_id)
    after = RotaWrite(**wish.model_dump(exclude={"version"}))
    if _told(before) == _told(after):
        return
    if row is None:
        row = Rota(corp_id=corp_id, channel_id=channel_id, version=0)
        session.add(row)
    row.day_cap, row.version = wish.day_cap, version + 1
    row.changed_by, row.changed_at = actor, now
    await session.flush()
    await _write(session, corp_id, channel_id, wish)
    await append(
        session,
        corp_id,
        [
            NewEvent(
                customer_id=None,
                at=now,
                actor=actor,
                source="api",
                event=RotaChanged(channel_id=channel_id),
            )
        ],
    )
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="rota.changed",
        target=f"channel:{channel_id}",
        before=_told(before),
        after=_told(after),
    )


async def check(session: AsyncSession, corp_id: int, channel_id: int, wish: RotaWrite) -> None:
    """Raise what is wrong with rules for a code."""
    inside = await listed(session, corp_id, channel_id)
    await _check_stand_ins(session, corp_id, wish.stand_in_ids, inside)
    known = inside | set(wish.stand_in_ids)
    named = {one.staff_id for one in wish.hours if one.staff_id} | {c.staff_id for c in wish.caps}
    if foreign := sorted(named - known):
        message = (
            f"these members are neither in the code's list nor stand-ins: {foreign};"
            " put them into the list first"
        )
        raise ForeignStaffError(message)
    if len({cap.staff_id for cap in wish.caps}) < len(wish.caps):
        message = "a member has two caps; leave one out"
        raise TwiceError(message)
    if (overlap := find_overlap(wish.hours)) is not None:
        raise OverlapError(await _overlap(session, corp_id, *overlap))


async def _check_stand_ins(
    session: AsyncSession, corp_id: int, wanted: Sequence[int], inside: Collection[int]
) -> None:
    if len(set(wanted)) < len(wanted):
        message = "a stand-in is named twice; leave one out"
        raise BadStandInError(message)
    members = {one.id: one for one in await staff.staff_by_ids(session, corp_id, wanted)}
    if missing := [one for one in wanted if one not in members]:
        message = f"these members are not here: {missing}; take others"
        raise BadStandInError(message)
    if left := [one.name for one in members.values() if one.status == "left"]:
        message = f"{', '.join(left)} left the corp; choose members who work here"
        raise BadStandInError(message)
    if double := [members[one].name for one in wanted if one in inside]:
        message = f"{', '.join(double)} is in the code's list already; choose others to stand in"
        raise BadStandInError(message)


async def _overlap(session: AsyncSession, corp_id: int, one: Span, other: Span) -> str:
    who = "all members"
    if one.staff_id is not None:
        who = (await staff.names_by_ids(session, corp_id, [one.staff_id])).get(one.staff_id, "")
    first, second = (
        f"{_DAYS[span.weekday - 1]} {clock(span.start)}–{clock(span.stop)}" for span in (one, other)
    )
    return f"of {who}, {first} and {second} lie over each other; make one of them, or shorten one"


async def rules_of(session: AsyncSession, corp_id: int, channel_id: int) -> RotaWrite:
    """A code's rules as they stand, whoever is in its list."""
    key = {"corp_id": corp_id, "channel_id": channel_id}
    row = await session.get(Rota, (corp_id, channel_id))
    caps = await session.scalars(select(RotaCap).filter_by(**key).order_by(RotaCap.staff_id))
    stand_ins = await session.scalars(
        select(RotaStandIn.staff_id).filter_by(**key).order_by(RotaStandIn.place)
    )
    return RotaWrite.model_validate(
        {
            "hours": (await spans_of_codes(session, corp_id, [channel_id])).get(channel_id, []),
            "day_cap": row.day_cap if row is not None else None,
            "caps": [{"staff_id": cap.staff_id, "day_cap": cap.day_cap} for cap in caps],
            "stand_in_ids": list(stand_ins),
        }
    )


async def _write(session: AsyncSession, corp_id: int, channel_id: int, wish: RotaWrite) -> None:
    key = {"corp_id": corp_id, "channel_id": channel_id}
    rows: tuple[tuple[Any, list[dict[str, Any]]], ...] = (
        (RotaHours, [span.model_dump() for span in wish.hours]),
        (RotaCap, [cap.model_dump() for cap in wish.caps]),
        (
            RotaStandIn,
            [{"staff_id": one, "place": n} for n, one in enumerate(wish.stand_in_ids, 1)],
        ),
    )
    for model, values in rows:
        await session.execute(
            delete(model).where(model.corp_id == corp_id, model.channel_id == channel_id)
        )
        if values:
            await session.execute(insert(model), [key | value for value in values])


def _told(rules: RotaWrite) -> dict[str, Any]:
    """Rules in one order, for the audit and to see whether anything differs."""
    return {
        "day_cap": rules.day_cap,
        "caps": {str(cap.staff_id): cap.day_cap for cap in sorted(rules.caps, key=_staff_id)},
        "stand_in_ids": rules.stand_in_ids,
        "hours": sorted(
            (
                f"{span.staff_id or '*'} {span.weekday} {clock(span.start)}-"
                f"{'+' if span.stop > DAY_MINUTES else ''}{clock(span.stop)}"
            )
            for span in rules.hours
        ),
    }


def _staff_id(cap: Any) -> int:
    return int(cap.staff_id)
