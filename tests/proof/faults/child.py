"""A process that has effects until it is killed: `python -m tests.proof.faults.child`.

It asks for all deeds at once, and says so.
"""

import asyncio
import sys
from pathlib import Path

from yutang.bootstrap import build_runtime
from yutang.kernel.settings import Settings
from yutang.people.deeds import service as deeds
from yutang.people.deeds.guarantees import Effect
from yutang.wecom.broadcasts import CustomerBroadcast
from yutang.wecom.contact_ways import NewContactWay
from yutang.wecom.join_ways import NewJoinWay


def effects(chat_id: str, msgid: str) -> dict[str, Effect]:
    """One deed of each guarantee that a killed process leaves open, by its key."""
    return {
        "found": deeds.BroadcastDeed(CustomerBroadcast(text="found", sender="s000")),
        "one": deeds.ContactWayDeed(NewContactWay(userids=["s000"], state="one")),
        "again": deeds.JoinWayDeed(NewJoinWay(chat_ids=[chat_id], remark="again")),
        "never": deeds.ReminderDeed(msgid, 1),
    }


async def work(settings: Settings, corp_id: int, wanted: dict[str, Effect]) -> None:
    """Ask for all of them."""
    runtime = build_runtime(settings)
    await asyncio.gather(
        *(deeds.perform(runtime, corp_id, key, effect) for key, effect in wanted.items())
    )
    await runtime.close()


if __name__ == "__main__":
    dsn, home, wecom, number, chat_id, msgid = sys.argv[1:7]
    asyncio.run(
        work(
            Settings(home=Path(home), database_url=dsn, wecom_base_url=wecom),
            int(number),
            effects(chat_id, msgid),
        )
    )
