"""A process that SIGKILL ends in the middle of its calls leaves nothing twice and nothing open."""

import asyncio
import signal
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.proof.faults.child import effects
from tests.yutang.people.gateway.test_processes import CORPID, ROOT, Stage, opened
from yutang.kernel.clock import utc_now
from yutang.people.corps import service as corps
from yutang.people.deeds import service as deeds
from yutang.people.deeds.errors import NotKnownYetError
from yutang.people.deeds.guarantees import Effect
from yutang.wecom.broadcasts import CustomerBroadcast
from yutang.wecom.errors import WeComError

PATHS = {
    "found": "/cgi-bin/externalcontact/add_msg_template",
    "one": "/cgi-bin/externalcontact/add_contact_way",
    "again": "/cgi-bin/externalcontact/groupchat/add_join_way",
    "never": "/cgi-bin/externalcontact/remind_groupmsg_send",
}
LATE_SECONDS = 2.0

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]


class Later:
    """The process that comes after, in a time that is moved on both sides."""

    def __init__(self, stage: Stage) -> None:
        self.ahead = timedelta()
        self.stage = stage
        self.runtime = replace(stage.runtime, clock=self.now)

    def now(self) -> datetime:
        """The moment."""
        return utc_now() + self.ahead

    async def wait(self, seconds: float) -> None:
        """Time passes."""
        self.ahead += timedelta(seconds=seconds)
        body = {"advance_seconds": seconds}
        assert (await self.stage.wecom.post("/emulator/clock", json=body)).status_code == 200

    async def perform(self, key: str, effect: Effect) -> dict[str, Any]:
        """As a job does."""
        for _ in range(40):
            try:
                outcome = await deeds.perform(self.runtime, self.stage.corp_id, key, effect)
            except NotKnownYetError as error:
                await self.wait(max(0.0, (error.until - self.now()).total_seconds()) + 0.01)
            except WeComError:
                await self.wait(61)
            else:
                return outcome.result
        message = f"{key} waits for ever"
        raise AssertionError(message)


@pytest.mark.proof
@pytest.mark.parametrize("when", ["before", "after"])
async def test_what_a_killed_process_asked_for_is_had_as_promised(
    dsn: str, tmp_path: Path, when: str
) -> None:
    async with opened(dsn, tmp_path) as stage:
        corp = f"/emulator/corps/{CORPID}"
        await stage.wecom.post(f"{corp}/add", json={"userid": "s000", "person": {"name": "客"}})
        group = (await stage.wecom.post(f"{corp}/groups", json={"owner": "s000"})).json()
        client = await corps.connect(stage.runtime, stage.corp_id)
        old = await client.broadcasts.add_to_customers(CustomerBroadcast(text="old", sender="s000"))
        for path in PATHS.values():
            fault = {"kind": "latency", "value": LATE_SECONDS, "path": path, "when": when}
            answer = await stage.wecom.post("/emulator/faults", json=fault)
            assert answer.status_code == 200
        before = {path: len(await stage.journal(path)) for path in PATHS.values()}
        settings = stage.runtime.settings
        child = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.proof.faults.child",
            str(settings.database_url),
            str(settings.home),
            settings.wecom_base_url,
            str(stage.corp_id),
            group["chat_id"],
            old.msgid,
            cwd=ROOT,
        )
        stage.children.append(child)
        async with asyncio.timeout(60):
            while not all([len(await stage.journal(p)) > n for p, n in before.items()]):
                await asyncio.sleep(0.02)
        child.send_signal(signal.SIGKILL)
        assert await child.wait() == -signal.SIGKILL
        await stage.wecom.delete("/emulator/faults")
        await asyncio.sleep(LATE_SECONDS + 0.5)
        later = Later(stage)
        wanted = effects(group["chat_id"], old.msgid)
        told = {key: await later.perform(key, effect) for key, effect in wanted.items()}
        await later.wait(121)
        await deeds.sweep(later.runtime)
        todos = (await stage.wecom.get(f"{corp}/todos", params={"userid": "s000"})).json()
        found = [row["msgid"] for row in todos if row["parts"][0]["text"] == "found"]
        assert found == [told["found"]["msgid"]]
        ways = (await stage.wecom.get(f"{corp}/contact_ways")).json()
        assert [way["config_id"] for way in ways] == [told["one"]["config_id"]]
        join_ways = (await stage.wecom.get(corp)).json()["join_ways"]
        assert told["again"]["config_id"] in join_ways
        # The lost one is there too, and both count.
        assert len(join_ways) == 2
        [reminded] = [row["reminders"] for row in todos if row.get("msgid") == old.msgid]
        assert (told["never"], reminded) == ({"certain": False}, 1)
