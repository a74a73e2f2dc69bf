"""Persons and relations, written from what WeCom tells."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import text

from tests.yutang.world import World
from yutang.people.customers import service
from yutang.people.customers.naming import grams, sort_key
from yutang.people.customers.schemas import (
    Arrival,
    Departure,
    Edit,
    Ending,
    Person,
    RelationFacts,
)

START = datetime(2026, 11, 25, 8, tzinfo=UTC)


def at(second: int) -> datetime:
    """A moment of the test."""
    return START + timedelta(seconds=second)


def arrival(
    second: int, external_id: str = "wm1", account: str = "alice", *, half: bool = False
) -> Arrival:
    """A relation that begins."""
    moment = at(second)
    return Arrival(
        account=account,
        external_id=external_id,
        half=half,
        at=moment,
        channel="yt1",
        source="test",
        person=Person(name="林小满", unionid=f"union-{external_id}"),
        facts=None if half else RelationFacts(added_at=moment, add_way=1),
    )


def departure(
    second: int, ending: Ending = "deleted_by_customer", external_id: str = "wm1"
) -> Departure:
    """A relation that ends."""
    return Departure("alice", external_id, ending, at(second), "test")


async def tell(world: World, *news: Arrival | Departure) -> None:
    """Write news one by one, each in a transaction of its own."""
    service.get_ready()
    for item in news:
        async with world.runtime.database.owner() as session:
            if isinstance(item, Arrival):
                await service.record_arrivals(
                    session, world.runtime.vault, world.corp_id, [item], item.at
                )
            else:
                await service.record_departures(session, world.corp_id, [item])


async def rows(world: World, sql: str) -> Sequence[Any]:
    """What the database holds."""
    async with world.runtime.database.owner() as session:
        return [tuple(row) for row in await session.execute(text(sql))]


FOLLOW = "select state, changed_at, added_at from follows"
PERSON = "select id, state, first_added_at from customers order by id"


async def test_a_stranger_becomes_a_known_friend(world: World) -> None:
    await tell(world, arrival(0))
    assert await rows(world, PERSON) == [(1, "friend", at(0))]
    assert await rows(world, "select kind, value from customer_identities order by kind") == [
        ("external", "wm1"),
        ("unionid", "union-wm1"),
    ]
    assert await rows(world, "select change, at from follow_history") == [("added", at(0))]
    kinds = await rows(world, "select kind, props->>'first' from events")
    assert kinds == [("relation.added", "true")]


async def test_a_half_add_is_no_customer_yet(world: World) -> None:
    await tell(world, arrival(0, half=True))
    assert await rows(world, PERSON) == [(1, "half", None)]
    await world.sign_in()
    listed = (await world.http.get("/api/customers", params={"state": "half"})).json()["items"]
    assert [(row["id"], row["state"], row["first_added_at"]) for row in listed] == [
        (1, "half", None)
    ]
    shown = (await world.http.get("/api/customers/1")).json()
    assert (shown["state"], shown["first_added_at"], shown["credit"]) == ("half", None, None)
    assert await rows(world, "select kind from events") == [("relation.half_added",)]
    await tell(world, arrival(9))
    assert await rows(world, PERSON) == [(1, "friend", at(9))]
    shown = (await world.http.get("/api/customers/1")).json()
    assert datetime.fromisoformat(shown["credit"]["first"]["at"]) == at(9)


async def test_a_late_half_add_undoes_nothing(world: World) -> None:
    await tell(world, arrival(5), arrival(3, half=True), arrival(5, half=True))
    assert await rows(world, FOLLOW) == [("friend", at(5), at(5))]


async def test_the_first_add_never_moves(world: World) -> None:
    await tell(world, arrival(0), departure(10), arrival(20))
    assert await rows(world, PERSON) == [(1, "friend", at(0))]
    assert await rows(world, FOLLOW) == [("friend", at(20), at(20))]
    await tell(world, departure(30, "transferred"), arrival(31, account="bob"))
    assert await rows(world, PERSON) == [(1, "friend", at(0))]
    firsts = await rows(
        world, "select props->>'first' from events where kind = 'relation.added' order by id"
    )
    assert firsts == [("true",), ("false",), ("false",)]


async def test_a_person_is_lost_when_no_relation_lives(world: World) -> None:
    await tell(world, arrival(0), arrival(1, account="bob"), departure(5))
    assert await rows(world, PERSON) == [(1, "friend", at(0))]
    await tell(world, Departure("bob", "wm1", "deleted_by_staff", at(6), "test"))
    assert await rows(world, PERSON) == [(1, "lost", at(0))]


async def test_news_in_the_wrong_order_ends_in_the_same_state(world: World) -> None:
    """He left, came back; the leaving is told last."""
    await tell(world, arrival(0), arrival(20), departure(10))
    assert await rows(world, FOLLOW) == [("friend", at(20), at(20))]
    assert await rows(world, PERSON) == [(1, "friend", at(0))]


async def test_a_loss_we_never_heard_the_beginning_of_is_counted(world: World) -> None:
    await tell(world, departure(10))
    assert await rows(world, PERSON) == [(1, "lost", None)]


async def test_reading_does_not_bring_a_deleted_relation_back(world: World) -> None:
    await tell(world, arrival(0), departure(10))
    async with world.runtime.database.owner() as session:
        await service.record_edits(
            session,
            world.runtime.vault,
            world.corp_id,
            [Edit("alice", "wm1", Person("林小满"), RelationFacts(at(0), remark="老客"))],
            at(20),
        )
    assert await rows(world, "select state, remark from follows") == [
        ("deleted_by_customer", "老客")
    ]


async def test_accounts_compare_without_case(world: World) -> None:
    await tell(world, arrival(0, account="Alice"), arrival(5, account="ALICE"))
    assert await rows(world, "select account from staff") == [("alice",)]
    assert len(await rows(world, FOLLOW)) == 1


async def test_ids_are_dense_and_a_rolled_back_one_is_given_again(world: World) -> None:
    await tell(world, arrival(0, "wm1"))
    async with world.runtime.database.owner() as session:
        await service.record_arrivals(
            session, world.runtime.vault, world.corp_id, [arrival(1, "wm2")], at(1)
        )
        await session.rollback()
    await tell(world, arrival(2, "wm3"), arrival(2, "wm4"))
    assert [row[0] for row in await rows(world, PERSON)] == [1, 2, 3]


async def test_phones_are_sealed_and_found_by_their_hash(world: World) -> None:
    phone = "13800001234"
    async with world.runtime.database.owner() as session:
        await service.record_edits(
            session,
            world.runtime.vault,
            world.corp_id,
            [Edit("alice", "wm1", Person("林"), RelationFacts(at(0), phones=(phone,)))],
            at(0),
        )
    kept = await rows(world, "select value, sealed from customer_identities where kind = 'phone'")
    assert kept[0][0] == world.runtime.vault.fingerprint(phone)
    assert phone.encode() not in bytes(kept[0][1])
    await world.sign_in()
    shown = (await world.http.get("/api/customers/1")).json()
    assert shown["phones"] == ["138 **** 1234"]


def test_names_are_found_by_two_characters_and_sorted_by_pinyin() -> None:
    found = [gram for gram in grams("张三丰") if not gram.startswith("~")]
    assert found == sorted(["张", "三", "丰", "张三", "三丰"])
    assert grams("A-Vip") == sorted(["a", "-", "v", "i", "p", "a-", "-v", "vi", "ip"])
    assert grams("") == []
    assert sorted(["周岚", "阿May", "李青"], key=sort_key) == ["阿May", "李青", "周岚"]
