"""The list of who was erased, beside the database: after a restore they are erased again.

A backup knows nobody who was erased after it was made. The list names people by keyed hashes, so
it may lie beside the backups.
"""

import asyncio
import json
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ValidationError
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime
from yutang.people.suppressions import service as suppressions

from .models import Erasure

NAME: Final = "erasures.jsonl"
_AT_ONCE: Final = 20_000

_CORPID = text("select corpid from corps where id = :corp_id")
_OF_CORPID = text("select id from corps where corpid = :corpid")
_IDENTITIES = text(
    "select kind, value, customer_id from customer_identities"
    " where corp_id = :corp_id and (kind, value) > (:kind, :value)"
    " order by kind, value limit :limit"
)


class Entry(BaseModel):
    """One erasure as the list keeps it."""

    corpid: str
    request: int
    customer_id: int
    digests: list[str]
    confirmed_at: datetime


class BadListError(ValueError):
    """A line of the list is none of ours."""


async def append_to_list(runtime: Runtime, row: Erasure) -> None:
    """Put an erasure on the list in the home; once, however often it is asked for."""
    if row.confirmed_at is None:
        return
    async with runtime.database.owner() as session:
        corpid = await session.scalar(_CORPID, {"corp_id": row.corp_id})
    entry = Entry(
        corpid=corpid or "",
        request=row.id,
        customer_id=row.customer_id,
        digests=row.digests,
        confirmed_at=row.confirmed_at,
    )
    await asyncio.to_thread(_append, runtime.settings.home / NAME, entry)


def _append(path: Path, entry: Entry) -> None:
    line = entry.model_dump_json() + "\n"
    if path.exists() and line in path.read_text():
        return
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


def read_list(path: Path) -> list[Entry]:
    """The entries of a list. Raises BadListError, OSError."""
    found = []
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if not line.strip():
            continue
        try:
            found.append(Entry.model_validate(json.loads(line)))
        except (ValueError, ValidationError) as error:
            message = f"line {number} of {path} is no entry of a list of erasures"
            raise BadListError(message) from error
    return found


async def entries_of_database(session: AsyncSession) -> list[Entry]:
    """All confirmed erasures of all corps; for the owner's session."""
    rows = await session.scalars(
        select(Erasure)
        .where(Erasure.confirmed_at.is_not(None))
        .order_by(Erasure.corp_id, Erasure.id)
    )
    found = []
    for row in rows:
        corpid = await session.scalar(_CORPID, {"corp_id": row.corp_id})
        if row.confirmed_at is not None:
            found.append(
                Entry(
                    corpid=corpid or "",
                    request=row.id,
                    customer_id=row.customer_id,
                    digests=row.digests,
                    confirmed_at=row.confirmed_at,
                )
            )
    return found


async def suppress_again(runtime: Runtime, entries: Iterable[Entry]) -> dict[int, set[int]]:
    """Keep these people away again; who of them is here (again), by corp.

    They are looked for by their hashes: their numbers may be others' in an older database.
    """
    by_corp: dict[int, dict[str, datetime]] = {}
    for entry in entries:
        async with runtime.database.owner() as session:
            corp_id = await session.scalar(_OF_CORPID, {"corpid": entry.corpid})
            if corp_id is None:
                continue
            await suppressions.suppress(
                session, corp_id, entry.digests, "erased", entry.confirmed_at
            )
        wanted = by_corp.setdefault(corp_id, {})
        wanted.update(dict.fromkeys(entry.digests, entry.confirmed_at))
    return {corp_id: await _present(runtime, corp_id, set(w)) for corp_id, w in by_corp.items()}


async def _present(runtime: Runtime, corp_id: int, digests: set[str]) -> set[int]:
    found: set[int] = set()
    place = ("", "")
    while True:
        async with runtime.database.owner() as session:
            rows = (
                await session.execute(
                    _IDENTITIES,
                    {
                        "corp_id": corp_id,
                        "kind": place[0],
                        "value": place[1],
                        "limit": _AT_ONCE,
                    },
                )
            ).all()
        for row in rows:
            if suppressions.digest(runtime.vault, row.kind, row.value) in digests:
                found.add(row.customer_id)
        if len(rows) < _AT_ONCE:
            return found
        place = (rows[-1].kind, rows[-1].value)
