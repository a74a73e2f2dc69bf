"""What tests of both doors do."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import text

from tests.yutang.world import World
from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import Kind, NewNotice, Words
from yutang.kernel.runtime import Runtime

KIND = notices.register_kind(Kind("doors_test", Words("试试邮件", "A test of doors"), "inbox"))
OTHER = notices.register_kind(Kind("doors_other", Words("别的", "Others"), "inbox"))
NOON = datetime(2026, 11, 26, 4, 0, tzinfo=UTC)
"""In Shanghai."""


def equip(world: World, **settings: Any) -> None:
    """The same installation after IT changed its settings."""
    changed = world.runtime.settings.model_copy(update=settings)
    world.runtime = replace(world.runtime, settings=changed, _memo={})
    world.api.framework.state.runtime = world.runtime


def at(world: World, moment: datetime) -> Runtime:
    """The same process at another time."""
    return replace(world.runtime, clock=lambda: moment)


async def me(world: World) -> int:
    """The owner's account."""
    return int((await world.http.get("/api/session")).json()["user"]["id"])


async def tell(world: World, *keys: str, now: datetime = NOON, **more: Any) -> int:
    """Tell the owner in a transaction of its own."""
    given = {"kind": KIND.name, "user_ids": [await me(world)], **more}
    told = [NewNotice(key=key, title=Words(f"标题 {key}", f"Title {key}"), **given) for key in keys]
    async with world.runtime.database.owner() as session:
        return await notices.tell(session, world.corp_id, *told, now=now)


async def ask(world: World, sql: str, **given: Any) -> list[tuple[Any, ...]]:
    """Rows, by the owner of the database."""
    async with world.runtime.database.owner() as session:
        result = await session.execute(text(sql), given)
        return [tuple(row) for row in result] if sql.startswith("select") else []
