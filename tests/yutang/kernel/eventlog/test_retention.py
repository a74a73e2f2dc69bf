"""What is kept how long: whole months, by kind and corp, gone at night and told."""

from collections.abc import Sequence

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from tests.yutang.kernel.eventlog.logging_events import (
    NOW,
    Paid,
    Viewed,
    made,
    month_back,
    numbers,
    places,
    write,
)
from tests.yutang.world import World, add_corp
from yutang.kernel.eventlog import counting, months, retaining, service
from yutang.kernel.eventlog.schemas import month_of
from yutang.kernel.events import Event
from yutang.kernel.readers import Reader, Recorded, read_batch, register


class Clicked(Event, frozen=True):
    """Something on a page was clicked."""

    kind = "page.clicked"
    number: int


async def told(world: World) -> list[tuple[int, str, dict[str, object]]]:
    """What the audit says of it."""
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text(
                "select corp_id, target, after from audit_entries"
                " where action = 'retention.events_expired' order by id"
            )
        )
        return [(row.corp_id, row.target, row.after) for row in rows]


async def test_each_kind_is_kept_for_its_months_and_the_audit_tells(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retaining, "PAGES", 1)
    other, _ = await add_corp(world.runtime, "other", (1000002,))
    for corp_id, first in ((world.corp_id, 0), (other, 500)):
        for step, back in enumerate((30, 25, 24, 13, 12, 0)):
            at = month_back(back) if back else NOW
            n = first + step * 50
            await write(
                world,
                [
                    *(made(n + more, at, kind=Viewed) for more in range(3)),
                    made(n + 10, at, kind=Clicked),
                    made(n + 20, at, kind=Paid),
                ],
                corp_id,
            )
    async with world.runtime.database.owner() as session:
        await service.set_retention(session, other, "page", None, "user:1")
        await service.set_retention(session, other, "page.clicked", 24, "user:1")
        await service.set_retention(session, other, "order", 26, "user:1")
    done = await service.keep(world.runtime)
    mine = {
        "page.viewed": await numbers(world, f"corp_id = {world.corp_id} and kind = 'page.viewed'"),
        "page.clicked": await numbers(
            world, f"corp_id = {world.corp_id} and kind = 'page.clicked'"
        ),
        "order.paid": await numbers(world, f"corp_id = {world.corp_id} and kind = 'order.paid'"),
    }
    # Months 30 and 25 are over for page, and 24 and 13 besides for clicks; orders stay.
    assert mine["page.viewed"] == [n + more for n in (100, 150, 200, 250) for more in range(3)]
    assert mine["page.clicked"] == [210, 260]
    assert mine["order.paid"] == [20, 70, 120, 170, 220, 270]
    theirs = f"corp_id = {other} and kind"
    assert len(await numbers(world, f"{theirs} = 'page.viewed'")) == 18
    assert await numbers(world, f"{theirs} = 'page.clicked'") == [610, 660, 710, 760]
    assert await numbers(world, f"{theirs} = 'order.paid'") == [570, 620, 670, 720, 770]
    assert done["dropped"] == 6 + 4 + 2 + 1
    said = await told(world)
    assert [(corp_id, target) for corp_id, target, _ in said] == [
        (world.corp_id, f"log:{month_back(back):%Y-%m}") for back in (30, 25, 24, 13)
    ] + [(other, f"log:{month_back(back):%Y-%m}") for back in (30, 25)]
    assert said[0][2] == {"rows": 4, "kinds": {"page.clicked": 1, "page.viewed": 3}}
    assert said[4][2] == {"rows": 2, "kinds": {"order.paid": 1, "page.clicked": 1}}
    # The next night finds nothing, and tells nothing twice.
    assert (await service.keep(world.runtime))["dropped"] == 0
    assert await told(world) == said


async def test_a_month_past_everybodys_keeping_goes_as_a_table_and_unread_rows_stay(
    world: World,
) -> None:
    async def handle(_: AsyncSession, __: Sequence[Recorded]) -> None:
        return

    reader = Reader("test", frozenset({"page.viewed"}), handle)
    await register(world.runtime, [reader])
    old = month_back(30)
    table = months.table_name(month_of(old))
    await write(world, [made(n, old) for n in range(10)])
    # An import brings what is old and new at once: first it is read.
    assert (await service.keep(world.runtime))["dropped"] == 0
    assert table in await places(world)
    while not await read_batch(world.runtime, reader):
        pass
    assert (await service.keep(world.runtime))["dropped"] == 10
    assert table not in await places(world)
    assert await numbers(world) == []
    assert await told(world) == [
        (world.corp_id, f"log:{old:%Y-%m}", {"rows": 10, "kinds": {"page.viewed": 10}})
    ]


async def test_files_lose_what_is_over_and_go_when_nothing_stays(world: World) -> None:
    old = month_back(20)
    month = month_of(old)
    await write(world, [made(n, old) for n in range(5)])
    await write(world, [made(n, old, kind=Paid) for n in range(5, 8)])
    assert (await service.freeze(world.runtime, month)).file_rows == 8
    for family, kept, left in (("page", 19, 3), ("order", 12, 0)):
        async with world.runtime.database.owner() as session:
            await service.set_retention(session, world.corp_id, family, kept, "user:1")
        assert (await service.keep(world.runtime))["cleaned"] == 1
        async with world.runtime.database.owner() as session:
            states = [one for one in await service.read_states(session) if one.month == month]
        assert [one.file_rows for one in states] == [left] * bool(left)
    assert [entry[2] for entry in await told(world)] == [
        {"rows": 5, "kinds": {"page.viewed": 5}},
        {"rows": 3, "kinds": {"order.paid": 3}},
    ]


async def test_the_page_tells_and_changes_what_is_kept(world: World) -> None:
    await world.sign_in()
    http = world.http
    await write(world, [made(n, month_back(13), kind=Clicked) for n in range(3)])
    await write(world, [made(n, NOW, kind=Paid) for n in range(3, 5)])
    runtime = world.runtime

    await service.settle(runtime)

    await counting.count_all(runtime)
    read = (await http.get("/api/log")).json()
    families = {row["family"]: row for row in read["families"]}
    assert families["page.clicked"] == {
        "family": "page.clicked",
        "months": 12,
        "default_months": 12,
        "chosen": False,
        "rows": 3,
        "over": 3,
    }
    assert (families["order"]["months"], families["order"]["rows"]) == (None, 2)
    assert [(row["month"], row["rows"], row["where"]) for row in read["months"]] == [
        (f"{month_of(NOW)}", 2, "hot"),
        (f"{month_of(month_back(13))}", 3, "hot"),
    ]
    assert (read["months_ahead"], read["beside"], read["cold_after_months"]) == (3, 0, None)

    assert (await http.put("/api/log/retention/page", json={"months": 36})).status_code == 204
    families = {row["family"]: row for row in (await http.get("/api/log")).json()["families"]}
    # The corp's own word on the family is nearer than the default of the kind.
    assert (families["page"]["months"], families["page"]["chosen"]) == (36, True)
    assert (families["page.clicked"]["months"], families["page.clicked"]["over"]) == (36, 0)
    assert (await http.delete("/api/log/retention/page")).status_code == 204
    for family, body in (
        ("page", {"months": 0}),
        ("page", {"months": 5000}),
        ("page", {}),
        ("Page; drop", {"months": 1}),
        ("9", {"months": 1}),
    ):
        assert (await http.put(f"/api/log/retention/{family}", json=body)).status_code == 422
    families = {row["family"]: row for row in (await http.get("/api/log")).json()["families"]}
    assert families["page"]["months"] == 24
    # Another corp sees its own.
    await add_corp(runtime, "other", (1000002,))
    await world.sign_in("other")
    assert (await http.get("/api/log")).json()["months"] == []
