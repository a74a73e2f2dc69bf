"""Callbacks that come twice and out of order, and calls that fail, welcome everybody once."""

from pathlib import Path

import pytest

from tests.yutang.act.loop import SEND, open_loop

PEOPLE = 6

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]


async def test_doubled_and_reordered_callbacks_and_lost_answers_welcome_everybody_once(
    dsn: str, tmp_path: Path
) -> None:
    async with open_loop(dsn, tmp_path) as loop:
        async with loop.working():
            channel = await loop.channel()
            for fault in (
                {"kind": "duplicate_callback", "value": 2, "share": 0.5},
                {"kind": "reorder_callback", "value": 1.0, "share": 0.3},
                {"kind": "http", "value": 502, "path": SEND, "when": "after", "count": 2},
                {"kind": "errcode", "value": -1, "prefix": "/cgi-bin/", "share": 0.05},
            ):
                answer = await loop.wecom.post("/emulator/faults", json=fault)
                assert answer.status_code == 200, answer.text
            people = [
                (await loop.scan(channel, f"客{number}"))["external_userid"]
                for number in range(PEOPLE)
            ]
            adds = await loop.ended(PEOPLE, tags=2)
            await loop.settled()
        assert [row["outcome"] for row in adds] == ["sent"] * PEOPLE
        received = [r for r in await loop.tell("received") if r["kind"] == "welcome"]
        assert sorted(row["external_userid"] for row in received) == sorted(people)
