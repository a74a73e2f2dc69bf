"""`yutang demo`."""

import asyncio
import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from yutang.kernel.settings import default_home

from .check import Check, check_home
from .clients import DriverError
from .report import progress_bars, show
from .running import run_demo


def demo_home() -> Path:
    """Where the demo lives when nobody says otherwise: beside the real installation."""
    home = default_home()
    return home.with_name(home.name + "-demo")


def demo(
    home: Annotated[
        Path | None, typer.Option(help="Folder of the demo; default: beside the installation's.")
    ] = None,
    port: Annotated[int, typer.Option(help="Port of the api and the admin pages.")] = 7700,
    emulator_port: Annotated[int, typer.Option(help="Port of the emulator and the phone.")] = 7701,
    life: Annotated[bool, typer.Option(help="Let a few people an hour come, chat and buy.")] = True,
    check: Annotated[
        bool, typer.Option("--check", help="Let people scan a code and judge every add.")
    ] = False,
    adds: Annotated[int, typer.Option(min=1, help="With --check: how many people scan.")] = 200,
    rate: Annotated[float, typer.Option(min=0.1, help="With --check: scans a second.")] = 50.0,
    seed: Annotated[int, typer.Option(help="With --check: decides the mix of adds.")] = 1,
    patience: Annotated[
        float, typer.Option(min=0, help="With --check: seconds to wait after the last scan.")
    ] = 120.0,
    user: Annotated[str | None, typer.Option(help="With --check: sign in as this user.")] = None,
    password: Annotated[str | None, typer.Option(help="With --check: that user's.")] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="With --check: end with one JSON object.")
    ] = False,
) -> None:
    """Start a whole demo company, or with --check prove the main job on one."""
    place = (home or demo_home()).absolute()
    if not check:
        raise typer.Exit(run_demo(place, port, emulator_port, alive=life))
    plan = Check(adds=adds, rate=rate, seed=seed, patience=patience, login=user, password=password)
    raise typer.Exit(_check(place, plan, as_json=as_json))


def _check(home: Path, plan: Check, *, as_json: bool) -> int:
    """Run the check and show it; returns the exit status."""
    errors, out = Console(stderr=True), Console()
    try:
        with progress_bars(errors) as screen:
            outcome = asyncio.run(check_home(home, plan, errors.print, screen))
    except DriverError as error:
        errors.print(f"the check could not be run: {error}", markup=False, style="red")
        if as_json:
            typer.echo(json.dumps({"adds": plan.adds, "ok": False, "error": str(error)}))
        return 1
    show(out, outcome.adds, outcome.result)
    if as_json:
        typer.echo(json.dumps(outcome.result.as_dict()))
    return 0 if outcome.result.ok else 1
