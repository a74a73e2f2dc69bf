"""The Python client of the collector, against the real door and against one that says no."""

import asyncio
import gzip
import json
import logging
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
import uvicorn

from tests.yutang.sense.collector.sending import handled, make, rows
from tests.yutang.world import World
from yutang_client.collect import Collector, FullError

THREADS, EACH = 4, 50


@asynccontextmanager
async def listening(world: World) -> AsyncIterator[str]:
    """The address of the world's API with the door, on a port of its own."""
    config = uvicorn.Config(world.api, host="127.0.0.1", port=0, lifespan="off", log_config=None)
    server = uvicorn.Server(config)
    server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    await serving


async def test_many_threads_tell_and_each_event_is_in_the_log_once(world: World) -> None:
    # So few a second that some come back with 429 first.
    made = await make(world, events_per_second=40)

    def work(address: str) -> None:
        with Collector(address, made["key"], batch=25, seconds=0.05) as collector:

            def tell(thread: int) -> None:
                for number in range(EACH):
                    name = f"{thread}-{number}"
                    collector.track("product.seen", {"sku": name}, user_id=f"M{thread}")

            threads = [threading.Thread(target=tell, args=[n]) for n in range(THREADS)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            assert collector.identify("M0", ids={"unionid": "u0"})
            assert collector.flush(60)
            assert collector.waiting == 0

    async with listening(world) as address:
        await asyncio.to_thread(work, address)
        await handled(world)
    told = await rows(world, "select props->>'sku' from events where kind = 'product.seen'")
    assert sorted(told) == sorted((f"{t}-{n}",) for t in range(THREADS) for n in range(EACH))


async def test_the_end_of_a_program_sends_the_rest(world: World) -> None:
    made = await make(world)
    program = (
        "import sys; from yutang_client.collect import Collector;"
        "c = Collector(sys.argv[1], sys.argv[2], seconds=600);"
        "c.track('cart.added', {'sku': 'last'}, user_id='M1')"
    )
    async with listening(world) as address:
        command = [sys.executable, "-c", program, address, made["key"]]
        env = {"PYTHONPATH": "clients/python/src"}
        ended = await asyncio.to_thread(subprocess.run, command, env=env, check=False, timeout=60)
        assert ended.returncode == 0
        await handled(world)
    assert await rows(world, "select props from events where kind = 'cart.added'") == [
        ({"sku": "last"},)
    ]


Answers = Callable[[int], httpx.Response]


def against(answers: Answers, **more: Any) -> tuple[Collector, list[list[dict[str, Any]]]]:
    """A collector client whose requests are answered by their number, and their batches."""
    seen: list[list[dict[str, Any]]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        body = request.read()
        if request.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        seen.append(json.loads(body)["batch"])
        return answers(len(seen))

    given: dict[str, Any] = {"seconds": 0.01, "transport": httpx.MockTransport(answer)} | more
    return Collector("http://x", "key", **given), seen


def test_what_is_not_taken_now_goes_again_as_it_was() -> None:
    soon = {"Retry-After": "0"}
    first = {1: httpx.Response(429, headers=soon), 2: httpx.Response(401, headers=soon)}

    def answer(number: int) -> httpx.Response:
        if number == 3:
            message = "the line is dead"
            raise httpx.ReadError(message)
        return first.get(number, httpx.Response(200, json={"accepted": 1, "refused": []}))

    collector, seen = against(answer)
    message = collector.track("cart.added", {"title": "长" * 400}, user_id="M1")
    assert collector.flush(60)
    collector.close()
    assert [batch[0]["messageId"] for batch in seen] == [message] * 4
    assert all(batch == seen[0] for batch in seen)


def test_what_will_never_be_taken_is_told_and_the_rest_goes_on() -> None:
    told: list[tuple[list[str], str]] = []

    def refused(messages: Sequence[Mapping[str, Any]], why: str) -> None:
        told.append(([str(one["event"]) for one in messages], why))

    words = {"index": 1, "code": "too_deep", "words": "five levels"}
    answers = {
        1: httpx.Response(200, json={"accepted": 1, "refused": [words]}),
        2: httpx.Response(422, json={"type": "collect.shape", "detail": "no batch"}),
    }
    ok = httpx.Response(200, json={"accepted": 1, "refused": []})
    collector, seen = against(lambda n: answers.get(n, ok), batch=2, seconds=600, refused=refused)
    for number in range(5):
        collector.track(f"custom.{number}", user_id="M1")
    collector.close()
    assert [[one["event"] for one in batch] for batch in seen] == [
        ["custom.0", "custom.1"],
        ["custom.2", "custom.3"],
        ["custom.4"],
    ]
    assert told == [
        (["custom.1"], "too_deep: five levels"),
        (["custom.2", "custom.3"], "422 collect.shape: no batch"),
    ]


def test_an_answer_that_is_not_the_collectors_stops_nothing() -> None:
    answers = {
        1: httpx.Response(200, text="welcome to the hotel"),
        2: httpx.Response(200, json={"refused": [{"index": 9}]}),
        3: httpx.Response(200, json=[1]),
    }
    collector, seen = against(answers.__getitem__, batch=1)
    for number in range(3):
        collector.track(f"custom.{number}", user_id="M1")
    assert collector.flush(60)
    collector.close()
    assert len(seen) == 3


def test_a_collector_that_stays_away_fills_no_memory_and_holds_no_program(
    caplog: pytest.LogCaptureFixture,
) -> None:
    collector, _ = against(lambda _: httpx.Response(503), most_waiting=3)
    for _ in range(3):
        collector.track("cart.added", user_id="M1")
    with pytest.raises(FullError):
        collector.track("cart.added", user_id="M1")
    assert collector.waiting == 3
    assert not collector.flush(0.05)
    with caplog.at_level(logging.ERROR):
        collector.close(0.05)
    assert "3 events were not taken within 0.05 s" in caplog.text
    with pytest.raises(ValueError, match="closed"):
        collector.track("cart.added", user_id="M1")


def test_what_no_collector_would_take_is_said_at_once() -> None:
    collector, seen = against(lambda _: httpx.Response(200, json={}))
    with pytest.raises(ValueError, match="at most 32,768 bytes"):
        collector.track("custom.long", {"text": "x" * 40_000}, user_id="M1")
    with pytest.raises(ValueError, match="JSON"):
        collector.track("custom.nan", {"value": float("nan")}, user_id="M1")
    collector.close()
    assert seen == []
