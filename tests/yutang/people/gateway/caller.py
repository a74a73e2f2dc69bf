"""One more process that calls WeCom: `python -m tests.yutang.people.gateway.caller`.

For each line on standard input, so that all begin together, it reads the corp, or calls for as
many seconds as the line says and prints how many of its calls were answered, how many found no
quota in time, and what else went wrong.
"""

import asyncio
import json
import sys
import time
from pathlib import Path
from typing import Any

from yutang.bootstrap import build_runtime
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.people.corps import service as corps
from yutang.sense.sync import service as sync
from yutang.wecom.admission import NoQuotaError, Urgency
from yutang.wecom.errors import WeComError


async def work(what: str, corp_id: int, settings: Settings) -> None:
    """Do it."""
    runtime = build_runtime(settings)
    _say("ready")
    while line := await asyncio.to_thread(sys.stdin.readline):
        if what == "sync":
            await sync.sync_corp(runtime, corp_id)
        else:
            _say(json.dumps(await call(runtime, corp_id, float(line))))
    await runtime.close()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


async def call(runtime: Runtime, corp_id: int, seconds: float) -> dict[str, Any]:
    """Call one API for so long with two callers of each class; at least once each."""
    told: dict[str, Any] = {"answered": 0, "waits": 0, "errors": []}
    until = time.monotonic() + seconds

    async def one(urgency: Urgency) -> None:
        client = await corps.connect(runtime, corp_id, urgency=urgency)
        while True:
            try:
                await client.contacts.departments()
                told["answered"] += 1
            except NoQuotaError:
                told["waits"] += 1
            except WeComError as error:
                told["errors"].append(f"{type(error).__name__}: {error}")
            if time.monotonic() >= until:
                return

    await asyncio.gather(*(one(urgency) for urgency in (*Urgency, *Urgency)))
    return told


if __name__ == "__main__":
    dsn, home, wecom, number, limits_file, wanted = sys.argv[1:7]
    asyncio.run(
        work(
            wanted,
            int(number),
            Settings(
                home=Path(home),
                database_url=dsn,
                wecom_base_url=wecom,
                wecom_limits=Path(limits_file) if limits_file != "-" else None,
            ),
        )
    )
