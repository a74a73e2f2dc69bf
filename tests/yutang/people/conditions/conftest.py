"""A database of ClickHouse for each test, in the process's one store."""

from collections.abc import Iterator
from itertools import count

import clickhouse_connect
import pytest
from clickhouse_connect.driver.client import Client

from tests.yutang.audience import store_folder
from yutang.people.audience import ddl

_NUMBERS = count()


@pytest.fixture
def client() -> Iterator[Client]:
    """A client of an empty database with all tables."""
    name, dsn = f"conditions_{next(_NUMBERS)}", f"chdb://{store_folder()}"
    root = clickhouse_connect.get_client(dsn=dsn)
    root.command(f"create database {name}")
    found = clickhouse_connect.get_client(dsn=dsn, database=name)
    for step in ddl.STEPS:
        for statement in step:
            found.command(statement)
    yield found
    root.command(f"drop database {name}")
