"""Make, change, rotate and delete sources; each act is audited and known to the door at once."""

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

from sqlalchemy import func, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.runtime import Runtime

from .doors import SECRET, doors_of, hash_of
from .errors import (
    BadOriginError,
    NoOriginError,
    SourceNameTakenError,
    TooManySourcesError,
    UnknownSourceError,
    WrongSourceKindError,
)
from .mapping import check_mapping
from .models import CollectKey, CollectSource
from .reading import read_source
from .schemas import NewSource, SourceChange, SourceMade, SourceMapping

MOST_SOURCES: Final = 200
OLD_KEY: Final = timedelta(hours=24)
"""So long a key goes on after another one was made."""


async def make_source(runtime: Runtime, corp_id: int, wish: NewSource, actor: str) -> SourceMade:
    """A new source with its key, or a webhook's secret, which nobody sees again.

    Raises SourceNameTakenError, BadOriginError, NoOriginError, TooManySourcesError.
    """
    origins = _origins(wish.kind, wish.origins)
    key = secret = None
    async with runtime.database.owner() as session:
        living = CollectSource.deleted_at.is_(None)
        mine = CollectSource.corp_id == corp_id
        if (await session.scalar(select(func.count()).where(mine, living)) or 0) >= MOST_SOURCES:
            raise TooManySourcesError(MOST_SOURCES)
        row = CollectSource(
            corp_id=corp_id,
            name=wish.name,
            kind=wish.kind,
            origins=origins,
            events_per_second=wish.events_per_second,
            made_by=actor,
            made_at=runtime.clock(),
        )
        if wish.kind == "webhook":
            secret = _new_secret()
            row.sealed_secret = runtime.vault.seal(secret, SECRET)
        session.add(row)
        await _flush(session, wish.name)
        if wish.kind != "webhook":
            key = await _add_key(session, row, actor, runtime.clock())
        await _record(session, row, actor, "source.made", None, _told(row))
        read = await read_source(session, corp_id, row.id, runtime.clock())
    await doors_of(runtime).step()
    return SourceMade(source=read, key=key, secret=secret)


async def change_source(
    runtime: Runtime, corp_id: int, source_id: int, change: SourceChange, actor: str
) -> SourceMade:
    """Change what is given. Raises UnknownSourceError and what `make_source` raises."""
    async with runtime.database.owner() as session:
        row = await _locked(session, corp_id, source_id)
        before = _told(row)
        if change.name is not None:
            row.name = change.name
        if change.origins is not None:
            row.origins = _origins(row.kind, change.origins)
        if change.events_per_second is not None:
            row.events_per_second = change.events_per_second
        if change.enabled is not None:
            row.enabled = change.enabled
        if (after := _told(row)) != before:
            await _flush(session, row.name)
            await _record(session, row, actor, "source.changed", before, after)
        read = await read_source(session, corp_id, source_id, runtime.clock())
    await doors_of(runtime).step()
    return SourceMade(source=read, key=None, secret=None)


async def rotate_key(runtime: Runtime, corp_id: int, source_id: int, actor: str) -> SourceMade:
    """Another key; those before it are good for 24 hours. A webhook's new secret counts at once.

    Raises UnknownSourceError.
    """
    now = runtime.clock()
    key = secret = None
    async with runtime.database.owner() as session:
        row = await _locked(session, corp_id, source_id)
        if row.kind == "webhook":
            secret = _new_secret()
            row.sealed_secret = runtime.vault.seal(secret, SECRET)
        else:
            for old in await _keys(session, row):
                ends_at = now + OLD_KEY
                old.ends_at = min(old.ends_at, ends_at) if old.ends_at is not None else ends_at
            key = await _add_key(session, row, actor, now)
        await _record(session, row, actor, "source.rotated", None, None)
        read = await read_source(session, corp_id, source_id, now)
    await doors_of(runtime).step()
    return SourceMade(source=read, key=key, secret=secret)


async def end_old_keys(runtime: Runtime, corp_id: int, source_id: int, actor: str) -> SourceMade:
    """End at once the keys that go on only for their 24 hours. Raises UnknownSourceError."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        row = await _locked(session, corp_id, source_id)
        ended = [
            old
            for old in await _keys(session, row)
            if old.ends_at is not None and old.ends_at > now
        ]
        for old in ended:
            old.ends_at = now
        if ended:
            hints = {"keys": [old.hint for old in ended]}
            await _record(session, row, actor, "source.keys_ended", hints, None)
        read = await read_source(session, corp_id, source_id, now)
    await doors_of(runtime).step()
    return SourceMade(source=read, key=None, secret=None)


async def save_mapping(
    runtime: Runtime, corp_id: int, source_id: int, mapping: SourceMapping, actor: str
) -> SourceMade:
    """Say what stands where in a webhook's body.

    Raises UnknownSourceError, WrongSourceKindError, BadMappingError.
    """
    check_mapping(mapping)
    async with runtime.database.owner() as session:
        row = await _locked(session, corp_id, source_id)
        if row.kind != "webhook":
            raise WrongSourceKindError(row.kind)
        before, row.mapping = row.mapping, mapping.model_dump(mode="json")
        if before != row.mapping:
            await _record(session, row, actor, "source.mapped", before, row.mapping)
        read = await read_source(session, corp_id, source_id, runtime.clock())
    await doors_of(runtime).step()
    return SourceMade(source=read, key=None, secret=None)


async def delete_source(runtime: Runtime, corp_id: int, source_id: int, actor: str) -> None:
    """Its keys end at once; what it told stays. Raises UnknownSourceError."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        row = await _locked(session, corp_id, source_id)
        row.deleted_at, row.enabled, row.sealed_secret = now, False, None
        for old in await _keys(session, row):
            old.ends_at = now
        await _record(session, row, actor, "source.deleted", _told(row), None)
    await doors_of(runtime).step()


async def _locked(session: AsyncSession, corp_id: int, source_id: int) -> CollectSource:
    row = await session.scalar(
        select(CollectSource)
        .where(
            CollectSource.corp_id == corp_id,
            CollectSource.id == source_id,
            CollectSource.deleted_at.is_(None),
        )
        .with_for_update()
    )
    if row is None:
        raise UnknownSourceError(source_id)
    return row


async def _keys(session: AsyncSession, row: CollectSource) -> Sequence[CollectKey]:
    found = await session.scalars(
        select(CollectKey).where(
            CollectKey.corp_id == row.corp_id,
            CollectKey.source_id == row.id,
            or_(CollectKey.ends_at.is_(None), CollectKey.ends_at > func.now()),
        )
    )
    return found.all()


async def _add_key(session: AsyncSession, row: CollectSource, actor: str, now: datetime) -> str:
    key = f"yk_{secrets.token_urlsafe(32)}"
    session.add(
        CollectKey(
            corp_id=row.corp_id,
            source_id=row.id,
            hash=hash_of(key),
            hint=key[-4:],
            made_by=actor,
            made_at=now,
        )
    )
    await session.flush()
    return key


async def _flush(session: AsyncSession, name: str) -> None:
    try:
        await session.flush()
    except IntegrityError as error:
        raise SourceNameTakenError(name) from error


def _origins(kind: str, given: Iterable[str]) -> list[str]:
    found = sorted({_origin(one) for one in given})
    if kind == "web" and not found:
        raise NoOriginError
    return found if kind == "web" else []


def _origin(given: str) -> str:
    """As browsers write it. Raises BadOriginError."""
    try:
        parts = urlsplit(given.strip().rstrip("/"))
        port = parts.port
    except ValueError:
        raise BadOriginError(given) from None
    host = parts.hostname
    extra = parts.path or parts.query or parts.fragment or "@" in parts.netloc
    if parts.scheme not in {"http", "https"} or not host or extra:
        raise BadOriginError(given)
    usual = {"http": 80, "https": 443}[parts.scheme]
    try:
        told = host.encode("idna").decode() if not host.isascii() else host
    except UnicodeError:
        raise BadOriginError(given) from None
    told = f"[{told}]" if ":" in told else told
    return f"{parts.scheme}://{told}" + (f":{port}" if port not in {None, usual} else "")


def _new_secret() -> str:
    return f"whsec_{secrets.token_urlsafe(32)}"


def _told(row: CollectSource) -> dict[str, Any]:
    return {
        "name": row.name,
        "kind": row.kind,
        "origins": list(row.origins),
        "events_per_second": row.events_per_second,
        "enabled": row.enabled,
    }


async def _record(
    session: AsyncSession,
    row: CollectSource,
    actor: str,
    action: str,
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
) -> None:
    await audit.record(
        session,
        row.corp_id,
        actor=actor,
        action=action,
        target=f"source:{row.id}",
        before=before,
        after=after,
    )
