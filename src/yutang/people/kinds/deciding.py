"""What people decide about kinds, properties and what waits in quarantine."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.consents import service as consents

from . import register, repository
from .builtin import BUILT_IN, CUSTOM
from .errors import (
    BadDecisionError,
    KindTakenError,
    TooManyKindsError,
    UnknownHeapError,
    UnknownKindError,
    UnknownPropertyError,
)
from .jobs import ReleaseEvents
from .register import KindRules, Register, Rules
from .schemas import KINDS, Choice, Decided, Decision, KindChange, NewKind, PropertyChange, Type

CHOICES: Final[Mapping[str, tuple[Choice, ...]]] = {
    "unknown_kind": ("custom", "existing", "again", "refuse"),
    "wrong_type": ("convert", "new_version", "ignore", "again", "refuse"),
    "bad_name": ("ignore", "close", "again", "refuse"),
    "too_many_properties": ("close", "again", "refuse"),
    "too_long": ("ignore", "again", "refuse"),
    "too_deep": ("ignore", "again", "refuse"),
}
"""What may be chosen for what was refused, as the page offers it."""


async def add_kind(
    runtime: Runtime, session: AsyncSession, corp_id: int, new: NewKind, by: str
) -> str:
    """Make a kind of the corp's own; returns its name.

    Raises KindTakenError, TooManyKindsError, UnknownPurposeError.
    """
    known = await register.lock(runtime, session, corp_id)
    name = await _add_kind(session, corp_id, known, new, by)
    await session.execute(repository.BUMP, {"corp_id": corp_id})
    return name


async def _add_kind(
    session: AsyncSession, corp_id: int, known: Register, new: NewKind, by: str
) -> str:
    name = f"{CUSTOM}.{new.name}"
    if name in known.kinds:
        raise KindTakenError(name)
    if len(known.kinds) - len(BUILT_IN) >= KINDS:
        raise TooManyKindsError(KINDS)
    if new.purpose is not None:
        await consents.notice_version(session, corp_id, new.purpose)
    told = {"label": new.label, "main": new.main, "purpose": new.purpose}
    asked = {"corp_id": corp_id, "name": name, "by": by, "closed": False, **told}
    await session.execute(repository.ADD_KIND, asked)
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="event_kind.added",
        target=f"event_kind:{name}",
        after=told,
    )
    return name


async def change_kind(
    runtime: Runtime, session: AsyncSession, corp_id: int, name: str, change: KindChange, by: str
) -> None:
    """Change a kind's label, main property, purpose, or whether it takes new properties.

    Raises UnknownKindError, UnknownPurposeError, and BadDecisionError where the purpose of a
    built-in kind is another.
    """
    known = await register.lock(runtime, session, corp_id)
    kind = _find(known, name)
    shipped = BUILT_IN.get(name)
    purpose = change.purpose
    if shipped is not None and shipped.purpose is not None:
        if purpose not in {None, shipped.purpose}:
            message = f"「{name}」 always needs the consent 「{shipped.purpose}」"
            raise BadDecisionError(message)
        purpose = None
    if purpose is not None:
        await consents.notice_version(session, corp_id, purpose)
    told = {
        "label": change.label,
        "main": change.main,
        "purpose": purpose,
        "closed": change.closed,
    }
    asked = {"corp_id": corp_id, "name": name, "by": by, **told}
    await session.execute(repository.ADD_KIND, asked)
    await session.execute(repository.BUMP, {"corp_id": corp_id})
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="event_kind.changed",
        target=f"event_kind:{name}",
        before={
            "label": kind.label,
            "main": kind.main,
            "purpose": kind.purpose,
            "closed": kind.closed,
        },
        after=told,
    )


async def change_property(
    runtime: Runtime,
    session: AsyncSession,
    corp_id: int,
    kind: str,
    change: PropertyChange,
    by: str,
) -> None:
    """Say what becomes of a property's values; another type opens the kind's next version.

    Raises UnknownKindError, UnknownPropertyError, UnknownPurposeError, BadDecisionError.
    """
    known = await register.lock(runtime, session, corp_id)
    found = _find(known, kind)
    rules = found.properties.get(change.name)
    if rules is None:
        raise UnknownPropertyError(kind, change.name)
    if change.purpose is not None:
        if change.handling != "sensitive":
            message = "only a sensitive property has a purpose: mark it as sensitive"
            raise BadDecisionError(message)
        await consents.notice_version(session, corp_id, change.purpose)
    await _set_property(session, corp_id, found, change, by)
    await session.execute(repository.BUMP, {"corp_id": corp_id})


async def _set_property(
    session: AsyncSession, corp_id: int, kind: KindRules, change: PropertyChange, by: str
) -> None:
    before = kind.properties.get(change.name)
    wanted: Type = change.type or (before.type if before is not None else "string")
    since = before.since if before is not None else kind.version
    if before is not None and wanted != before.type:
        if change.name in _shipped(kind.name):
            message = f"「{change.name}」 of 「{kind.name}」 is built in: its type stays"
            raise BadDecisionError(message)
        since = await session.scalar(
            repository.OPEN_VERSION, {"corp_id": corp_id, "name": kind.name, "by": by}
        )
    told = {
        "type": wanted,
        "handling": change.handling,
        "purpose": change.purpose,
        "converts": change.converts,
        "plain": change.plain,
    }
    asked = {"corp_id": corp_id, "kind": kind.name, "name": change.name, "since": since, **told}
    await session.execute(repository.SET_PROPERTY, asked)
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="event_property.changed",
        target=f"event_kind:{kind.name}",
        before={"name": change.name, **_told(before)} if before is not None else None,
        after={"name": change.name, "since": since, **told},
    )


def _shipped(kind: str) -> Mapping[str, object]:
    found = BUILT_IN.get(kind)
    return found.properties if found is not None else {}


def _told(rules: Rules) -> dict[str, Any]:
    return {
        "type": rules.type,
        "handling": rules.handling,
        "purpose": rules.purpose,
        "converts": rules.converts,
        "plain": rules.plain,
    }


def _find(known: Register, name: str) -> KindRules:
    found = known.kinds.get(name)
    if found is None:
        raise UnknownKindError(name)
    return found


async def decide(
    runtime: Runtime,
    session: AsyncSession,
    corp_id: int,
    decision: Decision,
    by: str,
    now: datetime,
) -> Decided:
    """Decide about a heap: the register changes with this transaction, the events follow by job.

    Raises UnknownHeapError, UnknownKindError, KindTakenError, TooManyKindsError, BadDecisionError.
    """
    if decision.choice not in CHOICES.get(decision.reason, ()):
        message = f"what was refused for {decision.reason} cannot be decided by {decision.choice}"
        raise BadDecisionError(message)
    known = await register.lock(runtime, session, corp_id)
    by_name = decision.reason == "unknown_kind"
    kind = None if by_name else known.resolve(decision.said)
    heap = ReleaseEvents(
        corp_id=corp_id,
        reason=decision.reason,
        said=decision.said if by_name or kind is None else None,
        kind=kind.name if kind is not None else None,
        property=None if by_name or decision.choice == "close" else decision.property,
        deletes=decision.choice == "refuse",
    )
    events = await session.scalar(
        repository.OF_HEAP,
        heap.model_dump(include={"corp_id", "reason", "said", "kind", "property"}),
    )
    if not events:
        raise UnknownHeapError
    if by_name:
        await _decide_name(session, corp_id, known, decision, by, now)
    elif kind is not None:
        await _decide_property(session, corp_id, kind, decision, by)
    await session.execute(repository.BUMP, {"corp_id": corp_id})
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="event_quarantine.decided",
        target=f"event_kind:{decision.said}",
        after=decision.model_dump(exclude_none=True) | {"events": events},
    )
    await enqueue(session, heap)
    return Decided(events=events)


async def _decide_name(
    session: AsyncSession,
    corp_id: int,
    known: Register,
    decision: Decision,
    by: str,
    now: datetime,
) -> None:
    kind: str | None = None
    match decision.choice:
        case "custom":
            if decision.name is None or decision.label is None:
                message = "a kind of your own needs a `name` and a `label`"
                raise BadDecisionError(message)
            new = NewKind(name=decision.name, label=decision.label)
            kind = await _add_kind(session, corp_id, known, new, by)
        case "existing":
            if decision.kind is None:
                message = "say as which `kind` the events shall be accepted"
                raise BadDecisionError(message)
            kind = _find(known, decision.kind).name
        case "again":
            return
    asked = {
        "corp_id": corp_id,
        "said": decision.said,
        "state": "accepted" if kind is not None else "refused",
        "kind": kind,
        "by": by,
        "now": now,
    }
    await session.execute(repository.DECIDE_NAME, asked)


async def _decide_property(
    session: AsyncSession, corp_id: int, kind: KindRules, decision: Decision, by: str
) -> None:
    before = kind.properties.get(decision.property)
    kept = PropertyChange(
        name=decision.property or "?",
        handling=before.handling if before is not None else "keep",
        purpose=before.purpose if before is not None else None,
        converts=before.converts if before is not None else False,
        plain=before.plain if before is not None else False,
    )
    match decision.choice:
        case "convert":
            change = kept.model_copy(update={"converts": True})
        case "new_version":
            if decision.type is None:
                message = "say of which `type` the property is from now on"
                raise BadDecisionError(message)
            change = kept.model_copy(update={"type": decision.type})
        case "ignore":
            change = kept.model_copy(update={"handling": "ignore", "purpose": None})
        case "close":
            asked = {
                "corp_id": corp_id,
                "name": kind.name,
                "by": by,
                "label": kind.label,
                "main": kind.main,
                "purpose": None if kind.name in BUILT_IN else kind.purpose,
                "closed": True,
            }
            await session.execute(repository.ADD_KIND, asked)
            return
        case _:
            return
    await _set_property(session, corp_id, kind, change, by)
