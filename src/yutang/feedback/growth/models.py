"""Adds one by one and by day; each row is made from histories and never written by hand."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, PrimaryKeyConstraint, SmallInteger, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

_ZERO = text("0")
_NO = text("false")


class GrowthAdd(Base):
    """One add, or one half add that no whole one followed; halves are no adds.

    Transfers, shares and assignments are none: they change the owner of who was added before.
    """

    __tablename__ = "growth_adds"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "customer_id", "history_id"),
        CheckConstraint(
            "ending in ('deleted_by_staff', 'deleted_by_customer', 'again', 'lost')",
            name="ending",
        ),
        Index("ix_growth_adds_staff", "corp_id", "staff_id", "day"),
        Index("ix_growth_adds_day", "corp_id", "day", "history_id"),
    )

    corp_id: Mapped[int]
    customer_id: Mapped[int]
    history_id: Mapped[int]
    """Of the row in the relation's history, which never changes."""
    staff_id: Mapped[int]
    at: Mapped[datetime]
    day: Mapped[date]
    """In the corp's zone."""
    half: Mapped[bool] = mapped_column(server_default=_NO)
    channel: Mapped[str | None]
    """What the code carried: WeCom's `state`."""
    way: Mapped[int | None] = mapped_column(SmallInteger)
    """WeCom's add_way, null where it did not let us read it."""
    first: Mapped[bool] = mapped_column(server_default=_NO)
    """The person's first add of all we know."""
    ended_at: Mapped[datetime | None]
    """When either side deleted the other; of who was handed over, when he was lost to all."""
    ending: Mapped[str | None]
    """deleted_by_staff, deleted_by_customer; again: added anew without word of an end between;
    lost: handed over first, then lost."""


class GrowthDay(Base):
    """A day's adds of one member through one channel; the sums of `growth_adds`.

    What came of them later is counted with the day of the add. Nothing here depends on the day on
    which it is read: whether `kept7` may be shown yet does.
    """

    __tablename__ = "growth_days"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "day", "channel", "staff_id"),
        Index("ix_growth_days_staff", "corp_id", "staff_id", "day"),
        Index("ix_growth_days_channel", "corp_id", "channel", "day"),
    )

    corp_id: Mapped[int]
    day: Mapped[date]
    channel: Mapped[str] = mapped_column(server_default=text("''"))
    """Empty: through none that is known."""
    staff_id: Mapped[int]
    adds: Mapped[int] = mapped_column(server_default=_ZERO)
    firsts: Mapped[int] = mapped_column(server_default=_ZERO)
    halves: Mapped[int] = mapped_column(server_default=_ZERO)
    kept1: Mapped[int] = mapped_column(server_default=_ZERO)
    kept7: Mapped[int] = mapped_column(server_default=_ZERO)
    kept30: Mapped[int] = mapped_column(server_default=_ZERO)
    stayed: Mapped[int] = mapped_column(server_default=_ZERO)
    """Nothing is known of an end."""


class GrowthWelcomes(Base):
    """How a day's welcomes of one member through one channel ended."""

    __tablename__ = "growth_welcomes"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "day", "channel", "staff_id"),)

    corp_id: Mapped[int]
    day: Mapped[date]
    channel: Mapped[str] = mapped_column(server_default=text("''"))
    staff_id: Mapped[int]
    sent: Mapped[int] = mapped_column(server_default=_ZERO)
    late: Mapped[int] = mapped_column(server_default=_ZERO)
    impossible: Mapped[int] = mapped_column(server_default=_ZERO)
    failed: Mapped[int] = mapped_column(server_default=_ZERO)
    due: Mapped[int] = mapped_column(server_default=_ZERO)


class GrowthPlace(Base):
    """How far a corp's adds and welcomes were reckoned."""

    __tablename__ = "growth_places"
    __table_args__ = (PrimaryKeyConstraint("corp_id"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    reckoned_at: Mapped[datetime | None]
    """When all histories were last read through."""
    welcomes_to: Mapped[date | None]
    """Welcomes of earlier days are in `growth_welcomes`; the others are counted live."""


class ChannelCost(Base):
    """What a channel costs in a month, as the operator entered it."""

    __tablename__ = "channel_costs"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "channel_id", "month"),
        CheckConstraint("fen >= 0", name="fen"),
        CheckConstraint("extract(day from month) = 1", name="month"),
    )

    corp_id: Mapped[int]
    channel_id: Mapped[int]
    month: Mapped[date]
    fen: Mapped[int]
    set_by: Mapped[str]
    set_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
