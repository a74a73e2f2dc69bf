"""An import as the admin makes one, and as a process of its own that can be killed.

`python -m tests.yutang.people.imports.files DSN HOME CORP IMPORT` takes an import in.
"""

import asyncio
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import text

from tests.yutang.world import World
from yutang.bootstrap import build_runtime
from yutang.kernel.settings import Settings
from yutang.people.imports import running, service

CONSENT = {"source": "南山店开业登记表", "purposes": ["phone"], "given_on": "2026-01-02"}


async def send(world: World, content: bytes | str, name: str = "老客.csv") -> dict[str, Any]:
    """Upload a file; the import."""
    answer = await world.http.post("/api/imports", params={"name": name}, content=content)
    assert answer.status_code == 201, answer.text
    read: dict[str, Any] = answer.json()
    return read


def guessed(read: dict[str, Any]) -> dict[str, str]:
    """The mapping that the page would begin with."""
    return {str(c["index"]): c["guess"] for c in read["shape"]["columns"] if c["guess"]}


async def checked(world: World, read: dict[str, Any], **wish: Any) -> dict[str, Any]:
    """Ask for the dry run and do it; the import afterwards."""
    body = {"columns": guessed(read), "consent": CONSENT, **wish}
    answer = await world.http.post(f"/api/imports/{read['id']}/check", json=body)
    assert answer.status_code == 202, answer.text
    await service.check(world.runtime, world.corp_id, read["id"])
    return await again(world, read)


async def taken(world: World, read: dict[str, Any]) -> dict[str, Any]:
    """Ask for the people to be taken in and do it; the import afterwards."""
    answer = await world.http.post(f"/api/imports/{read['id']}/run")
    assert answer.status_code == 202, answer.text
    await service.take_in(world.runtime, world.corp_id, read["id"])
    return await again(world, read)


async def again(world: World, read: dict[str, Any]) -> dict[str, Any]:
    """The import as it stands now."""
    now: dict[str, Any] = (await world.http.get(f"/api/imports/{read['id']}")).json()
    return now


def counts(read: dict[str, Any] | None) -> tuple[int, int, int, int]:
    """Created, changed, unchanged, refused."""
    assert read is not None
    return read["created"], read["changed"], read["unchanged"], read["refused"]


async def wrong(world: World, read: dict[str, Any], lang: str = "zh-CN") -> list[tuple[Any, ...]]:
    """Row, column and what is wrong with it."""
    url = f"/api/imports/{read['id']}/errors"
    answer = (await world.http.get(url, params={"lang": lang})).json()
    return [(one["row"], one["column"], one["what"]) for one in answer["items"]]


async def rows(world: World, query: str, **values: Any) -> list[tuple[Any, ...]]:
    """What the database says."""
    async with world.runtime.database.owner() as session:
        return [tuple(row) for row in await session.execute(text(query), values)]


async def main(dsn: str, home: str, corp_id: str, import_id: str) -> None:
    """Take an import in, in chunks of which there are many."""
    running.LARGEST_CHUNK = running.FIRST_CHUNK = 1_000
    runtime = build_runtime(Settings(home=Path(home), database_url=dsn))
    await service.take_in(runtime, int(corp_id), int(import_id))
    await runtime.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
