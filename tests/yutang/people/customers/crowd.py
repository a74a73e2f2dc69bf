"""A company of 300 for lists: everything a facet hangs on, in any mixture."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import text

from tests.yutang.world import World
from yutang.people.customers.naming import grams, sort_key

NOW = datetime(2026, 11, 26, 8, tzinfo=UTC)
PEOPLE = 300
SURNAMES = "王李张刘陈杨赵黄"
GIVEN = "小满伟芳娜秀英敏静丽强磊军"


async def fill(world: World, dice: random.Random) -> None:
    """300 people of 9 members in 3 departments, with tags, channels, stages, fields and gaps."""

    async def write(statement: str, rows: list[dict[str, Any]]) -> None:
        async with world.runtime.database.owner() as session:
            await session.execute(text(statement), [{"c": world.corp_id, **row} for row in rows])

    await write(
        "insert into departments (corp_id, id, name, parent_id) values (:c, :id, 'd', :parent)",
        [{"id": 1, "parent": None}, {"id": 2, "parent": 1}, {"id": 3, "parent": 1}],
    )
    await write(
        "insert into staff (corp_id, id, account, name) overriding system value"
        " values (:c, :id, :account, :account)",
        [{"id": n, "account": f"s{n}"} for n in range(1, 10)],
    )
    await write(
        "insert into staff_departments (corp_id, staff_id, department_id) values (:c, :id, :d)",
        [{"id": n, "d": 1 + n % 3} for n in range(1, 10)],
    )
    names = [
        "" if n % 97 == 0 else dice.choice(SURNAMES) + "".join(dice.choices(GIVEN, k=2))
        for n in range(PEOPLE)
    ]
    names[3] = "王小满"
    await write(
        "insert into customers (corp_id, id, state, name, name_sort, grams, first_added_at, stage,"
        " last_active_at, silent_since, marketing_refused_at) values"
        " (:c, :id, :state, :name, :sort, :grams, :added, :stage, :active, :silent, :refused)",
        [
            {
                "id": n + 1,
                "state": dice.choice(["friend"] * 6 + ["half", "lost", "lead"]),
                "name": name,
                "sort": sort_key(name),
                "grams": grams(name),
                "added": None if n % 9 == 0 else moment(dice),
                "stage": dice.choice([None, "intent", "deal"]),
                "active": None if n % 3 else moment(dice),
                "silent": moment(dice) if n % 11 == 0 else None,
                "refused": moment(dice) if n % 13 == 0 else None,
            }
            for n, name in enumerate(names)
        ],
    )
    await write(
        "insert into customer_ordinals (corp_id, next_id) values (:c, :n)", [{"n": PEOPLE + 1}]
    )
    await write(RELATE, [relation(dice) for _ in range(420)])
    await write(ENDINGS, [{}])
    await write(TAG, [tag(dice) for _ in range(540)])
    await write(
        "insert into fields (corp_id, id, name, kind, seen_by, edited_by, created_by)"
        " overriding system value values (:c, 1, '月龄', 'number', '{}', '{}', 'test')",
        [{}],
    )
    await write(
        "insert into field_values (corp_id, customer_id, field_id, number, changed_by, source,"
        " changed_at) select :c, n, 1, n % 7, 'test', 'hand', now()"
        " from generate_series(1, 300, 2) n",
        [{}],
    )
    await write(
        "insert into customer_tags (corp_id, customer_id, tag_id, added_by)"
        " values (:c, :id, :tag, 'user:1') on conflict do nothing",
        [{"id": dice.randint(1, PEOPLE), "tag": dice.randint(5, 7)} for _ in range(120)],
    )


RELATE = """
insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at, add_way, channel,
                     remark)
values (:c, :id, :staff, :state, timestamptz '2026-11-26' - make_interval(hours => 31 * (:id % 17)),
        now(), :way, :channel, :remark)
on conflict (corp_id, customer_id, staff_id)
do update set state = excluded.state, channel = excluded.channel, add_way = excluded.add_way
"""
ENDINGS = """
insert into follow_history (corp_id, customer_id, staff_id, change, at, source)
select corp_id, customer_id, staff_id, state, changed_at, 'test' from follows
where corp_id = :c and state in ('deleted_by_staff', 'deleted_by_customer')
"""
TAG = """
insert into follow_tags (corp_id, customer_id, staff_id, tag_id, added_by)
select corp_id, customer_id, staff_id, :tag, 'wecom' from follows
where corp_id = :c and customer_id = :id on conflict do nothing
"""


def relation(dice: random.Random) -> dict[str, Any]:
    """Values for RELATE."""
    return {
        "id": dice.randint(1, PEOPLE),
        "staff": dice.randint(1, 9),
        "state": dice.choice(["friend"] * 5 + ["half", "deleted_by_customer", "transferred"]),
        "way": dice.choice([None, 1, 16]),
        "channel": dice.choice([None, "yt1", "yt2"]),
        "remark": dice.choice(["", "", "一宝妈", "小王"]),
    }


def tag(dice: random.Random) -> dict[str, Any]:
    """Values for TAG."""
    return {"id": dice.randint(1, PEOPLE), "tag": min(7, int(dice.expovariate(0.5)) + 1)}


def moment(dice: random.Random) -> datetime:
    """Mostly of a few days, so that days hold many; down to the microsecond."""
    days = dice.choice([0, 1, 1, 2, dice.randint(3, 400)])
    return NOW - timedelta(
        days=days, seconds=dice.randint(0, 80_000), microseconds=dice.randint(0, 9)
    )
