"""A corp's preferences, room left, losses and silence.

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TABLES = (
    "corp_preferences",
    "activity_sources",
    "activations",
    "silences",
    "silence_tallies",
    "losses",
    "loss_notices",
    "loss_places",
    "staff_loads",
    "room_counts",
)


def _id(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=False)


def _number(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def _text(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.create_table(
        "corp_preferences",
        _id("corp_id"),
        _text("name"),
        sa.Column("value", JSONB(), nullable=False),
        _text("updated_by"),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        _key("corp_preferences", "corp_id", "name"),
    )
    _activation()
    _losses()
    _room()
    for table in TABLES:
        op.execute(f"alter table {table} enable row level security")
        op.execute(
            f"create policy own_corp on {table} using"
            " (corp_id = nullif(current_setting('app.corp_id', true), '')::bigint)"
        )
        op.execute(f"grant select, insert, update, delete on {table} to yutang_app")


def _activation() -> None:
    op.create_table(
        "activity_sources",
        _id("corp_id"),
        _text("source"),
        _moment("since", nullable=True),
        _moment("last_at", nullable=True),
        _moment("read_at", nullable=True),
        _text("reason", nullable=True),
        _key("activity_sources", "corp_id", "source"),
    )
    op.create_table(
        "activations",
        _id("corp_id"),
        _id("customer_id"),
        _id("staff_id"),
        _text("source"),
        _number("messages"),
        _moment("reached_1_at", nullable=True),
        _moment("reached_3_at", nullable=True),
        _moment("reached_5_at", nullable=True),
        _moment("reached_10_at", nullable=True),
        _moment("as_of"),
        _key("activations", "corp_id", "customer_id", "staff_id", "source"),
    )
    op.create_table(
        "silences",
        _id("corp_id"),
        _id("customer_id"),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        _moment("last_sign_at"),
        _moment("began_at"),
        _text("source"),
        _moment("ended_at", nullable=True),
        _text("why_ended", nullable=True),
        _key("silences", "corp_id", "customer_id", "id"),
    )
    op.create_index(
        "ix_silences_open",
        "silences",
        ["corp_id", "customer_id"],
        unique=True,
        postgresql_where=sa.text("ended_at is null"),
    )
    op.create_index("ix_silences_began", "silences", ["corp_id", "began_at"])
    op.create_index("ix_silences_ended", "silences", ["corp_id", "ended_at"])
    op.create_table(
        "silence_tallies",
        _id("corp_id"),
        _number("days"),
        _number("friends"),
        _number("judged"),
        _number("silent"),
        _moment("as_of"),
        _number("place"),
        _number("counting_days"),
        _number("counting_friends"),
        _number("counting_judged"),
        _number("counting_silent"),
        _moment("began_at", nullable=True),
        sa.Column("judged_on", sa.Date(), nullable=True),
        _key("silence_tallies", "corp_id"),
    )


def _losses() -> None:
    op.create_table(
        "losses",
        _id("corp_id"),
        _id("customer_id"),
        _id("history_id"),
        _number("staff_id"),
        _text("ending"),
        _moment("at"),
        _moment("began_at", nullable=True),
        _text("channel", nullable=True),
        sa.Column("person", sa.Boolean(), nullable=False),
        _moment("returned_at", nullable=True),
        _moment("person_returned_at", nullable=True),
        _key("losses", "corp_id", "customer_id", "history_id"),
    )
    op.create_index("ix_losses_at", "losses", ["corp_id", "at", "history_id"])
    op.create_index("ix_losses_staff", "losses", ["corp_id", "staff_id", "at"])
    op.create_index("ix_losses_channel", "losses", ["corp_id", "channel", "at"])
    op.create_index(
        "ix_losses_back",
        "losses",
        ["corp_id", "person_returned_at"],
        postgresql_where=sa.text("person_returned_at is not null"),
    )
    op.create_table(
        "loss_notices",
        _id("corp_id"),
        _id("staff_id"),
        _moment("hour"),
        sa.Column("customer_ids", sa.ARRAY(sa.BigInteger()), nullable=False),
        sa.Column("body", JSONB(), nullable=False),
        _text("state"),
        _text("reason", nullable=True),
        _moment("sent_at", nullable=True),
        _key("loss_notices", "corp_id", "staff_id", "hour"),
    )
    op.create_index(
        "ix_loss_notices_due",
        "loss_notices",
        ["corp_id", "hour"],
        postgresql_where=sa.text("state = 'due'"),
    )
    op.create_table(
        "loss_places",
        _id("corp_id"),
        _moment("reckoned_at", nullable=True),
        _moment("noticed_to", nullable=True),
        _key("loss_places", "corp_id"),
    )


def _room() -> None:
    op.create_table(
        "staff_loads",
        _id("corp_id"),
        _id("staff_id"),
        _number("friends"),
        _number("used"),
        _moment("as_of"),
        _key("staff_loads", "corp_id", "staff_id"),
    )
    op.create_index("ix_staff_loads_used", "staff_loads", ["corp_id", "used", "staff_id"])
    op.create_table(
        "room_counts",
        _id("corp_id"),
        _text("kind"),
        _number("used", nullable=True),
        _number("left", nullable=True),
        sa.Column("detail", JSONB(), nullable=False),
        _text("reason", nullable=True),
        _moment("as_of"),
        _key("room_counts", "corp_id", "kind"),
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
