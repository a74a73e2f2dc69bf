"""What a link has beside the channel it is."""

from datetime import date, datetime

from sqlalchemy import ARRAY, BigInteger, CheckConstraint, PrimaryKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

_PRIORITIES = "priority in ('none', 'corp', 'list')"


class LinkFacts(Base):
    """Of a channel of kind `link`: what WeCom made, and whom it leads to beside members named."""

    __tablename__ = "acquisition_links"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "channel_id"),
        CheckConstraint(_PRIORITIES, name="priority"),
    )

    corp_id: Mapped[int]
    channel_id: Mapped[int]
    url: Mapped[str | None]
    """WeCom's address, without any customer_channel."""
    department_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    priority: Mapped[str]
    """none; corp: a friend among all members goes first; list: a friend among those named."""
    priority_staff_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    generation: Mapped[int] = mapped_column(server_default=text("1"))
    """Counts the links made for the channel: another one is made after WeCom's was deleted."""
    unavailable_at: Mapped[datetime | None]
    """Since when WeCom says that nobody behind it can be added."""
    opened: Mapped[int | None]
    """Persons who opened it from `counted_from` to `counted_to`, as WeCom counts them."""
    won: Mapped[int | None]
    """Of those days, who became a customer."""
    counted_from: Mapped[date | None]
    counted_to: Mapped[date | None]
    counted_at: Mapped[datetime | None]
    count_refused: Mapped[str | None]
    """Why WeCom did not count it when it was asked last."""


class LinkDay(Base):
    """How far people came through a link on a day, as WeCom told by callbacks."""

    __tablename__ = "link_days"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "channel_id", "day"),)

    corp_id: Mapped[int]
    channel_id: Mapped[int]
    day: Mapped[date]
    profiles: Mapped[int] = mapped_column(server_default=text("0"))
    requests: Mapped[int] = mapped_column(server_default=text("0"))


class LinkPrice(Base):
    """What one use of the quota costs, as the operator says."""

    __tablename__ = "link_prices"
    __table_args__ = (PrimaryKeyConstraint("corp_id"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    cents: Mapped[int]
    changed_by: Mapped[str]
    changed_at: Mapped[datetime]
