"""The Python client against an API that listens."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
import uvicorn
from sqlalchemy import text

from tests.yutang.kernel.tokening import make_token
from tests.yutang.world import World
from yutang_client import ProblemError, aiterate, connect, iterate
from yutang_client.calling import Retrying
from yutang_client.generated.api.channels import create_channel, list_channels
from yutang_client.generated.api.customers import list_customers
from yutang_client.generated.api.tags import list_tags
from yutang_client.generated.client import AuthenticatedClient
from yutang_client.generated.models import ChannelCreate, CustomerListItem, WelcomeText

PEOPLE = 7


@asynccontextmanager
async def listening(world: World) -> AsyncIterator[str]:
    """The address of the world's API on a port of its own."""
    config = uvicorn.Config(
        world.api.traced, host="127.0.0.1", port=0, lifespan="off", log_config=None
    )
    server = uvicorn.Server(config)
    server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    await serving


async def settle(world: World) -> int:
    """Customers and a member, who is returned."""
    async with world.runtime.database.owner() as session:
        for number in range(1, PEOPLE + 1):
            await session.execute(
                text(
                    "insert into customers (corp_id, id, state, name, name_sort, grams)"
                    " values (:corp, :id, 'friend', :name, :name, '{}')"
                ),
                {"corp": world.corp_id, "id": number, "name": f"客{number}"},
            )
        staff = await session.scalar(
            text(
                "insert into staff (corp_id, account, name, status)"
                " values (:corp, 'ann', '安', 'active') returning id"
            ),
            {"corp": world.corp_id},
        )
        return int(staff or 0)


async def test_a_program_reads_pages_makes_a_channel_once_and_is_told_why_not(
    world: World,
) -> None:
    staff_id = await settle(world)
    await world.sign_in()
    token = await make_token(world, "customers.read", "channels.read", "channels.write")

    def work(address: str) -> None:
        client = connect(address, token)
        with client:
            people = list(iterate(list_customers.sync, client=client, limit=3))
            assert all(isinstance(person, CustomerListItem) for person in people)
            assert sorted(person.id for person in people) == list(range(1, PEOPLE + 1))
            body = ChannelCreate(
                name="春季到店", staff_ids=[staff_id], welcome=WelcomeText(text="你好")
            )
            keyed = client.with_headers({"Idempotency-Key": "spring-1"})
            made, again = (create_channel.sync(client=keyed, body=body) for _ in range(2))
            assert made is not None
            assert made == again
            page = list_channels.sync(client=client)
            assert page is not None
            assert [channel.name for channel in page.items] == ["春季到店"]
            with pytest.raises(ProblemError, match=r"403 access\.forbidden") as refused:
                list_tags.sync(client=client)
            assert refused.value.type == "access.forbidden"
        with connect(address, token[:-1] + "-") as stranger, pytest.raises(ProblemError) as out:
            list_tags.sync(client=stranger)
        assert (out.value.status, out.value.type) == (401, "access.token_refused")

    async with listening(world) as address:
        await asyncio.to_thread(work, address)
        async with connect(address, token) as client:
            names = [p.name async for p in aiterate(list_customers.asyncio, client=client, limit=4)]
        assert len(names) == PEOPLE


def answering(*answers: httpx.Response) -> tuple[AuthenticatedClient, list[httpx.Request]]:
    """A client of a server that gives these answers in turn, and what it is asked."""
    left, seen = list(answers), []
    lock = threading.Lock()

    def answer(request: httpx.Request) -> httpx.Response:
        with lock:
            seen.append(request)
            found = left.pop(0)
        if found.status_code == 599:
            message = "the line is dead"
            raise httpx.ReadError(message)
        return found

    transport = httpx.MockTransport(answer)
    client = AuthenticatedClient(
        base_url="http://x",
        token="yt_1_x",
        httpx_args={"transport": Retrying(transport, transport)},
    )
    return client, seen


def test_a_change_is_sent_again_with_its_key() -> None:
    soon = {"Retry-After": "0"}
    client, seen = answering(
        httpx.Response(429, headers=soon),
        httpx.Response(599),
        httpx.Response(409, headers=soon, json={"type": "idempotency.under_way"}),
        httpx.Response(503, headers=soon),
        httpx.Response(204),
    )
    assert client.get_httpx_client().delete("/api/views/1").status_code == 204
    keys = {request.headers["Idempotency-Key"] for request in seen}
    assert (len(seen), len(keys)) == (5, 1)


async def test_what_does_not_help_is_not_sent_again() -> None:
    client, seen = answering(httpx.Response(409, json={"type": "views.changed_meanwhile"}))
    with pytest.raises(ProblemError) as refused:
        await client.get_async_httpx_client().put("/api/views/1", json={})
    assert (refused.value.type, len(seen)) == ("views.changed_meanwhile", 1)
    client, seen = answering(httpx.Response(503, text="a proxy's own words"))
    with pytest.raises(ProblemError) as refused:
        client.get_httpx_client().post("/api/files", files={"file": b"x"})
    assert (refused.value.type, len(seen)) == ("http.503", 1)
    assert "Idempotency-Key" not in seen[0].headers
