"""Doubles: each person keeps exactly one group of each set, progress is read, never asked twice."""

import asyncio
import os
from collections import defaultdict

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.yutang.act.groupwatch.stage import DAY, NOW, column, facts, read, tasks, watch
from tests.yutang.world import World
from yutang.act.groupwatch import service as groupwatch
from yutang.act.groupwatch.schemas import DoubleRules

SOURCE = "group_doubles"
EXAMPLES = 100 if os.environ.get("YUTANG_PROOF") else 8
RANKS = {"core": 0, "transit": 1, "pond": 2, None: 3}

Put = tuple[str | None, str | None, str | None, dict[int, int]]

companies = st.lists(
    st.tuples(
        st.sampled_from(["zhou", "wu", None]),
        st.sampled_from(["product", "interest", None]),
        st.sampled_from(["core", "transit", "pond", None]),
        st.dictionaries(st.integers(1, 6), st.integers(1, 5), max_size=6),
    ),
    min_size=1,
    max_size=7,
)
"""Owner (none: gone), kind, tier, and who came how many days ago."""
rules = st.builds(
    DoubleRules,
    rule=st.sampled_from(["kind", "tier", "any"]),
    least=st.integers(2, 3),
    keep=st.sampled_from(["oldest", "tier"]),
)


async def test_exactly_one_group_remains_for_each(world: World) -> None:
    loop = asyncio.get_running_loop()
    await read(world, facts("x", "zhou", {}), facts("y", "wu", {}))
    accounts = {
        name: (await column(world, "select id from staff where account = :name", name=name))[0]
        for name in ("zhou", "wu")
    }

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(company=companies, wanted=rules)
    def check(
        company: list[Put],
        wanted: DoubleRules,
    ) -> None:
        async def run() -> None:
            await put(company)
            async with world.runtime.database.owner() as session:
                told = await groupwatch.preview(session, world.corp_id, wanted)
                plan = 0
                if told.removals:
                    plan = await groupwatch.start_plan(
                        session, world.corp_id, wanted, "user:1", NOW
                    )
                rows = await session.execute(
                    text(
                        "select r.customer_id, g.chat_id, k.chat_id as keep"
                        " from group_double_removals r"
                        " join group_chats g on g.id = r.group_id"
                        " join group_chats k on k.id = r.keep_group_id where plan_id = :plan"
                    ),
                    {"plan": plan},
                )
                found = {(row[0], int(row[1][2:])): int(row[2][2:]) for row in rows}
                await session.execute(text("delete from group_double_plans"))
            expected, not_asked = naive(company, wanted)
            assert found == expected
            assert told.model_dump() == {
                "persons": len({who for who, _ in expected}),
                "removals": len(expected),
                "owners": len({company[n][0] for _, n in expected}),
                "not_asked": not_asked,
            }

        asyncio.run_coroutine_threadsafe(run(), loop).result(60)

    async def put(company: list[Put]) -> None:
        async with world.runtime.database.owner() as session:
            await session.execute(text("delete from group_members"))
            await session.execute(text("delete from group_chats"))
            for n, (owner, kind, tier, people) in enumerate(company):
                group = await session.scalar(
                    text(
                        "insert into group_chats (corp_id, chat_id, created_at, owner_staff_id,"
                        " kind, tier) values (:corp, :chat, :now, :owner, :kind, :tier)"
                        " returning id"
                    ),
                    {
                        "corp": world.corp_id,
                        "chat": f"wr{n}",
                        "now": NOW,
                        "owner": accounts[owner] if owner else None,
                        "kind": kind,
                        "tier": tier,
                    },
                )
                for who, days in people.items():
                    await session.execute(
                        text(
                            "insert into group_members (corp_id, group_id, member, customer_id,"
                            " joined_at) values (:corp, :group, 'wm' || :who, :who, :at)"
                        ),
                        {
                            "corp": world.corp_id,
                            "group": group,
                            "who": who,
                            "at": NOW - days * DAY,
                        },
                    )

    await asyncio.to_thread(check)


def naive(company: list[Put], wanted: DoubleRules) -> tuple[dict[tuple[int, int], int], int]:
    """Removals with where each stays, and how many seats nobody can be asked for."""
    sets: dict[tuple[int, str], list[int]] = defaultdict(list)
    for n, (_, kind, tier, people) in enumerate(company):
        one = {"kind": kind, "tier": tier, "any": "any"}[wanted.rule]
        for who in people:
            if one is not None:
                sets[who, one].append(n)
    found, lost = {}, 0
    for (who, _), groups in sets.items():
        if len(groups) < wanted.least:
            continue

        def order(n: int, who: int = who) -> tuple[int, int, int]:
            _, _, tier, people = company[n]
            return (RANKS[tier] if wanted.keep == "tier" else 0, -people[who], n)

        keep, *rest = sorted(groups, key=order)
        assert len(rest) == len(groups) - 1
        for n in rest:
            if company[n][0] is None:
                lost += 1
            else:
                found[who, n] = keep
    return found, lost


async def test_owners_are_asked_once_and_ticked_off_by_what_is_seen(world: World) -> None:
    shown = {
        "甲": ("zhou", {"wm1": 9, "wm2": 9, "wm3": 9}),
        "乙": ("zhou", {"wm1": 5, "wm2": 5}),
        "丙": ("wu", {"wm1": 3, "wm3": 2}),
    }
    await read(world, *(facts(name, *told) for name, told in shown.items()))
    http = world.http
    await world.sign_in()
    told = (await http.post("/api/group-doubles/preview", json={})).json()
    assert told == {"persons": 3, "removals": 4, "owners": 2, "not_asked": 0}
    started = await http.post("/api/group-doubles", json={})
    assert started.status_code == 201, started.text
    plan = started.json()
    counts = {name: plan[name] for name in ("removals", "gone", "waiting", "void", "owners")}
    assert counts == {"removals": 4, "gone": 0, "waiting": 4, "void": 0, "owners": 2}
    again = await http.post("/api/group-doubles", json={"rule": "kind"})
    assert (again.status_code, again.json()["type"]) == (409, "groupwatch.plan_running")
    assert len(await tasks(world, SOURCE)) == 2
    titles = await column(world, "select title from tasks where source = 'group_doubles'")
    assert "2 位客户在你的群里重复了，从 1 个群里移出，名单在链接里" in titles

    zhou, wu = await column(world, "select id from staff order by account desc")
    async with world.runtime.database.owner() as session:
        sheet = await groupwatch.read_sheet(session, world.corp_id, wu, "doubles", plan["id"], NOW)
    assert [(one.name, one.group, one.keep) for one in sheet.people] == [
        ("wm1", "丙", "甲"),
        ("wm3", "丙", "甲"),
    ]

    # Wu took one out; another left the group in which he was to stay, so that he stays here.
    await read(
        world,
        facts("丙", "wu", {"wm1": 3}, at=NOW + DAY),
        facts("甲", "zhou", {"wm2": 9, "wm3": 9}, at=NOW + DAY),
    )
    await watch(world)
    [plan] = (await http.get("/api/group-doubles")).json()["items"]
    counts = {name: plan[name] for name in ("gone", "waiting", "void", "owners_done")}
    assert counts == {"gone": 1, "waiting": 1, "void": 2, "owners_done": 1}
    assert sorted(await tasks(world, SOURCE)) == sorted(
        [(f"{plan['id']}:{wu}", "done"), (f"{plan['id']}:{zhou}", "open")]
    )
    owners = (await http.get(f"/api/group-doubles/{plan['id']}/owners")).json()["items"]
    assert [(one["owner"]["name"], one["waiting"]) for one in owners] == [("zhou", 1), ("wu", 0)]

    assert (await http.post(f"/api/group-doubles/{plan['id']}/stop")).status_code == 204
    await watch(world)
    assert ("dropped" in dict(await tasks(world, SOURCE)).values()) is True
    late = await http.post(f"/api/group-doubles/{plan['id']}/stop")
    assert (late.status_code, late.json()["type"]) == (409, "groupwatch.closed")
    nothing = await http.post("/api/group-doubles", json={"least": 3})
    assert (nothing.status_code, nothing.json()["type"]) == (422, "groupwatch.nothing_doubled")
    unknown = await http.get("/api/group-doubles/999/owners")
    assert (unknown.status_code, unknown.json()["type"]) == (404, "groupwatch.unknown_plan")
