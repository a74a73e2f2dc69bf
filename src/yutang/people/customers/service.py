"""Write what happened between staff and customers; the reads are those of the rooms beside."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.db import table_of
from yutang.kernel.events import NewEvent, append
from yutang.kernel.vault import Vault
from yutang.people.staff import service as staff
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import Relation

from .absorbing import Absorbed, Difference, Sighting, Unsettled, absorb
from .by_channel import count_losses_of_channel, count_relations_of_channel
from .choosing import matching
from .events import RelationAdded, RelationEnded, RelationHalfAdded
from .importing import (
    Compared,
    Taken,
    TakenMeanwhileError,
    compare_staged,
    spell,
    take_in_staged,
)
from .listing import count_customers, count_known, list_customers
from .losses import count_losses, count_losses_by_day
from .models import Customer, Follow, FollowHistory
from .own import read_own
from .picking import names_of
from .profile import read_customer
from .recording import (
    ensure_customers,
    reckon_states,
    refresh_grams,
    write_follows,
    write_persons,
    write_phones,
)
from .repository import CustomerRepository
from .schemas import (
    Arrival,
    CustomerRead,
    CustomerRef,
    Departure,
    Edit,
)
from .timeline import read_timeline

__all__ = (
    "Absorbed",
    "Compared",
    "Difference",
    "Sighting",
    "Unsettled",
    "Taken",
    "TakenMeanwhileError",
    "absorb",
    "compare_staged",
    "count_customers",
    "count_known",
    "count_losses",
    "count_losses_by_day",
    "count_losses_of_channel",
    "count_relations_of_channel",
    "ensure_customers",
    "find_refs",
    "list_customers",
    "matching",
    "names_of",
    "read_customer",
    "read_timeline",
    "record_arrivals",
    "record_departures",
    "record_edits",
    "spell",
    "take_in_staged",
)


async def record_arrivals(
    session: AsyncSession, vault: Vault, corp_id: int, arrivals: Sequence[Arrival], now: datetime
) -> None:
    """Store relations that began, at most one per pair in a call.

    The person is made or recognised, the relation and its history written, the first add
    remembered if it is the first, and an event appended for each that a callback told.
    """
    if not arrivals:
        return
    staff_ids = await staff.identify(session, corp_id, (a.account for a in arrivals))
    ids = await ensure_customers(session, corp_id, (a.external_id for a in arrivals))
    await write_persons(
        session, corp_id, {ids[a.external_id]: a.person for a in arrivals if a.person is not None}
    )
    await write_phones(
        session,
        vault,
        corp_id,
        {ids[a.external_id]: a.facts.phones for a in arrivals if a.facts is not None},
    )
    await write_follows(
        session,
        [_follow_row(corp_id, ids[a.external_id], staff_ids[a.account], a) for a in arrivals],
    )
    firsts = await _remember_firsts(session, corp_id, arrivals, ids, staff_ids)
    await _write_details(session, corp_id, arrivals, ids, staff_ids, now)
    await session.execute(
        insert(FollowHistory),
        [
            {
                "corp_id": corp_id,
                "customer_id": ids[a.external_id],
                "staff_id": staff_ids[a.account],
                "change": "synced" if a.seen else ("half_added" if a.half else "added"),
                "at": a.at,
                "source": a.source,
                "props": {"channel": a.channel} if a.channel else {},
            }
            for a in arrivals
        ],
    )
    await reckon_states(session, corp_id, (ids[a.external_id] for a in arrivals))
    await append(
        session,
        corp_id,
        [
            _arrival_event(a, ids[a.external_id], staff_ids[a.account], firsts)
            for a in arrivals
            if not a.seen
        ],
    )


def _follow_row(
    corp_id: int, customer_id: int, staff_id: int, arrival: Arrival
) -> dict[str, object]:
    facts = arrival.facts
    return {
        "corp_id": corp_id,
        "customer_id": customer_id,
        "staff_id": staff_id,
        "state": "half" if arrival.half else "friend",
        "changed_at": arrival.at,
        "added_at": facts.added_at if facts is not None else arrival.at,
        "add_way": facts.add_way if facts is not None else None,
        "channel": arrival.channel or (facts.channel if facts is not None else None),
        "operator": facts.operator if facts is not None else None,
    }


async def _remember_firsts(
    session: AsyncSession,
    corp_id: int,
    arrivals: Sequence[Arrival],
    ids: dict[str, int],
    staff_ids: dict[str, int],
) -> set[int]:
    """Write the first add of each person who had none; returns who they are."""
    whole: dict[int, Arrival] = {}
    for arrival in sorted((a for a in arrivals if not a.half), key=lambda a: a.at, reverse=True):
        whole[ids[arrival.external_id]] = arrival
    without = set(
        await session.scalars(
            select(Customer.id)
            .where(
                Customer.corp_id == corp_id,
                Customer.id.in_(list(whole)),
                Customer.first_added_at.is_(None),
            )
            .with_for_update()
        )
    )
    if not without:
        return set()
    table = table_of(Customer)
    await (await session.connection()).execute(
        update(table)
        .where(
            table.c.corp_id == corp_id,
            table.c.id == bindparam("customer_id"),
            table.c.first_added_at.is_(None),
        )
        .values(
            first_added_at=bindparam("first_at"),
            first_added_staff_id=bindparam("first_staff"),
            first_added_way=bindparam("first_way"),
            first_added_channel=bindparam("first_channel"),
        ),
        [
            {
                "customer_id": customer_id,
                "first_at": arrival.facts.added_at if arrival.facts else arrival.at,
                "first_staff": staff_ids[arrival.account],
                "first_way": arrival.facts.add_way if arrival.facts else None,
                "first_channel": arrival.channel,
            }
            for customer_id, arrival in whole.items()
            if customer_id in without
        ],
    )
    return without


def _arrival_event(arrival: Arrival, customer_id: int, staff_id: int, firsts: set[int]) -> NewEvent:
    event = (
        RelationHalfAdded(staff_id=staff_id, channel=arrival.channel)
        if arrival.half
        else RelationAdded(
            staff_id=staff_id,
            channel=arrival.channel,
            add_way=arrival.facts.add_way if arrival.facts is not None else None,
            first=customer_id in firsts,
        )
    )
    return NewEvent(
        customer_id=customer_id,
        at=arrival.at,
        actor="customer",
        source=arrival.source,
        event=event,
    )


async def record_departures(
    session: AsyncSession, corp_id: int, departures: Sequence[Departure]
) -> None:
    """Store relations that ended, at most one per pair in a call.

    One that ended before we ever heard of it is stored as ended, so that the loss is counted.
    """
    if not departures:
        return
    staff_ids = await staff.identify(session, corp_id, (d.account for d in departures))
    ids = await ensure_customers(session, corp_id, (d.external_id for d in departures))
    await write_follows(
        session,
        [
            {
                "corp_id": corp_id,
                "customer_id": ids[d.external_id],
                "staff_id": staff_ids[d.account],
                "state": d.ending,
                "changed_at": d.at,
                "added_at": d.at,
                "add_way": None,
                "channel": None,
                "operator": None,
            }
            for d in departures
        ],
    )
    await session.execute(
        insert(FollowHistory),
        [
            {
                "corp_id": corp_id,
                "customer_id": ids[d.external_id],
                "staff_id": staff_ids[d.account],
                "change": d.ending,
                "at": d.at,
                "source": d.source,
            }
            for d in departures
        ],
    )
    await reckon_states(session, corp_id, (ids[d.external_id] for d in departures))
    await append(
        session,
        corp_id,
        [
            NewEvent(
                customer_id=ids[d.external_id],
                at=d.at,
                actor="customer"
                if d.ending == "deleted_by_customer"
                else f"staff:{staff_ids[d.account]}",
                source=d.source,
                event=RelationEnded(staff_id=staff_ids[d.account], ending=d.ending),
            )
            for d in departures
        ],
    )


async def record_edits(
    session: AsyncSession, vault: Vault, corp_id: int, edits: Sequence[Edit], now: datetime
) -> None:
    """Write what WeCom now shows of relations; their state is not touched.

    A customer who deleted the staff still stands in WeCom's answers, so that reading him must
    not bring the relation back.
    """
    if not edits:
        return
    staff_ids = await staff.identify(session, corp_id, (e.account for e in edits))
    ids = await ensure_customers(session, corp_id, (e.external_id for e in edits))
    await write_persons(session, corp_id, {ids[e.external_id]: e.person for e in edits})
    await write_phones(session, vault, corp_id, {ids[e.external_id]: e.facts.phones for e in edits})
    await _write_details(session, corp_id, edits, ids, staff_ids, now)


async def _write_details(
    session: AsyncSession,
    corp_id: int,
    told: Sequence[Arrival | Edit],
    ids: dict[str, int],
    staff_ids: dict[str, int],
    now: datetime,
) -> None:
    """Remarks and tags of the relations whose facts WeCom let us read."""
    read = [(item, item.facts) for item in told if item.facts is not None]
    if not read:
        return
    table = table_of(Follow)
    await (await session.connection()).execute(
        update(table)
        .where(
            table.c.corp_id == corp_id,
            table.c.customer_id == bindparam("customer"),
            table.c.staff_id == bindparam("staff"),
        )
        .values(remark=bindparam("new_remark"), description=bindparam("new_description")),
        [
            {
                "customer": ids[item.external_id],
                "staff": staff_ids[item.account],
                "new_remark": facts.remark,
                "new_description": facts.description,
            }
            for item, facts in read
        ],
    )
    await tags.record_seen(
        session,
        corp_id,
        {
            Relation(ids[item.external_id], staff_ids[item.account]): facts.wecom_tag_ids
            for item, facts in read
        },
        now,
        quiet={
            Relation(ids[item.external_id], staff_ids[item.account])
            for item, _ in read
            if isinstance(item, Arrival) and item.seen
        },
    )
    await refresh_grams(session, corp_id, {ids[item.external_id] for item, _ in read})


async def find_refs(
    session: AsyncSession, corp_id: int, external_ids: Iterable[str]
) -> dict[str, CustomerRef]:
    """Customers by WeCom id; those not stored yet are left out."""
    return await CustomerRepository(session, corp_id).refs(external_ids)


async def read_for_member(
    session: AsyncSession, vault: Vault, corp_id: int, external_id: str, staff_id: int
) -> CustomerRead:
    """A customer as one of his members may see him; raises NotYoursError."""
    return await read_own(session, vault, corp_id, external_id, staff_id)
