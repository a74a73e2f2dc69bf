"""Stores and who works in them."""

from datetime import datetime

from sqlalchemy import Double, Identity, Index, PrimaryKeyConstraint, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Store(Base):
    """One store; with `department_id` everybody of that department and below works in it too."""

    __tablename__ = "stores"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        UniqueConstraint("corp_id", "number"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    number: Mapped[str]
    """The company's own number of it."""
    name: Mapped[str]
    city: Mapped[str] = mapped_column(server_default=text("''"))
    address: Mapped[str] = mapped_column(server_default=text("''"))
    phone: Mapped[str] = mapped_column(server_default=text("''"))
    hours: Mapped[str] = mapped_column(server_default=text("''"))
    """When it is open, in words."""
    latitude: Mapped[float | None] = mapped_column(Double)
    longitude: Mapped[float | None] = mapped_column(Double)
    """Degrees, GCJ-02 as Chinese maps show them."""
    department_id: Mapped[int | None]
    closed_at: Mapped[datetime | None]
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    version: Mapped[int] = mapped_column(server_default=text("1"))


class StoreStaff(Base):
    """One member of one store; a manager sees the customers of all its members."""

    __tablename__ = "store_staff"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "store_id", "staff_id"),
        Index("ix_store_staff_staff", "corp_id", "staff_id"),
    )

    corp_id: Mapped[int]
    store_id: Mapped[int]
    staff_id: Mapped[int]
    is_manager: Mapped[bool] = mapped_column(server_default=text("false"))
