"""Compare what WeCom's lists show with the relations we hold, and mend what differs.

The cheap pass reads ids alone, one call a member; details are asked for only of whom only one side
has. What a list cannot show stays: whom a customer deleted is on it still, and so is whoever came
back to him; remarks, tags and names are not on it.
"""

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

from yutang.kernel.runtime import Runtime
from yutang.people.customers.schemas import Departure, Ending
from yutang.people.customers.service import Sighting
from yutang.people.staff import service as staff
from yutang.wecom.client import WeCom
from yutang.wecom.errors import NotFriendError, UnknownCustomerError

from .reading import PAGE, PageRead, sighting, sightings_of
from .repository import SyncRepository
from .schemas import Apart, Finding, Listed
from .writing import RunWriter

LIST_PATH: Final = "/cgi-bin/externalcontact/list"
MEMBERS: Final = 20
"""Members whose lists are compared by one statement, some ten thousand ids."""
DETAILS: Final = 200
"""Customers who are asked for between two transactions."""
DEPARTURES: Final = 500


async def compare_lists(runtime: Runtime, client: WeCom, writer: RunWriter) -> None:
    """All members that the run has not done yet."""
    corp_id = writer.run.corp_id
    async with runtime.database.owner() as session:
        unseen = await SyncRepository(session, corp_id).count_unseen(writer.place.accounts)
    writer.tally.unseen_members = unseen
    for batch in writer.place.left(MEMBERS):
        lists = await asyncio.gather(*(_list(runtime, client, account) for account in batch))
        async with runtime.database.owner() as session:
            staff_ids = await staff.identify(session, corp_id, batch)
            apart = await SyncRepository(session, corp_id).apart(lists, staff_ids)
        sizes = {one.account: len(one.external_ids) for one in lists}
        await _read_missing(runtime, client, writer, apart, sizes)
        gone = [one for one in apart if one.is_gone]
        await end_gone(runtime, client, writer, gone, min(one.asked_at for one in lists))
        await writer.write(finished=batch, calls=len(batch), shown=sum(sizes.values()))


async def _list(runtime: Runtime, client: WeCom, account: str) -> Listed:
    asked_at = runtime.clock()
    return Listed(account, await client.customers.list_ids(account), asked_at)


async def _read_missing(
    runtime: Runtime,
    client: WeCom,
    writer: RunWriter,
    apart: Sequence[Apart],
    sizes: Mapping[str, int],
) -> None:
    """Ask for customers one by one, or for all of a member's where that takes fewer calls."""
    missing = [one for one in apart if not one.is_gone]
    counts = Counter(one.account for one in missing)
    whole = {account for account, count in counts.items() if count > sizes[account] / PAGE + 1}
    for account in sorted(whole):
        asked_at = runtime.clock()
        async for page in client.relations.pages([account]):
            rows = [sighting(row, asked_at) for row in page.rows]
            await writer.write(rows, calls=1, unlicensed=page.unlicensed)
            asked_at = runtime.clock()
    alone = dict.fromkeys(one.external_id for one in missing if one.account not in whole)
    await _read_details(runtime, client, writer, list(alone))


async def end_unshown(
    runtime: Runtime,
    client: WeCom,
    writer: RunWriter,
    page: PageRead,
    shown: dict[int, list[int]],
) -> None:
    """End what the pages of a batch did not show; `page` is the last, `shown` is by member.

    Of who has no licence nothing was shown: his relations stay as they are.
    """
    corp_id, asked_at = writer.run.corp_id, page.began_at
    unread = {account.lower() for account in page.unlicensed}
    read = [account for account in page.batch if account.lower() not in unread]
    async with runtime.database.owner() as session:
        staff_ids = await staff.identify(session, corp_id, read)
        pairs = [(one, i) for i in staff_ids.values() for one in shown.pop(i, ())]
        gone = await SyncRepository(session, corp_id).gone(staff_ids, pairs, asked_at)
    await end_gone(runtime, client, writer, gone, asked_at)
    await writer.write(finished=page.batch, unlicensed=page.unlicensed)


async def end_gone(
    runtime: Runtime,
    client: WeCom,
    writer: RunWriter,
    gone: Sequence[Apart],
    asked_at: datetime,
) -> None:
    """Ask for each customer once more, then end what he does not show either.

    Who has him now is told by the same answer, so that a handover is known as one.
    """
    for start in range(0, len(gone), DEPARTURES):
        part = gone[start : start + DEPARTURES]
        customers = dict.fromkeys(one.external_id for one in part)
        shown = await _read_details(runtime, client, writer, list(customers))
        over = [one for one in part if (one.external_id, one.account.lower()) not in shown]
        if not over:
            continue
        async with runtime.database.owner() as session:
            pairs = [(one.customer_id or 0, one.staff_id) for one in over]
            moved = await SyncRepository(session, writer.run.corp_id).moved(pairs)
        departures = []
        for one, pair in zip(over, pairs, strict=True):
            taken = moved.get(pair)
            ending: Ending = "transferred" if taken else "deleted_by_staff"
            after: dict[str, object] = {"state": ending}
            if taken:
                after["staff_id"] = taken.to_staff_id
            at = taken.added_at if taken else asked_at
            departures.append(
                (
                    Departure(one.account, one.external_id, ending, at, "reconcile"),
                    Finding(
                        "relation_moved" if taken else "relation_gone",
                        *pair,
                        {"state": "friend"},
                        after,
                    ),
                )
            )
        await writer.write(departures=departures)


async def _read_details(
    runtime: Runtime, client: WeCom, writer: RunWriter, external_ids: Sequence[str]
) -> set[tuple[str, str]]:
    """Read and write these customers; the (customer, lower-case account) pairs they showed."""
    shown: set[tuple[str, str]] = set()
    for start in range(0, len(external_ids), DETAILS):
        part = external_ids[start : start + DETAILS]
        found = await asyncio.gather(*(_read(runtime, client, one) for one in part))
        sightings = [one for each in found for one in each]
        shown |= _pairs(sightings)
        await writer.write(sightings, calls=len(part))
    return shown


def _pairs(sightings: Iterable[Sighting]) -> set[tuple[str, str]]:
    return {(one.external_id, one.account.lower()) for one in sightings}


async def _read(runtime: Runtime, client: WeCom, external_id: str) -> list[Sighting]:
    """All relations of a customer; none where WeCom shows him to nobody."""
    asked_at = runtime.clock()
    try:
        return sightings_of(await client.customers.get(external_id), asked_at)
    except (NotFriendError, UnknownCustomerError):
        return []
