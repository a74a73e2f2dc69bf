"""A run in a process of its own, killed for good amid it."""

import asyncio
import os
import signal
import sys
import textwrap

import pytest

from yutang.decide.autotags import running

from .stage import DAILY, Stage, put
from .test_runs import EVERYBODY

PEOPLE = 2_000
RUNNING = """
    import asyncio, sys
    from pathlib import Path
    from yutang.bootstrap import build_runtime
    from yutang.decide.autotags import running
    from yutang.kernel.settings import Settings

    running.CHUNK = 25

    async def main():
        runtime = build_runtime(Settings(home=Path(sys.argv[1]), database_url=sys.argv[2]))
        await running.carry_on(runtime, int(sys.argv[3]), int(sys.argv[4]))
        await runtime.close()

    asyncio.run(main())
"""


@pytest.mark.timeout(300)
async def test_killed_runs_change_each_person_once(stage: Stage, dsn: str) -> None:
    """A real SIGKILL; at length again and again."""
    await stage.people(PEOPLE)
    [tag] = await stage.group("组", ["一"])
    rule = await stage.rule(DAILY, put(tag), condition=EVERYBODY)
    await stage.engine.catch_up()
    run_id = (await stage.call("POST", f"/{rule['id']}/run", 202))["id"]
    runtime = stage.world.runtime
    assert await running.find_people(runtime, stage.corp_id, run_id)
    kills, done = 0, 0
    while done < PEOPLE and kills < (12 if os.environ.get("YUTANG_PROOF") else 1):
        child = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            textwrap.dedent(RUNNING),
            str(runtime.settings.home),
            dsn,
            str(stage.corp_id),
            str(run_id),
        )
        before = done
        while done < before + 150 and child.returncode is None:
            await asyncio.sleep(0.01)
            done = len(await stage.worn(tag))
        if child.returncode is None:
            os.kill(child.pid, signal.SIGKILL)
        assert await child.wait() in {0, -signal.SIGKILL}
        kills += 1
        done = len(await stage.worn(tag))
    assert done > 0
    await running.carry_on(runtime, stage.corp_id, run_id)
    run = await stage.call("GET", f"/runs/{run_id}", 200)
    assert (run["state"], run["asked"], run["done"], run["changed"]) == (
        "ended", PEOPLE, PEOPLE, PEOPLE,
    )  # fmt: skip
    assert len(await stage.worn(tag)) == PEOPLE
    changes = await stage.rows("select count(*), count(distinct customer_id) from tag_rule_changes")
    assert changes == [(PEOPLE, PEOPLE)]
    told = await stage.rows(
        "select count(*), count(distinct customer_id) from events where kind = 'tag.added'"
    )
    assert told == [(PEOPLE, PEOPLE)]
