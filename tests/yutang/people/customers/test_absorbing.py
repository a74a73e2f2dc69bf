"""What a reading shows, written thousands at a time, ends as if it were written one by one."""

import itertools
import os
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.yutang.world import World
from yutang.people.customers import service as customers
from yutang.people.customers.pinyin import syllables
from yutang.people.customers.schemas import Arrival, Departure, Person, RelationFacts
from yutang.people.customers.service import Absorbed, Sighting
from yutang.people.persons import service as persons
from yutang.people.persons.schemas import Claim
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import TagFacts, TagGroupFacts

EXAMPLES = 500 if "YUTANG_PROOF" in os.environ else 15
START = 1_764_000_000
NOW = datetime.fromtimestamp(START + 10_000, UTC)
NUMBERS = itertools.count(1)
TAGS = ("etA", "etB", "etC")

NAMES = st.sampled_from(["林小满", "重庆\t小面", 'A"Vip\\', "", "{阿,May}", "🌸\n周岚", "林小满2"])
PEOPLE = st.sampled_from(["wm1", "wm2", "wm3", "wm4"])
MEMBERS = st.sampled_from(["anna", "Bob", "cora"])
SECONDS = st.sampled_from([0, 1, 50, 61, 300, 301, 5000])
SEEN = st.builds(
    Sighting,
    account=MEMBERS,
    external_id=PEOPLE,
    name=NAMES,
    avatar=st.sampled_from(["", "http://wx/1"]),
    gender=st.integers(0, 2),
    platform=st.sampled_from(["wechat", "wecom"]),
    company=st.sampled_from(["", "青禾"]),
    unionid=st.sampled_from([None, "o1", "o2"]),
    added_at=SECONDS.map(lambda second: START + second),
    add_way=st.sampled_from([0, 1, 16, 201, 202]),
    channel=st.sampled_from([None, "yt1", "yt2"]),
    remark=st.sampled_from(["", "老客", '"重庆"']),
    description=st.sampled_from(["", "要\\发票"]),
    operator=st.sampled_from([None, "anna"]),
    phones=st.sampled_from([(), ("13800001234",), ("13800001234", "+86 139")]),
    wecom_tag_ids=st.lists(st.sampled_from([*TAGS, "etUnknown"]), unique=True).map(tuple),
    asked_at=st.just(NOW),
)
TOLD = st.tuples(
    st.sampled_from(["half", "add", "deleted_by_customer", "deleted_by_staff", "transferred"]),
    PEOPLE,
    MEMBERS,
    SECONDS,
)

DUMPS = (
    """
    select i.value, c.name, c.name_sort, c.grams, c.avatar, c.gender, c.platform, c.company,
           c.state, c.first_added_at, s.account, c.first_added_way, c.first_added_channel
    from customers c
    join customer_identities i on i.corp_id = c.corp_id and i.customer_id = c.id
                              and i.kind = 'external'
    left join staff s on s.corp_id = c.corp_id and s.id = c.first_added_staff_id
    where c.corp_id = :corp
    """,
    """
    select e.value, i.kind, i.value, i.sealed is null from customer_identities i
    join customer_identities e on e.corp_id = i.corp_id and e.customer_id = i.customer_id
                              and e.kind = 'external'
    where i.corp_id = :corp
    """,
    """
    select i.value, s.account, f.state, f.changed_at, f.added_at, f.add_way, f.channel, f.remark,
           f.description, f.operator
    from follows f join staff s on s.corp_id = f.corp_id and s.id = f.staff_id
    join customer_identities i on i.corp_id = f.corp_id and i.customer_id = f.customer_id
                              and i.kind = 'external'
    where f.corp_id = :corp
    """,
    """
    select i.value, s.account, h.change, h.at, h.source, h.props, h.idle
    from follow_history h join staff s on s.corp_id = h.corp_id and s.id = h.staff_id
    join customer_identities i on i.corp_id = h.corp_id and i.customer_id = h.customer_id
                              and i.kind = 'external'
    where h.corp_id = :corp
    """,
    """
    select i.value, s.account, g.wecom_id, t.added_by, t.mirrored_at, t.push_at is null
    from follow_tags t join staff s on s.corp_id = t.corp_id and s.id = t.staff_id
    join tags g on g.corp_id = t.corp_id and g.id = t.tag_id
    join customer_identities i on i.corp_id = t.corp_id and i.customer_id = t.customer_id
                              and i.kind = 'external'
    where t.corp_id = :corp
    """,
    """
    select i.value, c.first_at, f.account, c.first_channel, c.first_way, c.last_at, l.account,
           c.last_channel, c.last_way, c.returned_at
    from credits c join customer_identities i on i.corp_id = c.corp_id
      and i.customer_id = c.customer_id and i.kind = 'external'
    join staff f on f.corp_id = c.corp_id and f.id = c.first_staff_id
    join staff l on l.corp_id = c.corp_id and l.id = c.last_staff_id
    where c.corp_id = :corp
    """,
    "select a, b from identity_waiting where corp_id = :corp",
    """
    select c.state, i.kind, i.value from customers c
    join customer_identities i on i.corp_id = c.corp_id and i.customer_id = c.id
    where c.corp_id = :corp and c.first_added_at is null
    """,
)
LEAD = st.fixed_dictionaries(
    {
        "unionid": st.sampled_from([None, "o-wm1", "o-wm2", "o-else"]),
        "phone": st.sampled_from([None, "13800001234", "+86 139"]),
        "shared": st.sampled_from([None, None, None, "unionid", "phone"]),
    }
)


async def dump(world: World, corp_id: int) -> list[list[str]]:
    """All that is kept of the corp's people, by WeCom's ids."""
    async with world.runtime.database.owner() as session:
        return [
            sorted(str(tuple(row)) for row in await session.execute(text(sql), {"corp": corp_id}))
            for sql in DUMPS
        ]


async def new_corp(world: World) -> int:
    """A corp with the three tags."""
    customers.get_ready()
    facts = tuple(TagFacts(wecom_id=one, name=one, position=0) for one in TAGS)
    async with world.runtime.database.owner() as session:
        corp_id: int = await session.scalar(
            text("insert into corps (corpid, name) values (:corpid, '青禾') returning id"),
            {"corpid": f"ww{next(NUMBERS)}"},
        )
        await tags.mirror_library(
            session, corp_id, [TagGroupFacts("eg1", "组", 0, facts)], NOW - timedelta(hours=1)
        )
    return corp_id


async def tell(world: World, corp_id: int, told: Sequence[tuple[str, str, str, int]]) -> None:
    """What callbacks said before."""
    for kind, external_id, account, second in told:
        at = datetime.fromtimestamp(START + second, UTC)
        async with world.runtime.database.owner() as session:
            if kind in {"half", "add"}:
                arrival = Arrival(account, external_id, kind == "half", at, "yt9", "inbox:1")
                await customers.record_arrivals(
                    session, world.runtime.vault, corp_id, [arrival], at
                )
            else:
                ending: Any = kind
                await customers.record_departures(
                    session, corp_id, [Departure(account, external_id, ending, at, "inbox:2")]
                )


async def lead(world: World, corp_id: int, member: str, ids: dict[str, str | None]) -> int:
    """Somebody whom WeCom does not know, known by what of these is nobody's yet."""
    told = {kind: value for kind in ("unionid", "phone") if (value := ids[kind])}
    if "phone" in told:
        told["phone"] = world.runtime.vault.fingerprint(told["phone"])
    async with world.runtime.database.owner() as session:
        made = await persons.settle(
            world.runtime,
            session,
            corp_id,
            [Claim((("member_number", member),), NOW, "import:1:1")],
            NOW,
        )
        number: int = made[0] or 0
        for kind, value in told.items():
            await session.execute(
                text(
                    "insert into customer_identities (corp_id, kind, value, customer_id)"
                    " values (:corp, :kind, :value, :id) on conflict do nothing"
                ),
                {"corp": corp_id, "kind": kind, "value": value, "id": number},
            )
        if (shared := ids.get("shared")) in told:
            await session.execute(
                text(
                    "insert into identity_decisions (corp_id, kind, key, by, at)"
                    " values (:corp, 'shared', :key, 'user:1', now())"
                ),
                {"corp": corp_id, "key": f"{shared}:{told[shared or '']}"},
            )
    return number


async def one_by_one(world: World, corp_id: int, seen: Sequence[Sighting]) -> None:
    """The reference."""
    for one in seen:
        at = datetime.fromtimestamp(one.added_at, UTC)
        arrival = Arrival(
            account=one.account,
            external_id=one.external_id,
            half=False,
            at=at,
            channel=one.channel,
            source="sync",
            person=Person(one.name, one.avatar, one.gender, one.platform, one.company, one.unionid),
            facts=RelationFacts(
                at,
                one.add_way,
                one.channel,
                one.remark,
                one.description,
                one.operator,
                one.phones,
                one.wecom_tag_ids,
            ),
            seen=True,
        )
        async with world.runtime.database.owner() as session:
            await customers.record_arrivals(
                session, world.runtime.vault, corp_id, [arrival], one.asked_at
            )


async def absorb(
    world: World, corp_id: int, seen: Sequence[Sighting], *, telling: bool = False
) -> Absorbed:
    """All at once."""
    async with world.runtime.database.owner() as session:
        return await customers.absorb(session, world.runtime.vault, corp_id, seen, telling=telling)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    leads=st.lists(LEAD, max_size=3),
    told=st.lists(TOLD, max_size=6),
    seen=st.lists(SEEN, min_size=1, max_size=10),
)
async def test_written_at_once_they_end_as_written_one_by_one(
    world: World,
    leads: list[dict[str, str | None]],
    told: list[tuple[str, str, str, int]],
    seen: list[Sighting],
) -> None:
    # WeCom shows a person the same on every row of one reading, and a pair once.
    persons = {one.external_id: one for one in seen}
    pairs = {
        (one.external_id, one.account): persons[one.external_id]._replace(
            account=one.account,
            added_at=one.added_at,
            add_way=one.add_way,
            channel=one.channel,
            remark=one.remark,
            wecom_tag_ids=one.wecom_tag_ids,
            unionid=persons[one.external_id].unionid and f"o-{one.external_id}",
        )
        for one in seen
    }
    # Of two adds within one second either may be called the first.
    reading = list({(one.external_id, one.added_at): one for one in pairs.values()}.values())
    alone, together = await new_corp(world), await new_corp(world)
    begun = next(NUMBERS)
    for corp_id in (alone, together):
        for at, ids in enumerate(leads):
            await lead(world, corp_id, f"m{begun}-{at}", ids)
        await tell(world, corp_id, told)
    await one_by_one(world, alone, reading)
    await absorb(world, together, reading)
    assert await dump(world, together) == await dump(world, alone)


def someone(number: int, **more: Any) -> Sighting:
    """An ordinary relation."""
    seen = Sighting(
        "anna", f"wm{number}", f"林{number}", "", 1, "wechat", "", f"o{number}", START, 1, "yt1",
        "老客", "", "anna", (f"1380000{number:04}",), ("etA", "etB"), NOW,
    )  # fmt: skip
    return seen._replace(**more)


async def versions(world: World) -> dict[str, list[str]]:
    """Which transaction wrote each row."""
    tables = ("customers", "customer_identities", "follows", "follow_history", "follow_tags")
    async with world.runtime.database.owner() as session:
        return {
            table: sorted(
                str(one)
                for one in await session.scalars(
                    text(f"select (ctid, xmin) from {table}")  # noqa: S608 - a name from above
                )
            )
            for table in (*tables, "credits")
        }


async def test_what_is_as_wecom_shows_it_is_not_written_again(world: World) -> None:
    corp_id = await new_corp(world)
    seen = [someone(number) for number in range(50)]
    seen += [someone(7, account="bob", added_at=START + 9)]
    first = await absorb(world, corp_id, seen)
    assert (first.relations, first.new_customers, first.changed_customers) == (51, 50, 0)
    before = await versions(world)
    later = [one._replace(asked_at=NOW + timedelta(hours=1)) for one in seen]
    again = await absorb(world, corp_id, later, telling=True)
    assert (again.new_customers, again.changed_customers, again.differences) == (0, 0, [])
    assert await versions(world) == before
    later[3] = later[3]._replace(name="王小明", remark="", wecom_tag_ids=("etB", "etC"))
    changed = await absorb(world, corp_id, later, telling=True)
    found = {
        (one.kind, one.customer_id, str(one.before), str(one.after)) for one in changed.differences
    }
    async with world.runtime.database.owner() as session:
        ids = {
            row.wecom_id: row.id
            for row in await session.execute(text("select wecom_id, id from tags"))
        }
    assert found == {
        ("profile", 4, "{}", "{'fields': ['name']}"),
        ("relation", 4, "{}", "{'fields': ['remark']}"),
        ("tags", 4, f"{{'tags': [{ids['etA']}]}}", f"{{'tags': [{ids['etC']}]}}"),
    }
    after = await versions(world)
    for table, rows in before.items():
        apart = len(set(rows) ^ set(after[table]))
        # One row of each has a new version; of tags one went and one came.
        assert apart == (2 if table in {"customers", "follows", "follow_tags"} else 0), table


async def test_a_unionid_stays_with_whom_it_was_first(world: World) -> None:
    corp_id = await new_corp(world)
    await absorb(world, corp_id, [someone(1)])
    others = [someone(2, unionid="o1"), someone(3), someone(4, unionid="o3"), someone(5)]
    assert (await absorb(world, corp_id, others)).new_customers == 4
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text(
                "select customer_id, kind, value from customer_identities"
                " where kind in ('external', 'unionid') order by 1, 2"
            )
        )
        kept = [tuple(row) for row in rows]
    assert kept == [
        *((1, "external", "wm1"), (1, "unionid", "o1"), (2, "external", "wm2")),
        *((3, "external", "wm3"), (3, "unionid", "o3"), (4, "external", "wm4")),
        *((5, "external", "wm5"), (5, "unionid", "o5")),
    ]


async def test_whom_a_customer_deleted_stays_deleted_through_every_reading(world: World) -> None:
    corp_id = await new_corp(world)
    await absorb(world, corp_id, [someone(1)])
    await tell(world, corp_id, [("deleted_by_customer", "wm1", "anna", 500)])
    for _ in range(2):
        await absorb(world, corp_id, [someone(1, remark="还在")])
    async with world.runtime.database.owner() as session:
        kept = (await session.execute(text("select state, remark from follows"))).one()
        person = await session.scalar(text("select state from customers"))
    assert (tuple(kept), person) == (("deleted_by_customer", "还在"), "lost")
    # He comes back: WeCom shows a newer beginning.
    await absorb(world, corp_id, [someone(1, added_at=START + 900)])
    async with world.runtime.database.owner() as session:
        person = await session.scalar(text("select state from customers"))
    assert person == "friend"


@given(st.text(st.sampled_from("林重庆长沙行乐A b-🌸〇\U00020000\u3400ß\t"), max_size=9))
def test_names_are_read_as_pypinyin_reads_them(name: str) -> None:
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    assert list(syllables(name)) == lazy_pinyin(name)
