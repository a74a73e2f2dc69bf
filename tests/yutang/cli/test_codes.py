"""`yutang codes`: many codes from a file, what came of them, who is on now."""

import asyncio
import csv
import json
import re
import zipfile
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner, Result

from tests.yutang.act.loop import Loop, open_loop, until
from yutang.cli.main import app
from yutang.kernel.jobs import is_worker_alive

FILE = "活码名称,员工账号,说明\n柜台,s0,a\n双人,s0;s1,b\n,nobody,c\n柜台,s1,d\n"


@pytest.fixture
async def loop(dsn: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Loop]:
    """Both sides; nobody works yet."""
    async with open_loop(dsn, tmp_path) as loop:
        monkeypatch.setenv("YUTANG_DATABASE_URL", dsn)
        monkeypatch.setenv("YUTANG_HOME", str(loop.yutang.runtime.settings.home))
        monkeypatch.setenv("COLUMNS", "200")
        async with loop.yutang.runtime.database.owner() as session:
            await session.execute(text("delete from procrastinate.procrastinate_workers"))
        yield loop


async def typed(*arguments: object) -> Result:
    """As somebody types it, beside the worker of the test."""
    words = ["codes", *map(str, arguments)]
    return await asyncio.to_thread(CliRunner().invoke, app, words)


def _without_room(told: str) -> str:
    """A clock may have counted what WeCom has room for, once an hour."""
    return re.sub(r"[,;] (WeCom has )?room for [\d,]+ more", "", told)


async def _count(loop: Loop) -> int:
    return int((await loop.yutang.http.get("/api/channels")).json()["total"])


async def _is_worked(loop: Loop) -> bool:
    async with loop.yutang.runtime.database.owner() as session:
        return await is_worker_alive(session)


async def test_a_file_becomes_codes_and_they_come_out(loop: Loop, tmp_path: Path) -> None:
    file = tmp_path / "活码.csv"
    file.write_text(FILE, "utf-8")
    assert (await typed("list")).stdout == "no channel codes yet\n"
    tried = await typed("make", file, "--dry-run")
    assert tried.exit_code == 0, tried.output
    assert tried.stderr.splitlines() == [
        "row 4: there is no member with the account nobody",
        "row 4: a code of several members needs a name",
        "row 5: the name is in a row before: 柜台 · 2",
        "columns not read: 说明",
    ]
    told = "2 codes, 2 rows cannot become one (file 1; nothing was made)\n"
    assert _without_room(tried.stdout) == told
    alone = await typed("make", file)
    assert alone.exit_code == 2
    assert "no worker runs that would make them" in alone.stderr
    strange = await typed("make", file, "--tag", "没有的")
    assert strange.exit_code == 2
    assert "there is no tag 没有的 here" in strange.stderr
    assert await _count(loop) == 0

    async with loop.working():
        await until(lambda: _is_worked(loop))
        tag = loop.tags[0]
        made = await typed("make", file, "--tag", tag["name"], "--no-skip-verify")
        assert made.exit_code == 0, made.output
        # The worker beside it logs into the same stream.
        assert made.stdout.splitlines()[-1] == (
            "done: 2 codes ready, 0 refused by WeCom, 2 rows cannot become one"
            " (`yutang codes export 3 -o FILE` writes them)"
        )
        again = await typed("make", file)
        assert again.exit_code == 1
        assert "row 2: there is a code called 柜台 already" in again.stderr
    codes = {
        one["name"]: one for one in (await loop.yutang.http.get("/api/channels")).json()["items"]
    }
    assert set(codes) == {"柜台", "双人"}
    assert [one["id"] for one in codes["柜台"]["tags"]] == [tag["id"]]
    assert codes["柜台"]["skip_verify"] is False

    listed = await typed("list")
    assert [line.split() for line in listed.stdout.splitlines()] == [
        ["number", "name", "kind", "state", "members", "today", "ever"],
        [str(codes["双人"]["id"]), "双人", "direct", "active", "员工0,", "员工1", "0", "0"],
        [str(codes["柜台"]["id"]), "柜台", "direct", "active", "员工0", "0", "0"],
    ]
    plain = [json.loads(line) for line in (await typed("list", "--json")).stdout.splitlines()]
    assert [(one["id"], one["qr_content"]) for one in plain] == [
        (codes[name]["id"], codes[name]["qr_content"]) for name in ("双人", "柜台")
    ]

    table, pictures = tmp_path / "out.csv", tmp_path / "out.zip"
    written = await typed("export", 3, "-o", table, "--lang", "en")
    assert (written.exit_code, written.stdout) == (0, f"2 codes in {table}\n"), written.output
    with table.open(encoding="utf-8-sig", newline="") as opened:
        _, *rows = csv.reader(opened)
    assert [row[:5] for row in rows] == [
        ["2", "柜台", "s0", "active", codes["柜台"]["qr_content"]],
        ["3", "双人", "s0;s1", "active", codes["双人"]["qr_content"]],
    ]
    assert (await typed("export", 3, "--out", pictures)).exit_code == 0
    with zipfile.ZipFile(pictures) as packed:
        assert sorted(packed.namelist()) == ["双人.png", "柜台.png"]
    for arguments, status, why in (
        (("export", 3, "-o", tmp_path / "out.txt"), 2, "must end in .csv, .xlsx or .zip"),
        (("export", 99, "-o", table), 1, "there is no file of codes 99 here"),
        (("duty", "没有的"), 2, "there is no code 没有的 here"),
        (("list", "--corp", "ww0"), 2, "no such company"),
    ):
        refused = await typed(*arguments)
        assert (refused.exit_code, why in refused.stderr) == (status, True), refused.output
    assert not (tmp_path / "out.txt").exists()


async def test_who_is_on_and_why_the_others_are_not(loop: Loop) -> None:
    async with loop.working():
        first, second, third = [member["id"] for member in loop.staff]
        code = await loop.channel(name="台卡", staff_ids=[first, second])
        http = loop.yutang.http
        until = loop.yutang.runtime.clock() + timedelta(hours=2)
        off = await http.put(
            f"/api/duties/{second}", json={"off": True, "until": until.isoformat()}
        )
        assert off.status_code == 200, off.text
        rules = {"version": 0, "day_cap": 5, "stand_in_ids": [third]}
        assert (await http.put(f"/api/channels/{code['id']}/rota", json=rules)).status_code == 200
    zone = (await http.get("/api/session")).json()["corp"]["timezone"]
    for name in (code["id"], "台卡"):
        told = await typed("duty", name)
        assert told.exit_code == 0, told.output
        head, *lines = _without_room(told.stdout).splitlines()
        assert head.startswith(f"台卡 ({code['id']}): 1 of 3 take customers at ")
        assert head.endswith(zone)
        assert lines[0] == "  on   员工0 (s0): 0 of 5 today"
        assert lines[1].startswith("  off  员工1 (s1): is off duty until 20")
        assert lines[1].endswith(", 0 of 5 today")
        assert lines[2] == "  off  员工2 (s2, stand-in): 0 today"
        assert lines[3].startswith("changes by itself 20")
