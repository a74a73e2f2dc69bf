"""Who changed what, when and from where."""

from datetime import datetime
from typing import Any

from sqlalchemy import Identity, PrimaryKeyConstraint, insert, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from .db import Base


class AuditEntry(Base):
    """One act of a person or of the system; never changed, never deleted by the product."""

    __tablename__ = "audit_entries"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "id"),)

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    actor: Mapped[str]
    action: Mapped[str]
    target: Mapped[str]
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]


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

    `before` and `after` hold what changed, never a secret.
    """
    await session.execute(
        insert(AuditEntry).values(
            corp_id=corp_id,
            actor=actor,
            action=action,
            target=target,
            before=before,
            after=after,
        )
    )
