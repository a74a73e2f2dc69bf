"""`yutang demo --check`: one run of the driver against a running demo, or against its own."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from .clients import DriverError, SignInRefusedError
from .driver import Driver, Progress
from .results import Add, Result
from .scenario import plan
from .stack import Demo, find_running, free_ports, start_demo, temporary_home


@dataclass(frozen=True, slots=True)
class Check:
    """What to drive, and as whom."""

    adds: int = 200
    rate: float = 50.0
    seed: int = 1
    patience: float = 120.0
    login: str | None = None
    password: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The counts and every add behind them."""

    result: Result
    adds: list[Add]


async def check_home(
    home: Path, check: Check, say: Callable[[str], None], show: Callable[[Progress], None]
) -> Outcome:
    """Drive the demo on `home`, or a temporary one when none runs there. Raises DriverError."""
    async with _demo(home, say) as demo:
        return await check_demo(demo, check, show)


async def check_demo(demo: Demo, check: Check, show: Callable[[Progress], None]) -> Outcome:
    """Drive `demo`. Raises DriverError."""
    try:
        async with demo.doors(check.login, check.password) as (yutang, emulator):
            driver = Driver(yutang, emulator, demo.file.secret, show)
            visits = plan(check.adds, check.seed, check.rate, driver.run_name)
            result = await driver.run(visits, check.rate, check.patience)
            return Outcome(result, driver.adds)
    except SignInRefusedError as error:
        message = f"signing in as {check.login or demo.file.checker} was refused"
        message += "; if the password was changed, give it: --user LOGIN --password PASSWORD"
        raise DriverError(message) from error


@asynccontextmanager
async def _demo(home: Path, say: Callable[[str], None]) -> AsyncIterator[Demo]:
    running = await find_running(home)
    if running is not None:
        say(f"driving the demo that runs on {home} at {running.url}")
        yield running
        return
    say(f"no demo runs on {home}: starting one for this check")
    port, emulator_port = free_ports(2)
    with temporary_home() as own:
        async with start_demo(own, port, emulator_port) as demo:
            yield demo
