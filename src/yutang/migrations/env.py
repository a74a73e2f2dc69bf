"""Alembic's door: the address comes from the caller (`sqlalchemy.url`) or YUTANG_DATABASE_URL."""

import os

from alembic import context
from sqlalchemy import create_engine, pool, text

from yutang.kernel.db import Base, psycopg_url

LOCK = 7_214_533
"""Advisory lock: two processes that start at once migrate one after the other."""


def leave_out(_: object, name: str | None, kind: str, *__: object) -> bool:
    """Partitions are made by a function of the database, not by the models."""
    return not (kind == "table" and name is not None and name.startswith("events_"))


def migrate() -> None:
    """Run the migrations in one transaction under a lock."""
    url = context.config.get_main_option("sqlalchemy.url") or os.environ["YUTANG_DATABASE_URL"]
    engine = create_engine(psycopg_url(url), poolclass=pool.NullPool)
    with engine.connect() as connection:
        connection.execute(text("select pg_advisory_lock(:key)"), {"key": LOCK})
        connection.execute(text("set lock_timeout = '5s'"))
        connection.commit()
        context.configure(
            connection=connection,
            # Names of constraints are made by it; its tables are there only where models were
            # imported, to be compared.
            target_metadata=Base.metadata,
            include_object=leave_out,
            compare_server_default=False,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.execute(text("select pg_advisory_unlock(:key)"), {"key": LOCK})
        connection.commit()
    engine.dispose()


migrate()
