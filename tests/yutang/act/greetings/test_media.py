"""Files are asked for anew before WeCom forgets them; pictures for ever are counted."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.yutang.act.loop import picture
from tests.yutang.world import World, open_world
from yutang.act.greetings import media
from yutang.act.greetings.jobs import PrepareFile
from yutang.kernel.clock import day_bounds, today


@pytest.fixture
async def world(dsn: str, tmp_path: Path) -> AsyncIterator[World]:
    """One corp; no worker, and WeCom is not there."""
    async with open_world(dsn, tmp_path) as world:
        await world.sign_in()
        yield world


async def asked(world: World) -> list[tuple[str, int, bool]]:
    """The uploads that were asked for since the last look."""
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text(
                "delete from procrastinate.procrastinate_jobs"
                " where task_name = 'greetings.prepare_file' returning args"
            )
        )
        return sorted((row.args["kind"], row.args["file_id"], row.args["renewal"]) for row in rows)


async def test_what_wecom_soon_forgets_is_asked_for_and_what_nobody_needs_is_not(
    world: World,
) -> None:
    ids = []
    for name in ("a.png", "b.png", "c.png", "d.png"):
        made = await world.http.post("/api/files", files={"file": (name, picture())})
        ids.append(made.json()["id"])
    first, second, third, unused = ids
    parts = [{"kind": "image", "file_id": one} for one in (first, second)]
    link = {"kind": "link", "title": "看", "url": "https://a.example/", "picture_id": third}
    made = await world.http.post(
        "/api/welcomes", json={"reach": "corp", "content": {"attachments": [*parts, link]}}
    )
    assert made.status_code == 201, made.text
    wanted = [("cover", third, False), ("image", first, False), ("image", second, False)]
    assert await asked(world) == wanted
    # What was never taken is asked for again by the hour.
    await media.look_after(world.runtime)
    assert await asked(world) == wanted
    async with world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into ready_files (corp_id, kind, file_id, handle, expires_at, tried_at)"
                " values (:corp, 'image', :first, 'm1', now() + interval '17 hours', now()),"
                " (:corp, 'image', :second, 'm2', now() + interval '19 hours', now()),"
                " (:corp, 'cover', :third, 'https://p.qpic.cn/a', null, now()),"
                " (:corp, 'image', :unused, 'm4', now() - interval '1 hour', now())"
            ),
            {
                "corp": world.corp_id,
                "first": first,
                "second": second,
                "third": third,
                "unused": unused,
            },
        )
    await media.look_after(world.runtime)
    assert await asked(world) == [("image", first, True)]
    async with world.runtime.database.owner() as session:
        kept = await session.scalars(text("select handle from ready_files order by file_id"))
        assert list(kept) == ["m1", "m2", "https://p.qpic.cn/a"]


async def test_the_thousandth_picture_of_a_day_is_the_last(world: World) -> None:
    made = await world.http.post("/api/files", files={"file": ("a.png", picture())})
    now = world.runtime.clock()
    async with world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into picture_uploads (corp_id, file_id, at)"
                " select :corp, 1, :now from generate_series(1, 1000)"
            ),
            {"corp": world.corp_id, "now": now},
        )
    job = PrepareFile(corp_id=world.corp_id, kind="cover", file_id=made.json()["id"])
    with pytest.raises(media.PicturesUsedUpError) as refused:
        await media.prepare(world.runtime, job)
    tomorrow = day_bounds(today(now, "Asia/Shanghai"), "Asia/Shanghai")[1]
    assert refused.value.until - tomorrow in {timedelta(0), timedelta(days=1)}
    told = (await world.http.get("/api/welcomes")).json()["pictures"]
    assert told["today"] == 1000
    async with world.runtime.database.owner() as session:
        assert await session.scalar(text("select count(*) from picture_uploads")) == 1000
        assert await session.scalar(text("select count(*) from ready_files")) == 0
