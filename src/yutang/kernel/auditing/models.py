"""Tables of the audit's chain."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, LargeBinary, PrimaryKeyConstraint, SmallInteger, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base, Xid8

from .schemas import KEEP_DAYS, LEAST_DAYS


class AuditChain(Base):
    """Where the chain of a corp stands: how many entries it holds and the hash of the last.

    `place` is the number of the last link, from 1 on; (`era`, `xid`, `entry_id`) is its entry.
    """

    __tablename__ = "audit_chains"
    __table_args__ = (CheckConstraint(f"keep_days >= {LEAST_DAYS}", name="keep_days"),)

    corp_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    place: Mapped[int] = mapped_column(server_default=text("0"))
    hash: Mapped[bytes] = mapped_column(LargeBinary)
    era: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    xid: Mapped[int] = mapped_column(Xid8, server_default=text("'0'::xid8"))
    entry_id: Mapped[int] = mapped_column(server_default=text("0"))
    entry_at: Mapped[datetime | None]
    sealed_at: Mapped[datetime | None]
    checked_at: Mapped[datetime | None]
    checked_place: Mapped[int | None]
    fault: Mapped[str | None]
    """What the last check found wrong; null: nothing."""
    fault_entry_id: Mapped[int | None]
    keep_days: Mapped[int] = mapped_column(server_default=text(str(KEEP_DAYS)))


class AuditLink(Base):
    """The seal of one entry: SHA-256 of the link before it and of the entry's canonical JSON."""

    __tablename__ = "audit_links"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "place"),
        Index("uq_audit_links_entry", "corp_id", "entry_id", unique=True),
    )

    corp_id: Mapped[int]
    place: Mapped[int]
    entry_id: Mapped[int]
    hash: Mapped[bytes] = mapped_column(LargeBinary)


class AuditAnchor(Base):
    """The hash at a place, kept apart: noted daily, and where the chain was cut for its age."""

    __tablename__ = "audit_anchors"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "place", "kind"),
        CheckConstraint("kind in ('daily', 'cut')", name="kind"),
    )

    corp_id: Mapped[int]
    place: Mapped[int]
    kind: Mapped[str]
    hash: Mapped[bytes] = mapped_column(LargeBinary)
    entry_id: Mapped[int]
    era: Mapped[int] = mapped_column(SmallInteger)
    xid: Mapped[int] = mapped_column(Xid8)
    at: Mapped[datetime] = mapped_column(server_default=text("now()"))
