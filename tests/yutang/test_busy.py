"""A database too busy to answer in time: the caller is told to come again, and nothing is half."""

from pathlib import Path

import psycopg
import pytest

from tests.yutang.world import open_world
from yutang.kernel import db


async def test_who_waits_too_long_is_told_to_come_again(
    dsn: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db, "TRANSACTION_TIMEOUT", "1500ms")
    async with open_world(dsn, tmp_path) as world:
        await world.sign_in()
        body = {"kind": "own", "name": "等级", "tags": ["金卡"]}
        async with await psycopg.AsyncConnection.connect(dsn) as other:
            await other.execute("lock table tag_groups in access exclusive mode")
            answer = await world.http.post("/api/tags/groups", json=body)
        assert (answer.status_code, answer.json()["type"]) == (503, "busy")
        assert answer.headers["Retry-After"] == "5"
        assert "nothing was changed" in answer.json()["detail"]
        made = await world.http.post("/api/tags/groups", json=body)
        assert made.status_code == 201, made.text
        groups = (await world.http.get("/api/tags/groups")).json()["items"]
        assert [group["name"] for group in groups].count("等级") == 1
