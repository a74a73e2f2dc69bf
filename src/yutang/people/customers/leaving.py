"""Relations that ended, and handovers that came to nothing."""

from collections.abc import Mapping, Sequence

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.events import NewEvent, append
from yutang.people.staff import service as staff

from .events import RelationEnded, TransferFailed
from .models import FollowHistory
from .recording import ensure_customers, reckon_states
from .relating import Pair, end_relations, read_relations
from .schemas import Departure, FailedTransfer
from .settling import reckon_returns, resettle, takers
from .taking import known_of
from .truth import ENDINGS


async def record_departures(
    session: AsyncSession, corp_id: int, departures: Sequence[Departure]
) -> None:
    """Store relations that ended, at most one per pair in a call; in any order, any repetition.

    One that ended before we ever heard of it is stored as ended, so that the loss is counted. An
    ending of what had ended already stands in the history as idle: it is no second loss.
    """
    if not departures:
        return
    staff_ids = await staff.identify(session, corp_id, (d.account for d in departures))
    ids = await ensure_customers(session, corp_id, (d.external_id for d in departures))
    told = {(ids[d.external_id], staff_ids[d.account]): d for d in departures}
    known = await read_relations(session, corp_id, list(ids.values()))
    before = {pair: row for pair, row in known.items() if pair in told}
    await end_relations(
        session,
        corp_id,
        {pair: (departure.ending, departure.at) for pair, departure in told.items()},
    )
    taken = await takers(
        session,
        corp_id,
        {pair: one.at for pair, one in told.items() if one.ending == "transferred"},
    )
    await session.execute(
        insert(FollowHistory),
        [
            {
                "corp_id": corp_id,
                "customer_id": pair[0],
                "staff_id": pair[1],
                "change": departure.ending,
                "at": departure.at,
                "source": departure.source,
                "props": {"to_staff_id": taken[pair]} if pair in taken else {},
            }
            for pair, departure in told.items()
        ],
    )
    late = {
        pair: row
        for pair, row in before.items()
        if row.state in ENDINGS or row.changed_at >= told[pair].at
    }
    await resettle(session, corp_id, late)
    await reckon_states(session, corp_id, (customer_id for customer_id, _ in told))
    await reckon_returns(session, corp_id, {customer_id for customer_id, _ in told})
    moved = {pair: one.at for pair, one in told.items() if one.ending == "transferred"}
    repeated = await known_of(session, corp_id, moved, "transferred")
    news = {pair: one for pair, one in told.items() if pair not in repeated}
    await append(session, corp_id, _events(news, taken))


def _events(told: Mapping[Pair, Departure], taken: Mapping[Pair, int]) -> list[NewEvent]:
    return [
        NewEvent(
            customer_id=pair[0],
            at=departure.at,
            actor="customer" if departure.ending == "deleted_by_customer" else f"staff:{pair[1]}",
            source=departure.source,
            event=RelationEnded(
                staff_id=pair[1], ending=departure.ending, to_staff_id=taken.get(pair)
            ),
        )
        for pair, departure in told.items()
    ]


async def record_failed_transfers(
    session: AsyncSession, corp_id: int, failed: Sequence[FailedTransfer]
) -> None:
    """Store that customers were not taken over; their relations stay as they are."""
    if not failed:
        return
    staff_ids = await staff.identify(session, corp_id, (f.account for f in failed))
    ids = await ensure_customers(session, corp_id, (f.external_id for f in failed))
    await session.execute(
        insert(FollowHistory),
        [
            {
                "corp_id": corp_id,
                "customer_id": ids[f.external_id],
                "staff_id": staff_ids[f.account],
                "change": "transfer_failed",
                "at": f.at,
                "source": f.source,
                "props": {"reason": f.reason},
            }
            for f in failed
        ],
    )
    await append(
        session,
        corp_id,
        [
            NewEvent(
                customer_id=ids[f.external_id],
                at=f.at,
                actor="customer" if f.reason == "customer_refused" else "system",
                source=f.source,
                event=TransferFailed(staff_id=staff_ids[f.account], reason=f.reason),
            )
            for f in failed
        ],
    )
