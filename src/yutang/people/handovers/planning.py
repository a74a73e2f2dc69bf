"""Plan a handover: who goes to whom, who cannot and why; the same plan is shown and written."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime
from yutang.people.gateway import service as gateway
from yutang.people.staff.schemas import StaffRef

from . import repository
from .choosing import (
    Candidate,
    Giver,
    Taker,
    find_customers,
    find_giver,
    find_groups,
    find_takers,
    midnight,
)
from .errors import NothingChosenError, TooManyPeopleError
from .schemas import (
    MOST_PEOPLE,
    HandoverExclusion,
    HandoverGroupPlan,
    HandoverPlan,
    HandoverPreview,
    HandoverWish,
    Rule,
    TakerPlan,
)
from .splitting import Seat, Split, deal, split
from .wording import REASONS

PATHS: Final = {
    "on_job": "/cgi-bin/externalcontact/transfer_customer",
    "resigned": "/cgi-bin/externalcontact/resigned/transfer_customer",
}
GROUP_PATHS: Final = {
    "on_job": "/cgi-bin/externalcontact/groupchat/onjob_transfer",
    "resigned": "/cgi-bin/externalcontact/groupchat/transfer",
}
AT_ONCE: Final = 100
"""Customers, or groups, of one call."""
GROUPS_A_DAY: Final = 300
DAY_SECONDS: Final = 86_400
_ROOMY: Final = 1_000_000
"""Groups have no ceiling of a member that WeCom names."""
_NO_SEAT: Final[Mapping[Rule, str]] = {
    "region": "no_taker_in_region",
    "store": "no_taker_in_store",
}
_NOT_SPLIT: Final = frozenset({"no_room", "no_taker_in_region", "no_taker_in_store"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A customer or group and who takes over; `reason` where nobody does."""

    id: int
    taker_id: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole handover before anything is done."""

    giver: Giver
    takers: list[Taker]
    people: list[Piece]
    groups: list[Piece]
    over: tuple[int, ...]
    groups_today: int
    """Groups of the giver that were moved today already."""

    @property
    def can(self) -> int:
        """How many customers go to somebody."""
        return sum(1 for one in self.people if one.taker_id is not None)

    @property
    def groups_can(self) -> int:
        """How many groups go to somebody."""
        return sum(1 for one in self.groups if one.taker_id is not None)


async def make_plan(
    session: AsyncSession,
    corp_id: int,
    wish: HandoverWish,
    scope: Sequence[int] | None,
    now: datetime,
) -> Plan:
    """Read everything and split it; changes nothing. Needs the owner's session.

    Raises UnknownGiverError, NothingChosenError, TooManyPeopleError, and what the takers may be
    refused for.
    """
    if wish.customers is None and wish.groups is None:
        raise NothingChosenError
    giver = await find_giver(session, corp_id, wish.from_staff_id, scope)
    takers = await find_takers(session, corp_id, giver.id, wish.takers, wish.rule, scope)
    people: list[Candidate] = []
    groups: list[Candidate] = []
    if wish.customers is not None:
        people = await find_customers(session, corp_id, giver, wish.customers, now)
    if wish.groups is not None:
        groups = await find_groups(session, corp_id, giver, wish.groups, now)
    if len(people) > MOST_PEOPLE:
        raise TooManyPeopleError(len(people), MOST_PEOPLE)
    today = await session.scalar(
        repository.GROUPS_TODAY,
        {"corp_id": corp_id, "giver": giver.id, "midnight": midnight(now)},
    )
    seats = [taker.seat for taker in takers]
    pieces, over = _dealt(people, takers, seats, wish.rule)
    chats, _ = _dealt(groups, takers, _group_seats(takers), wish.rule)
    return Plan(giver, takers, pieces, chats, over, int(today or 0))


def _group_seats(takers: Sequence[Taker]) -> list[Seat]:
    return [
        Seat(
            room=_ROOMY if taker.ready else 0,
            has=taker.groups,
            share=taker.share,
            fits=taker.fits and taker.ready,
        )
        for taker in takers
    ]


def _dealt(
    found: Sequence[Candidate], takers: Sequence[Taker], seats: Sequence[Seat], rule: Rule
) -> tuple[list[Piece], tuple[int, ...]]:
    free = [one for one in found if not one.reason]
    made: Split = split(len(free), seats, rule)
    turns = deal(made.counts)
    why = _why_left(takers, rule)
    given = {
        one.id: Piece(one.id, takers[turns[place]].id, "")
        if place < len(turns)
        else Piece(one.id, None, why)
        for place, one in enumerate(free)
    }
    pieces = [given.get(one.id) or Piece(one.id, None, one.reason) for one in found]
    return pieces, made.over


def _why_left(takers: Sequence[Taker], rule: Rule) -> str:
    if not any(taker.fits for taker in takers):
        return _NO_SEAT.get(rule, "no_room")
    if not any(taker.ready for taker in takers if taker.fits):
        return "taker_not_ready"
    return "no_room"


def describe(plan: Plan, runtime: Runtime, corp_id: int) -> HandoverPreview:
    """The plan in numbers."""
    given = Counter(one.taker_id for one in plan.people if one.taker_id is not None)
    chats = Counter(one.taker_id for one in plan.groups if one.taker_id is not None)
    mode = plan.giver.mode
    calls = _calls(given.values())
    group_calls = _calls(chats.values())
    days = _days(plan.groups_can, plan.groups_today)
    seconds = calls / gateway.flow(runtime, corp_id, PATHS[mode]) + group_calls / gateway.flow(
        runtime, corp_id, GROUP_PATHS[mode]
    )
    waits = max(DAY_SECONDS if plan.can else 0, (days - 1) * DAY_SECONDS if days else 0)
    return HandoverPreview(
        mode=mode,
        customers=_customer_plan(plan.people),
        groups=HandoverGroupPlan(**dict(_customer_plan(plan.groups)), days=days),
        takers=[
            TakerPlan(
                staff=StaffRef(id=taker.id, name=taker.name, account=taker.account),
                ready=taker.ready,
                fits=taker.fits,
                share=taker.share,
                customers=given[taker.id],
                groups=chats[taker.id],
                has=taker.has,
                room_left=taker.room,
                over=over,
            )
            for taker, over in zip(plan.takers, plan.over, strict=True)
        ],
        leftover=sum(1 for one in plan.people if one.reason in _NOT_SPLIT),
        calls=calls + group_calls,
        eta_seconds=math.ceil(seconds) + waits,
        rules_said=_rules(plan),
    )


def _calls(counts: Iterable[int]) -> int:
    return sum(math.ceil(count / AT_ONCE) for count in counts)


def _days(groups: int, today: int) -> int:
    """On how many days groups move: those that fit today count as the first."""
    if not groups:
        return 0
    left = max(0, groups - max(0, GROUPS_A_DAY - today))
    return 1 + math.ceil(left / GROUPS_A_DAY)


def _customer_plan(pieces: Sequence[Piece]) -> HandoverPlan:
    why = Counter(one.reason for one in pieces if one.reason)
    return HandoverPlan(
        matching=len(pieces),
        can=len(pieces) - why.total(),
        cannot=[
            HandoverExclusion(reason=reason, count=count, say=REASONS[reason])
            for reason, count in sorted(why.items(), key=lambda one: (-one[1], one[0]))
        ],
    )


def _rules(plan: Plan) -> list[str]:
    """What a person should know before he begins, by key."""
    resigned = plan.giver.mode == "resigned"
    said = {
        "day_wait": bool(plan.people),
        "twice_in_90": not resigned,
        "hundred_a_call": True,
        "groups_300": bool(plan.groups),
        "capacity": bool(plan.people),
        "leaver_year": resigned,
        "message_only_on_job": resigned,
    }
    return [key for key, applies in said.items() if applies]
