"""Make, change and delete welcomes; each with its audit entry and its uploads asked for."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import func, insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.people.staff import service as staff

from . import media
from .checking import check, files_of
from .errors import (
    BadHoursError,
    BadReachError,
    ChangedMeanwhileError,
    OverlapError,
    TooManyGreetingsError,
    UnknownGreetingError,
    UnknownReachError,
)
from .models import Greeting
from .repository import GreetingRepository
from .resolving import overlaps
from .ruling import rule_of
from .schemas import (
    GREETINGS_OF_A_REACH,
    GreetingChange,
    GreetingHours,
    NewGreeting,
    WelcomeText,
)

GONE: Final = frozenset({"deleting", "deleted"})


async def create_greeting(
    session: AsyncSession, corp_id: int, new: NewGreeting, actor: str, now: datetime
) -> int:
    """Write a welcome; returns its id.

    Raises BadReachError, BadHoursError, UnknownReachError, OverlapError, TooManyGreetingsError
    and what `checking.check` raises.
    """
    repository = GreetingRepository(session, corp_id)
    await repository.hold()
    await _check(repository, new)
    greeting = Greeting(
        corp_id=corp_id, created_by=actor, changed_by=actor, changed_at=now, **_fields(new)
    )
    await _check_place(repository, greeting, but=None)
    session.add(greeting)
    await session.flush()
    await _told_channel(repository, greeting)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="welcome.created",
        target=f"welcome:{greeting.id}",
        after=new.model_dump(mode="json"),
    )
    await media.ask_for(session, corp_id, files_of(new.content.attachments))
    return greeting.id


async def change_greeting(
    session: AsyncSession,
    corp_id: int,
    greeting_id: int,
    change: GreetingChange,
    actor: str,
    now: datetime,
) -> None:
    """Make a welcome what `change` says; the adds after it get it.

    Raises UnknownGreetingError, ChangedMeanwhileError and what `create_greeting` raises.
    """
    repository = GreetingRepository(session, corp_id)
    await repository.hold()
    greeting = await _found(repository, greeting_id)
    if greeting.version != change.version:
        raise ChangedMeanwhileError(greeting.version, change.version)
    await _check(repository, change)
    wanted = _fields(change)
    before = {name: getattr(greeting, name) for name in wanted}
    changed = [name for name in wanted if wanted[name] != before[name]]
    if not changed:
        return
    await _check_place(
        repository, Greeting(corp_id=corp_id, id=greeting_id, **wanted), but=greeting_id
    )
    await _told_channel(repository, greeting)
    for name, value in wanted.items():
        setattr(greeting, name, value)
    greeting.version += 1
    greeting.changed_by, greeting.changed_at = actor, now
    await session.flush()
    await _told_channel(repository, greeting)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="welcome.changed",
        target=f"welcome:{greeting_id}",
        before={name: before[name] for name in changed},
        after={name: wanted[name] for name in changed},
    )
    await media.ask_for(session, corp_id, files_of(change.content.attachments))


async def delete_greeting(
    session: AsyncSession, corp_id: int, greeting_id: int, actor: str
) -> None:
    """Delete a welcome: the next one on the way applies. Raises UnknownGreetingError."""
    repository = GreetingRepository(session, corp_id)
    await repository.hold()
    greeting = await _found(repository, greeting_id)
    await _told_channel(repository, greeting)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="welcome.deleted",
        target=f"welcome:{greeting_id}",
        before={
            name: getattr(greeting, name)
            for name in ("reach", "department_id", "channel_id", "standing", "content")
        },
    )
    await repository.drop(greeting_id)


async def set_plain(
    session: AsyncSession,
    corp_id: int,
    channel_id: int,
    content: WelcomeText | None,
    actor: str,
) -> None:
    """Make this a code's welcome for any hour and anybody; None: it has none of its own.

    The caller's audit entry tells it, as it is a part of the code there, and the caller counts
    the code's version. Raises what `checking.check` raises.
    """
    repository = GreetingRepository(session, corp_id)
    await repository.hold()
    found = await repository.plain_of([channel_id])
    if content is None:
        for one in found:
            await repository.drop(one.id)
        return
    await check(session, corp_id, content)
    wanted = content.model_dump(mode="json")
    if not found:
        fields = _fields(NewGreeting(reach="channel", channel_id=channel_id, content=content))
        made = Greeting(corp_id=corp_id, created_by=actor, changed_by=actor, **fields)
        session.add(made)
    elif found[0].content == wanted:
        return
    else:
        found[0].content = wanted
        found[0].version += 1
        found[0].changed_by, found[0].changed_at = actor, func.now()
    await session.flush()
    await media.ask_for(session, corp_id, files_of(content.attachments))


async def greet_new(
    session: AsyncSession,
    corp_id: int,
    channel_ids: Sequence[int],
    content: WelcomeText,
    actor: str,
) -> None:
    """Give codes that are new this welcome, for any hour and anybody; as `set_plain` does.

    Raises what `checking.check` raises.
    """
    await check(session, corp_id, content)
    if not channel_ids:
        return
    fields = _fields(NewGreeting(reach="channel", channel_id=channel_ids[0], content=content))
    who = {"corp_id": corp_id, "created_by": actor, "changed_by": actor}
    await session.execute(
        insert(Greeting), [{**fields, **who, "channel_id": one} for one in channel_ids]
    )
    await media.ask_for(session, corp_id, files_of(content.attachments))


async def _found(repository: GreetingRepository, greeting_id: int) -> Greeting:
    greeting = await repository.find(greeting_id)
    if greeting is None:
        raise UnknownGreetingError(greeting_id)
    return greeting


async def _check(repository: GreetingRepository, wanted: NewGreeting) -> None:
    given = {
        "corp": (None, None),
        "department": (wanted.department_id or 0, None),
        "channel": (None, wanted.channel_id or 0),
    }[wanted.reach]
    if given != (wanted.department_id, wanted.channel_id):
        raise BadReachError
    if wanted.hours is not None and wanted.hours.start == wanted.hours.end:
        raise BadHoursError(wanted.hours.start)
    if wanted.department_id is not None:
        known = await staff.list_departments(repository.session, repository.corp_id)
        if wanted.department_id not in {one.id for one in known}:
            what = "department"
            raise UnknownReachError(what, wanted.department_id)
    if wanted.channel_id is not None:
        found = await repository.channels([wanted.channel_id])
        if wanted.channel_id not in found or found[wanted.channel_id][1] in GONE:
            what = "channel code"
            raise UnknownReachError(what, wanted.channel_id)
    await check(repository.session, repository.corp_id, wanted.content)


async def _check_place(
    repository: GreetingRepository, wanted: Greeting, *, but: int | None
) -> None:
    """No two of one reach are for the same people at one moment."""
    others = [
        one
        for one in await repository.of_reach(wanted.reach, wanted.department_id, wanted.channel_id)
        if one.id != but
    ]
    if len(others) >= GREETINGS_OF_A_REACH:
        raise TooManyGreetingsError(GREETINGS_OF_A_REACH)
    # One that is not written yet has no number.
    rule = rule_of(wanted)
    for other in others:
        if overlaps(rule, rule_of(other)):
            hours = hours_of(other)
            span = f"from {hours.start} to {hours.end}" if hours is not None else "at any hour"
            raise OverlapError(other.id, span)


async def _told_channel(repository: GreetingRepository, greeting: Greeting) -> None:
    """Who edits the code meanwhile must not write an older welcome over this one."""
    is_plain = greeting.from_minute is None and greeting.standing == "any"
    if greeting.channel_id is not None and is_plain:
        await repository.touch_channel(greeting.channel_id)


def _fields(wanted: NewGreeting) -> dict[str, Any]:
    hours = wanted.hours
    return {
        "reach": wanted.reach,
        "department_id": wanted.department_id,
        "channel_id": wanted.channel_id,
        "standing": wanted.standing,
        "from_minute": None if hours is None else minute_of(hours.start),
        "until_minute": None if hours is None else minute_of(hours.end),
        "content": wanted.content.model_dump(mode="json"),
    }


def minute_of(clock: str) -> int:
    """Minutes after midnight of `hh:mm`."""
    return int(clock[:2]) * 60 + int(clock[3:])


def hours_of(row: Greeting) -> GreetingHours | None:
    """Its span as people write it."""
    if row.from_minute is None or row.until_minute is None:
        return None
    return GreetingHours(start=_clock(row.from_minute), end=_clock(row.until_minute))


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
