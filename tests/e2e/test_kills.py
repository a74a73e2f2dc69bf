"""SIGKILL for api, workers and PostgreSQL at random moments: no add may be lost or doubled."""

import asyncio
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.processes import children, kill, postmaster
from yutang.cli.demo.clients import EmulatorDoor
from yutang.cli.demo.driver import Driver
from yutang.cli.demo.results import Add
from yutang.cli.demo.scenario import plan
from yutang.cli.demo.stack import Demo, free_ports, start_demo, temporary_home

RATE = 25.0
SEED = 7
PATIENCE_SECONDS = 75.0
TWENTY = {"api": 6, "worker 0": 5, "worker 1": 4, "postgres": 5}
FIVE = {"api": 2, "worker 0": 1, "worker 1": 1, "postgres": 1}

pytestmark = [pytest.mark.slow, pytest.mark.proof, pytest.mark.timeout(300)]


@pytest.fixture
def home() -> Iterator[Path]:
    """In memory where the machine allows: this test is about processes, not about a slow disk."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder with a name of its own is made in it
    with temporary_home(memory if memory.is_dir() else None) as folder:
        yield folder


@pytest.mark.parametrize(
    ("adds", "kills"),
    [(500, FIVE), (2000, TWENTY)],
    ids=["5", "20"],
)
async def test_kills_lose_nothing_and_welcome_nobody_twice(
    home: Path, adds: int, kills: dict[str, int]
) -> None:
    port, emulator_port = free_ports(2)
    async with start_demo(home, port, emulator_port) as demo, demo.doors() as (yutang, emulator):
        driver = Driver(yutang, emulator, demo.file.secret)
        visits = plan(adds, SEED, RATE, driver.run_name)
        await driver.prepare(visits)
        await driver.meet_first(visits, RATE)

        _, killed = await asyncio.gather(
            driver.scan(visits), kill_at_random(demo, kills, span_seconds=adds / RATE)
        )
        result = await driver.settle(PATIENCE_SECONDS)
        welcomes = await welcomes_received(emulator, driver.everyone)

    lacking = [
        f"{add.visit.number} {add.visit.kind.value}: {said}"
        for add in driver.adds
        if add.outcome != "late" and (said := add.shortfall()) is not None
    ]
    assert killed == kills
    assert lacking == []
    assert (result.stored, result.tagged) == (adds, adds)
    assert result.welcomed + result.late == adds
    assert [add for add in driver.adds if add.outcome == "late" and not add.reason] == []
    scans = Counter(add.external_userid for add in driver.everyone)
    assert {who: count for who, count in welcomes.items() if count > scans[who]} == {}
    assert [add.visit.number for add in driver.everyone if add.sends > 1] == []
    # Welcomes that all came late would prove nothing; how many did is the machine's business.
    assert result.welcomed > 0


async def kill_at_random(demo: Demo, kills: dict[str, int], span_seconds: float) -> dict[str, int]:
    """Kill as often as `kills` says within the span; returns how often each was really killed."""
    chance = random.Random(SEED)
    targets = [name for name, times in kills.items() for _ in range(times)]
    chance.shuffle(targets)
    moments = sorted(chance.uniform(0.5, span_seconds - 0.5) for _ in targets)
    loop = asyncio.get_running_loop()
    start = loop.time()
    killed: Counter[str] = Counter()
    for name, moment in zip(targets, moments, strict=True):
        await asyncio.sleep(max(0.0, start + moment - loop.time()))
        while not ((pid := find(demo, name)) and kill(pid)):
            # It is down from the kill before: its next life is the next target.
            await asyncio.sleep(0.02)
        killed[name] += 1
    return dict(killed)


def find(demo: Demo, name: str) -> int | None:
    """The process id behind a name of the kills; None while it is down."""
    if name == "postgres":
        return postmaster(demo.home)
    if demo.pid is None:
        return None
    kind, _, place = name.partition(" ")
    pids = sorted(pid for pid, command in children(demo.pid).items() if f" {kind}" in command)
    wanted = int(place or 0)
    return pids[wanted] if wanted < len(pids) else None


async def welcomes_received(emulator: EmulatorDoor, adds: list[Add]) -> Counter[str]:
    """How many welcomes each customer of the run has on his phone."""
    gate = asyncio.Semaphore(16)

    async def count(external_userid: str) -> tuple[str, int]:
        async with gate:
            messages = await emulator.control(
                "GET", "received", params={"external_userid": external_userid}
            )
        return external_userid, sum(message["kind"] == "welcome" for message in messages)

    people = {add.external_userid for add in adds}
    return Counter(dict(await asyncio.gather(*(count(who) for who in people))))
