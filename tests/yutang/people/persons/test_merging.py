"""Merges move all and lose nothing; undone, every row is as it was."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.people.persons.acts import claim, friend, rows, settle, write
from tests.yutang.world import World
from yutang.kernel.db import Base
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import Watcher
from yutang.people.persons import service as persons
from yutang.people.persons.errors import (
    ConflictEndedError,
    MergedOnError,
    NotMergeableError,
    SamePersonError,
    UnknownMergeError,
)
from yutang.people.privacy import service as privacy

BY = "user:1"
LEFT_OUT = {"person_merges", "person_moves", "identity_decisions", "facet_marks", "audit_entries"}


async def photograph(world: World) -> dict[str, list[str]]:
    """Every row of every table that is about people, but for what tells of the merge itself."""
    found = {}
    async with world.runtime.database.owner() as session:
        for name, table in sorted(Base.metadata.tables.items()):
            is_about = "customer_id" in table.columns or name.startswith("customer")
            if name in LEFT_OUT or not is_about:
                continue
            where = " where kind not like 'person.%'" if name == "events" else ""
            found[name] = sorted(
                json.dumps(row, sort_keys=True, default=str)
                for row in await session.scalars(
                    text(f"select to_jsonb(t) - 'home_id' from {name} t{where}")  # noqa: S608
                )
            )
    return found


async def furnish(world: World, one: int, other: int) -> None:
    """Rows of many tables for both, some of them alike."""
    for customer, name in ((one, "林小满"), (other, "")):
        await write(
            world,
            "update customers set name = :name, name_sort = 'lin', grams = '{林,小}' where"
            " corp_id = :corp_id and id = :id and :name <> ''",
            id=customer,
            name=name,
        )
        await write(
            world,
            "insert into customer_tags (corp_id, customer_id, tag_id, added_by)"
            " values (:corp_id, :id, 7, 'user:1'), (:corp_id, :id, :own, 'user:1')",
            id=customer,
            own=100 + customer,
        )
        await write(
            world,
            "insert into notes (corp_id, customer_id, kind, text, author, author_name, created_at)"
            " values"
            " (:corp_id, :id, 'note', '爱羊绒', 'user:1', '周岚', now())",
            id=customer,
        )
        await write(
            world,
            "insert into consents (corp_id, customer_id, purpose, given_at, source, recorded_by)"
            " values (:corp_id, :id, 'marketing', now(), 'form', 'user:1')",
            id=customer,
        )
        await write(
            world,
            "insert into events (corp_id, customer_id, kind, at, actor, props, source) values"
            " (:corp_id, :id, 'note.added', now(), 'user:1', '{}', 'api')",
            id=customer,
        )


async def test_a_merge_undone_leaves_every_row_as_it_was(world: World) -> None:
    known = await friend(world, "wmA")
    (other,) = await settle(world, claim(0, phone="13800001111", openid="o1", device="d1"))
    await furnish(world, other, known)
    before = await photograph(world)
    dry = await persons.merge(
        world.runtime, world.corp_id, known, other, "同一个人", BY, dry_run=True
    )
    assert (dry.merge_id, dry.from_id, dry.events) == (None, other, 1)
    assert dry.rows == {"consents": 1, "customer_tags": 2, "notes": 1}
    assert [one.kind for one in dry.ids] == ["phone", "openid", "device"]
    assert await photograph(world) == before

    done = await persons.merge(world.runtime, world.corp_id, known, other, "同一个人", BY)
    assert (done.customer_id, done.rows) == (known, dry.rows)
    assert await settle(world, claim(9, phone="13800001111")) == [known]
    assert await rows(world, "select id, name from customers") == [(known, "林小满")]
    tags = await rows(world, "select customer_id, tag_id from customer_tags order by 2")
    assert tags == [(known, 7), (known, 100 + known), (known, 100 + other)]
    async with world.runtime.database.corp(world.corp_id) as session:
        page = await customers.read_timeline(
            session, world.corp_id, other, Watcher("owner"), [], None, 10
        )
        assert [one.kind for one in page.items] == ["person.merged", "note.added", "note.added"]
        family = await customers.read_timeline(
            session, world.corp_id, known, Watcher("owner"), ["note"], None, 10
        )
        assert len(family.items) == 2
        profile = await customers.read_profile(
            session, world.runtime.vault, world.corp_id, other, Watcher("owner"), datetime.now(UTC)
        )
        assert (profile.id, profile.phones) == (known, ["138 **** 1111"])
        ids = await persons.ids_of(session, world.runtime.vault, world.corp_id, other)
        assert (ids.customer_id, ids.merges[0].moved) == (known, dry.rows)
    with pytest.raises(SamePersonError):
        await persons.merge(world.runtime, world.corp_id, other, known, "圈", BY)

    await persons.unmerge(world.runtime, world.corp_id, known, done.merge_id or 0, "看错了", BY)
    assert await photograph(world) == before
    with pytest.raises(UnknownMergeError):
        await persons.unmerge(world.runtime, world.corp_id, known, done.merge_id or 0, "again", BY)
    # What tied them does not tie them again.
    found = await settle(world, claim(10, external="wmA", phone="13800001111"))
    assert found == [known]
    assert await settle(world, claim(11, phone="13800001111")) == [other]
    acts = await rows(
        world,
        "select action, actor from audit_entries where action ^@ 'person' or action ^@ 'identity'"
        " order by id",
    )
    assert acts == [
        ("person.merged", BY),
        ("person.unmerged", BY),
        ("identity.told_apart", BY),
    ]


async def test_chains_are_undone_from_their_end(world: World) -> None:
    first, second, third = await settle(
        world, claim(0, member_number="M1"), claim(1, phone="13800001111"), claim(2, openid="o1")
    )
    runtime, corp = world.runtime, world.corp_id
    one = await persons.merge(runtime, corp, second, third, "一个人", BY)
    two = await persons.merge(runtime, corp, first, second, "一个人", BY)
    async with runtime.database.owner() as session:
        now = await persons.current(session, corp, [first, second, third])
    assert set(now.values()) == {first}
    with pytest.raises(MergedOnError):
        await persons.unmerge(runtime, corp, first, one.merge_id or 0, "错", BY)
    await persons.unmerge(runtime, corp, third, two.merge_id or 0, "错", BY)
    assert await settle(world, claim(3, openid="o1")) == [second]
    await persons.unmerge(runtime, corp, second, one.merge_id or 0, "错", BY)
    assert await settle(world, claim(3, openid="o1"), claim(3, phone="13800001111")) == [
        third,
        second,
    ]


async def _conflict(world: World) -> tuple[int, int, int]:
    a, b = await settle(
        world,
        claim(0, member_number="M1", phone="13800001111"),
        claim(1, member_number="M2", phone="13800001111"),
    )
    ((number,),) = await rows(world, "select id from identity_conflicts")
    return number, a, b


async def test_decisions_are_kept_to(world: World) -> None:
    runtime, corp = world.runtime, world.corp_id
    number, a, b = await _conflict(world)
    await persons.decide(runtime, corp, number, "claimed", "", BY)
    assert await settle(world, claim(2, phone="13800001111")) == [b]
    await settle(world, claim(3, member_number="M1", phone="13800001111"))
    assert await settle(world, claim(4, phone="13800001111"), claim(4, member_number="M1")) == [
        b,
        a,
    ]
    told = await rows(world, "select state, decision, decided_by from identity_conflicts")
    assert ("decided", "claimed", BY) in told
    with pytest.raises(ConflictEndedError):
        await persons.decide(runtime, corp, number, "stays", "", BY)
    assert await rows(
        world, "select after ->> 'verdict' from audit_entries where action = 'identity.decided'"
    ) == [("claimed",)]


async def test_what_is_shared_ties_nobody_any_more(world: World) -> None:
    number, a, b = await _conflict(world)
    await persons.decide(world.runtime, world.corp_id, number, "shared", "", BY)
    found = await settle(
        world,
        claim(2, phone="13800001111", openid="o1"),
        claim(3, phone="13800001111", member_number="M2"),
        claim(4, phone="13800001111"),
    )
    assert found[0] not in {a, b}
    assert found[1:] == [b, a]
    assert await rows(world, "select count(*) from identity_conflicts") == [(1,)]


async def test_one_person_by_decision_and_never_two_of_wecom(world: World) -> None:
    runtime, corp = world.runtime, world.corp_id
    number, *_ = await _conflict(world)
    await persons.decide(runtime, corp, number, "merged", "老卡", BY)
    found = await settle(world, claim(5, member_number="M1"), claim(5, member_number="M2"))
    assert len(set(found)) == 1
    one, other = await friend(world, "wmA"), await friend(world, "wmB")
    await settle(
        world,
        claim(6, external="wmA", phone="13800002222"),
        claim(7, external="wmB", phone="13800002222"),
    )
    ((number,),) = await rows(world, "select id from identity_conflicts where state = 'open'")
    before = await photograph(world)
    for act in (
        persons.decide(runtime, corp, number, "merged", "", BY),
        persons.merge(runtime, corp, one, other, "一个人", BY),
    ):
        with pytest.raises(NotMergeableError):
            await act
    assert await photograph(world) == before


async def test_erasing_and_handing_out_reach_every_part(world: World) -> None:
    runtime, corp = world.runtime, world.corp_id
    known = await friend(world, "wmA")
    (other,) = await settle(world, claim(0, phone="13800001111", openid="o1", device="d1"))
    await furnish(world, other, known)
    await persons.merge(runtime, corp, known, other, "一个人", BY)
    facts = await privacy.gather(runtime, corp, known)
    assert len([one for one in facts["events"] if one["kind"] == "note.added"]) == 2
    assert [one["from_id"] for one in facts["person_merges"]] == [other]
    await privacy.erase_persons(runtime, corp, [known])
    left: dict[str, Any] = {}
    for table in (
        "identity_links",
        "identity_devices",
        "person_merges",
        "person_moves",
        "customer_identities",
        "customers",
        "customer_tags",
    ):
        left[table] = (await rows(world, f"select count(*) from {table}"))[0][0]  # noqa: S608
    assert set(left.values()) == {0}
    assert await rows(world, "select count(*) from events where customer_id is not null") == [(0,)]
