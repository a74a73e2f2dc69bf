"""ClickHouse in the test's process without the audience: for statements alone."""

import itertools
import tempfile
from collections.abc import Iterator
from typing import Any

import clickhouse_connect
import pytest
from pyroaring import BitMap

SCHEMA = (
    "create table people (corp_id UInt32, id UInt32, ver UInt64, gone UInt8)"
    " engine = ReplacingMergeTree(ver, gone) order by (corp_id, id)",
    "create table orders (corp_id UInt32, id UInt64, ver UInt64, gone UInt8, customer_id UInt32,"
    " status LowCardinality(String), bought_at Nullable(DateTime64(6, 'UTC')), amount_fen Int64,"
    " refunded_fen Int64) engine = ReplacingMergeTree(ver, gone) order by (corp_id, id)",
    "create table events (corp_id UInt32, kind LowCardinality(String), at DateTime64(6, 'UTC'),"
    " customer_id UInt32, id UInt64) engine = MergeTree order by (corp_id, kind, at)",
    "create table aliases (corp_id UInt32, from_id UInt32, to_id UInt32, ver UInt64)"
    " engine = ReplacingMergeTree(ver) order by (corp_id, from_id)",
    "create table rfm (corp_id UInt32, id UInt32, run UInt64, r UInt8, f UInt8, m UInt8,"
    " class LowCardinality(String), days UInt32, orders UInt32, amount_fen Int64)"
    " engine = MergeTree partition by (corp_id, run) order by (corp_id, run, id)",
)
_numbers = itertools.count(1)


class Direct:
    """A database of its own."""

    def __init__(self, client: Any) -> None:
        self.client = client

    async def query(self, sql: str, params: Any = None, **limits: Any) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in self.client.query(sql, parameters=params).result_rows]

    async def command(self, sql: str, params: Any = None, **limits: Any) -> None:
        self.client.command(sql, parameters=params)

    async def bitmap(self, sql: str, params: dict[str, Any] | None = None) -> BitMap:
        raw = self.client.raw_query(sql, parameters=params, fmt="RowBinary")
        if raw[0] == 0:
            return BitMap(int.from_bytes(raw[i : i + 4], "little") for i in range(2, len(raw), 4))
        place = 1
        while raw[place] & 0x80:
            place += 1
        return BitMap.deserialize(raw[place + 1 :])


@pytest.fixture(scope="session")
def store_folder() -> Iterator[str]:
    with tempfile.TemporaryDirectory(dir="/dev/shm", prefix="yutang-test-rfm-") as folder:
        yield folder
