"""Kinds with their tables: what is kept, decided, released; two workers; the API; the timeline."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.world import World, add_corp
from yutang.kernel.eventlog import service as eventlog
from yutang.kernel.eventlog.schemas import Kept
from yutang.kernel.runtime import Runtime
from yutang.people.kinds import bounding, releasing, service
from yutang.people.kinds.jobs import ReleaseEvents
from yutang.people.kinds.schemas import Said, Verdict

NOW = datetime.now(UTC)
KEPT = {
    "page.viewed": (None, "kind"),
    "page.left": (6, "family"),
    "page.clicked": (6, "family"),
    "product.seen": (24, "default"),
    "order.paid": (None, "default"),
    "custom.品鉴会": (3, "kind"),
}


def said(kind: str = "page.viewed", customer_id: int | None = None, **props: Any) -> Said:
    """One event of source 7."""
    return Said(7, "m", kind, NOW, props, customer_id)


async def sort(world: World, *events: Said, corp_id: int | None = None) -> list[Verdict]:
    """One batch, committed."""
    async with world.runtime.database.owner() as session:
        return await service.sort_out(world.runtime, session, corp_id or world.corp_id, events, NOW)


async def call(world: World, method: str, path: str, want: int = 200, **body: Any) -> Any:
    """One request of the owner, with the answer it must get."""
    answer = await world.http.request(method, f"/api/event-kinds{path}", json=body or None)
    assert answer.status_code == want, answer.text
    return answer.json()


async def rows(runtime: Runtime, statement: str, **asked: Any) -> Sequence[Any]:
    """What a query finds."""
    async with runtime.database.owner() as session:
        return (await session.execute(text(statement), asked)).all()


async def decide(world: World, want: Any = 200, **decision: Any) -> Any:
    """A decision, and the job that it asks for."""
    told = await call(world, "POST", "/quarantine/decisions", want, **decision)
    if want == 200:
        found = await rows(
            world.runtime,
            "select args from procrastinate.procrastinate_jobs where task_name = 'kinds.release'"
            " order by id desc limit 1",
        )
        await service.release(world.runtime, ReleaseEvents.model_validate(found[0].args))
    return told


async def take(world: World) -> list[tuple[str, dict[str, Any], int | None]]:
    """What the collector would write, forgotten as it does."""
    async with world.runtime.database.owner() as session:
        found = await service.released(session, world.corp_id, 100)
        await service.forget_released(session, world.corp_id, [one.id for one in found])
    return [(one.kind, one.props, one.customer_id) for one in found]


async def test_what_fits_nothing_waits_and_is_released(world: World) -> None:
    await world.sign_in()
    told = await sort(
        world,
        said(title="首页", price=12),
        said("Trial Started", 5, plan="pro", phone="13812345678"),
        said("Trial Started", 6, plan=1),
        said(price="12"),
        said(price="cheap"),
        said("Free Sample"),
    )
    assert [one.refused for one in told] == [
        None,
        *("unknown_kind", "unknown_kind", "wrong_type", "wrong_type", "unknown_kind"),
    ]
    heaps = await call(world, "GET", "/quarantine")
    assert (heaps["events"], heaps["released"], heaps["dropped"]) == (5, 0, 0)
    shown = {(one["said"], one["reason"], one["property"]): one for one in heaps["items"]}
    assert {key: one["events"] for key, one in shown.items()} == {
        ("Trial Started", "unknown_kind", ""): 2,
        ("page.viewed", "wrong_type", "price"): 2,
        ("Free Sample", "unknown_kind", ""): 1,
    }
    trial = shown["Trial Started", "unknown_kind", ""]
    assert trial["sources"] == [7]
    assert {"plan": "pro", "phone": "•••"} in trial["examples"]

    # Accepted as a kind of one's own: the first by arrival gives the type, the second waits on.
    trial = {"said": "Trial Started", "reason": "unknown_kind"}
    bad = await decide(world, 422, **trial, choice="custom")
    assert bad["type"] == "kinds.bad_decision"
    assert await decide(world, **trial, choice="custom", name="trial", label="试用") == {
        "events": 2
    }
    assert await take(world) == [("custom.trial", {"plan": "pro"}, 5)]
    assert await take(world) == []
    waits = (await call(world, "GET", "/quarantine"))["items"]
    assert ("Trial Started", "wrong_type", "plan", "custom.trial") in {
        (one["said"], one["reason"], one["property"], one["kind"]) for one in waits
    }
    assert [(one.kind, one.refused) for one in await sort(world, said("Trial Started"))] == [
        ("custom.trial", None)
    ]

    # Converted: what is a number in words comes out, what is none waits on.
    price = {"said": "page.viewed", "reason": "wrong_type", "property": "price"}
    await decide(world, **price, choice="convert")
    assert await take(world) == [("page.viewed", {"price": 12}, None)]
    assert (await sort(world, said(price="13")))[0].props == {"price": 13}
    # A new version: old ones are numbers, new ones words, and say so.
    await decide(world, **price, choice="new_version", type="string")
    assert await take(world) == [("page.viewed", {"price": "cheap", "_v": 2}, None)]
    detail = await call(world, "GET", "/page.viewed")
    [told_price] = [one for one in detail["items"] if one["name"] == "price"]
    assert (told_price["type"], told_price["former"], told_price["since"]) == (
        "string",
        ["number"],
        2,
    )
    assert detail["version"] == 2

    # Refused for good: deleted, and never kept again.
    sample = {"said": "Free Sample", "reason": "unknown_kind"}
    await decide(world, **sample, choice="refuse")
    assert (await sort(world, said("Free Sample")))[0].refused == "refused_kind"
    gone = await decide(world, 404, **sample, choice="refuse")
    assert gone["type"] == "kinds.unknown_heap"
    plan = {"said": "Trial Started", "reason": "wrong_type", "property": "plan"}
    await decide(world, **plan, choice="ignore")
    assert await take(world) == [("custom.trial", {}, 6)]
    assert (await call(world, "GET", "/quarantine"))["items"] == []
    listed = {one["name"]: one for one in (await call(world, "GET", ""))["items"]}
    assert listed["custom.trial"]["names"] == ["Trial Started"]
    assert listed["custom.trial"]["accepted"] == 3
    assert listed["page.viewed"]["days"][-1]["events"] == 4
    actions = await rows(
        world.runtime, "select action from audit_entries where family ^@ 'event_' order by id"
    )
    assert [row.action for row in actions] == [
        *("event_kind.added", "event_quarantine.decided"),
        *("event_property.changed", "event_quarantine.decided"),
        *("event_property.changed", "event_quarantine.decided"),
        "event_quarantine.decided",
        *("event_property.changed", "event_quarantine.decided"),
    ]


async def test_kinds_and_properties_over_http(world: World) -> None:
    await world.sign_in()
    made = await call(world, "POST", "", 201, name="品鉴会", label="品鉴会", main="title")
    assert (made["name"], made["family"], made["built_in"]) == ("custom.品鉴会", "custom", False)
    taken = await call(world, "POST", "", 409, name="品鉴会", label="x")
    assert taken["type"] == "kinds.taken"
    for name in ("a b", "../x", "<b>", ""):
        await call(world, "POST", "", 422, name=name, label="x")
    assert (await call(world, "GET", "/custom.none", 404))["type"] == "kinds.unknown"
    purpose = await call(world, "POST", "", 404, name="x", label="x", purpose="nobody")
    assert purpose["type"] == "consents.purpose"
    always = await call(world, "PUT", "/service.opened", 422, purpose="marketing")
    assert always["type"] == "kinds.bad_decision"

    async with world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into consents (corp_id, customer_id, purpose, source, given_at,"
                " recorded_by) values (:corp, 5, 'sensitive', 'form', now(), 'test')"
            ),
            {"corp": world.corp_id},
        )
    agreeing, other = (
        said("custom.品鉴会", 5, allergy="花生"),
        said("custom.品鉴会", 6, allergy="x"),
    )
    first = await sort(world, agreeing, other)
    assert [one.props for one in first] == [{}, {}]
    assert [one.words for one in first] == ["left out 「allergy」 (sensitive without purpose)"] * 2
    path = "/custom.品鉴会/properties"
    unknown = await call(world, "PUT", path, 404, name="nothing")
    assert unknown["type"] == "kinds.unknown_property"
    read = await call(world, "PUT", path, name="allergy", handling="sensitive", purpose="sensitive")
    assert [(one["name"], one["handling"], one["left_out"]) for one in read["items"]] == [
        ("allergy", "sensitive", 2)
    ]
    assert [one.props for one in await sort(world, agreeing, other)] == [{"allergy": "花生"}, {}]
    assert [one.words for one in await sort(world, other)] == [
        "left out 「allergy」: the person did not agree to 「sensitive」"
    ]

    # For how long the log keeps each: as chosen for it, for its family, or as ever.
    async with world.runtime.database.owner() as session:
        await eventlog.set_retention(session, world.corp_id, "page", 6, "user:1")
        await eventlog.set_retention(session, world.corp_id, "page.viewed", None, "user:1")
        await eventlog.set_retention(session, world.corp_id, "custom.品鉴会", 3, "user:1")
    kept = {
        one["name"]: (one["kept_months"], one["kept_by"])
        for one in (await call(world, "GET", ""))["items"]
    }
    assert {kind: kept[kind] for kind in KEPT} == KEPT
    read = await call(world, "GET", "/custom.品鉴会")
    assert (read["kept_months"], read["kept_by"]) == (3, "kind")

    # Another corp has none of it.
    foreign, _ = await add_corp(world.runtime, "other", (1000009,))
    assert (await sort(world, agreeing, corp_id=foreign))[0].refused == "unknown_kind"
    theirs = await eventlog.read_kept(world.runtime, foreign, ["page.viewed", "page.clicked"])
    assert theirs == {"page.viewed": Kept(24, "default"), "page.clicked": Kept(12, "default")}
    assert (await call(world, "GET", "/quarantine"))["events"] == 0


async def test_two_workers_agree_on_the_type_of_a_new_property(world: World) -> None:
    """Both see it at once; one of them commits first, and the other judges by his type."""
    corp_id, runtime = world.corp_id, world.runtime
    await sort(world, said(title="x"))
    started, told = asyncio.Event(), list[Verdict]()

    async def second() -> None:
        async with runtime.database.owner() as session:
            # Read before the first commits, as the register is kept in memory.
            await session.execute(text("select version from event_registers"))
            started.set()
            told.extend(
                await service.sort_out(
                    runtime, session, corp_id, [said(size="L"), said(colour="red")], NOW
                )
            )

    async with runtime.database.owner() as session:
        [first] = await service.sort_out(runtime, session, corp_id, [said(size=42)], NOW)
        waiting = asyncio.create_task(second())
        await started.wait()
        while not await rows(
            runtime, "select 1 from pg_stat_activity where wait_event_type = 'Lock'"
        ):
            await asyncio.sleep(0.01)
    await waiting
    assert first.refused is None
    assert [one.refused for one in told] == ["wrong_type", None]
    found = await rows(runtime, "select name, type from event_properties order by name")
    assert [tuple(row) for row in found] == [("colour", "string"), ("size", "number")]


async def test_what_was_rolled_back_was_never_learnt(world: World) -> None:
    runtime, corp_id = world.runtime, world.corp_id
    async with runtime.database.owner() as session:
        await service.sort_out(runtime, session, corp_id, [said(size=42), said("New")], NOW)
        told = await service.sort_out(runtime, session, corp_id, [said(size="L")], NOW)
        await session.rollback()
    assert told[0].refused == "wrong_type"
    assert (await sort(world, said(size="L")))[0].refused is None
    assert await rows(runtime, "select 1 from event_quarantine") == []


async def test_the_quarantine_is_bounded_and_what_is_dropped_counted(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounding, "HELD_ROWS", 3)
    await world.sign_in()
    await sort(world, *(said("Old", n=n) for n in range(2)))
    await sort(world, *(said("New", n=n) for n in range(3)))
    left = "select said, count(*) as events from event_quarantine group by 1 order by 1"
    assert [tuple(row) for row in await rows(world.runtime, left)] == [("New", 3)]
    assert (await call(world, "GET", "/quarantine"))["dropped"] == 2
    async with world.runtime.database.owner() as session:
        await session.execute(
            text("update event_quarantine set received_at = :then"),
            {"then": NOW - timedelta(days=31)},
        )
    assert await service.tidy(world.runtime) == 3
    heaps = await call(world, "GET", "/quarantine")
    assert (heaps["events"], heaps["dropped"], heaps["items"]) == (0, 5, [])


async def test_a_large_heap_is_released_in_chunks(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(releasing, "_CHUNK", 4)
    await world.sign_in()
    await sort(world, *(said("Seen Video", n="x" if n == 5 else n) for n in range(10)))
    asked = {"said": "Seen Video", "reason": "unknown_kind"}
    assert await decide(world, **asked, choice="existing", kind="page.viewed") == {"events": 10}
    assert [props["n"] for _, props, _ in await take(world)] == [0, 1, 2, 3, 4, 6, 7, 8, 9]
    assert [one["reason"] for one in (await call(world, "GET", "/quarantine"))["items"]] == [
        "wrong_type"
    ]


async def test_events_of_sources_show_in_the_timeline(world: World) -> None:
    await world.sign_in()
    await call(world, "POST", "", 201, name="trial", label="试用", main="plan")
    async with world.runtime.database.owner() as session:
        who = await session.scalar(
            text(
                "insert into customers (corp_id, id, state, name, name_sort, grams)"
                " values (:corp, 1, 'visitor', 'x', 'x', '{}') returning id"
            ),
            {"corp": world.corp_id},
        )
        # Properties called like ours name nobody of ours.
        for kind, props in (
            ("page.viewed", '{"title": "断奶期怎么吃", "field_id": 1, "tag_id": "x"}'),
            ("order.paid", '{"amount_fen": 12800}'),
            ("custom.trial", '{"plan": "pro", "_v": 2}'),
        ):
            await session.execute(
                text(
                    "insert into events (corp_id, customer_id, kind, at, actor, props, source)"
                    " values (:corp, :who, :kind, :at, 'customer', cast(:props as jsonb),"
                    " 'collect:7')"
                ),
                {"corp": world.corp_id, "who": who, "kind": kind, "at": NOW, "props": props},
            )
    for asked, shown in (
        (
            {},
            [
                ("custom.trial", "试用", "pro"),
                ("order.paid", None, "¥128.00"),
                ("page.viewed", None, "断奶期怎么吃"),
            ],
        ),
        ({"kind": "page"}, [("page.viewed", None, "断奶期怎么吃")]),
        ({"kind": "custom"}, [("custom.trial", "试用", "pro")]),
        ({"kind": "cart"}, []),
    ):
        answer = await world.http.get(f"/api/customers/{who}/timeline", params=asked)
        assert answer.status_code == 200, answer.text
        assert [
            (one["kind"], one["kind_name"], one["main"]) for one in answer.json()["items"]
        ] == shown
