"""`yutang secrets`: the master keys, and what is sealed with them."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated

import typer

from yutang.bootstrap import metadata
from yutang.kernel import audit, resealing
from yutang.kernel.auditing import service as auditing
from yutang.kernel.keyring import BadKeysError, Keyring
from yutang.kernel.resealing import Counted, Resealed, SealedColumn
from yutang.kernel.runtime import Runtime
from yutang.kernel.vault import LOOK_SECONDS, write_keys
from yutang.people.imports.sealing import PHONE_CONTEXT

from .opening import UNREADY, open_runtime, reason_of

app = typer.Typer(
    add_completion=False, help="The master keys and what they seal.", no_args_is_help=True
)

SETTLE_SECONDS = LOOK_SECONDS + 6.0
"""After a new key: until every process has seen it, and what was sealed before is committed."""
TELL_SECONDS = 5.0
ELSEWHERE = {"staging": PHONE_CONTEXT}
"""Rows of an import on their way in: of its tables no model tells."""
Home = Annotated[Path | None, typer.Option(help="Folder of data and keys.")]


class StillNeededError(RuntimeError):
    """Values are left that only an old key opens."""


@app.callback()
def keys() -> None:
    """The master keys, and what is sealed with them."""


async def _columns(runtime: Runtime) -> list[SealedColumn]:
    return await resealing.find_columns(runtime.database, metadata, ELSEWHERE)


async def read_state(runtime: Runtime) -> list[Counted]:
    """How many values each column holds, and how many still need an older key."""
    return await resealing.count_older(runtime.database, await _columns(runtime), runtime.vault)


def _tell_state(runtime: Runtime, counted: list[Counted]) -> None:
    ring = runtime.vault.keys
    source = "YUTANG_MASTER_KEY" if runtime.vault.path is None else str(runtime.vault.path)
    typer.echo(f"keys of {source}:")
    for place, key in enumerate(ring.seals):
        typer.echo(f"  {key.name}  {'seals and reads' if place == 0 else 'only reads'}")
    for one in counted:
        rest = f", {one.older:,} under an older key" if one.older else ""
        typer.echo(f"  {one.column.name}: {one.values:,} values{rest}")
    left = sum(one.older for one in counted)
    if left:
        typer.echo(f"{left:,} values still need an older key: `yutang secrets rotate` goes on")
    elif len(ring.seals) > 1:
        typer.echo("nothing needs the older keys: `yutang secrets forget` removes them")
    else:
        typer.echo("everything is under this key")


@app.command("status")
def status(home: Home = None) -> None:
    """Tell which keys there are and whether anything still needs an older one."""
    _run(_status, home)


async def _status(runtime: Runtime) -> None:
    _tell_state(runtime, await read_state(runtime))


@app.command("rotate")
def rotate(home: Home = None) -> None:
    """Make a new master key and seal every value anew with it, while the product runs.

    After a kill the same command goes on where it was. Old keys stay and read; `forget` removes
    them when nothing needs them any more.
    """
    _run(rotate_keys, home)


async def rotate_keys(runtime: Runtime) -> None:
    """See `rotate`. Raises StillNeededError when something could not be opened by any key."""
    vault = runtime.vault
    before = vault.keys
    counted = await read_state(runtime)
    if not any(one.older for one in counted) or len(before.seals) == 1:
        if vault.path is None:
            _tell_variable(before.with_new(), "Set this on every machine, restart, run it again:")
            return
        write_keys(vault.path, before.with_new())
        typer.echo(f"new key {vault.keys.current.name}; the old one still reads")
        await _tell_audit(
            runtime, "secrets.key_added", before.current.name, vault.keys.current.name
        )
    else:
        typer.echo(f"going on with key {before.current.name}")
    began = time.monotonic()
    changed = 0
    while True:
        entered = time.monotonic()
        done = await _pass(runtime)
        changed += done.changed
        counted = await read_state(runtime)
        left = sum(one.older for one in counted)
        if done.unreadable and not done.changed:
            break
        if not left and entered - began > SETTLE_SECONDS:
            break
        await asyncio.sleep(max(0.0, min(1.0, began + SETTLE_SECONDS - time.monotonic())))
    typer.echo(f"{changed:,} values sealed anew in {time.monotonic() - began:.0f} s")
    await _tell_audit(runtime, "secrets.rotated", before.seals[-1].name, vault.keys.current.name)
    _tell_state(runtime, counted)
    if left:
        message = f"{left:,} values open with none of the keys; they were left as they are"
        raise StillNeededError(message)


async def _pass(runtime: Runtime) -> Resealed:
    """Once over every column."""
    done = Resealed()
    told = time.monotonic()
    for column in await _columns(runtime):
        after = None
        while True:
            after = await resealing.reseal_chunk(
                runtime.database, runtime.vault, column, after, done
            )
            if time.monotonic() - told > TELL_SECONDS:
                told = time.monotonic()
                typer.echo(f"  {column.name}: {done.changed:,} values so far")
            if after is None:
                break
    return done


@app.command("forget")
def forget(home: Home = None) -> None:
    """Remove the older keys; refused while anything needs one.

    A backup of the database from before needs them: keep a copy of the old file with it.
    """
    _run(forget_keys, home)


async def forget_keys(runtime: Runtime) -> None:
    """See `forget`. Raises StillNeededError."""
    vault = runtime.vault
    ring = vault.keys
    if len(ring.seals) == 1:
        typer.echo("there is only one key")
        return
    for wait in (0.0, SETTLE_SECONDS):
        # Looked at twice: what was sealed a moment ago may not have been committed yet.
        await asyncio.sleep(wait)
        left = sum(one.older for one in await read_state(runtime))
        if left:
            message = f"{left:,} values still need an older key: run `yutang secrets rotate`"
            raise StillNeededError(message)
    if vault.path is None:
        _tell_variable(ring.only_current(), "Set this on every machine and restart:")
        return
    write_keys(vault.path, ring.only_current())
    typer.echo(f"only key {ring.current.name} is left")
    gone = ",".join(key.name for key in ring.seals[1:])
    await _tell_audit(runtime, "secrets.keys_forgotten", gone, ring.current.name)


def _tell_variable(ring: Keyring, lead: str) -> None:
    typer.echo(f"{lead}\nYUTANG_MASTER_KEY={ring.render(',')}")


async def _tell_audit(runtime: Runtime, action: str, before: str, after: str) -> None:
    """Write it down for every company: their secrets were touched."""
    for corp_id in await auditing.find_corps(runtime):
        async with runtime.database.owner() as session:
            await audit.record(
                session,
                corp_id,
                actor="system",
                action=action,
                target="secrets",
                before={"key": before},
                after={"key": after},
            )


def _run(what: Callable[[Runtime], Awaitable[None]], home: Path | None) -> None:
    async def run() -> None:
        runtime = open_runtime(home)
        try:
            await what(runtime)
        finally:
            await runtime.close()

    try:
        asyncio.run(run())
    except (StillNeededError, BadKeysError, OSError, *UNREADY) as error:
        typer.echo(reason_of(error), err=True)
        raise typer.Exit(1) from error
