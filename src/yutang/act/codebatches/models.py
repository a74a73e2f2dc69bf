"""Files of codes and their rows."""

from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, BigInteger, CheckConstraint, Identity, PrimaryKeyConstraint, Text
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class CodeBatch(Base):
    """A file of codes: checked, then made."""

    __tablename__ = "code_batches"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint("state in ('checked', 'running', 'done', 'stopped')", name="state"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    name: Mapped[str]
    state: Mapped[str] = mapped_column(server_default=sql("'checked'"))
    rows: Mapped[int]
    wrong: Mapped[int]
    errors: Mapped[list[Any]] = mapped_column(JSONB)
    """The first 500."""
    ignored: Mapped[list[str]] = mapped_column(ARRAY(Text))
    template: Mapped[dict[str, Any] | None]
    """What its codes have in common, once it is being made."""
    created_by: Mapped[str]
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class CodeBatchRow(Base):
    """A row that can become a code."""

    __tablename__ = "code_batch_rows"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "batch_id", "line"),)

    corp_id: Mapped[int]
    batch_id: Mapped[int]
    line: Mapped[int]
    name: Mapped[str]
    remark: Mapped[str] = mapped_column(server_default=sql("''"))
    staff_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    channel_id: Mapped[int | None]
    skipped: Mapped[bool] = mapped_column(server_default=sql("false"))
    """All its members left between the check and the making."""
