"""Bitmaps of customers, and what has changed since they were drawn."""

from datetime import datetime

from sqlalchemy import Identity, LargeBinary, PrimaryKeyConstraint, Sequence, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

VERSIONS = Sequence("facet_versions", metadata=Base.metadata)


class FacetState(Base):
    """How far the bitmaps of a corp are; without a row it is too small to need them."""

    __tablename__ = "facet_states"

    corp_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    known: Mapped[int] = mapped_column(server_default=text("0"))
    """How many customers it had when looked at last: while it grows fast, nothing is drawn."""
    seen_at: Mapped[datetime | None]
    since: Mapped[datetime | None]
    """From then on every change leaves a mark; triggers look at it."""
    built_at: Mapped[datetime | None]
    """When all bitmaps had been drawn; from then on lists use them."""
    names_through: Mapped[int] = mapped_column(server_default=text("0"))
    """Customers up to this id can be found by pinyin; above it they still have to be filled."""
    names_upto: Mapped[int] = mapped_column(server_default=text("0"))
    """The highest id that was written before pinyin was kept."""


class CustomerFacet(Base):
    """The customers with one facet, such as `tag:12`: a roaring bitmap in its portable form."""

    __tablename__ = "customer_facets"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "facet"),)

    corp_id: Mapped[int]
    facet: Mapped[str] = mapped_column(Text(collation="C"))
    bits: Mapped[bytes] = mapped_column(LargeBinary)
    held: Mapped[int]
    """How many customers the bitmap holds."""
    version: Mapped[int] = mapped_column(server_default=VERSIONS.next_value())
    """Unique in this database: what a process has read under it never changes."""


class FacetMark(Base):
    """A customer whose facet may have changed since its bitmap was drawn: look again."""

    __tablename__ = "facet_marks"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "facet", "id"),)

    corp_id: Mapped[int]
    facet: Mapped[str] = mapped_column(Text(collation="C"))
    id: Mapped[int] = mapped_column(Identity(always=True))
    customer_id: Mapped[int]
