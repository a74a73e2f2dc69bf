"""What messages said of ids, what is in conflict, what operators decided, who was merged."""

from datetime import datetime
from typing import Any

from sqlalchemy import Identity, Index, PrimaryKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class IdentityLink(Base):
    """Two strong ids that a message showed together. A phone stands here as its keyed hash."""

    __tablename__ = "identity_links"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "a", "b"),
        Index("ix_identity_links_b", "corp_id", "b", "at"),
    )

    corp_id: Mapped[int]
    a: Mapped[str]
    """`kind:value` of the stronger one."""
    b: Mapped[str]
    at: Mapped[datetime]
    """When that was first said, by the clock of who said it: the order in which ties are made."""
    said: Mapped[str]


class IdentityWaiting(Base):
    """Two ids that WeCom shows of one, where the other stands at somebody else: to be settled."""

    __tablename__ = "identity_waiting"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "a", "b"),)

    corp_id: Mapped[int]
    a: Mapped[str]
    b: Mapped[str]
    at: Mapped[datetime]


class IdentityDevice(Base):
    """Somebody was on a device: since when, and when last."""

    __tablename__ = "identity_devices"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "device", "key"),
        Index("ix_identity_devices_key", "corp_id", "key"),
    )

    corp_id: Mapped[int]
    device: Mapped[str]
    key: Mapped[str]
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]


class IdentityConflict(Base):
    """A tie that was not made, since it would join two whom something tells apart."""

    __tablename__ = "identity_conflicts"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index("uq_identity_conflicts_link", "corp_id", "a", "b", unique=True),
        Index("ix_identity_conflicts_state", "corp_id", "state", "id"),
        Index("ix_identity_conflicts_b", "corp_id", "b"),
        Index("ix_identity_conflicts_a_id", "corp_id", "a_id"),
        Index("ix_identity_conflicts_b_id", "corp_id", "b_id"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    a: Mapped[str]
    b: Mapped[str]
    """The id in question: claimed for the person of `a`, and another's."""
    a_id: Mapped[int]
    b_id: Mapped[int]
    """Who has it."""
    why: Mapped[str]
    """external, unionid, member_number (what tells them apart) or apart (an operator did)."""
    state: Mapped[str] = mapped_column(server_default=text("'open'"))
    """open, decided, or gone: later news made the tie possible."""
    decision: Mapped[str | None]
    """claimed, stays, shared or merged."""
    said: Mapped[str]
    at: Mapped[datetime]
    last_said: Mapped[str]
    last_at: Mapped[datetime]
    times: Mapped[int] = mapped_column(server_default=text("1"))
    decided_by: Mapped[str | None]
    decided_at: Mapped[datetime | None]


class IdentityDecision(Base):
    """What an operator decided for good; every later reckoning keeps to it."""

    __tablename__ = "identity_decisions"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index("ix_identity_decisions_key", "corp_id", "key"),
        Index("ix_identity_decisions_one", "corp_id", "one_id"),
        Index("ix_identity_decisions_other", "corp_id", "other_id"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    kind: Mapped[str]
    """belongs (key, one), shared (key), apart (one, other) or merged (one into other)."""
    key: Mapped[str | None]
    one_id: Mapped[int | None]
    other_id: Mapped[int | None]
    by: Mapped[str]
    at: Mapped[datetime]
    undone_at: Mapped[datetime | None]


class PersonMerge(Base):
    """One person became a part of another; his number stays an alias of the other's."""

    __tablename__ = "person_merges"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index(
            "uq_person_merges_from",
            "corp_id",
            "from_id",
            unique=True,
            postgresql_where=text("undone_at is null"),
        ),
        Index("ix_person_merges_from", "corp_id", "from_id", "id"),
        Index("ix_person_merges_into", "corp_id", "into_id", "id"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    from_id: Mapped[int]
    into_id: Mapped[int]
    at: Mapped[datetime]
    by: Mapped[str]
    why: Mapped[str]
    """ids (strong ids tie them), device (anonymous history), or the operator's words."""
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[str | None]


class PersonMove(Base):
    """A row that a merge moved or put away, for the way back."""

    __tablename__ = "person_moves"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "merge_id", "id"),
        Index("ix_person_moves_customer", "corp_id", "customer_id"),
    )

    corp_id: Mapped[int]
    merge_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    customer_id: Mapped[int]
    """Whose it was."""
    place: Mapped[str]
    """The table; `+` stands for what the other person's own row took over."""
    key: Mapped[dict[str, Any]]
    kept: Mapped[dict[str, Any] | None]
    """The whole row, where the other person had its like and it was put away."""
