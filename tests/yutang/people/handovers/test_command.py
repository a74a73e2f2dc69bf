"""`yutang handovers`, as somebody types it on the server."""

import asyncio

import pytest
from typer.testing import CliRunner, Result

from yutang.cli.main import app

from .stage import FIRST, GIVER, SECOND, Stage


def run(stage: Stage, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    """At the database of the test."""
    monkeypatch.setenv("YUTANG_DATABASE_URL", stage.world.runtime.database.url)
    monkeypatch.setenv("YUTANG_HOME", str(stage.world.runtime.settings.home))
    return CliRunner().invoke(app, ["handovers", *arguments])


async def test_handovers_are_told_in_lines(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async def typed(*arguments: str) -> Result:
        return await asyncio.to_thread(run, stage, monkeypatch, *arguments)

    assert (await typed("list")).stdout == "no handovers yet\n"
    await stage.befriend(GIVER, 3)
    handover_id = await stage.begin(FIRST, SECOND)
    await stage.carry_on(handover_id)
    line = (
        "1  waiting  giver (on_job)  移交: 0 accepted, 3 waiting, 0 refused, 0 without room,"
        " 0 failed, 0 left out; groups 0 done, 0 to go, 0 failed\n"
    )
    assert (await typed("list")).stdout == line
    shown = (await typed("show", "1")).stdout
    assert shown.startswith(line)
    assert "  ann: 2 in all, 0 accepted, 2 waiting" in shown
    missing = await typed("show", "7")
    assert (missing.exit_code, missing.stdout) == (2, "")
    assert "there is no handover 7" in missing.stderr
