"""Read welcomes: which of them stand before which, and which one an add gets and why."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import files
from yutang.kernel.db import staff_in_scope
from yutang.people.corps import service as corps
from yutang.people.staff import service as staff
from yutang.people.staff.schemas import DepartmentRead, DepartmentRef, StaffRef

from .addressing import read_levels, read_stores
from .checking import Needed, files_of
from .errors import UnknownGreetingError, UnknownReachError
from .media import is_alive, read_pictures
from .models import Greeting, ReadyFile
from .repository import GreetingRepository
from .resolving import ReachKey, Rule, covered, explain, places
from .ruling import rule_of
from .schemas import (
    GreetingChannel,
    GreetingFile,
    GreetingList,
    GreetingRead,
    GreetingRef,
    GreetingStep,
    Reach,
    Standing,
    WelcomeText,
    WhichGreeting,
)
from .writing import GONE, hours_of, minute_of

_ORDER = {"corp": 0, "department": 1, "channel": 2}


@dataclass(frozen=True, slots=True)
class _Known:
    """What all welcomes of a corp are described with."""

    rows: Sequence[Greeting]
    rules: Mapping[int, Rule]
    departments: Mapping[int, DepartmentRead]
    channels: Mapping[int, tuple[str, str]]
    ready: Mapping[tuple[str, int], ReadyFile]
    names: Mapping[int, str]
    now: datetime


async def list_greetings(session: AsyncSession, corp_id: int, now: datetime) -> GreetingList:
    """All of them, those of deleted codes left out."""
    known = await _know(session, corp_id, now)
    zone = (await corps.describe(session, corp_id)).timezone
    repository = GreetingRepository(session, corp_id)
    rows = sorted(known.rows, key=lambda row: (_ORDER[row.reach], *_exactness(known, row)))
    return GreetingList(
        items=[_describe(known, row) for row in rows],
        pictures=await read_pictures(repository, now, zone),
        as_of=now,
    )


async def read_greeting(
    session: AsyncSession, corp_id: int, greeting_id: int, now: datetime
) -> GreetingRead:
    """One of them; raises UnknownGreetingError."""
    known = await _know(session, corp_id, now)
    for row in known.rows:
        if row.id == greeting_id:
            return _describe(known, row)
    raise UnknownGreetingError(greeting_id)


async def refs_of(
    session: AsyncSession, corp_id: int, ids: Collection[int]
) -> dict[int, GreetingRef]:
    """Welcomes by id, those of deleted codes too; deleted ones are left out."""
    if not ids:
        return {}
    repository = GreetingRepository(session, corp_id)
    names = await repository.names(ids)
    return {
        row.id: GreetingRef(
            id=row.id,
            reach=cast("Reach", row.reach),
            name=names.get(row.id),
            standing=cast("Standing", row.standing),
            hours=hours_of(row),
        )
        for row in await repository.find_many(ids)
    }


async def plain_of(
    session: AsyncSession, corp_id: int, channel_ids: Collection[int]
) -> dict[int, WelcomeText]:
    """Codes' welcomes for any hour and anybody, by code."""
    rows = await GreetingRepository(session, corp_id).plain_of(channel_ids)
    return {
        row.channel_id: WelcomeText.model_validate(row.content)
        for row in rows
        if row.channel_id is not None
    }


async def which_applies(
    session: AsyncSession,
    corp_id: int,
    now: datetime,
    *,
    staff_id: int,
    channel_id: int | None,
    at: str,
    standing: str,
) -> WhichGreeting:
    """Which welcome goes out for such an add, and why the others do not.

    Raises UnknownReachError for a member or code that is not here, or not the asker's.
    """
    [*members] = await staff.staff_by_ids(session, corp_id, [staff_id])
    scope = staff_in_scope(session)
    if not members or (scope is not None and staff_id not in scope):
        what = "member"
        raise UnknownReachError(what, staff_id)
    known = await _know(session, corp_id, now)
    channel = None
    if channel_id is not None:
        found = await GreetingRepository(session, corp_id).channels([channel_id])
        if channel_id not in found or found[channel_id][1] in GONE:
            what = "channel code"
            raise UnknownReachError(what, channel_id)
        channel = GreetingChannel(id=channel_id, name=found[channel_id][0])
    member = (corp_id, staff_id)
    levels = (await read_levels(session, [member])).get(member, [])
    way = list(places(channel_id, levels))
    told = explain(list(known.rules.values()), way, minute_of(at), standing)
    by_id = {row.id: row for row in known.rows}
    return WhichGreeting(
        greeting_id=next((rule.id for rule, why in told if why == "applies"), None),
        staff=StaffRef(id=members[0].id, name=members[0].name, account=members[0].account),
        channel=channel,
        store=(await read_stores(session, [member])).get(member),
        departments=[
            DepartmentRef(id=number, name=known.departments[number].name)
            for reach, number in way
            if reach == "department" and number in known.departments
        ],
        steps=[
            GreetingStep(greeting=_describe(known, by_id[rule.id]), why=why) for rule, why in told
        ],
    )


async def _know(session: AsyncSession, corp_id: int, now: datetime) -> _Known:
    repository = GreetingRepository(session, corp_id)
    rows = await repository.every()
    channels = await repository.channels({row.channel_id for row in rows if row.channel_id})
    gone = {number for number, (_, status) in channels.items() if status in GONE}
    rows = [row for row in rows if row.channel_id not in gone]
    needed = {one for row in rows for one in files_of(_content(row).attachments)}
    ids = {file_id for _, file_id in needed}
    return _Known(
        rows=rows,
        rules={row.id: rule_of(row) for row in rows},
        departments={one.id: one for one in await staff.list_departments(session, corp_id)},
        channels=channels,
        ready=await repository.ready_files(ids),
        names={one.id: one.name for one in await files.find_many(session, corp_id, ids)},
        now=now,
    )


def _content(row: Greeting) -> WelcomeText:
    return WelcomeText.model_validate(row.content)


def _exactness(known: _Known, row: Greeting) -> tuple[str, int, tuple[bool, bool], int]:
    rule = known.rules[row.id]
    return (_place_name(known, row), rule.place_id, rule.exactness, row.id)


def _place_name(known: _Known, row: Greeting) -> str:
    if row.department_id is not None and row.department_id in known.departments:
        return known.departments[row.department_id].name
    if row.channel_id is not None and row.channel_id in known.channels:
        return known.channels[row.channel_id][0]
    return ""


def _describe(known: _Known, row: Greeting) -> GreetingRead:
    rule = known.rules[row.id]
    before = _places_before(known, rule.key)
    content = _content(row)
    name = _place_name(known, row)
    return GreetingRead(
        id=row.id,
        reach=cast("Reach", row.reach),
        # One that WeCom deleted has no name; its welcome waits for nobody.
        department=(
            DepartmentRef(id=row.department_id, name=name)
            if row.department_id is not None
            else None
        ),
        channel=(
            GreetingChannel(id=row.channel_id, name=name) if row.channel_id is not None else None
        ),
        standing=cast("Standing", row.standing),
        hours=hours_of(row),
        content=content,
        files=[_standing(known, one) for one in files_of(content.attachments)],
        is_covered=covered(rule, known.rules.values()),
        channels_before=sum(reach == "channel" for reach, _ in before),
        departments_before=sum(reach == "department" for reach, _ in before),
        version=row.version,
        changed_by=row.changed_by,
        changed_at=row.changed_at,
    )


def _places_before(known: _Known, key: ReachKey) -> set[ReachKey]:
    """Reaches whose welcomes may go before those of this one."""
    reach, number = key
    if reach == "channel":
        return set()
    nearer = {
        one.key
        for one in known.rules.values()
        if one.reach == "channel"
        or (one.reach == "department" and _is_below(known, one.place_id, number))
    }
    return nearer - {key}


def _is_below(known: _Known, department_id: int, above: int) -> bool:
    """Whether it is below that department; all are below the corp (0)."""
    if above == 0:
        return True
    seen: set[int] = set()
    number: int | None = department_id
    while number is not None and number not in seen:
        seen.add(number)
        if number == above:
            return True
        one = known.departments.get(number)
        number = one.parent_id if one is not None else None
    return False


def _standing(known: _Known, needed: Needed) -> GreetingFile:
    kind, file_id = needed
    ready = known.ready.get(needed)
    state: Literal["ready", "preparing", "failed"] = "preparing"
    if ready is not None and is_alive(ready.handle, ready.expires_at, known.now):
        state = "ready"
    elif ready is not None and ready.handle is None:
        state = "failed"
    return GreetingFile(
        file_id=file_id,
        kind=kind,
        name=known.names.get(file_id, f"#{file_id}"),
        state=state,
        until=ready.expires_at if ready is not None else None,
        said=ready.said if ready is not None else "",
    )
