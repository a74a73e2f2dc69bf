"""Imports, what was refused of them, and how their columns were understood."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Identity, Index, PrimaryKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Import(Base):
    """One file of people, orders or events and how far it has come."""

    __tablename__ = "imports"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index("ix_imports_expiry", "expires_at", postgresql_where=text("not forgotten")),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True))
    name: Mapped[str]
    """As the person named the file."""
    token: Mapped[str]
    """The file's name on disk."""
    bytes: Mapped[int]
    shape: Mapped[dict[str, Any]]
    """How it is read: format, encoding, delimiter, sheets, columns with samples."""
    signature: Mapped[str]
    """Hash of the headers: the next file with the same ones is understood the same way."""
    subject: Mapped[str] = mapped_column(server_default=text("'members'"))
    """What its rows are: members, orders or events."""
    mapping: Mapped[dict[str, Any] | None]
    """What its columns mean, the consent, what to do with unknown tags."""
    state: Mapped[str]
    """uploaded, checking, checked, running, done, failed or cancelled."""
    total: Mapped[int | None]
    """Rows with something in them; known after the file was read through once."""
    staged: Mapped[int] = mapped_column(server_default=text("0"))
    place: Mapped[int] = mapped_column(server_default=text("0"))
    """The last row that was compared or taken in; moves in the transaction of its effect."""
    created: Mapped[int] = mapped_column(server_default=text("0"))
    changed: Mapped[int] = mapped_column(server_default=text("0"))
    unchanged: Mapped[int] = mapped_column(server_default=text("0"))
    refused: Mapped[int] = mapped_column(server_default=text("0"))
    """Rows, not errors: a row may have several."""
    found: Mapped[dict[str, Any] | None]
    """What the dry run found: created, changed, unchanged, refused."""
    reason: Mapped[str | None]
    """Why it failed, in words."""
    stop: Mapped[bool] = mapped_column(server_default=text("false"))
    """Someone asked for it to stop; it does so after its chunk."""
    forgotten: Mapped[bool] = mapped_column(server_default=text("false"))
    """File, staged rows and errors are deleted; what it did stays on record."""
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    started_at: Mapped[datetime | None]
    """Of the present step: reading, comparing or taking in."""
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    ended_at: Mapped[datetime | None]
    expires_at: Mapped[datetime]


class RowError(Base):
    """One thing that is wrong with one row."""

    __tablename__ = "import_errors"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "import_id", "row", "field"),)

    corp_id: Mapped[int]
    import_id: Mapped[int]
    row: Mapped[int]
    """As a spreadsheet counts: the header is row 1. Sheets are counted on."""
    field: Mapped[str]
    """The column's header, or empty where the row as a whole is meant."""
    code: Mapped[str]
    value: Mapped[str]
    """What stood there, cut to 60 characters."""
    detail: Mapped[str] = mapped_column(server_default=text("''"))
    """What the code leaves open: the other row, or what a field of the corp's own demands."""


class ImportMapping(Base):
    """What the columns of files with these headers meant last time."""

    __tablename__ = "import_mappings"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "signature"),)

    corp_id: Mapped[int]
    signature: Mapped[str]
    mapping: Mapped[dict[str, Any]]
    used_by: Mapped[str]
    used_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
