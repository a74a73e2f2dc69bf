"""Losses, made from the histories of relations."""

from datetime import datetime

from sqlalchemy import Index, PrimaryKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Loss(Base):
    """One deletion, which ended a relation; reckoned anew from the person's whole history.

    Never written by hand: whatever order news comes in, the rows of a person are those of his
    history as it stands.
    """

    __tablename__ = "losses"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "customer_id", "history_id"),
        Index("ix_losses_at", "corp_id", "at", "history_id"),
        Index("ix_losses_staff", "corp_id", "staff_id", "at"),
        Index("ix_losses_channel", "corp_id", "channel", "at"),
        Index(
            "ix_losses_back",
            "corp_id",
            "person_returned_at",
            postgresql_where=text("person_returned_at is not null"),
        ),
    )

    corp_id: Mapped[int]
    customer_id: Mapped[int]
    history_id: Mapped[int]
    """Of the row in the relation's history, which never changes."""
    staff_id: Mapped[int]
    ending: Mapped[str]
    """deleted_by_staff or deleted_by_customer."""
    at: Mapped[datetime]
    began_at: Mapped[datetime | None]
    """When this relation had last begun, where known."""
    channel: Mapped[str | None]
    person: Mapped[bool]
    """The person's last living relation: with it he was lost."""
    returned_at: Mapped[datetime | None]
    """When the two became friends again."""
    person_returned_at: Mapped[datetime | None]
    """When the lost person became anybody's friend again."""


class LossPlace(Base):
    """How far a corp's losses were reckoned by reading all histories."""

    __tablename__ = "loss_places"
    __table_args__ = (PrimaryKeyConstraint("corp_id"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    reckoned_at: Mapped[datetime | None]
    """When the last whole reading ended; before the first, older losses may be missing."""
    noticed_to: Mapped[datetime | None]
    """Notices are written for all hours before this one."""
