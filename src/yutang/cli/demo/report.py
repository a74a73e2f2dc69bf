"""Shows a run to people: progress on standard error, a table on standard output."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars
from rich.table import Table

from .driver import Progress
from .results import Add, Result, summarise
from .scenario import Kind

SHOWN_SHORTFALLS = 20
_STEPS = ("scanned", "stored", "tagged", "ended")


class Screen:
    """Progress bars of one run."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, progress: Progress) -> None:
        """Show how far the run is."""
        for step in _STEPS:
            if step not in self._tasks:
                self._tasks[step] = self._bars.add_task(step, total=progress.planned)
            self._bars.update(self._tasks[step], completed=getattr(progress, step))


@contextmanager
def progress_bars(console: Console) -> Iterator[Screen]:
    """Bars on `console` while the run lasts."""
    with Bars(
        TextColumn("{task.description:>8}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
    ) as bars:
        yield Screen(bars)


def show(console: Console, adds: Sequence[Add], result: Result) -> None:
    """The table, the latencies, and each add that lacks something (the first 20)."""
    table = Table(title="each add: stored, tagged, welcomed")
    table.add_column("add")
    columns = ("adds", "stored", "tagged", "welcomed", "late", "impossible", "failed")
    for column in columns:
        table.add_column(column, justify="right")
    for kind in Kind:
        own = [add for add in adds if add.visit.kind is kind]
        if own:
            part = summarise(own)
            table.add_row(kind.value, *(str(getattr(part, column)) for column in columns))
    table.add_section()
    table.add_row("all", *(str(getattr(result, column)) for column in columns))
    console.print(table)
    if result.p50_ms is not None:
        console.print(
            f"callback to welcome, by the emulator's clock: p50 {result.p50_ms:.0f} ms, "
            f"p99 {result.p99_ms:.0f} ms"
        )
    lacking = [(add, said) for add in adds if (said := add.shortfall()) is not None]
    for add, said in lacking[:SHOWN_SHORTFALLS]:
        who = f"{add.external_userid or '?'} with {add.userid or '?'}"
        console.print(f"add {add.visit.number} ({add.visit.kind.value}, {who}): {said}")
    if len(lacking) > SHOWN_SHORTFALLS:
        console.print(f"… and {len(lacking) - SHOWN_SHORTFALLS} more")
