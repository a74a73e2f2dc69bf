"""Rotas of codes, members off duty, which list WeCom was last told; codes from files.

Revision ID: 0034
Revises: 0033
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
OF_CODES = ("rotas", "rota_hours", "rota_caps", "rota_stand_ins", "rota_told")
OF_FILES = ("code_batches", "code_batch_rows")
OF_STAFF = ("staff_duties", "rota_cap_hits")


def _corp() -> sa.Column[int]:
    return sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False)


def _number(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(name, sa.BigInteger(), nullable=nullable, server_default=told)


def _small(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.SmallInteger(), nullable=False)


def _moment(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _words(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _check(table: str, name: str, words: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(words, name=op.f(f"ck_{table}_{name}"))


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def upgrade() -> None:
    """Make the tables; the codes that are active were last told all who work here."""
    op.execute("set local lock_timeout = '5s'")
    _rules()
    _standing()
    _files()
    for table in (*OF_CODES, *OF_STAFF, *OF_FILES):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
    for table in OF_STAFF:
        op.execute(
            f"create policy own_scope on {table} as restrictive to yutang_scoped"
            " using (staff_id = any((select app_staff())::bigint[]))"
        )
    op.execute(
        "insert into rota_told (corp_id, channel_id, staff_ids, told_at)"
        " select c.corp_id, c.id, array_agg(s.id order by s.id), now()"
        " from channels c"
        " join channel_staff m on m.corp_id = c.corp_id and m.channel_id = c.id"
        " join staff s on s.corp_id = m.corp_id and s.id = m.staff_id and s.status <> 'left'"
        " where c.status = 'active' and c.kind = 'direct' group by 1, 2"
    )


def _rules() -> None:
    op.create_table(
        "rotas",
        _corp(),
        _number("channel_id"),
        _number("day_cap", nullable=True),
        _number("version", default="1"),
        _words("changed_by"),
        _moment("changed_at", nullable=False),
        _key("rotas", "corp_id", "channel_id"),
        _check("rotas", "day_cap", "day_cap between 0 and 100000"),
    )
    op.create_table(
        "rota_hours",
        _corp(),
        _number("channel_id"),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        _number("staff_id", nullable=True),
        _small("weekday"),
        _small("start"),
        _small("stop"),
        _key("rota_hours", "corp_id", "channel_id", "id"),
        _check("rota_hours", "weekday", "weekday between 1 and 7"),
        _check("rota_hours", "start", "start between 0 and 1439"),
        _check("rota_hours", "stop", "stop > start and stop - start <= 1440"),
    )
    op.create_table(
        "rota_caps",
        _corp(),
        _number("channel_id"),
        _number("staff_id"),
        _number("day_cap"),
        _key("rota_caps", "corp_id", "channel_id", "staff_id"),
        _check("rota_caps", "day_cap", "day_cap between 0 and 100000"),
    )
    op.create_table(
        "rota_stand_ins",
        _corp(),
        _number("channel_id"),
        _number("staff_id"),
        _small("place"),
        _key("rota_stand_ins", "corp_id", "channel_id", "staff_id"),
    )
    op.create_index(
        "ix_rota_stand_ins_staff", "rota_stand_ins", ["corp_id", "staff_id", "channel_id"]
    )


def _standing() -> None:
    op.create_table(
        "staff_duties",
        _corp(),
        _number("staff_id"),
        _moment("off_since", nullable=False),
        _moment("off_until"),
        _words("set_by"),
        _key("staff_duties", "corp_id", "staff_id"),
    )
    op.create_index(
        "ix_staff_duties_until",
        "staff_duties",
        ["off_until"],
        postgresql_where=sa.text("off_until is not null"),
    )
    op.create_table(
        "rota_told",
        _corp(),
        _number("channel_id"),
        sa.Column("staff_ids", sa.ARRAY(sa.BigInteger()), nullable=True),
        _moment("told_at"),
        _moment("asked_at"),
        _words("refused", nullable=True),
        _moment("refused_at"),
        _moment("next_at"),
        _key("rota_told", "corp_id", "channel_id"),
    )
    op.create_index(
        "ix_rota_told_next",
        "rota_told",
        ["next_at"],
        postgresql_where=sa.text("next_at is not null"),
    )
    op.create_table(
        "rota_cap_hits",
        _corp(),
        _number("channel_id"),
        sa.Column("day", sa.Date(), nullable=False),
        _number("staff_id"),
        _number("day_cap"),
        _moment("reached_at", nullable=False),
        _moment("told_at", nullable=False),
        _number("over"),
        _key("rota_cap_hits", "corp_id", "channel_id", "day", "staff_id", "day_cap"),
    )


def _files() -> None:
    op.create_table(
        "code_batches",
        _corp(),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        _words("name"),
        sa.Column("state", sa.Text(), nullable=False, server_default="checked"),
        _number("rows"),
        _number("wrong"),
        sa.Column("errors", JSONB(), nullable=False),
        sa.Column("ignored", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("template", JSONB(), nullable=True),
        _words("created_by"),
        _moment("created_at", nullable=False),
        _moment("ended_at"),
        _key("code_batches", "corp_id", "id"),
        _check("code_batches", "state", "state in ('checked', 'running', 'done', 'stopped')"),
    )
    op.create_table(
        "code_batch_rows",
        _corp(),
        _number("batch_id"),
        _number("line"),
        _words("name"),
        sa.Column("remark", sa.Text(), nullable=False, server_default=""),
        sa.Column("staff_ids", sa.ARRAY(sa.BigInteger()), nullable=False),
        _number("channel_id", nullable=True),
        sa.Column("skipped", sa.Boolean(), nullable=False, server_default=sa.text("false")),
        _key("code_batch_rows", "corp_id", "batch_id", "line"),
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
