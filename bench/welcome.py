"""100 adds a second against the emulator: how long until send_welcome_msg."""

from dataclasses import dataclass

from yutang.cli.demo.check import Check, check_demo
from yutang.cli.demo.driver import Progress
from yutang.cli.demo.report import show
from yutang.cli.demo.stack import free_ports, start_demo, temporary_home

from .showing import CONSOLE, show_bounds, show_versions

BOUNDS = {"p99_ms": ("<=", 1000.0), "late": ("<=", 0.0), "failed": ("<=", 0.0)}
RATE = 100.0


@dataclass(frozen=True, slots=True)
class Size:
    """How long."""

    seconds: int = 60
    patience: float = 120.0


QUICK = Size(seconds=3)


async def run(*, quick: bool) -> dict[str, object]:
    """Measure; returns the keys. Raises RuntimeError when an add was neither stored nor tagged."""
    size = QUICK if quick else Size()
    show_versions("uvicorn", "psycopg", "procrastinate", "httpx2")
    check = Check(adds=round(size.seconds * RATE), rate=RATE, patience=size.patience)
    with temporary_home() as home:
        port, emulator_port = free_ports(2)
        async with start_demo(home, port, emulator_port) as demo:
            outcome = await check_demo(demo, check, _ignore)
    result = outcome.result
    show(CONSOLE, outcome.adds, result)
    CONSOLE.print(
        f"{RATE:.0f} adds a second for {size.seconds} s, with nothing else running. "
        "The second case, while ten million customers are imported, has to wait: there is no "
        "import yet.",
        style="dim",
    )
    if (result.stored, result.tagged) != (result.adds, result.adds):
        message = f"of {result.adds} adds {result.stored} were stored, {result.tagged} tagged"
        raise RuntimeError(message)
    keys: dict[str, object] = {
        "p50_ms": result.p50_ms,
        "p99_ms": result.p99_ms,
        "late": result.late,
        # An impossible welcome is none of Yutang's fault in life; here nothing makes one so.
        "failed": result.failed + result.impossible,
    }
    show_bounds(keys, BOUNDS)
    return keys


def _ignore(_: Progress) -> None:
    """A benchmark draws no bars: they would take part of the machine."""
