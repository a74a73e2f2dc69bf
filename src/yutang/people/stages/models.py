"""Stages as a corp calls them, and who moved whom."""

from datetime import datetime

from sqlalchemy import Identity, PrimaryKeyConstraint, SmallInteger, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Stage(Base):
    """What a corp changed of one stage; a key without a row is as the product ships it."""

    __tablename__ = "stages"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "key"),)

    corp_id: Mapped[int]
    key: Mapped[str]
    """potential, intent, deal or repeat."""
    name: Mapped[str | None]
    """None: the page says it in its reader's language."""
    position: Mapped[int] = mapped_column(SmallInteger)
    updated_by: Mapped[str]
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class StageMove(Base):
    """One change of a person's stage; append-only."""

    __tablename__ = "stage_history"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "customer_id", "id"),)

    corp_id: Mapped[int]
    customer_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    before: Mapped[str | None]
    after: Mapped[str | None]
    by: Mapped[str]
    """`user:<id>`, `staff:<id>`, `rule:<id>`, `bulk:<id>` or `import:<id>`."""
    why: Mapped[str] = mapped_column(server_default=text("''"))
    at: Mapped[datetime]
