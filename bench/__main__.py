"""`python -m bench NAME [--quick] [--json]`, on the loop that the worker runs on."""

from typing import Annotated

import typer
import uvloop

from . import (
    claims,
    collect,
    crosstab,
    emulator,
    freshness,
    groups,
    imports,
    ingest,
    life,
    lists,
    quota,
    rfm,
    segments,
    sidebar,
    start,
    sync,
    tasks,
    timeline,
    welcome,
)
from .showing import print_keys

RUNS = {
    "claims": claims.run,
    "collect": collect.run,
    "crosstab": crosstab.run,
    "emulator": emulator.run,
    "freshness": freshness.run,
    "groups": groups.run,
    "import": imports.run,
    "ingest": ingest.run,
    "life": life.run,
    "lists": lists.run,
    "quota": quota.run,
    "rfm": rfm.run,
    "segments": segments.run,
    "sidebar": sidebar.run,
    "start": start.run,
    "sync": sync.run,
    "tasks": tasks.run,
    "timeline": timeline.run,
    "welcome": welcome.run,
}

ALL = RUNS | {"quota": quota.run_short}


def main(
    name: Annotated[
        str,
        typer.Argument(help=f"{', '.join(RUNS)}, or all."),
    ],
    *,
    quick: Annotated[bool, typer.Option("--quick", help="A few seconds, to see it work.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="End with one JSON object.")] = False,
) -> None:
    """Run one benchmark, or all of them."""
    if name not in {*RUNS, "all"}:
        message = f"there is no benchmark {name}; there are {', '.join(RUNS)}"
        raise typer.BadParameter(message)
    runs = ALL if name == "all" else {name: RUNS[name]}
    keys = {one: uvloop.run(run(quick=quick)) for one, run in runs.items()}
    if as_json:
        print_keys(keys if name == "all" else keys[name])


if __name__ == "__main__":
    typer.run(main)
