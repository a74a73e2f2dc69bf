"""Whose ids are: ties, conflicts, devices, what is no id, and two who settle at once."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.yutang.people.persons.acts import claim, friend, rows, settle
from tests.yutang.world import World, add_corp
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import Arrival, Person, RelationFacts
from yutang.people.persons import service as persons
from yutang.people.persons.schemas import Claim

NOW = datetime.now(UTC)


class KilledError(Exception):
    """In the midst of it."""


async def test_a_visitor_becomes_the_lead_who_identifies_himself(world: World) -> None:
    first = await settle(world, claim(0, openid="o1", device="d1"))
    again = await settle(world, claim(1, openid="o1", phone="+86 138-0000-1111"))
    other = await settle(world, claim(2, phone="13800001111", member_number="M1"))
    assert first == again == other
    assert await rows(world, "select id, state from customers") == [(first[0], "lead")]
    ids = await rows(world, "select kind, claimed from customer_identities order by kind")
    assert ids == [(kind, True) for kind in ("device", "member_number", "openid", "phone")]


async def test_nameless_history_goes_to_who_first_identified_himself(world: World) -> None:
    (visitor,) = await settle(world, claim(0, device="d1"))
    (first,) = await settle(world, claim(1, device="d1", phone="13800001111"))
    (second,) = await settle(world, claim(2, device="d1", phone="13800002222"))
    assert len({visitor, first, second}) == 3
    async with world.runtime.database.owner() as session:
        now = await persons.current(session, world.corp_id, [visitor, first, second, 9_999])
    assert now == {visitor: first, first: first, second: second, 9_999: 9_999}
    # The device itself is his who was on it last, whatever late news come.
    assert await settle(world, claim(3, device="d1")) == [second]
    await settle(world, claim(1.5, device="d1", phone="13800001111"))
    assert await settle(world, claim(3, device="d1")) == [second]
    merged = await rows(
        world, "select from_id, into_id, why, by from person_merges where undone_at is null"
    )
    assert merged == [(visitor, first, "device", "system")]
    kinds = await rows(
        world, "select customer_id, kind, props from events where kind ^@ 'person.' order by id"
    )
    assert [(row[0], row[1], row[2]["from_id"]) for row in kinds] == [
        (first, "person.merged", visitor)
    ]
    audit = await rows(world, "select target from audit_entries where action = 'person.merged'")
    assert audit == [(f"customer:{first}",)]
    # Ordinals are dense and none is given again; the merged one is nobody in lists.
    (fresh,) = await settle(world, claim(4, openid="o9"))
    assert fresh == max(visitor, first, second) + 1
    async with world.runtime.database.owner() as session:
        assert await customers.count_known(session, world.corp_id) == 3


async def test_two_who_are_told_apart_are_never_joined(world: World) -> None:
    found = await settle(
        world,
        claim(0, external="wmA", phone="13800001111"),
        claim(1, external="wmB", phone="13800001111"),
        claim(2, external="wmB", phone="13800001111"),
        claim(3, phone="13800001111"),
    )
    assert found[0] == found[3] != found[1] == found[2]
    told = await rows(
        world,
        "select a, a_id, b_id, why, state, said, last_said, times from identity_conflicts",
    )
    assert told == [("external:wmB", found[1], found[0], "external", "open", "test:1", "test:2", 2)]
    assert await rows(world, "select count(*) from person_merges") == [(0,)]


async def test_late_news_of_an_earlier_moment_moves_an_id_and_ends_a_conflict(
    world: World,
) -> None:
    a, b, _ = await settle(
        world,
        claim(10, member_number="M1", openid="o1"),
        claim(20, member_number="M2", phone="13800001111"),
        claim(30, member_number="M2", openid="o1"),
    )
    assert await rows(world, "select state from identity_conflicts") == [("open",)]
    assert await settle(world, claim(31, openid="o1")) == [a]
    # It was M2's before it was M1's: now M1's claim is the one that is in conflict.
    await settle(world, claim(5, member_number="M2", openid="o1"))
    assert await settle(world, claim(31, openid="o1")) == [b]
    told = await rows(world, "select a, state from identity_conflicts order by a")
    assert told == [("member_number:M1", "open"), ("member_number:M2", "gone")]


@pytest.mark.parametrize(
    "ids",
    [
        (),
        tuple(("openid", f"o{number}") for number in range(101)),
        (("phone", "12"), ("phone", "not a phone"), ("phone", "020-12345678")),
        (("openid", ""), ("unionid", "  "), ("device", "d" * 129)),
        (("openid", "a\x00b"), ("openid", "a\nb"), ("member_number", "\ud800")),
        (("passport", "E1234"),),
    ],
    ids=["empty", "101", "no phone", "blank or long", "control", "unknown kind"],
)
async def test_what_is_no_id_makes_nobody(world: World, ids: Any) -> None:
    assert await settle(world, Claim(ids, NOW, "test:x")) == [None]
    assert await rows(world, "select count(*) from customers") == [(0,)]
    assert await rows(world, "select count(*) from identity_links") == [(0,)]


async def test_words_of_sql_are_ids_like_others_and_a_clock_ahead_is_not_believed(
    world: World,
) -> None:
    evil = "'); drop table customers; --<script>"
    far = Claim((("openid", evil), ("phone", "13800001111")), NOW + timedelta(days=27_000), "x")
    (one,) = await settle(world, far)
    assert await settle(world, claim(0, openid=evil)) == [one]
    assert await rows(world, "select value from customer_identities where kind = 'openid'") == [
        (evil,)
    ]
    ((at,),) = await rows(world, "select at from identity_links")
    assert at <= datetime.now(UTC) + timedelta(minutes=11)


async def test_an_id_of_another_corp_is_nobody_here(world: World) -> None:
    (ours,) = await settle(world, claim(0, external="wmA", phone="13800001111"))
    mine = "select * from customer_identities where corp_id = :corp_id order by kind"
    before = await rows(world, mine, corp_id=world.corp_id)
    corp_id, _ = await add_corp(world.runtime, "other", (1_000_004,))
    async with world.runtime.database.owner() as session:
        (theirs,) = await persons.settle(
            world.runtime, session, corp_id, [claim(0, external="wmA")], NOW
        )
    assert (ours, theirs) == (1, 1)
    assert await rows(world, mine, corp_id=world.corp_id) == before


async def test_two_workers_make_one_person_of_a_new_id(world: World) -> None:
    found = await asyncio.gather(
        *(settle(world, claim(number, openid="o1", phone="13800001111")) for number in range(6))
    )
    assert {tuple(one) for one in found} == {(1,)}
    assert await rows(world, "select id from customers") == [(1,)]


async def test_killed_between_nothing_is_left_and_it_is_done_again(world: World) -> None:
    async def killed() -> None:
        async with world.runtime.database.owner() as session:
            await persons.settle(
                world.runtime, session, world.corp_id, [claim(0, phone="13800001111")], NOW
            )
            raise KilledError

    with pytest.raises(KilledError):
        await killed()
    assert await rows(world, "select count(*) from customers") == [(0,)]
    for _ in range(2):
        assert await settle(world, claim(0, phone="13800001111")) == [1]
    assert await rows(world, "select count(*) from customers") == [(1,)]


async def test_a_test_number_ties_only_so_many_and_settles_quickly(world: World) -> None:
    found = await settle(
        world,
        *(claim(number, member_number=f"M{number}", phone="13800001111") for number in range(300)),
    )
    assert len(set(found)) == 300
    told = await rows(world, "select count(*) from identity_conflicts")
    assert told == [(49,)]


async def test_a_lead_who_is_added_keeps_his_number(world: World) -> None:
    (known,) = await settle(world, claim(0, unionid="u1", phone="13800001111"))
    (by_phone,) = await settle(world, claim(0, phone="13800002222"))
    at = NOW - timedelta(minutes=5)
    shown = [
        ("wmA", "u1", ()),
        ("wmB", None, ("13800002222",)),
        ("wmC", "u1", ()),
    ]
    async with world.runtime.database.owner() as session:
        await customers.record_arrivals(
            session,
            world.runtime.vault,
            world.corp_id,
            [
                Arrival(
                    account="anna",
                    external_id=external,
                    half=False,
                    at=at,
                    channel=None,
                    source="inbox:1",
                    person=Person("林小满", unionid=unionid),
                    facts=RelationFacts(at, 1, None, "", "", None, phones, ()),
                )
                for external, unionid, phones in shown
            ],
            NOW,
        )
    told = await rows(
        world,
        "select i.value, c.id, c.state from customers c join customer_identities i"
        " on i.customer_id = c.id and i.kind = 'external' order by 1",
    )
    assert told[:2] == [("wmA", known, "friend"), ("wmB", by_phone, "friend")]
    assert told[2][1] not in {known, by_phone}
    # That WeCom shows one unionid of two is for the operator.
    assert await persons.settle_waiting(world.runtime) == 1
    conflicts = await rows(world, "select a, b, a_id, b_id from identity_conflicts")
    assert conflicts == [("external:wmC", "unionid:u1", told[2][1], known)]
    assert await persons.settle_waiting(world.runtime) == 0


async def test_who_was_known_by_two_is_joined_when_wecom_shows_that_they_are_one(
    world: World,
) -> None:
    known = await friend(world, "wmA")
    (other,) = await settle(world, claim(0, unionid="u1", phone="13800001111"))
    async with world.runtime.database.owner() as session:
        await customers.meet(session, world.corp_id, [customers.Met("wmA", "林小满", "u1")])
    assert await persons.settle_waiting(world.runtime) == 1
    assert await settle(world, claim(2, phone="13800001111")) == [known]
    async with world.runtime.database.owner() as session:
        assert await persons.current(session, world.corp_id, [other]) == {other: known}
