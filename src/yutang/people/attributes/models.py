"""Fields and their values. A value stands in the one column that its field's kind uses."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ARRAY, Date, Identity, Index, PrimaryKeyConstraint, SmallInteger, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Field(Base):
    """One field of a corp's own. Its kind never changes; archived ones keep their values."""

    __tablename__ = "fields"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index(
            "ix_fields_name",
            "corp_id",
            "name",
            unique=True,
            postgresql_where=text("archived_at is null"),
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    name: Mapped[str]
    kind: Mapped[str]
    """text, long_text, number, money, date, yes_no, one_of or several_of."""
    group: Mapped[str] = mapped_column("group_name", server_default=text("''"))
    position: Mapped[int] = mapped_column(server_default=text("0"))
    help: Mapped[str] = mapped_column(server_default=text("''"))
    unit: Mapped[str] = mapped_column(server_default=text("''"))
    decimals: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    """Digits behind the point of a number: it is stored as a whole number of such parts."""
    is_sensitive: Mapped[bool] = mapped_column(server_default=text("false"))
    rules: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    options: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default=text("'[]'"))
    seen_by: Mapped[list[str]] = mapped_column(ARRAY(Text))
    edited_by: Mapped[list[str]] = mapped_column(ARRAY(Text))
    version: Mapped[int] = mapped_column(server_default=text("1"))
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    archived_at: Mapped[datetime | None]


class FieldValue(Base):
    """One person's value of one field; who has none has no row."""

    __tablename__ = "field_values"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "customer_id", "field_id"),
        Index(
            "ix_field_values_word",
            "corp_id",
            "field_id",
            "word",
            "customer_id",
            postgresql_where=text("word is not null"),
        ),
        Index(
            "ix_field_values_number",
            "corp_id",
            "field_id",
            "number",
            "customer_id",
            postgresql_where=text("number is not null"),
        ),
        Index(
            "ix_field_values_day",
            "corp_id",
            "field_id",
            "day",
            "customer_id",
            postgresql_where=text("day is not null"),
        ),
        Index(
            "ix_field_values_choices",
            "corp_id",
            "field_id",
            "choices",
            postgresql_using="gin",
            postgresql_where=text("choices is not null"),
        ),
        Index(
            "ix_field_values_other",
            "corp_id",
            "field_id",
            "customer_id",
            postgresql_where=text("choices is not null or prose is not null"),
        ),
    )

    corp_id: Mapped[int]
    customer_id: Mapped[int]
    field_id: Mapped[int]
    word: Mapped[str | None]
    """Of text, and the option's key of one_of."""
    number: Mapped[int | None]
    """Of number (in parts of its decimals), money (fen) and yes_no (0 or 1)."""
    day: Mapped[date | None] = mapped_column(Date)
    choices: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    """Keys of several_of, in the order of the field's options."""
    prose: Mapped[str | None]
    """Of long_text."""
    by: Mapped[str] = mapped_column("changed_by")
    source: Mapped[str]
    """hand, import:<id>, questions:<set id> or another feature's."""
    at: Mapped[datetime] = mapped_column("changed_at")
