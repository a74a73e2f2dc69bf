"""A day of one code: caps hold but for one update, two resign, and it is never without staff."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.act.loop import Loop, open_loop, until
from yutang.sense.sync import service as sync

MEMBERS = 8
_GOT = text(
    "select account, count(distinct external_id) from welcomes"
    " where not owner_change group by 1 order by 1"
)
_HITS = text(
    """
    select s.account, h.day_cap, h.over, extract(epoch from h.told_at - h.reached_at) as seconds,
           (select count(distinct w.external_id) from welcomes w
            where w.account = s.account and w.received_at > h.told_at) as late
    from rota_cap_hits h
    join staff s on s.corp_id = h.corp_id and s.id = h.staff_id
    """
)


def _script(config_id: str, adds: int, per_second: float, leavers: list[str]) -> dict[str, Any]:
    scans = [
        {
            "at": n / per_second,
            "do": "scan",
            "body": {"config_id": config_id, "person": {"unionid": f"o{n}", "name": f"客{n}"}},
        }
        for n in range(adds)
    ]
    resigning = [
        {"at": adds / per_second * share, "do": f"staff/{one}/resign", "body": {}}
        for one, share in zip(leavers, (0.2, 0.3), strict=True)
    ]
    rows = sorted([*scans, *resigning], key=lambda row: row["at"])
    return {"name": "codeday", "company": {"existing": True}, "script": rows}


async def _live(loop: Loop, scenario: dict[str, Any], seconds: float) -> None:
    life = f"{loop.corp}/life"
    body = {"scenario": scenario, "seed": 3, "speed": 1}
    told = (await loop.wecom.post(life, json=body)).raise_for_status().json()
    async with asyncio.timeout(seconds + 600):
        while told["running"]:
            await asyncio.sleep(0.2)
            told = (await loop.wecom.get(life, params={"rows": 0})).json()
    # A scan that found nobody would have been refused.
    assert (told["status"], told["refused"]) == ("finished", {}), told


async def _rows(loop: Loop, statement: Any) -> list[Any]:
    async with loop.yutang.runtime.database.owner() as session:
        return [tuple(row) for row in await session.execute(statement)]


@pytest.mark.parametrize(
    ("adds", "per_second"),
    [(60, 15), pytest.param(20_000, 60, marks=[pytest.mark.proof, pytest.mark.timeout(1_800)])],
)
async def test_nobody_gets_more_than_his_cap_and_one_update(
    dsn: str, tmp_path: Path, adds: int, per_second: float
) -> None:
    async with open_loop(dsn, tmp_path) as loop:
        await loop.act("generate", staff=MEMBERS - 2, customers=0, groups=0, tags=0, seed=7)
        await sync.sync_corp(loop.yutang.runtime, loop.yutang.corp_id)
        http = loop.yutang.http
        staff = (await http.get("/api/staff", params={"limit": 50})).json()["items"]
        assert len(staff) == MEMBERS + 1
        listed = [one for one in staff if one["account"] != "s2"]
        stand_in = next(one for one in staff if one["account"] == "s2")
        cap = round(adds * 0.12)
        async with loop.working():
            channel = await loop.channel(
                staff_ids=[one["id"] for one in listed], tag_ids=[], welcome=None
            )
            put = await http.put(
                f"/api/channels/{channel['id']}/rota",
                json={"day_cap": cap, "stand_in_ids": [stand_in["id"]], "version": 0},
            )
            assert put.status_code == 200, put.text
            scenario = _script(channel["config_id"], adds, per_second, ["s0", "s1"])
            await _live(loop, scenario, adds / per_second)

            async def settled() -> Any:
                roster = (await http.get(f"/api/channels/{channel['id']}/roster")).json()
                got = await _rows(loop, _GOT)
                return roster if sum(n for _, n in got) == adds and not roster["waits"] else None

            roster = await until(settled, 180)
        got = dict(await _rows(loop, _GOT))
        hits = {row[0]: row[1:] for row in await _rows(loop, _HITS)}
        print(f"{adds} adds, cap {cap}: {got}; hits {hits}")  # noqa: T201 - the proof's figures
        for member in listed:
            _, over, _, late = hits.get(member["account"], (cap, 0, 0, 0))
            assert got.get(member["account"], 0) <= cap + over + late, member
        assert {one["reason"] for one in roster["members"] if one["account"] in {"s0", "s1"}} == {
            "left"
        }
        # Six stay and all came to their caps; what was left over is the stand-in's.
        assert len(hits) >= MEMBERS - 2
        assert (roster["fallback"], [m["account"] for m in roster["members"] if m["on"]]) == (
            "stand_in",
            ["s2"],
        )
        shot = (await http.get(f"/api/channels/{channel['id']}/overshoot")).json()
        assert shot["hits"] == len(hits)
        assert shot["most"] == max(over for _, over, _, _ in hits.values())
        # WeCom was told as often as who is on changed, not once for each add.
        updates = [
            call
            for call in await loop.calls("/cgi-bin/externalcontact/update_contact_way")
            if call["body"]["config_id"] == channel["config_id"]
        ]
        assert 1 <= len(updates) <= 3 * (MEMBERS + 3)
