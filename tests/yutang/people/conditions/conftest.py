"""A database of ClickHouse for each test, in the process: chdb knows one path a process."""

import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import clickhouse_connect
import pytest
from clickhouse_connect.driver.client import Client

from .tables import DDL

_NUMBERS = count()


@pytest.fixture(scope="session")
def clickhouse_home() -> Iterator[Path]:
    """Where the process's one store lies."""
    shm = Path("/dev/shm")  # noqa: S108 - memory is faster, and removed again
    home = (shm if shm.is_dir() else Path.cwd()) / f"yutang-conditions-{os.getpid()}"
    yield home
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def client(clickhouse_home: Path) -> Iterator[Client]:
    """A client of an empty database with all tables."""
    name = f"conditions_{next(_NUMBERS)}"
    root = clickhouse_connect.get_client(
        dsn=f"chdb://{clickhouse_home}", autogenerate_session_id=False
    )
    root.command(f"create database {name}")
    found = clickhouse_connect.get_client(
        dsn=f"chdb://{clickhouse_home}", database=name, autogenerate_session_id=False
    )
    for statement in DDL:
        found.command(statement)
    yield found
    root.command(f"drop database {name}")
