"""The same over HTTP, by a shim over the engine in this process: see `shim`."""

import uuid

import pytest

from tests.yutang.people.audience.shim import serving
from tests.yutang.people.audience.test_engine import EVERYBODY, people, tag, wear
from tests.yutang.people.audience.test_persons import did, happen
from tests.yutang.people.audience.test_truth import write
from tests.yutang.world import World
from yutang.people.audience.engine import Engine
from yutang.people.audience.errors import AudienceTimeoutError, ForeignStoreError
from yutang.people.audience.store import Limits, Store


async def test_the_same_client_and_sql_over_http(world: World) -> None:
    await people(world, *range(1, 101))
    await wear(world, 5, *range(1, 51))
    await happen(world, "note.added", 1, 2, 2)
    async with serving() as port:
        name = f"h{uuid.uuid4().hex}"
        store = Store(f"clickhouse://127.0.0.1:{port}", name, Limits(memory_bytes=1 << 29))
        engine = Engine(store, world.runtime)
        await engine.open()
        await engine.catch_up()
        corp_id = world.corp_id
        assert list(await engine.evaluate(corp_id, tag("any", 5))) == list(range(1, 51))
        assert list(await engine.evaluate(corp_id, did("note.added"))) == [1, 2]
        assert len(await engine.scope(corp_id, [7])) == 100
        await write(world, "delete from customer_tags where corp_id = :c and customer_id < 50")
        await engine.catch_up()
        assert list(await engine.evaluate(corp_id, tag("any", 5))) == [50]
        assert (await store.sizes())["events"][0] == 3
        # Too long for an address: the client sends a form.
        many = {"leaf": "tag", "how": "any", "tags": list(range(1, 2_001))}
        engine.kept.corp(corp_id).tags_too_large = True
        engine.kept.corp(corp_id).tags = None
        assert list(await engine.evaluate(corp_id, many)) == [50]
        with pytest.raises(AudienceTimeoutError):
            await store.query("select sleepEachRow(1) from numbers(3)", max_execution_time=1)

        again = Store(store.dsn, name, store.limits)
        await again.open()
        assert again.id == store.id
        await again.close()
        # A stranger's database is left alone.
        await store.command(f"drop table {name}.store_version")
        foreign = Store(store.dsn, name, store.limits)
        with pytest.raises(ForeignStoreError):
            await foreign.open()
        await foreign.close()
        assert len(await engine.evaluate(corp_id, EVERYBODY)) == 100
        await store.drop()
        await engine.close()
