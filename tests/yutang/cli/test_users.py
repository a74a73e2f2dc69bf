"""`yutang users`: whoever runs the installation lets people in again, and shuts them out."""

import asyncio

import pytest
from typer.testing import CliRunner, Result

from tests.yutang.world import PASSWORD, World
from yutang.cli.main import app
from yutang.kernel.access import service as access


def run(world: World, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    """As somebody types it, at the database of the test."""
    monkeypatch.setenv("YUTANG_DATABASE_URL", world.runtime.database.url)
    monkeypatch.setenv("YUTANG_HOME", str(world.runtime.settings.home))
    monkeypatch.setenv("COLUMNS", "200")
    return CliRunner().invoke(app, ["users", *arguments])


async def test_who_is_locked_out_gets_in_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with world.runtime.database.owner() as session:
        await access.add_user(
            session, world.corp_id, login="li", name="李雷", role="manager", password=PASSWORD
        )
    for _ in range(access.ATTEMPTS_BEFORE_LOCK):
        await world.sign_in("li", "wrong wrong")
    assert (await world.sign_in("li")).status_code == 429

    async def type_in(*arguments: str) -> Result:
        return await asyncio.to_thread(run, world, monkeypatch, *arguments)

    reset = await type_in("reset-password", "li")
    assert reset.exit_code == 0, reset.output
    first = reset.stdout.strip()
    answer = await world.sign_in("li", first)
    assert answer.json()["user"]["must_change_password"]
    listed = await type_in("list")
    (line,) = [line for line in listed.stdout.splitlines() if " li " in line]
    assert all(word in line for word in ("demo 的公司", "李雷", "manager", "first password"))
    assert (await type_in("disable", "li")).stdout == "li is out\n"
    assert (await world.http.get("/api/session")).status_code == 401
    (line,) = [line for line in (await type_in("list")).stdout.splitlines() if " li " in line]
    assert "disabled" in line
    last = await type_in("disable", "demo")
    assert last.exit_code == 1
    assert "the last owner" in last.stderr
    nobody = await type_in("reset-password", "nobody")
    assert nobody.exit_code == 1
    assert "there is no person 'nobody'" in nobody.stderr
    assert (await world.sign_in()).status_code == 200
