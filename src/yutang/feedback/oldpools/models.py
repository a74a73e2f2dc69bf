"""Old accounts and groups whose people shall come here."""

from datetime import datetime

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    Identity,
    Index,
    PrimaryKeyConstraint,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class OldPool(Base):
    """One old account or group."""

    __tablename__ = "old_pools"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        UniqueConstraint("corp_id", "name", name="uq_old_pools_corp_id"),
        CheckConstraint("kind in ('account', 'group')", name="kind"),
        CheckConstraint("estimate > 0", name="estimate"),
        CheckConstraint("state in ('queued', 'made', 'failed')", name="state"),
        Index("ix_old_pools_queued", "corp_id", "id", postgresql_where=text("state = 'queued'")),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    name: Mapped[str]
    kind: Mapped[str]
    """account or group."""
    estimate: Mapped[int | None]
    """How many people the operator thinks are there: nobody can count them from here."""
    staff_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    """Whom its people shall add."""
    state: Mapped[str] = mapped_column(server_default=text("'queued'"))
    """queued, made or failed."""
    error: Mapped[str | None]
    channel_id: Mapped[int | None]
    tag_id: Mapped[int | None]
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
