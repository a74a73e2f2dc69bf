"""One PostgreSQL for a whole test run, one database for each test."""

import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from yutang.kernel.postgres import LocalPostgres
from yutang.migrating import upgrade

TEMPLATE = "yutang"
FAST = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_connections": "200",
    # What a cancelled test left half open holds up the end of its database for as long.
    "authentication_timeout": "5s",
    "shared_buffers": "128MB",
}


def start_server() -> tuple[LocalPostgres, tempfile.TemporaryDirectory[str]]:
    """Start a server in memory where the machine has such a folder, and migrate its template."""
    memory = Path("/dev/shm")  # noqa: S108 - the kernel's own, made for this
    folder = tempfile.TemporaryDirectory(
        prefix="yutang-test-", dir=memory if memory.is_dir() else None
    )
    Path(folder.name).chmod(0o755)
    server = LocalPostgres(Path(folder.name) / "pg", settings=FAST)
    server.start()
    upgrade(server.dsn(TEMPLATE))
    return server, folder


@contextmanager
def fresh_database(template_dsn: str) -> Iterator[str]:
    """A database of its own, migrated and empty; dropped at the end."""
    name = f"test_{uuid.uuid4().hex}"
    admin = template_dsn.rsplit("/", 1)[0] + "/postgres"
    with psycopg.connect(admin, autocommit=True) as connection:
        # In memory a copy of its files is cheaper than its pages by way of the log.
        statement = f'create database "{name}" template {TEMPLATE} strategy file_copy'
        connection.execute(statement.encode())
    try:
        yield template_dsn.rsplit("/", 1)[0] + f"/{name}"
    finally:
        with psycopg.connect(admin, autocommit=True) as connection:
            connection.execute(f'drop database "{name}" with (force)'.encode())
