import clickhouse_connect
import pytest

from tests.yutang.people.rfm.direct import SCHEMA, Direct, store_folder  # noqa: F401

_made = []


@pytest.fixture
async def store(store_folder):
    if not _made:
        client = clickhouse_connect.get_client(dsn=f"chdb://{store_folder}")
        for s in SCHEMA:
            client.command(s)
        _made.append(Direct(client))
    return _made[0]
