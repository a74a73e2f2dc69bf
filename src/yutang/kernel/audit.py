"""Who changed what, when and from where."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Computed,
    Identity,
    Index,
    PrimaryKeyConstraint,
    SmallInteger,
    text,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from . import origins
from .db import Base, Xid8


class AuditEntry(Base):
    """One act of a person or of the system; never changed, deleted only for its age.

    `means` is session, token, cli or job; `session` names which one, `request_id` the request.
    (`era`, `xid`, `id`) is the order in which entries became visible, as with events.
    """

    __tablename__ = "audit_entries"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index("ix_audit_entries_chain", "corp_id", "era", "xid", "id"),
        Index("ix_audit_entries_at", "corp_id", "at", "id"),
        Index("ix_audit_entries_actor", "corp_id", "actor", "at", "id"),
        Index("ix_audit_entries_family", "corp_id", "family", "at", "id"),
        Index("ix_audit_entries_target_id", "corp_id", "target_id", "at", "id"),
        # Who writes an entry may not be allowed to read it.
        {"implicit_returning": False},
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    actor: Mapped[str]
    action: Mapped[str]
    target: Mapped[str]
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
    ip: Mapped[str] = mapped_column(server_default=text("''"))
    means: Mapped[str] = mapped_column(server_default=text("''"))
    session: Mapped[str] = mapped_column(server_default=text("''"))
    request_id: Mapped[str] = mapped_column(server_default=text("''"))
    family: Mapped[str] = mapped_column(Computed("split_part(action, '.', 1)", persisted=True))
    target_id: Mapped[str] = mapped_column(
        Computed("coalesce(nullif(split_part(target, ':', 2), ''), target)", persisted=True)
    )
    era: Mapped[int] = mapped_column(SmallInteger, server_default=text("current_era()"))
    xid: Mapped[int] = mapped_column(Xid8, server_default=text("pg_current_xact_id()"))


async def record(
    session: AsyncSession,
    corp_id: int,
    *,
    actor: str,
    action: str,
    target: str,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Write the entry in the transaction of the act itself: no act without it, none without act.

    `before` and `after` hold what changed: never a secret, a phone number or a customer's name,
    for the audit outlives people. From where the act came is read from `origins`.
    """
    await record_many(
        session, corp_id, actor=actor, action=action, changes=[Change(target, before, after)]
    )


@dataclass(frozen=True, slots=True)
class Change:
    """What one act did to one of many."""

    target: str
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None
    actor: str | None = None
    """Where acts of several are written together: whose this one is, and from where."""
    origin: origins.Origin | None = None


_RECORD = text(
    """
    insert into audit_entries (corp_id, actor, action, target, before, after, ip, means, session,
                               request_id)
    select :corp_id, c.actor, :action, c.target, cast(c.before as jsonb), cast(c.after as jsonb),
           c.ip, c.means, c.session, c.request_id
    from unnest(cast(:actors as text[]), cast(:targets as text[]), cast(:befores as text[]),
                cast(:afters as text[]), cast(:ips as text[]), cast(:means as text[]),
                cast(:sessions as text[]), cast(:requests as text[]))
         with ordinality
         as c(actor, target, before, after, ip, means, session, request_id, place)
    order by c.place
    """
)


async def record_many(
    session: AsyncSession, corp_id: int, *, actor: str, action: str, changes: Sequence[Change]
) -> None:
    """Write an entry for each of many that one act changed, in one statement; as `record`."""
    if not changes:
        return
    here = origins.current()
    whence = [one.origin or here for one in changes]
    await session.execute(
        _RECORD,
        {
            "corp_id": corp_id,
            "action": action,
            "actors": [one.actor or actor for one in changes],
            "targets": [one.target for one in changes],
            "befores": [_told(one.before) for one in changes],
            "afters": [_told(one.after) for one in changes],
            "ips": [one.ip for one in whence],
            "means": [one.means for one in whence],
            "sessions": [one.session for one in whence],
            "requests": [one.request_id for one in whence],
        },
    )


def _told(state: dict[str, Any] | None) -> str | None:
    return None if state is None else json.dumps(state)
