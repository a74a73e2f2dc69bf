"""Facts about this database, one row each, and the upkeep of the event log's partitions."""

from datetime import datetime

from sqlalchemy import CheckConstraint, SmallInteger, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from .db import Base, Xid8


class Installation(Base):
    """The one row of this database; a logical restore raises `era`."""

    __tablename__ = "installation"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, server_default=text("1"))
    era: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))


class EventReader(Base):
    """Where a reader of the event log stands."""

    __tablename__ = "event_readers"

    name: Mapped[str] = mapped_column(primary_key=True)
    era: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    xid: Mapped[int] = mapped_column(Xid8, server_default=text("'0'::xid8"))
    id: Mapped[int] = mapped_column(server_default=text("0"))
    read_at: Mapped[datetime | None]


async def prepare_partitions(session: AsyncSession, months: int = 3) -> None:
    """Make the event partitions of this month and the next `months`; safe to repeat."""
    await session.execute(text("select ensure_event_partitions(:months)"), {"months": months})
