"""`yutang segments`: listed, shown, refreshed where an engine runs, exported."""

import asyncio
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.yutang.people.segments.stage import friends, make, refresh, tag, wear
from tests.yutang.world import World
from yutang.cli.main import app
from yutang.people.audience.engine import Engine


async def typed(*arguments: object) -> Result:
    """As somebody types it."""
    words = ["segments", *map(str, arguments)]
    return await asyncio.to_thread(CliRunner().invoke, app, words)


async def test_segments_from_a_shell(
    world: World, audience: Engine, dsn: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YUTANG_DATABASE_URL", dsn)
    monkeypatch.setenv("YUTANG_HOME", str(world.runtime.settings.home))
    monkeypatch.setenv("COLUMNS", "200")
    assert (await typed("list")).stdout == "no segments yet\n"
    await world.sign_in()
    await friends(world, *range(1, 11))
    await wear(world, 5, range(1, 5))
    await audience.catch_up()
    made = (await make(world, "金卡", tag(5)))["id"]
    await refresh(world, made)
    told = await typed("list", "--json")
    assert [json.loads(line)["size"] for line in told.stdout.splitlines()] == [4]
    assert "金卡" in (await typed("list")).stdout
    shown = (await typed("show", made)).stdout
    assert f"{made} 金卡 (kept, version 1): 4" in shown
    assert "4 entered, 0 left, 4 told, done" in shown
    out = tmp_path / "people.csv"
    exported = await typed("export", made, "--out", out, "--column", "id")
    assert exported.stdout == f"4 customers in {out}\n", exported.output
    assert len(out.read_text("utf-8-sig").splitlines()) == 5
    # No engine runs beside this process: it says so, and the segment keeps what it was.
    away = await typed("refresh", made)
    assert away.exit_code == 1
    assert "audience engine does not answer" in away.stderr
    unknown = await typed("show", 999)
    assert (unknown.exit_code, "there is no segment 999" in unknown.stderr) == (1, True)
