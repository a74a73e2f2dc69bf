"""Whatever order and repetition callbacks come in, they end as the reference fold says."""

import itertools
import os
import random
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.yutang.people.customers.fold import ENDS, News, Whole, fold
from tests.yutang.people.customers.pretend import EPOCH, EVENTS, Person, PretendWeCom
from tests.yutang.world import World, event_xml, open_world
from yutang.kernel.clock import utc_now
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import Arrival
from yutang.people.customers.schemas import Person as PersonFacts
from yutang.people.staff import service as staff
from yutang.sense.callbacks import service as callbacks
from yutang.sense.translating import relation_facts
from yutang.wecom.customers import Follow

EXAMPLES = 600 if "YUTANG_PROOF" in os.environ else 40
ACCOUNTS = ("anna", "bob", "cora")
KINDS = (
    "half",
    "add",
    "add",
    "deleted_by_customer",
    "deleted_by_staff",
    "edit",
    "shared",
    "assigned",
)
ACTS = st.tuples(
    st.sampled_from(KINDS),
    st.sampled_from(ACCOUNTS),
    st.sampled_from(ACCOUNTS),
    # Within a second, a second apart, and so far that a reading is surely of another add.
    st.sampled_from([0, 0, 1, 5, 300]),
)
NUMBERS = itertools.count(1)


@pytest.fixture
async def told(dsn: str, tmp_path: Path) -> AsyncIterator[tuple[World, PretendWeCom]]:
    """A Yutang that asks a pretended WeCom."""
    wecom = PretendWeCom()
    async with (
        httpx2.AsyncClient(transport=wecom) as http,
        open_world(dsn, tmp_path, wecom=http) as world,
    ):
        customers.get_ready()
        yield world, wecom


async def handle(world: World) -> None:
    """Handle all that waits; the clock is ahead, so that nothing is waited for."""
    ahead = replace(world.runtime, clock=lambda: utc_now() + timedelta(seconds=60))
    while await callbacks.handle_batch(ahead):
        pass


async def deliver(world: World, person: Person, news: Sequence[News]) -> None:
    """Tell them, in this order, as WeCom words them."""
    for one in news:
        change, more = EVENTS[one.kind]
        fields = {"UserID": one.account, "ExternalUserID": person.external_id} | more
        if one.channel:
            fields["State"] = one.channel
        xml = event_xml(
            world.app.corpid, "change_external_contact", change, EPOCH + one.at, **fields
        )
        assert (await world.call_back(xml)).status_code == 200


async def read(world: World, person: Person) -> None:
    """What a sync writes when it comes by."""
    arrivals = [
        Arrival(
            account=facts.userid,
            external_id=person.external_id,
            half=False,
            at=datetime.fromtimestamp(facts.createtime, UTC),
            channel=facts.state or None,
            source="sync",
            person=PersonFacts("林小满", gender=2),
            facts=relation_facts(facts),
            seen=True,
        )
        for facts in map(Follow.model_validate, person.shown())
    ]
    async with world.runtime.database.owner() as session:
        await customers.record_arrivals(
            session, world.runtime.vault, world.corp_id, arrivals, utc_now()
        )


async def live(
    world: World, wecom: PretendWeCom, acts: Sequence[Any], seed: int, *, readings: bool
) -> tuple[Person, list[News]]:
    """Let it happen, with news told late, early, twice and in heaps; returns all of them."""
    chance = random.Random(seed)
    person = Person(f"wm{next(NUMBERS):030d}")
    wecom.persons[person.external_id] = person
    told: list[News] = []
    waiting: list[News] = []
    for act in acts:
        if person.hides_takeover(*act[:2]):
            await deliver(world, person, waiting)
            await handle(world)
            waiting = []
        news = person.act(*act)
        told += news
        waiting += news
        if readings and chance.random() < 0.2:
            await read(world, person)
        if chance.random() < 0.4:
            now = chance.sample(waiting, chance.randint(0, len(waiting)))
            waiting = [one for one in waiting if one not in now]
            await deliver(
                world, person, now + chance.sample(told, min(1, len(told) - len(waiting)))
            )
            await handle(world)
            waiting = [one for one in waiting if one not in now]
    chance.shuffle(waiting)
    middle = chance.randint(0, len(waiting))
    for heap in (waiting[:middle], waiting[middle:], chance.sample(told, len(told) // 2)):
        await deliver(world, person, heap)
        await handle(world)
    return person, told


def second(moment: datetime | None) -> int | None:
    """A moment as a second of the test."""
    return None if moment is None else int(moment.timestamp()) - EPOCH


async def stored(world: World, person: Person) -> dict[str, Any]:
    """What the database says of him."""
    async with world.runtime.database.owner() as session:
        refs = await customers.find_refs(session, world.corp_id, [person.external_id])
        if person.external_id not in refs:
            return {}
        ref = refs[person.external_id]
        members = await staff.staff_by_accounts(session, world.corp_id, ACCOUNTS)
        names: dict[int | None, str | None] = {member.id: member.account for member in members}

        async def rows(sql: str) -> list[Any]:
            bound = {"corp": world.corp_id, "him": ref.id, "external": person.external_id}
            return list(await session.execute(text(sql), bound))

        follows = await rows("select * from follows where corp_id = :corp and customer_id = :him")
        history = await rows(
            "select * from follow_history"
            " where corp_id = :corp and customer_id = :him and not idle order by at"
        )
        (first,) = await rows("select * from customers where corp_id = :corp and id = :him")
        credit = await rows("select * from credits where corp_id = :corp and customer_id = :him")
        events = await rows(
            "select props from events where corp_id = :corp and customer_id = :him"
            " and kind = 'relation.added'"
        )
        adds = await rows(
            "select 1 from welcomes where corp_id = :corp and external_id = :external"
            " and not half and not owner_change"
        )
    return {
        "state": ref.state,
        "relations": {
            names[r.staff_id]: (r.state, second(r.changed_at), second(r.added_at)) for r in follows
        },
        "losses": sorted(
            (names[r.staff_id], r.change, second(r.at)) for r in history if r.change in ENDS
        ),
        "first": (second(first.first_added_at), names.get(first.first_added_staff_id)),
        "credit": [
            (
                *(second(r.first_at), names[r.first_staff_id]),
                *(second(r.last_at), names[r.last_staff_id]),
                [second(at) for at in r.returned_at],
            )
            for r in credit
        ],
        "adds": len(adds),
        "firsts": [names[e.props["staff_id"]] for e in events if e.props["first"]],
    }


def check(found: dict[str, Any], whole: Whole) -> None:
    """The database against the fold."""
    assert found["state"] == whole.state
    assert found["relations"] == {
        account: (
            stand.state,
            stand.changed_at,
            stand.began_at if stand.began_at is not None else stand.changed_at,
        )
        for account, stand in whole.relations.items()
    }
    assert found["losses"] == sorted(
        (account, kind, at) for account, s in whole.relations.items() for kind, at in s.losses
    )
    assert found["adds"] == whole.adds
    if whole.first is None or whole.last is None:
        assert (found["first"], found["credit"], found["firsts"]) == ((None, None), [], [])
        return
    assert (found["first"][0], {found["first"][1]} <= whole.first[1]) == (whole.first[0], True)
    first_at, first_staff, last_at, last_staff, returns = found["credit"][0]
    assert (first_at, first_staff) == found["first"]
    assert (last_at, last_staff in whole.last[1]) == (whole.last[0], True)
    assert returns == whole.returns
    # Told late an older add is the first as well; the true first one always says that it is.
    assert first_staff in found["firsts"]


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    acts=st.lists(ACTS, min_size=1, max_size=9), seed=st.integers(0, 2**16), readings=st.booleans()
)
@example(
    acts=[
        ("add", "anna", "anna", 0),
        ("assigned", "anna", "bob", 0),
        ("assigned", "bob", "anna", 0),
    ],
    seed=0,
    readings=False,
)
@example(
    acts=[("add", "anna", "bob", 5), ("deleted_by_customer", "anna", "bob", 5)],
    seed=1,
    readings=True,
)
@example(
    acts=[
        ("add", "anna", "bob", 5),
        ("deleted_by_customer", "anna", "bob", 5),
        ("deleted_by_staff", "anna", "bob", 5),
        ("add", "anna", "bob", 5),
    ],
    seed=2,
    readings=False,
)
async def test_any_order_and_repetition_ends_as_the_fold_says(
    told: tuple[World, PretendWeCom], acts: list[Any], seed: int, *, readings: bool
) -> None:
    world, wecom = told
    person, news = await live(world, wecom, acts, seed, readings=readings)
    found = await stored(world, person)
    if news:
        check(found, fold(news))
    else:
        assert found == {}
