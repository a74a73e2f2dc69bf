"""How handovers stand, from WeCom's results: one row for each time that it was tried.

WeCom gives tries no number, so tries of former handovers between the same two are taken off by
how they ended; an acceptance older than the call is another's as well.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import text

from yutang.wecom.handover import HandoverResult

from .doing import Doing

ACCEPTED, WAITING, REFUSED, FULL = 1, 2, 3, 4
"""WeCom's words for how a try stands (94088)."""
CLOCKS_APART: Final = timedelta(minutes=10)
_STATUSES: Final = {"accepted": ACCEPTED, "refused": REFUSED, "full": FULL}

_FORMER = text(
    """
    select customer_id, state, count(*) as times from handover_people
    where corp_id = :corp_id and handover_id <> :handover_id and from_staff_id = :giver
      and taker_staff_id = :taker and customer_id = any(cast(:ids as bigint[]))
      and state in ('accepted', 'refused', 'full') and settles_at is not null
    group by 1, 2
    """
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody whom WeCom was asked for, and of whom."""

    customer_id: int
    external_id: str | None
    taker_id: int
    taker_account: str
    tries: int
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands; `at` is when he went over, or will."""

    taker_id: int
    status: int
    at: datetime | None


async def read_results(doing: Doing, taker: str) -> dict[str, list[HandoverResult]]:
    """All results between the giver and one taker, by customer in WeCom's order."""
    handover = doing.client.handover
    results = (
        handover.resigned_results(doing.giver_account, taker)
        if doing.mode == "resigned"
        else handover.results(doing.giver_account, taker)
    )
    found: dict[str, list[HandoverResult]] = {}
    async for row in results:
        found.setdefault(row.external_userid, []).append(row)
    return found


async def reckon(
    doing: Doing, people: Sequence[Asked], found: Mapping[str, Sequence[HandoverResult]]
) -> dict[int, Standing]:
    """How the tries of these people at one taker stand; who has none is left out."""
    if not people:
        return {}
    former = await _former(doing, people)
    standing: dict[int, Standing] = {}
    for one in people:
        rows = found.get(one.external_id or "", ())
        result = _own(rows, former.get(one.customer_id, Counter()), one.asked_at)
        if result is not None:
            moment = result.takeover_time
            at = datetime.fromtimestamp(moment, UTC) if moment else None
            standing[one.customer_id] = Standing(one.taker_id, result.status, at)
    return standing


async def _former(doing: Doing, people: Sequence[Asked]) -> dict[int, Counter[int]]:
    async with doing.runtime.database.owner() as session:
        rows = await session.execute(
            _FORMER,
            doing.keys
            | {
                "giver": doing.giver_id,
                "taker": people[0].taker_id,
                "ids": [one.customer_id for one in people],
            },
        )
        former: dict[int, Counter[int]] = {}
        for row in rows:
            former.setdefault(row.customer_id, Counter())[_STATUSES[row.state]] += row.times
    return former


def _own(
    rows: Sequence[HandoverResult], former: Counter[int], asked_at: datetime
) -> HandoverResult | None:
    """The result of this try: one that waits before one that was accepted, else the last."""
    left: list[HandoverResult] = []
    known = Counter(former)
    for row in rows:
        if known[row.status]:
            known[row.status] -= 1
            continue
        old = row.status == ACCEPTED and row.takeover_time < (asked_at - CLOCKS_APART).timestamp()
        if not old:
            left.append(row)
    for status in (WAITING, ACCEPTED):
        same = [row for row in left if row.status == status]
        if same:
            return same[-1]
    return left[-1] if left else None
