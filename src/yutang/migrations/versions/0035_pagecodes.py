"""Page codes: the rule, a way per member, whom the page showed to whom, counts by day.

Revision ID: 0035
Revises: 0034
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
OF_CODES = ("page_codes", "page_code_members", "page_code_ways", "page_code_scans")
OF_MEMBERS = ("page_code_days", "page_code_assignments")
UNSEEN = ("page_code_visitors",)


def _corp() -> sa.Column[int]:
    return sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False)


def _number(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(name, sa.BigInteger(), nullable=nullable, server_default=told)


def _words(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[str]:
    told = sa.text(f"'{default}'") if default is not None else None
    return sa.Column(name, sa.Text(), nullable=nullable, server_default=told)


def _moment(name: str, *, nullable: bool = False, now: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if now else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, server_default=default)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _rules()
    _ways()
    _visits()
    for table in (*OF_CODES, *OF_MEMBERS, *UNSEEN):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
    # As of codes themselves: who may see codes sees them, whomever he serves.
    for table in OF_CODES:
        op.execute(
            f"create policy own_scope on {table} as restrictive to yutang_scoped using (true)"
        )
    for table in OF_MEMBERS:
        op.execute(
            f"create policy own_scope on {table} as restrictive to yutang_scoped"
            " using (staff_id = any((select app_staff())::bigint[]))"
        )
    for table in UNSEEN:
        op.execute(
            f"create policy own_scope on {table} as restrictive to yutang_scoped using (false)"
        )


def _rules() -> None:
    op.create_table(
        "page_codes",
        _corp(),
        _number("channel_id"),
        _words("slug"),
        sa.Column("rule", JSONB(), nullable=False),
        sa.Column("turns", JSONB(), server_default=sa.text("'{}'"), nullable=False),
        _moment("created_at", now=True),
        sa.PrimaryKeyConstraint("corp_id", "channel_id", name=op.f("pk_page_codes")),
    )
    op.create_index("uq_page_codes_slug", "page_codes", ["slug"], unique=True)
    op.create_table(
        "page_code_members",
        _corp(),
        _number("channel_id"),
        _number("staff_id"),
        _number("weight", default="1"),
        _number("daily_cap", nullable=True),
        sa.PrimaryKeyConstraint(
            "corp_id", "channel_id", "staff_id", name=op.f("pk_page_code_members")
        ),
        sa.CheckConstraint("weight between 1 and 100", name=op.f("ck_page_code_members_weight")),
        sa.CheckConstraint("daily_cap >= 1", name=op.f("ck_page_code_members_daily_cap")),
    )


def _ways() -> None:
    op.create_table(
        "page_code_ways",
        _corp(),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        _number("channel_id"),
        _number("staff_id"),
        _words("status", default="wanted"),
        _words("error", nullable=True),
        _words("config_id", nullable=True),
        _words("qr_content", nullable=True),
        _words("remark", nullable=True),
        sa.Column("skip_verify", sa.Boolean(), nullable=True),
        _moment("created_at", now=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_page_code_ways")),
        sa.UniqueConstraint(
            "corp_id",
            "channel_id",
            "staff_id",
            name=op.f("uq_page_code_ways_corp_id_channel_id_staff_id"),
        ),
        sa.CheckConstraint(
            "status in ('wanted', 'making', 'active', 'failed')",
            name=op.f("ck_page_code_ways_status"),
        ),
    )
    op.create_index("ix_page_code_ways_staff", "page_code_ways", ["corp_id", "staff_id"])


def _visits() -> None:
    op.create_table(
        "page_code_scans",
        _corp(),
        _number("channel_id"),
        sa.Column("day", sa.Date(), nullable=False),
        _number("scans", default="0"),
        sa.PrimaryKeyConstraint("corp_id", "channel_id", "day", name=op.f("pk_page_code_scans")),
    )
    op.create_table(
        "page_code_visitors",
        _corp(),
        _number("channel_id"),
        sa.Column("visitor", sa.LargeBinary(), nullable=False),
        _moment("seen_at"),
        sa.PrimaryKeyConstraint(
            "corp_id", "channel_id", "visitor", name=op.f("pk_page_code_visitors")
        ),
    )
    op.create_index("ix_page_code_visitors_seen", "page_code_visitors", ["corp_id", "seen_at"])
    op.create_table(
        "page_code_days",
        _corp(),
        _number("channel_id"),
        sa.Column("day", sa.Date(), nullable=False),
        _number("staff_id"),
        _number("shown", default="0"),
        _number("adds", default="0"),
        sa.PrimaryKeyConstraint(
            "corp_id", "channel_id", "day", "staff_id", name=op.f("pk_page_code_days")
        ),
    )
    table = "page_code_assignments"
    op.create_table(
        table,
        _corp(),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        _number("channel_id"),
        _number("staff_id"),
        sa.Column("visitor", sa.LargeBinary(), nullable=False),
        _words("reason"),
        _words("city", default=""),
        _moment("shown_at"),
        _moment("hold_until", nullable=True),
        _moment("added_at", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f(f"pk_{table}")),
        sa.CheckConstraint(
            "reason in ('rule', 'city', 'friend', 'sticky', 'stand_in', 'fallback', 'off_duty')",
            name=op.f(f"ck_{table}_reason"),
        ),
    )
    op.create_index(f"ix_{table}_visitor", table, ["corp_id", "channel_id", "visitor", "id"])
    op.create_index(f"ix_{table}_list", table, ["corp_id", "channel_id", "id"])
    op.create_index(f"ix_{table}_shown", table, ["corp_id", "shown_at"])
    op.create_index(
        f"ix_{table}_held",
        table,
        ["corp_id", "channel_id", "staff_id", "hold_until"],
        postgresql_where=sa.text("added_at is null and hold_until is not null"),
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
