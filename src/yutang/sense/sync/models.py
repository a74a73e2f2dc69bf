"""What reading found to differ from what callbacks had told."""

from datetime import datetime
from typing import Any

from sqlalchemy import Identity, Index, PrimaryKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Drift(Base):
    """One difference between WeCom and us that a reading found; append-only.

    `before` is what stood here, `after` what WeCom showed: states, tag ids, names of fields; never
    a name or a phone.
    """

    __tablename__ = "drifts"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index("ix_drifts_kind", "corp_id", "kind", "id"),
        Index("ix_drifts_run", "corp_id", "run_id", "kind"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    run_id: Mapped[int]
    kind: Mapped[str]
    """relation_missing, relation_gone, relation_moved, profile, relation or tags."""
    customer_id: Mapped[int | None]
    staff_id: Mapped[int | None]
    before: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    after: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    found_at: Mapped[datetime]
    mended: Mapped[bool]
