"""Acquisition links, visits of our pages, landing pages, short links, conversions.

Revision ID: 0038
Revises: 0037
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
ALL = "select, insert, update, delete"
GRANTS = {
    "visits": "select",
    "acquisition_links": ALL,
    "link_days": "select",
    "link_prices": ALL,
    "landing_pages": ALL,
    "short_links": ALL,
    "short_link_days": "select",
    "conversion_hooks": (
        "select (corp_id, url, fields, only_clicks, enabled, changed_by, changed_at)"
    ),
    # Of a send people see all but whom it is about and its words.
    "conversion_sends": (
        "select (corp_id, id, event, state, reason, status, tries, seconds, made_at, tried_at,"
        " next_at)"
    ),
}


def _corp() -> sa.Column[int]:
    return sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False)


def _number(name: str, *, null: bool = False, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=null, server_default=told)


def _text(name: str, *, null: bool = False, default: str | None = None) -> sa.Column[str]:
    told = sa.text(f"'{default}'") if default is not None else None
    return sa.Column(name, sa.Text(), nullable=null, server_default=told)


def _moment(name: str, *, null: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null)


def _json(name: str, default: str | None = None) -> sa.Column[object]:
    told = sa.text(f"'{default}'") if default is not None else None
    return sa.Column(name, JSONB(), nullable=False, server_default=told)


def _bool(name: str, default: str | None = None) -> sa.Column[bool]:
    told = sa.text(default) if default is not None else None
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=told)


def _check(table: str, name: str, words: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(words, name=op.f(f"ck_{table}_{name}"))


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _visits()
    _links()
    _landings()
    _conversions()
    for table, rights in GRANTS.items():
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(f"grant {rights} on {table} to yutang_app")
    op.execute(
        "create policy own_scope on visits as restrictive to yutang_scoped"
        " using (customer_id is null or staff_id = any((select app_staff())::bigint[]))"
        " with check (false)"
    )
    op.execute(
        "create policy own_scope on conversion_sends as restrictive to yutang_scoped"
        " using (true) with check (false)"
    )


def _visits() -> None:
    op.create_table(
        "visits",
        _corp(),
        _text("token"),
        _text("channel"),
        _number("page_id", null=True),
        _number("short_link_id", null=True),
        _moment("at"),
        _json("utm", "{}"),
        _json("clicks", "{}"),
        _text("referrer", default=""),
        _moment("tapped_at", null=True),
        _moment("profile_at", null=True),
        _moment("requested_at", null=True),
        _moment("added_at", null=True),
        _number("customer_id", null=True),
        _number("staff_id", null=True),
        sa.PrimaryKeyConstraint("corp_id", "token", name=op.f("pk_visits")),
    )
    op.create_index("ix_visits_channel", "visits", ["corp_id", "channel", "at"])
    op.create_index("ix_visits_page", "visits", ["corp_id", "page_id", "at"])
    op.create_index("ix_visits_at", "visits", ["corp_id", "at"])
    op.create_index(
        "ix_visits_added",
        "visits",
        ["corp_id", "channel", "added_at"],
        postgresql_where=sa.text("added_at is not null"),
    )
    op.create_index(
        "ix_visits_customer",
        "visits",
        ["corp_id", "customer_id"],
        postgresql_where=sa.text("customer_id is not null"),
    )


def _links() -> None:
    op.create_table(
        "acquisition_links",
        _corp(),
        _number("channel_id"),
        _text("url", null=True),
        sa.Column("department_ids", sa.ARRAY(sa.BigInteger()), nullable=False),
        _text("priority"),
        sa.Column("priority_staff_ids", sa.ARRAY(sa.BigInteger()), nullable=False),
        _number("generation", default="1"),
        _moment("unavailable_at", null=True),
        sa.PrimaryKeyConstraint("corp_id", "channel_id", name=op.f("pk_acquisition_links")),
        _check("acquisition_links", "priority", "priority in ('none', 'corp', 'list')"),
    )
    op.create_table(
        "link_days",
        _corp(),
        _number("channel_id"),
        sa.Column("day", sa.Date(), nullable=False),
        _number("profiles", default="0"),
        _number("requests", default="0"),
        sa.PrimaryKeyConstraint("corp_id", "channel_id", "day", name=op.f("pk_link_days")),
    )
    op.create_table(
        "link_prices",
        _corp(),
        _number("cents"),
        _text("changed_by"),
        _moment("changed_at"),
        sa.PrimaryKeyConstraint("corp_id", name=op.f("pk_link_prices")),
    )


def _landings() -> None:
    op.create_table(
        "landing_pages",
        _corp(),
        _id(),
        _text("slug"),
        _text("name"),
        _text("template"),
        _json("texts"),
        _number("channel_id"),
        _text("opens"),
        _bool("is_open", "true"),
        _number("file_id", null=True),
        sa.Column("picture", sa.LargeBinary(), nullable=True),
        _number("picture_width", null=True),
        _number("picture_height", null=True),
        _number("picture_bytes", null=True),
        _number("weight_bytes"),
        _text("created_by"),
        _moment("created_at"),
        _number("version", default="1"),
        _moment("deleted_at", null=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_landing_pages")),
        _check("landing_pages", "template", "template in ('offer', 'guide', 'event')"),
        _check("landing_pages", "opens", "opens in ('https', 'scheme', 'qr')"),
    )
    op.create_index("uq_landing_pages_slug", "landing_pages", ["slug"], unique=True)
    op.create_index("ix_landing_pages_channel", "landing_pages", ["corp_id", "channel_id"])
    op.create_table(
        "short_links",
        _corp(),
        _id(),
        _text("slug"),
        _text("name"),
        _number("page_id", null=True),
        _number("channel_id", null=True),
        _text("url", null=True),
        _moment("expires_at", null=True),
        _text("created_by"),
        _moment("created_at"),
        _moment("deleted_at", null=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_short_links")),
        _check("short_links", "target", "num_nonnulls(page_id, channel_id, url) = 1"),
    )
    op.create_index("uq_short_links_slug", "short_links", ["slug"], unique=True)
    op.create_table(
        "short_link_days",
        _corp(),
        _number("short_link_id"),
        sa.Column("day", sa.Date(), nullable=False),
        _number("opens"),
        sa.PrimaryKeyConstraint("corp_id", "short_link_id", "day", name=op.f("pk_short_link_days")),
    )


def _conversions() -> None:
    op.create_table(
        "conversion_hooks",
        _corp(),
        _text("url"),
        sa.Column("sealed_secret", sa.LargeBinary(), nullable=False),
        _json("fields"),
        _bool("only_clicks"),
        _bool("enabled"),
        _text("changed_by"),
        _moment("changed_at"),
        sa.PrimaryKeyConstraint("corp_id", name=op.f("pk_conversion_hooks")),
    )
    table = "conversion_sends"
    op.create_table(
        table,
        _corp(),
        sa.Column("id", sa.Uuid(), nullable=False),
        _text("visit"),
        _number("customer_id", null=True),
        _text("event"),
        _json("payload"),
        _text("state"),
        _text("reason", null=True),
        _number("status", null=True),
        _number("tries", default="0"),
        sa.Column("seconds", sa.Float(), nullable=True),
        _moment("made_at"),
        _moment("tried_at", null=True),
        _moment("next_at", null=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint(
            "corp_id", "visit", "event", name=op.f(f"uq_{table}_corp_id_visit_event")
        ),
        _check(table, "state", "state in ('due', 'taken', 'failed')"),
    )
    op.create_index("ix_conversion_sends_made", table, ["corp_id", "made_at"])
    op.create_index(
        "ix_conversion_sends_customer",
        table,
        ["corp_id", "customer_id"],
        postgresql_where=sa.text("customer_id is not null"),
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
