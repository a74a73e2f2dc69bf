"""`yutang demo`: the product, the emulator beside it, and one company in both."""

import asyncio
import secrets
import sys
from pathlib import Path

import typer
from pydantic import SecretStr
from rich.console import Console

from yutang.bootstrap import build_runtime
from yutang.cli.corps import add_corp
from yutang.cli.supervisor import Child, PortTakenError, listen, wait_until_ready
from yutang.cli.up import run_everything
from yutang.kernel.access import service as access
from yutang.kernel.settings import Settings
from yutang.people.corps import service as corps
from yutang.people.corps.schemas import NewApp, NewCorp, NewOwner

from . import company, shop
from .clients import DriverError, EmulatorDoor, RefusedError, YutangDoor
from .company import DemoFile, Home

HOST = "127.0.0.1"
POPULATE_SECONDS = 60.0
SYNC_SECONDS = 90.0
NOT_FOUND = 404
MOST_SEED = 1 << 31


def run_demo(home: Path, port: int, emulator_port: int, *, alive: bool = True) -> int:
    """Run until a signal; returns the exit status. The company is made at the first start.

    With `alive` people come and members do their part, a few acts an hour.
    """
    home.mkdir(parents=True, exist_ok=True)
    try:
        # Asked here, where the answer can name the holder; the emulator opens it again itself.
        listen(HOST, emulator_port).close()
    except PortTakenError as error:
        Console(stderr=True).print(str(error), style="red", markup=False)
        return 1
    place = Home(home)
    first_time = place.read() is None
    demo = (place.read() or company.make_demo()).model_copy(
        update={"port": port, "emulator_port": emulator_port}
    )
    emulator_url = f"http://{HOST}:{emulator_port}"
    databases: list[str] = []
    selling: list[asyncio.Task[int]] = []

    def settings(database_url: str | None) -> Settings:
        # Said outright, so that the environment of a real installation cannot lead a demo there.
        return Settings(
            home=home,
            database_url=database_url,
            host=HOST,
            port=port,
            public_url=None,
            wecom_base_url=emulator_url,
        )

    def keep(database_url: str) -> None:
        """Only now is the home ours; what is made with these secrets comes after."""
        place.write(demo)
        databases.append(database_url)

    async def make_company() -> None:
        await wait_until_ready(f"{emulator_url}/healthz")
        await _in_emulator(demo, emulator_url, settings(None).address)
        fresh = await _in_yutang(settings(databases[0]), demo)
        if first_time:
            await _until_synced(settings(None).address, demo)
        if alive:
            await begin_life(demo, emulator_url)
        typer.echo(f"admin: {settings(None).address}")
        typer.echo(f"phone: {emulator_url}")
        typer.echo(f"user: {demo.login}")
        typer.echo(f"password: {demo.password if fresh else 'the one you chose'}")
        if alive and first_time:
            # Its customers are still being read; nobody waits for what they bought.
            selling.append(asyncio.create_task(shop.sell(settings(databases[0]), demo.corpid)))

    return run_everything(
        settings(None), before=keep, more=[_emulator(home, emulator_port)], on_ready=make_company
    )


def _emulator(home: Path, port: int) -> Child:
    argv = [sys.executable, "-m", "wecom_emulator", "serve", "--port", str(port)]
    return Child("emulator", [*argv, "--state", str(home / "emulator.json")])


async def _in_emulator(demo: DemoFile, url: str, address: str) -> None:
    """The company in the emulator, made unless its state file brought it back, and its page."""
    door = EmulatorDoor(url, demo.corpid)
    try:
        if not await _is_there(door, demo):
            callback = f"{address}/callbacks/wecom/{demo.corpid}/{demo.agent_id}"
            await door.call("POST", "/emulator/corps", json=company.corp_request(demo, callback))
            await door.control(
                "POST", "populate", json=company.populate_request(), timeout=POPULATE_SECONDS
            )
        # At each start: the port may be another one than before.
        await door.control("POST", "pages", json=company.sidebar_request(demo, address))
    finally:
        await door.close()


async def begin_life(demo: DemoFile, url: str) -> None:
    """Let the emulator live gently; each start has other people, for those of before are known."""
    door = EmulatorDoor(url, demo.corpid)
    body = {"scenario": "gentle", "seed": secrets.randbelow(MOST_SEED)}
    try:
        await door.control("POST", "life", json=body)
    finally:
        await door.close()


async def _is_there(door: EmulatorDoor, demo: DemoFile) -> bool:
    try:
        await door.call("GET", f"/emulator/corps/{demo.corpid}")
    except RefusedError as error:
        if error.status != NOT_FOUND:
            raise
        return False
    return True


async def _in_yutang(settings: Settings, demo: DemoFile) -> bool:
    """Add the company and ask for its first reading, unless it is here.

    Returns whether the first password still opens it.
    """
    runtime = build_runtime(settings, pool_size=1)
    try:
        async with runtime.database.owner() as session:
            found = await corps.find_corp_id(session, demo.corpid)
            chosen = await access.has_chosen_password(session, demo.login)
    finally:
        await runtime.close()
    if found is not None:
        return not chosen
    app = NewApp(
        agent_id=demo.agent_id,
        secret=SecretStr(demo.secret),
        callback_token=SecretStr(demo.callback_token),
        aes_key=SecretStr(demo.aes_key),
    )
    owner = NewOwner(
        login=demo.login,
        name="演示",
        password=SecretStr(demo.password),
        must_change_password=True,
    )
    corp_id = await add_corp(
        settings, NewCorp(corpid=demo.corpid, name=company.NAME, apps=[app]), owner
    )
    await _add_checker(settings, corp_id, demo)
    return True


async def _add_checker(settings: Settings, corp_id: int, demo: DemoFile) -> None:
    """An account for `demo --check`, so that it works after the person changed his password."""
    runtime = build_runtime(settings, pool_size=1)
    try:
        async with runtime.database.owner() as session:
            await access.add_user(
                session,
                corp_id,
                login=demo.checker,
                name="演示检查",
                role="admin",
                password=demo.checker_password,
            )
    finally:
        await runtime.close()


async def _until_synced(url: str, demo: DemoFile) -> None:
    """Return when staff and tags of the first reading are here: before, every page is empty."""
    door = YutangDoor(url)
    loop = asyncio.get_running_loop()
    until = loop.time() + SYNC_SECONDS
    try:
        await door.sign_in(demo.checker, demo.checker_password)
        while not (await door.read("/api/tags"))["items"]:
            if loop.time() > until:
                message = f"the first reading of the company took over {SYNC_SECONDS:.0f} s"
                raise DriverError(message)
            await asyncio.sleep(0.1)
    finally:
        await door.close()
