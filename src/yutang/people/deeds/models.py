"""What was asked of WeCom once, written before it is asked. Owner's table: jobs name their corp."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Identity, Index, PrimaryKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

OPEN = text("state in ('sending', 'unknown', 'undecided')")
SWEEPABLE = text("sweep_at is not null")


class Deed(Base):
    """One effect that shall happen once.

    `state`: asked (not sent, or refused), sending, unknown (no answer came), undecided (a person
    must look), done. `wanted` is what it is recognised by in WeCom's lists; it holds no person's
    data. `first_sent_at` is the first try that may have had an effect.
    """

    __tablename__ = "deeds"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint(
            "state in ('asked', 'sending', 'unknown', 'undecided', 'done')", name="state"
        ),
        Index("ix_deeds_key", "corp_id", "kind", "key", unique=True),
        Index("ix_deeds_result", "corp_id", "kind", "result_id", unique=True),
        Index("ix_deeds_open", "corp_id", "id", postgresql_where=OPEN),
        Index("ix_deeds_sweep", "sweep_at", postgresql_where=SWEEPABLE),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    kind: Mapped[str]
    key: Mapped[str]
    agent_id: Mapped[int]
    state: Mapped[str]
    wanted: Mapped[dict[str, Any]]
    result: Mapped[dict[str, Any] | None]
    result_id: Mapped[str | None]
    reason: Mapped[str | None]
    tries: Mapped[int]
    spares: Mapped[int]
    """How many more than one WeCom may have made: each try that may have had an effect counts."""
    created_at: Mapped[datetime]
    first_sent_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    sweep_at: Mapped[datetime | None]
    decided_by: Mapped[str | None]
