"""What became of messages: counted by the hour, and shown in the stream."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

import orjson
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import Vault

from . import repository

SEALED: Final = "collect_stream.sealed"
SHOWN_BYTES: Final = 16 * 1024
"""A longer message is shown without its values."""
MOST_NAMES: Final = 60
KINDS: Final = {str: "string", bool: "boolean", int: "number", float: "number", list: "list"}

Key = tuple[int, int, datetime, str]
"""Corp, source, moment, and why it was refused; empty where it was taken."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the stream."""

    corp_id: int
    source_id: int
    received_at: datetime
    reason: str = ""
    words: str = ""
    at: datetime | None = None
    kind: str = ""
    message: str = ""
    customer_id: int | None = None
    outline: Mapping[str, Any] = field(default_factory=dict)
    sealed: bytes | None = None
    events: int = 1


def outline_of(ids: Sequence[tuple[str, str]], props: Mapping[str, Any]) -> dict[str, Any]:
    """Which ids and properties a message has, and of which type: no value of any."""
    names = list(props)[:MOST_NAMES]
    return {
        "ids": sorted({kind for kind, _ in ids}),
        "props": {name: KINDS.get(type(props[name]), "object") for name in names},
        "more": max(0, len(props) - MOST_NAMES),
    }


def sealed_of(vault: Vault, message: Any) -> bytes | None:
    """The message for who may open it; None where it is too long to be kept here."""
    told = orjson.dumps(message)
    return vault.seal(told.decode(), SEALED) if len(told) <= SHOWN_BYTES else None


async def count(
    session: AsyncSession, counts: Mapping[tuple[int, int, datetime, str], int]
) -> None:
    """Add to the hours: (corp, source, moment, reason) to events."""
    summed: Counter[tuple[int, int, datetime, str]] = Counter()
    for (corp_id, source_id, at, reason), events in counts.items():
        hour = at.replace(minute=0, second=0, microsecond=0)
        summed[corp_id, source_id, hour, reason] += events
    if summed:
        # Sorted: two processes that add to the same hours must lock them in one order.
        keys = sorted(summed)
        await session.execute(
            repository.COUNT,
            {
                "corps": [one[0] for one in keys],
                "sources": [one[1] for one in keys],
                "hours": [one[2] for one in keys],
                "reasons": [one[3] for one in keys],
                "counts": [summed[one] for one in keys],
            },
        )


async def show(session: AsyncSession, rows: Sequence[Row]) -> None:
    """Append to the stream."""
    if rows:
        await session.execute(
            repository.SHOW,
            {
                "corp_ids": [one.corp_id for one in rows],
                "source_ids": [one.source_id for one in rows],
                "received": [one.received_at for one in rows],
                "ats": [one.at for one in rows],
                "kinds": [one.kind for one in rows],
                "messages": [one.message for one in rows],
                "customer_ids": [one.customer_id for one in rows],
                "reasons": [one.reason for one in rows],
                "words": [one.words for one in rows],
                "outlines": [orjson.dumps(one.outline).decode() for one in rows],
                "counts": [one.events for one in rows],
                "sealed": [one.sealed for one in rows],
            },
        )
