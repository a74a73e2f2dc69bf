"""One key, one act."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx2
import pytest
from sqlalchemy import text

from tests.yutang.kernel.tokening import make_token, program
from tests.yutang.world import World
from yutang.kernel import idempotency
from yutang.people.views import service as views

VIEW = {"page": "customers", "name": "新客", "filters": {}, "columns": []}


@asynccontextmanager
async def caller(world: World) -> AsyncIterator[httpx2.AsyncClient]:
    """A program that may keep views and import."""
    await world.sign_in()
    token = await make_token(world, "customers.read", "customers.import", "tokens.write")
    async with program(world, token) as http:
        yield http


async def keep_view(http: httpx2.AsyncClient, key: str, **changed: str) -> httpx2.Response:
    """Ask for a view under a key."""
    return await http.post("/api/views", json=VIEW | changed, headers={"Idempotency-Key": key})


async def count(world: World, table: str) -> int:
    """The rows of a table."""
    async with world.runtime.database.owner() as session:
        found = await session.scalar(text(f"select count(*) from {table}"))  # noqa: S608 - a name
        return int(found or 0)


async def test_a_repetition_answers_what_the_first_did(world: World) -> None:
    async with caller(world) as http:
        first = await keep_view(http, "a")
        again = await keep_view(http, "a")
        assert (again.status_code, again.json()) == (201, first.json())
        assert again.headers["idempotency-replayed"] == "true"
        assert "idempotency-replayed" not in first.headers
        other = await keep_view(http, "a", name="老客")
        assert (other.status_code, other.json()["type"]) == (422, "idempotency.mismatch")
        assert await count(world, "saved_views") == 1
        # A refusal changed nothing, so its key stays free.
        taken = await keep_view(http, "b")
        assert (taken.status_code, taken.json()["type"]) == (422, "views.name_taken")
        assert (await keep_view(http, "b", name="老客")).status_code == 201
        gone = f"/api/views/{first.json()['id']}"
        for _ in range(2):
            deleted = await http.delete(gone, headers={"Idempotency-Key": "c"})
            assert (deleted.status_code, deleted.content) == (204, b"")
        assert (await http.delete(gone)).status_code == 404
        # The same key of another person is another key.
        mine = await world.http.post("/api/views", json=VIEW, headers={"Idempotency-Key": "d"})
        assert mine.status_code == 201
        async with world.runtime.database.owner() as session:
            kept = await session.scalars(text("select sealed_answer from idempotency_keys"))
            assert all("新客".encode() not in bytes(one) for one in kept)


async def test_one_act_though_many_ask_at_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    entered, go = asyncio.Event(), asyncio.Event()
    add_view = views.add_view

    async def slowly(*args: object) -> object:
        entered.set()
        await go.wait()
        return await add_view(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(views, "add_view", slowly)
    async with caller(world) as http:
        first = asyncio.create_task(keep_view(http, "a"))
        await entered.wait()
        for answer in await asyncio.gather(*(keep_view(http, "a") for _ in range(4))):
            assert (answer.status_code, answer.json()["type"]) == (409, "idempotency.under_way")
            assert 1 <= int(answer.headers["retry-after"]) <= idempotency.CLAIM_SECONDS
        go.set()
        assert (await first).status_code == 201
        assert (await keep_view(http, "a")).json() == (await first).json()
    assert await count(world, "saved_views") == 1


async def test_a_claim_of_who_died_ends_and_what_was_taken_over_is_undone(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with caller(world) as http:
        add_view = views.add_view

        async def overtaken(*args: object) -> object:
            made = await add_view(*args)  # type: ignore[arg-type]
            async with world.runtime.database.owner() as session:
                await session.execute(text("update idempotency_keys set claim = 1"))
            return made

        with monkeypatch.context() as patch:
            patch.setattr(views, "add_view", overtaken)
            lost = await keep_view(http, "a")
        assert (lost.status_code, lost.json()["type"]) == (409, "idempotency.lost")
        assert await count(world, "saved_views") == 0
        # That other one now dies: its claim lasts, then the key is free.
        assert (await keep_view(http, "a")).status_code == 409
        async with world.runtime.database.owner() as session:
            await session.execute(text("update idempotency_keys set claimed_until = now()"))
        assert (await keep_view(http, "a")).status_code == 201
    assert await count(world, "saved_views") == 1


async def test_what_is_not_kept_is_said(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async with caller(world) as http:
        monkeypatch.setattr(idempotency, "MOST_ANSWER_BYTES", 10)
        assert (await keep_view(http, "a")).status_code == 201
        again = await keep_view(http, "a")
        assert (again.status_code, again.json()["type"]) == (409, "idempotency.done")
        for key in ("", "x" * 256, "a\tb"):
            refused = await keep_view(http, key)
            assert (refused.status_code, refused.json()["type"]) == (422, "idempotency.bad_key")
        upload = await http.post(
            "/api/imports?name=a.csv",
            content=b"name\nx\n",
            headers={"Idempotency-Key": "u", "Content-Type": "application/octet-stream"},
        )
        assert (upload.status_code, upload.json()["type"]) == (422, "idempotency.not_for_files")
        # What is shown once is not shown twice.
        asked = {"name": "x", "permissions": ["customers.read"]}
        headers = {"Idempotency-Key": "t"}
        made = await world.http.post("/api/tokens", json=asked, headers=headers)
        assert made.status_code == 201
        again = await world.http.post("/api/tokens", json=asked, headers=headers)
        assert (again.status_code, again.json()["type"]) == (409, "idempotency.done")
        assert await count(world, "api_tokens") == 2


async def test_a_day_later_keys_are_forgotten(world: World) -> None:
    async with caller(world) as http:
        for key in ("a", "b"):
            await keep_view(http, key, name=key)
        async with world.runtime.database.owner() as session:
            await session.execute(
                text(
                    "update idempotency_keys set created_at = created_at - interval '24 h'"
                    " where key = 'a'"
                )
            )
        # Not yet cleaned away, and free already.
        assert (await keep_view(http, "a", name="c")).status_code == 201
        async with world.runtime.database.owner() as session:
            await session.execute(
                text(
                    "update idempotency_keys set created_at = created_at - interval '24 h'"
                    " where key = 'a'"
                )
            )
        await idempotency.forget_old(world.runtime.database)
        assert await count(world, "idempotency_keys") == 1
