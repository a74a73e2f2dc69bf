"""Whom a handover is about: the giver, his customers and groups, and those who take over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import BigInteger, Select, Text, column, select, table
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.corps import service as corps
from yutang.people.stores import service as stores
from yutang.people.tags import service as tags

from . import repository
from .errors import (
    DoubleTakerError,
    NoShareError,
    SameMemberError,
    UnknownGiverError,
    UnknownTakerError,
)
from .schemas import CustomerChoice, GroupChoice, Mode, Rule, TakerWish
from .splitting import Seat

WECOM_ZONE: Final = ZoneInfo("Asia/Shanghai")
DAYS_BETWEEN: Final = 90
TIMES: Final = 2
YEAR: Final = timedelta(days=365)
"""So long WeCom hands over what a member had who left (94081)."""

_FOLLOWS: Final = table(
    "follows",
    column("corp_id", BigInteger),
    column("customer_id", BigInteger),
    column("staff_id", BigInteger),
    column("state", Text),
)
_CUSTOMERS: Final = table(
    "customers", column("corp_id", BigInteger), column("id", BigInteger), column("stage", Text)
)


@dataclass(frozen=True, slots=True)
class Giver:
    """Who hands over."""

    id: int
    name: str
    account: str
    left: bool
    left_at: datetime | None

    @property
    def mode(self) -> Mode:
        """By which of WeCom's ways."""
        return "resigned" if self.left else "on_job"

    @property
    def deadline(self) -> datetime | None:
        """Until when WeCom hands his over; None for who works here, or left unseen."""
        return self.left_at + YEAR if self.left and self.left_at is not None else None


@dataclass(frozen=True, slots=True)
class Taker:
    """Who takes over, and how he stands now."""

    id: int
    name: str
    account: str
    ready: bool
    fits: bool
    share: int
    has: int
    coming: int
    groups: int
    limit: int

    @property
    def room(self) -> int:
        """For how many customers he has room, those on their way to him counted."""
        return max(0, self.limit - self.has - self.coming)

    @property
    def seat(self) -> Seat:
        """As the split of customers sees him."""
        return Seat(
            room=self.room if self.ready else 0,
            has=self.has + self.coming,
            share=self.share,
            fits=self.fits and self.ready,
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A customer or group of the choice; `reason` empty for who can be handed over."""

    id: int
    reason: str = ""


async def find_giver(
    session: AsyncSession, corp_id: int, staff_id: int, scope: Sequence[int] | None
) -> Giver:
    """Raises UnknownGiverError, also for who is outside `scope` (None: the whole corp)."""
    row = (
        await session.execute(repository.GIVER, {"corp_id": corp_id, "giver": staff_id})
    ).one_or_none()
    if row is None or (scope is not None and staff_id not in scope):
        raise UnknownGiverError(staff_id)
    return Giver(row.id, row.name, row.account, row.status == "left", row.left_at)


async def find_takers(
    session: AsyncSession,
    corp_id: int,
    giver_id: int,
    wanted: Sequence[TakerWish],
    rule: Rule,
    scope: Sequence[int] | None,
) -> list[Taker]:
    """In the order they were named. Needs the owner's session: what others plan counts too.

    Raises DoubleTakerError, SameMemberError, NoShareError, UnknownTakerError.
    """
    ids = [one.staff_id for one in wanted]
    if len(set(ids)) < len(ids):
        raise DoubleTakerError
    if giver_id in ids:
        raise SameMemberError
    if all(one.share == 0 for one in wanted):
        raise NoShareError
    asked = {"corp_id": corp_id, "ids": ids}
    rows = {row.id: row for row in await session.execute(repository.TAKERS, asked)}
    foreign = [
        one
        for one in ids
        if one not in rows or rows[one].status == "left" or (scope is not None and one not in scope)
    ]
    if foreign:
        raise UnknownTakerError(foreign)
    limit = (await corps.read_preferences(session, corp_id)).staff_customer_limit
    fitting = await _fitting(session, corp_id, giver_id, ids, rule)
    return [
        Taker(
            id=one.staff_id,
            name=rows[one.staff_id].name,
            account=rows[one.staff_id].account,
            ready=rows[one.staff_id].status == "active",
            fits=one.staff_id in fitting,
            share=1 if one.share is None else one.share,
            has=rows[one.staff_id].has,
            coming=rows[one.staff_id].coming,
            groups=rows[one.staff_id].groups,
            limit=limit,
        )
        for one in wanted
    ]


async def _fitting(
    session: AsyncSession, corp_id: int, giver_id: int, ids: Sequence[int], rule: Rule
) -> set[int]:
    """Takers to whom the rule may give something."""
    if rule not in {"region", "store"}:
        return set(ids)
    asked = {"corp_id": corp_id, "ids": [giver_id, *ids]}
    rows = {row.staff_id: row for row in await session.execute(repository.WHERE_THEY_WORK, asked)}
    giver = rows[giver_id]
    if rule == "store":
        return {one for one in ids if set(rows[one].stores) & set(giver.stores)}
    if giver.cities:
        return {one for one in ids if set(rows[one].cities) & set(giver.cities)}
    return {one for one in ids if set(rows[one].departments) & set(giver.departments)}


def since(now: datetime) -> datetime:
    """The first moment of WeCom's 90 natural days."""
    return midnight(now) - timedelta(days=DAYS_BETWEEN)


def midnight(now: datetime) -> datetime:
    """When WeCom's present day began."""
    return now.astimezone(WECOM_ZONE).replace(hour=0, minute=0, second=0, microsecond=0)


async def find_customers(
    session: AsyncSession, corp_id: int, giver: Giver, choice: CustomerChoice, now: datetime
) -> list[Candidate]:
    """The giver's customers of the choice by id, with why some cannot be handed over."""
    found = (await session.execute(_chosen(corp_id, giver.id, choice))).all()
    asked = {
        "corp_id": corp_id,
        "giver": giver.id,
        "ids": [row.customer_id for row in found],
        "states": [row.state for row in found],
        "on_job": giver.mode == "on_job",
        "since": since(now),
    }
    rows = await session.execute(repository.WHO_CANNOT, asked)
    known = [Candidate(row.id, row.reason or _too_long(giver, now)) for row in rows]
    strangers = set(choice.customer_ids or ()) - {one.id for one in known}
    # Only who was picked by hand and matches nothing is named: a filter simply finds others.
    named = strangers if not _has_conditions(choice) else set()
    return sorted([*known, *(Candidate(one, "not_follower") for one in named)], key=_by_id)


def _by_id(one: Candidate) -> int:
    return one.id


def _too_long(giver: Giver, now: datetime) -> str:
    too_long = giver.deadline is not None and now > giver.deadline
    return "leaver_too_long" if too_long else ""


def _has_conditions(choice: CustomerChoice) -> bool:
    return bool(choice.stage or choice.tag_ids or choice.store_id)


def _chosen(corp_id: int, giver_id: int, choice: CustomerChoice) -> Select[Any]:
    mine = _FOLLOWS.c
    asked = [
        mine.corp_id == corp_id,
        mine.staff_id == giver_id,
        mine.state.in_(("friend", "half")),
    ]
    if not choice.all and not _has_conditions(choice) and choice.customer_ids is None:
        # Nothing was chosen; an empty form must not mean everybody.
        asked.append(mine.customer_id < 0)
    if choice.customer_ids is not None and not choice.all:
        asked.append(mine.customer_id.in_(choice.customer_ids))
    if choice.stage:
        staged = select(_CUSTOMERS.c.id).where(
            _CUSTOMERS.c.corp_id == corp_id, _CUSTOMERS.c.stage.in_(choice.stage)
        )
        asked.append(mine.customer_id.in_(staged))
    if choice.tag_ids:
        asked.append(mine.customer_id.in_(tags.holders(corp_id, choice.tag_ids, "any")))
    if choice.store_id is not None:
        other = _FOLLOWS.alias("other")
        served = select(other.c.customer_id).where(
            other.c.corp_id == corp_id,
            other.c.staff_id.in_(stores.members_of(corp_id, choice.store_id)),
            other.c.staff_id != giver_id,
            other.c.state.in_(("friend", "half")),
        )
        asked.append(mine.customer_id.in_(served))
    return select(mine.customer_id, mine.state).where(*asked).order_by(mine.customer_id)


async def find_groups(
    session: AsyncSession, corp_id: int, giver: Giver, choice: GroupChoice, now: datetime
) -> list[Candidate]:
    """The giver's groups of the choice by id, with why some cannot be handed over."""
    wanted = None if choice.all else list(choice.group_ids or ())
    asked = {
        "corp_id": corp_id,
        "giver": giver.id,
        "ids": wanted,
        "on_job": giver.mode == "on_job",
        "since": since(now),
    }
    rows = await session.execute(repository.GROUPS, asked)
    known = [Candidate(row.id, row.reason or _too_long(giver, now)) for row in rows]
    strangers = set(wanted or ()) - {one.id for one in known}
    return sorted([*known, *(Candidate(one, "not_owner") for one in strangers)], key=_by_id)
