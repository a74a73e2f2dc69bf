"""A day of groups with callbacks twice, late and lost: all is the emulator's own at its end."""

import asyncio
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bench.groups_truth import judge_groups, judge_stays
from tests.yutang.act.loop import Loop, open_loop, until
from yutang.sense.sync import service as sync

DAY = {
    "joins": 40, "invited": 20, "leaves": 30, "kicks": 10, "blinks": 5, "renames": 10,
    "notices": 10, "owners": 5, "admins": 5, "dismissals": 5, "opened": 5,
}  # fmt: skip


async def _live(loop: Loop, day: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The acts of a day that is over, once nothing of it is under way any more."""
    scenario = {
        "name": "day", "days": 2, "company": {"existing": True}, "group_day": day,
    }  # fmt: skip
    body = {"scenario": scenario, "seed": 3, "speed": 1}
    life = f"{loop.corp}/life"
    told = (await loop.wecom.post(life, json=body)).raise_for_status().json()
    async with asyncio.timeout(60):
        while told["running"]:
            await asyncio.sleep(0.1)
            told = (await loop.wecom.get(life, params={"rows": 0})).json()
    assert (told["status"], told["refused"]) == ("finished", {}), told

    async def rests() -> bool:
        await loop.settled()
        async with loop.yutang.runtime.database.owner() as session:
            due = "select exists (select from group_chats where due_at is not null)"
            return not (await session.execute(text(due))).scalar_one()

    await until(rests)
    return list((await loop.wecom.get(f"{life}/acts")).json())


@pytest.mark.parametrize(
    ("groups", "share"), [(40, 0.4), pytest.param(200, 1.0, marks=pytest.mark.proof)]
)
async def test_groups_are_the_emulators_own_after_a_day_and_stays_the_journals(
    dsn: str, tmp_path: Path, groups: int, share: float
) -> None:
    async with open_loop(dsn, tmp_path) as loop:
        await loop.act("generate", staff=8, customers=60, groups=groups, tags=0, seed=7)
        runtime, corp_id = loop.yutang.runtime, loop.yutang.corp_id
        await sync.sync_corp(runtime, corp_id)
        assert await sync.sync_groups(runtime, corp_id, full=True) == groups
        assert not judge_groups(dsn, await loop.tell("groups")).wrong
        async with loop.working():
            began = time.time()
            day = {name: round(count * share) for name, count in DAY.items()}
            acts = await _live(loop, day | {"within": "3s", "twice": 0.1, "late": 0.1})
            verdict = judge_groups(dsn, await loop.tell("groups"))
            assert (verdict.groups, verdict.first) == (groups + day["opened"], [])
            stays = judge_stays(dsn, acts, began)
            assert (stays.first, stays.missing, stays.over) == ([], 0, 0)
            # Of who came and went between two readings only callbacks tell.
            assert stays.blinks == day["blinks"]
            assert stays.came == day["joins"] + day["invited"] + day["blinks"]
            assert stays.went == day["leaves"] + day["kicks"] + day["blinks"]
            # Lost callbacks leave a difference, which a night's reading finds.
            await loop.wecom.post("/emulator/faults", json={"kind": "drop_callback", "value": 1})
            changed = next(one for one in reversed(acts) if one["do"] == "group_open")["with"]
            person = {"unionid": "olost", "name": "路过的人"}
            await loop.act(f"groups/{changed}/join", person=person)
            await loop.wecom.post(f"{loop.corp}/groups/{changed}/rename", json={"name": "新名"})
            assert judge_groups(dsn, await loop.tell("groups")).wrong
            await sync.sync_groups(runtime, corp_id, full=True)
            assert not judge_groups(dsn, await loop.tell("groups")).wrong
