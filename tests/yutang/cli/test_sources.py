"""`yutang sources`, as somebody types it, on an installation with two companies."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import text
from typer.testing import CliRunner, Result

from yutang.bootstrap import build_runtime
from yutang.cli.main import app
from yutang.kernel.settings import Settings
from yutang.people.corps import service as corps
from yutang.people.corps.schemas import NewApp, NewCorp, NewOwner

OURS, THEIRS = "ww7d1c2b3a4f5e6071", "ww7d1c2b3a4f5e6072"


class Desk:
    """A shell at the machine."""

    def __init__(self, home: Path, dsn: str) -> None:
        self.home = home
        self.dsn = dsn

    async def typed(self, *arguments: object) -> Result:
        """In this process: it starts in seconds."""
        words = ["sources", *map(str, arguments), "--home", str(self.home)]
        return await asyncio.to_thread(CliRunner().invoke, app, words)

    async def ours(self, *arguments: object) -> Result:
        """Of the first company; it worked."""
        told = await self.typed(*arguments, "--corp", OURS)
        assert told.exit_code == 0, told.output
        return told

    async def listed(self, corpid: str = OURS) -> list[dict[str, Any]]:
        """As a script reads it."""
        told = await self.typed("list", "--json", "--corp", corpid)
        assert told.exit_code == 0, told.output
        return [json.loads(line) for line in told.stdout.splitlines()]

    async def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What stands in the database."""
        runtime = build_runtime(Settings(home=self.home, database_url=self.dsn))
        try:
            async with runtime.database.owner() as session:
                return [tuple(row) for row in await session.execute(text(sql))]
        finally:
            await runtime.close()


@pytest.fixture
async def desk(dsn: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Two companies; neither has a source."""
    monkeypatch.setenv("YUTANG_DATABASE_URL", dsn)
    monkeypatch.setenv("COLUMNS", "200")
    runtime = build_runtime(Settings(home=tmp_path, database_url=dsn))
    for number, corpid in enumerate((OURS, THEIRS)):
        keys = NewApp(
            agent_id=1000002 + number,
            secret=SecretStr("a secret of nobody"),
            callback_token=SecretStr("token"),
            aes_key=SecretStr("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"),
        )
        owner = NewOwner(login=f"lin{number}", name="林", password=SecretStr("correct horse"))
        async with runtime.database.owner() as session:
            new = NewCorp(corpid=corpid, name="青禾", apps=[keys])
            await corps.add_corp(session, runtime.vault, new, owner)
    await runtime.close()
    return Desk(tmp_path, dsn)


KEYS = "select source_id, ends_at is null, ends_at <= now() from collect_keys order by id"
AUDITS = "select action, actor from audit_entries where action like 'source.%' order by id"


async def test_sources_are_made_listed_paused_and_their_keys_changed(desk: Desk) -> None:
    made = await desk.ours("make", "小程序", "--kind", "mini_program", "--per-second", 50)
    first, key = made.stdout.splitlines()
    number = int(first.removeprefix("source ").partition(":")[0])
    assert first == f"source {number}: 小程序"
    assert key.startswith("key: ")
    told = json.loads((await desk.ours("make", "商城", "--kind", "webhook", "--json")).stdout)
    assert (set(told), told["name"]) == ({"id", "name", "kind", "secret"}, "商城")
    await desk.ours("make", "官网", "--kind", "web", "--origin", "https://shop.example.com")

    found = {one["name"]: one for one in await desk.listed()}
    assert {
        name: (one["kind"], one["enabled"], one["events_per_second"], one["taken_today"])
        for name, one in found.items()
    } == {
        "小程序": ("mini_program", True, 50, 0),
        "商城": ("webhook", True, 1000, 0),
        "官网": ("web", True, 1000, 0),
    }
    assert found["官网"]["origins"] == ["https://shop.example.com"]
    # A key is shown once.
    assert key.removeprefix("key: ") not in str(found)
    shown = (await desk.ours("list")).stdout.splitlines()
    assert [line.split()[:4] for line in shown[1:]] == [
        [str(one["id"]), one["name"], one["kind"], "on"] for one in await desk.listed()
    ]

    other = json.loads((await desk.ours("rotate", number, "--json")).stdout)
    assert (other["id"], other["key"] == key.removeprefix("key: ")) == (number, False)
    of_it = [row[1:] for row in await desk.rows(KEYS) if row[0] == number]
    assert of_it == [(False, False), (True, None)]
    await desk.ours("rotate", number, "--end-old")
    of_it = [row[1:] for row in await desk.rows(KEYS) if row[0] == number]
    assert of_it[-1] == (True, None)
    assert all(ended for _, ended in of_it[:-1])

    assert (await desk.ours("pause", number)).stdout == f"source {number}: 小程序, paused\n"
    paused = {one["id"]: one["enabled"] for one in await desk.listed()}
    assert paused == {one["id"]: one["name"] != "小程序" for one in found.values()}
    assert "paused" in (await desk.ours("list")).stdout
    assert (await desk.ours("resume", number)).stdout == f"source {number}: 小程序\n"
    assert all(one["enabled"] for one in await desk.listed())
    assert (await desk.listed(THEIRS)) == []
    actions = await desk.rows(AUDITS)
    assert {actor for _, actor in actions} == {"system"}
    assert [action for action, _ in actions].count("source.changed") == 2


async def test_what_cannot_be_done_ends_with_words_and_changes_nothing(desk: Desk) -> None:
    told = json.loads((await desk.ours("make", "商城", "--json")).stdout)
    number = told["id"]
    before = await desk.rows(KEYS), await desk.rows(AUDITS), await desk.listed()
    for arguments, words in (
        (("list",), "there is not exactly one company; name one with --corp"),
        (("list", "--corp", "ww0"), "there is no company ww0 here"),
        (("rotate", 999, "--corp", OURS), "999"),
        (("pause", 999, "--corp", OURS), "999"),
        # Another company's is not there.
        (("rotate", number, "--corp", THEIRS), str(number)),
        (("pause", number, "--corp", THEIRS), str(number)),
        (("resume", number, "--corp", THEIRS), str(number)),
        (("make", "商城", "--corp", OURS), "商城"),
        (("make", "x", "--kind", "other", "--corp", OURS), "kind: "),
        (("make", "x", "--per-second", 0, "--corp", OURS), "events_per_second: "),
        (("make", "x", "--kind", "web", "--origin", "shop", "--corp", OURS), "origin"),
    ):
        refused = await desk.typed(*arguments)
        assert (refused.exit_code, refused.stdout) == (1, ""), arguments
        assert words in refused.stderr, arguments
        assert "Traceback" not in refused.stderr
    assert (await desk.rows(KEYS), await desk.rows(AUDITS), await desk.listed()) == before
