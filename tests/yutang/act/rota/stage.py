"""A code with members, rules and adds, written straight into the database."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

STATE = "ytcode"
_TABLES = (
    "rotas, rota_hours, rota_caps, rota_stand_ins, staff_duties, rota_told, rota_cap_hits,"
    " staff_loads, welcomes, channel_staff, channels, staff"
)


@dataclass
class Member:
    """A member as a test wishes him."""

    account: str
    place: int | None = None
    status: str = "active"
    day_cap: int | None = None
    off: bool = False
    off_until: datetime | None = None
    used: int | None = None
    spans: list[tuple[int, int, int]] = field(default_factory=list)
    """Weekday, start and stop in minutes."""
    adds: list[tuple[str, datetime, bool]] = field(default_factory=list)
    """Who came when, and whether it was a half add."""


async def write_code(
    session: AsyncSession,
    corp_id: int,
    members: Sequence[Member],
    *,
    spans: Sequence[tuple[int, int, int]] = (),
    day_cap: int | None = None,
) -> tuple[int, dict[str, int]]:
    """Nothing but this code in the corp; returns its id and those of the members."""
    await session.execute(text(f"truncate {_TABLES}"))
    channel_id = await session.scalar(
        text(
            "insert into channels (corp_id, name, state, agent_id, created_by, status)"
            " values (:corp, '门', :state, 1, 'test', 'active') returning id"
        ),
        {"corp": corp_id, "state": STATE},
    )
    assert channel_id is not None
    key: dict[str, Any] = {"corp": corp_id, "code": channel_id}

    async def put(statement: str, **values: Any) -> None:
        await session.execute(text(statement), key | values)

    if day_cap is not None or spans:
        await put("insert into rotas values (:corp, :code, :cap, 1, 'test', now())", cap=day_cap)
    span_in = (
        "insert into rota_hours (corp_id, channel_id, staff_id, weekday, start, stop)"
        " values (:corp, :code, cast(:staff as bigint), :day, :start, :stop)"
    )
    for day, start, stop in spans:
        await put(span_in, staff=None, day=day, start=start, stop=stop)
    ids = {}
    for one in members:
        staff_id = await session.scalar(
            text(
                "insert into staff (corp_id, account, name, status)"
                " values (:corp, :account, :account, :status) returning id"
            ),
            key | {"account": one.account, "status": one.status},
        )
        assert staff_id is not None
        ids[one.account] = staff_id
        if one.place is None:
            await put("insert into channel_staff values (:corp, :code, :staff)", staff=staff_id)
        else:
            await put(
                "insert into rota_stand_ins values (:corp, :code, :staff, :place)",
                staff=staff_id,
                place=one.place,
            )
        if one.day_cap is not None:
            await put(
                "insert into rota_caps values (:corp, :code, :staff, :cap)",
                staff=staff_id,
                cap=one.day_cap,
            )
        if one.off:
            await put(
                "insert into staff_duties values (:corp, :staff, now(), :until, 'test')",
                staff=staff_id,
                until=one.off_until,
            )
        if one.used is not None:
            await put(
                "insert into staff_loads values (:corp, :staff, :used, :used, now())",
                staff=staff_id,
                used=one.used,
            )
        for day, start, stop in one.spans:
            await put(span_in, staff=staff_id, day=day, start=start, stop=stop)
        for who, at, half in one.adds:
            await put(
                "insert into welcomes (corp_id, inbox_id, agent_id, account, external_id, half,"
                " channel, occurred_at, received_at)"
                " values (:corp, 1, 1, :account, :who, :half, :state, :at, :at)",
                # As a callback names him, who is lower case in the list of members.
                account=one.account.upper(),
                who=who,
                at=at,
                half=half,
                state=STATE,
            )
    return channel_id, ids
