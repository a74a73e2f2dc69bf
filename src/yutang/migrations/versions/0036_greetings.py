"""Welcomes by reach, hour and person; the files they need; which one each add got.

Revision ID: 0036
Revises: 0035
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
TABLES = ("greetings", "ready_files", "picture_uploads")


def _corp() -> sa.Column[int]:
    return sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False)


def _number(name: str, *, nullable: bool = True, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(name, sa.BigInteger(), nullable=nullable, server_default=told)


def _moment(name: str, *, nullable: bool = False, now: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if now else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, server_default=default)


def _words(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[str]:
    told = sa.text(f"'{default}'") if default is not None else None
    return sa.Column(name, sa.Text(), nullable=nullable, server_default=told)


def _check(table: str, name: str, words: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(words, name=op.f(f"ck_{table}_{name}"))


def upgrade() -> None:
    """Make the tables, take over codes' welcomes and what is ready, drop what held them."""
    op.execute("set local lock_timeout = '5s'")
    _greetings()
    _files()
    for table in TABLES:
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
    # Who sees a part of the corp reads them; of them he writes what he writes with a code.
    op.execute(
        "create policy own_scope on greetings as restrictive to yutang_scoped"
        " using (true) with check (reach = 'channel')"
    )
    for table in TABLES[1:]:
        op.execute(
            f"create policy own_scope on {table} as restrictive to yutang_scoped"
            " using (true) with check (false)"
        )
    op.execute(
        "insert into greetings (corp_id, reach, channel_id, content, created_by, created_at,"
        " changed_by, changed_at)"
        " select corp_id, 'channel', id, welcome, created_by, created_at, created_by, created_at"
        " from channels where welcome is not null and welcome <> 'null'::jsonb"
    )
    op.drop_column("channels", "welcome")
    op.execute(
        "insert into ready_files (corp_id, kind, file_id, handle, expires_at, tried_at)"
        " select distinct on (corp_id, file_id) corp_id, 'image', file_id, media_id, expires_at,"
        " now() from prepared_media order by corp_id, file_id, expires_at desc"
    )
    op.drop_table("prepared_media")
    op.add_column("welcomes", _number("greeting_id"))
    op.add_column("welcomes", _words("standing", nullable=True))


def _greetings() -> None:
    table = "greetings"
    op.create_table(
        table,
        _corp(),
        _id(),
        _words("reach"),
        _number("department_id"),
        _number("channel_id"),
        _words("standing", default="any"),
        sa.Column("from_minute", sa.SmallInteger(), nullable=True),
        sa.Column("until_minute", sa.SmallInteger(), nullable=True),
        sa.Column("content", JSONB(), nullable=False),
        _number("version", nullable=False, default="1"),
        _words("created_by"),
        _moment("created_at", now=True),
        _words("changed_by"),
        _moment("changed_at", now=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_greetings")),
        _check(
            table,
            "reach",
            "(reach = 'corp' and department_id is null and channel_id is null)"
            " or (reach = 'department' and department_id is not null and channel_id is null)"
            " or (reach = 'channel' and department_id is null and channel_id is not null)",
        ),
        _check(table, "standing", "standing in ('any', 'new', 'returning')"),
        _check(
            table,
            "hours",
            "(from_minute is null and until_minute is null)"
            " or (from_minute between 0 and 1439 and until_minute between 0 and 1439"
            " and from_minute <> until_minute)",
        ),
    )
    op.create_index("ix_greetings_channel", table, ["corp_id", "channel_id"])


def _files() -> None:
    op.create_table(
        "ready_files",
        _corp(),
        _words("kind"),
        _number("file_id", nullable=False),
        _words("handle", nullable=True),
        _moment("expires_at", nullable=True),
        _words("said", default=""),
        _moment("tried_at"),
        sa.PrimaryKeyConstraint("corp_id", "kind", "file_id", name=op.f("pk_ready_files")),
        _check("ready_files", "kind", "kind in ('image', 'video', 'file', 'cover')"),
    )
    op.create_table(
        "picture_uploads",
        _corp(),
        _id(),
        _number("file_id", nullable=False),
        _moment("at"),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_picture_uploads")),
    )
    op.create_index("ix_picture_uploads_at", "picture_uploads", ["corp_id", "at"])


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
