"""Staff and departments."""

from datetime import datetime

from sqlalchemy import Identity, Index, PrimaryKeyConstraint, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Department(Base):
    """A department; `id` is WeCom's."""

    __tablename__ = "departments"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "id"),)

    corp_id: Mapped[int]
    id: Mapped[int]
    name: Mapped[str]
    parent_id: Mapped[int | None]
    position: Mapped[int] = mapped_column(server_default=text("0"))


class Staff(Base):
    """A member of the corp; `account` is WeCom's userid in lower case, which compares so."""

    __tablename__ = "staff"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        UniqueConstraint("corp_id", "account"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    account: Mapped[str]
    name: Mapped[str]
    avatar: Mapped[str] = mapped_column(server_default=text("''"))
    status: Mapped[str] = mapped_column(server_default=text("'active'"))
    """active, disabled, inactive or left."""
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class StaffDepartment(Base):
    """One member in one department."""

    __tablename__ = "staff_departments"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "staff_id", "department_id"),
        Index("ix_staff_departments_department", "corp_id", "department_id"),
    )

    corp_id: Mapped[int]
    staff_id: Mapped[int]
    department_id: Mapped[int]
    is_leader: Mapped[bool] = mapped_column(server_default=text("false"))
    """WeCom calls him a leader of it: he sees the customers of those below."""
