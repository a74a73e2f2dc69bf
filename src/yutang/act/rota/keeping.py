"""Keep WeCom's lists as the rotas say: look at who is on, ask where that differs, tell."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import utc_now
from yutang.kernel.jobs import enqueue
from yutang.kernel.lanes import Lane
from yutang.kernel.readers import Reader, Recorded
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.customers.events import RelationAdded, RelationHalfAdded
from yutang.people.staff.events import StaffLeft
from yutang.people.welcomes import service as welcomes
from yutang.wecom.admission import Urgency
from yutang.wecom.errors import PASSING, InvalidRequestError, RefusedError

from . import statements
from .events import DutyChanged, RotaChanged
from .jobs import LookAtCodes, TellList
from .schemas import Roster
from .standing import USUAL_STAFF_LIMIT, next_change, who_is_on

log = structlog.get_logger(__name__)

CODES_AT_ONCE: Final = 200
LOST_AFTER: Final = timedelta(minutes=2)
"""A job that was asked for so long ago and never began is asked for once more."""
FULL_AGAIN: Final = timedelta(minutes=10)
"""So often a code is looked at of whose members one has no room: nothing tells when he has."""
REFUSED_AGAIN: Final = timedelta(minutes=5)
"""What WeCom refused may be mended in its console, of which nobody tells."""
LATE_COMMITS: Final = timedelta(seconds=1)
NOBODY: Final = "every member of this code has left; pick others"

_ADDS: Final = frozenset({RelationAdded.kind, RelationHalfAdded.kind})
_OF_STAFF: Final = frozenset({StaffLeft.kind, DutyChanged.kind})


async def look(
    session: AsyncSession,
    corp_id: int,
    channel_ids: Collection[int],
    now: datetime,
    *,
    urgent: bool,
) -> int:
    """Ask WeCom to be told of each of these codes whose list differs; returns of how many.

    Writes when each is to be looked at again. Needs the owner's session.
    """
    rosters = await who_is_on(session, corp_id, channel_ids, now)
    turns = await next_change(session, corp_id, channel_ids, now)
    rows = await session.execute(
        statements.KEPT, {"corp_id": corp_id, "channels": list(channel_ids)}
    )
    kept = {row.channel_id: row for row in rows}
    asked = [
        channel_id
        for channel_id, roster in sorted(rosters.items())
        if channel_id in kept and _is_to_be_told(kept[channel_id], roster, now)
    ]
    places = sorted(set(channel_ids))
    await session.execute(
        statements.MARK,
        {
            "corp_id": corp_id,
            "now": now,
            "channels": places,
            "asked": [one in asked for one in places],
            "moments": [_again_at(rosters.get(one), turns.get(one), now) for one in places],
        },
    )
    await enqueue(
        session,
        *(TellList(corp_id=corp_id, channel_id=one, urgent=urgent) for one in asked),
    )
    return len(asked)


def _is_to_be_told(row: Any, roster: Roster, now: datetime) -> bool:
    if row.asked_at is not None and row.asked_at > now - LOST_AFTER:
        return False
    return bool(roster.staff_ids) and differs(row.staff_ids, roster)


def differs(told: Sequence[int] | None, roster: Roster) -> bool:
    """Whether WeCom has another list than this; True where that is not known."""
    return told is None or set(told) != set(roster.staff_ids)


def _again_at(roster: Roster | None, turn: datetime | None, now: datetime) -> datetime | None:
    if roster is not None and any(one.reason == "full" for one in roster.members):
        return min(now + FULL_AGAIN, turn) if turn is not None else now + FULL_AGAIN
    return turn


async def follow(session: AsyncSession, events: Sequence[Recorded]) -> None:
    """After adds look at their codes at once; after other changes mark the codes they concern."""
    now = utc_now()
    states = sorted(
        {
            (event.corp_id, str(event.props["channel"]))
            for event in events
            if event.kind in _ADDS and event.props.get("channel")
        }
    )
    if states:
        rows = await session.execute(
            statements.OF_STATES,
            {"corps": [corp for corp, _ in states], "states": [state for _, state in states]},
        )
        of_corp: dict[int, set[int]] = {}
        for row in rows:
            of_corp.setdefault(row.corp_id, set()).add(row.id)
        for corp_id, channel_ids in of_corp.items():
            await look(session, corp_id, channel_ids, now, urgent=True)
    changes = [event for event in events if event.kind not in _ADDS]
    for corp_id in sorted({event.corp_id for event in changes}):
        own = [event for event in changes if event.corp_id == corp_id]
        await become_due(
            session,
            corp_id,
            now=now,
            staff_ids={e.props["staff_id"] for e in own if e.kind in _OF_STAFF},
            channel_ids={e.props["channel_id"] for e in own if e.kind not in _OF_STAFF},
        )
        await enqueue(session, LookAtCodes(corp_id=corp_id, urgent=True))


# Soon: each second without a look is a second in which adds go over a cap.
FOLLOWING = Reader(
    "rota.following", _ADDS | _OF_STAFF | {RotaChanged.kind}, follow, gather_seconds=0.05
)


class CapLane:
    """Looks at codes with caps as soon as callbacks bring adds.

    `FOLLOWING` waits until the person is read and written, which takes WeCom's time; what comes
    too late here, or in another process, is found there.
    """

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._since = runtime.clock()

    def lane(self) -> Lane:
        """As a lane of the worker."""
        return Lane(
            "caps",
            welcomes.SIGNAL,
            self.step,
            idle_seconds=5.0,
            gather_seconds=0.15,
            full_rows=CODES_AT_ONCE,
        )

    async def step(self) -> int:
        """Look once, and once more soon after an add: whoever committed late is seen then."""
        now = self._runtime.clock()
        async with self._runtime.database.owner() as session:
            of_corp: dict[int, set[int]] = {}
            rows = await session.execute(
                statements.CAPPED_LATELY, {"since": self._since - LATE_COMMITS}
            )
            for row in rows:
                of_corp.setdefault(row.corp_id, set()).add(row.id)
            for corp_id, channel_ids in sorted(of_corp.items()):
                await look(session, corp_id, channel_ids, now, urgent=True)
        self._since = now
        return sum(map(len, of_corp.values()))


async def become_due(
    session: AsyncSession,
    corp_id: int,
    *,
    now: datetime,
    staff_ids: Collection[int] = (),
    channel_ids: Collection[int] = (),
) -> None:
    """Let these codes, and all codes of these members, be looked at by the next look."""
    await session.execute(
        statements.BECOME_DUE,
        {
            "corp_id": corp_id,
            "now": now,
            "staff": sorted(staff_ids),
            "channels": sorted(channel_ids),
        },
    )


async def look_at_due(runtime: Runtime, corp_id: int, *, urgent: bool) -> int:
    """Look at all codes of a corp that are due, chunk by chunk; returns at how many."""
    seen = 0
    while True:
        now = runtime.clock()
        async with runtime.database.owner() as session:
            ids = list(
                await session.scalars(
                    statements.DUE, {"corp_id": corp_id, "now": now, "limit": CODES_AT_ONCE}
                )
            )
            if ids:
                await look(session, corp_id, ids, now, urgent=urgent)
        seen += len(ids)
        if len(ids) < CODES_AT_ONCE:
            return seen


async def each_minute(runtime: Runtime) -> None:
    """Who is back is back; codes of members whose lists became full, and all that are due."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        back: dict[int, set[int]] = {}
        for row in await session.execute(statements.BACK, {"now": now}):
            back.setdefault(row.corp_id, set()).add(row.staff_id)
        for corp_id, staff_ids in sorted(back.items()):
            await become_due(session, corp_id, now=now, staff_ids=staff_ids)
        for corp_id in await corps.every_corp(session):
            rows = await session.execute(
                statements.FULL,
                {
                    "corp_id": corp_id,
                    "staff_limit": USUAL_STAFF_LIMIT,
                    "since": now - timedelta(minutes=3),
                },
            )
            if full := [row.channel_id for row in rows]:
                await become_due(session, corp_id, now=now, channel_ids=full)
        due = sorted(await session.scalars(statements.DUE_CORPS, {"now": now}))
        await enqueue(session, *(LookAtCodes(corp_id=corp_id) for corp_id in due))


async def tell(runtime: Runtime, corp_id: int, channel_id: int, *, urgent: bool) -> bool:
    """Have WeCom take over who is on, if it has another list; returns whether it was asked.

    Raises what passes by itself, and NoQuotaError.
    """
    asked = {"corp_id": corp_id, "channel_id": channel_id}
    async with runtime.database.owner() as session:
        await session.execute(statements.BEGIN, asked)
        code = (await session.execute(statements.TO_TELL, asked)).one_or_none()
        now = runtime.clock()
        roster = (await who_is_on(session, corp_id, [channel_id], now)).get(channel_id)
    if code is None or roster is None or not differs(code.staff_ids, roster):
        return False
    if not roster.staff_ids:
        await _refuse(runtime, corp_id, channel_id, NOBODY)
        return False
    urgency = Urgency.INTERACTIVE if urgent else Urgency.SCHEDULED
    client = await corps.connect(runtime, corp_id, code.agent_id, urgency=urgency)
    try:
        # The state is sent as well: without it WeCom would no longer say who came through here.
        await client.contact_ways.update(code.config_id, userids=roster.accounts, state=code.state)
    except PASSING:
        raise
    except (RefusedError, InvalidRequestError) as error:
        await _refuse(runtime, corp_id, channel_id, str(error)[:500])
        return True
    async with runtime.database.owner() as session:
        await record_told(session, corp_id, roster, code.staff_ids, runtime.clock())
        # Who came while WeCom was asked may have changed who is on.
        await look(session, corp_id, [channel_id], runtime.clock(), urgent=urgent)
    return True


async def _refuse(runtime: Runtime, corp_id: int, channel_id: int, words: str) -> None:
    log.warning("rota.refused", corp_id=corp_id, channel_id=channel_id, said=words)
    async with runtime.database.owner() as session:
        await session.execute(
            statements.REFUSED,
            {
                "corp_id": corp_id,
                "channel_id": channel_id,
                "refused": words,
                "now": runtime.clock(),
                "again": runtime.clock() + REFUSED_AGAIN,
            },
        )


async def record_told(
    session: AsyncSession,
    corp_id: int,
    roster: Roster,
    before: Sequence[int] | None,
    now: datetime,
) -> None:
    """Remember that WeCom has this list, and how far over their caps those taken out are."""
    await session.execute(
        statements.TOLD,
        {
            "corp_id": corp_id,
            "channel_id": roster.channel_id,
            "staff": list(roster.staff_ids),
            "now": now,
        },
    )
    out = [
        one.fact
        for one in roster.members
        if one.reason == "capped"
        and one.fact.day_cap
        and one.fact.staff_id not in roster.staff_ids
        and (before is None or one.fact.staff_id in before)
    ]
    if out:
        await session.execute(
            statements.HITS,
            {
                "corp_id": corp_id,
                "channel_id": roster.channel_id,
                "now": now,
                "staff": [one.staff_id for one in out],
                "caps": [one.day_cap for one in out],
            },
        )
