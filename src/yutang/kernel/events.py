"""The customer event log: append-only, read by cursors that miss nothing."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, ClassVar, Final, NamedTuple

from pydantic import BaseModel
from sqlalchemy import Index, PrimaryKeyConstraint, SmallInteger, text
from sqlalchemy import Sequence as Numbers
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from .db import Base, Xid8, announce

SIGNAL = "events"

# PostgreSQL 15 and 16 know no identity columns on partitioned tables.
_IDS = Numbers("events_id_seq", metadata=Base.metadata)


class Event(BaseModel, frozen=True):
    """Something that happened, in the past tense. Holds no names and no phones.

    The log outlives the person: erasing one drops his customer row, and what stays here must
    then say nothing about who he was.
    """

    kind: ClassVar[str]


def known_kinds(family: str) -> tuple[str, ...]:
    """Every kind of this process whose name begins with `family` and a dot, in order."""
    return tuple(sorted(kind for kind in known_events() if kind.startswith(f"{family}.")))


def known_events() -> dict[str, type[Event]]:
    """Every kind of this process with the class that says what it tells."""
    found: dict[str, type[Event]] = {}
    waiting = list(Event.__subclasses__())
    while waiting:
        event = waiting.pop()
        waiting += event.__subclasses__()
        if kind := event.__dict__.get("kind", ""):
            found[kind] = event
    return found


class EventRow(Base):
    """One row of the log; partitioned by the month of `at`."""

    __tablename__ = "events"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "at", "id"),
        Index("ix_events_customer", "corp_id", "customer_id", "at", "id"),
        Index("ix_events_kind", "corp_id", "customer_id", "kind", "at", "id"),
        Index("ix_events_cursor", "era", "xid", "id"),
        {"postgresql_partition_by": "RANGE (at)"},
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(server_default=_IDS.next_value())
    customer_id: Mapped[int | None]
    kind: Mapped[str]
    at: Mapped[datetime]
    actor: Mapped[str]
    props: Mapped[dict[str, Any]]
    source: Mapped[str]
    era: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    xid: Mapped[int] = mapped_column(Xid8, server_default=text("pg_current_xact_id()"))


ERASED_PROPS: Final = ("before", "after", "note_id", "task_id")
"""What of an event could still name an erased person."""
ERASE: Final = (
    "customer_id = null, props = props"
    + "".join(f" - '{name}'" for name in ERASED_PROPS)
    + ", source = case when source ^@ 'inbox:' then 'inbox' else source end"
)
"""What becomes of his events: the log feeds the numbers of days long past, so it keeps what
happened, not with whom. Cold months are cleaned the same way."""


class NewEvent(BaseModel, frozen=True, arbitrary_types_allowed=True):
    """An event on its way into the log."""

    customer_id: int | None
    at: datetime
    actor: str
    """`staff:<id>`, `customer`, `user:<id>` or `system`."""
    source: str
    """What made it: `inbox:<id>`, `api`, `job:<name>`."""
    event: Event


def wake_readers(session: AsyncSession) -> None:
    """For who writes events by a statement of his own: readers look once it is committed."""
    announce(session, SIGNAL)


# One statement for any number: a row each took seconds for the thousands of a bulk act.
_APPEND = text(
    """
    insert into events (corp_id, customer_id, kind, at, actor, props, source)
    select :corp_id, v.customer_id, v.kind, v.at, v.actor, cast(v.props as jsonb), v.source
    from unnest(cast(:customers as bigint[]), cast(:kinds as text[]),
                cast(:moments as timestamptz[]), cast(:actors as text[]),
                cast(:props as text[]), cast(:sources as text[])) with ordinality
         as v(customer_id, kind, at, actor, props, source, place)
    order by v.place
    """
)


class Line(NamedTuple):
    """An event as the log keeps it; `props` is JSON. For kinds that no class of ours stands for."""

    customer_id: int | None
    kind: str
    at: datetime
    actor: str
    props: str
    source: str


async def write(session: AsyncSession, corp_id: int, lines: Sequence[Line]) -> None:
    """Write lines in the caller's transaction; readers are woken after its commit."""
    if not lines:
        return
    wake_readers(session)
    await session.execute(
        _APPEND,
        {
            "corp_id": corp_id,
            "customers": [line.customer_id for line in lines],
            "kinds": [line.kind for line in lines],
            "moments": [line.at for line in lines],
            "actors": [line.actor for line in lines],
            "props": [line.props for line in lines],
            "sources": [line.source for line in lines],
        },
    )


async def append(session: AsyncSession, corp_id: int, events: Iterable[NewEvent]) -> None:
    """Write events of ours; as `write`."""
    lines = [
        Line(
            new.customer_id,
            new.event.kind,
            new.at,
            new.actor,
            json.dumps(new.event.model_dump(mode="json")),
            new.source,
        )
        for new in events
    ]
    await write(session, corp_id, lines)
