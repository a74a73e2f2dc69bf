"""Phases: one SQL over all groups says what a naive reader of the same lives says."""

import asyncio
import json
import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.yutang.world import World
from yutang.kernel.runtime import Runtime
from yutang.people.groups import service as groups
from yutang.people.groups.phase_rules import RULES

NOW = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
EXAMPLES = 150 if os.environ.get("YUTANG_PROOF") else 8


@dataclass(frozen=True)
class Life:
    """A group: when made, since when read, each stay's beginning and end in hours before now."""

    made: int
    known: int
    owner: int
    stays: tuple[tuple[int, int | None], ...]
    read: bool = True
    turned: int | None = None
    """Its owner is another since so many hours."""


hours = st.integers(0, 80 * 24)
stays = st.tuples(hours, st.none() | hours).filter(lambda s: s[1] is None or s[1] <= s[0])
lives = st.builds(
    Life,
    made=st.integers(0, 90 * 24),
    known=st.integers(0, 90 * 24),
    owner=st.integers(0, 3),
    stays=st.lists(stays, max_size=14).map(tuple),
    read=st.integers(0, 9).map(bool),
    turned=st.none() | st.integers(1, 20 * 24),
)
talks = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 9)),
    st.tuples(st.integers(0, 3), st.integers(0, 3)),
    max_size=40,
)
Talk = dict[tuple[int, int], tuple[int, int]]
"""Owner and days ago: his groups, and how many of them talked."""


def naive(life: Life, talk: Talk) -> tuple[str | None, str | None, list[dict[str, Any]]]:
    """Phase, why none, reasons; by loops."""
    if not life.read:
        return None, "not_read", []
    if life.made < RULES.new_days * 24:
        return "new", None, [{"code": "made", "days": life.made // 24}]
    known = max([life.known, *(end for _, end in life.stays if end is not None)])
    if life.turned is not None:
        known = max(known, life.turned)
    if known // 24 < RULES.known_days:
        return None, "known_shortly", []
    people = sum(end is None for _, end in life.stays)
    came, left = {}, {}
    for days in (7, 28):
        came[days] = sum(at < days * 24 and at != end for at, end in life.stays)
        left[days] = sum(end is not None and end < days * 24 for _, end in life.stays)
    still = min([life.made, known, *(h for s in life.stays for h in s if h is not None)]) // 24
    mine = [
        talk[life.owner, ago]
        for ago in range(1, RULES.talk_days + 1)
        if (life.owner, ago) in talk
        and (life.turned is None or life.turned > (RULES.talk_days + 1) * 24)
    ]
    silent = len(mine) >= RULES.talk_known_days and not any(talked for _, talked in mine)
    talking = any(had > 0 and talked >= had for had, talked in mine)

    def shrinks(percent: int) -> bool:
        lost = known // 24 >= RULES.month and left[28] > came[28]
        return lost and left[28] * 100 >= percent * (people + left[28])

    def dead(days: int) -> bool:
        return not talking and still >= days

    week = left[7] > came[7] and left[7] >= RULES.falling_least
    week = week and left[7] * 100 >= RULES.falling_percent * (people + left[7])
    month = {"code": "left_28", "left": left[28], "joined": came[28], "of": people + left[28]}
    quiet = {"code": "still", "days": still}
    for phase, lost, days, more in (
        ("last_push", RULES.last_percent, RULES.last_still_days, people == 0),
        ("sinking", RULES.sinking_percent, RULES.sinking_still_days, False),
        (
            "falling",
            RULES.falling_month_percent,
            RULES.falling_still_days,
            week or silent,
        ),
    ):
        if not (shrinks(lost) or dead(days) or more):
            continue
        reasons: list[dict[str, Any]] = []
        if phase == "last_push" and people == 0:
            reasons.append({"code": "empty"})
        if phase == "falling" and week:
            reasons.append(
                {"code": "left_7", "left": left[7], "joined": came[7], "of": people + left[7]}
            )
        reasons += [month] * shrinks(lost) + [quiet] * dead(days)
        reasons += [{"code": "owner_silent", "days": len(mine)}] * silent
        return phase, None, reasons
    talks = [{"code": "talks", "days": len(mine)}] * talking
    return "active", None, [{"code": "moves", "joined": came[7], "left": left[7]}, *talks]


_GROUP = text(
    """
    insert into group_chats (corp_id, chat_id, created_at, read_at, owner_staff_id)
    select :corp, 'wr' || v.n, v.made, v.read_at, v.owner
    from json_to_recordset(cast(:rows as json))
      as v(n int, made timestamptz, read_at timestamptz, owner bigint)
    """
)
_STAY = text(
    """
    insert into group_members (corp_id, group_id, member, customer_id, joined_at, left_at, left_how)
    select :corp, g.id, 'wm' || v.who, v.who, v.at, v.gone, v.how
    from json_to_recordset(cast(:rows as json))
      as v(n int, who int, at timestamptz, gone timestamptz, how text)
    join group_chats g on g.corp_id = :corp and g.chat_id = 'wr' || v.n
    """
)
_FACE = text(
    """
    update group_chats g
    set people = c.people, last_joined_at = c.joined, last_left_at = c.gone
    from (select g.id, count(m.*) filter (where m.left_at is null) as people,
                 max(m.joined_at) as joined, max(m.left_at) as gone
          from group_chats g left join group_members m
            on (m.corp_id, m.group_id) = (g.corp_id, g.id)
          where g.corp_id = :corp group by g.id) c
    where g.corp_id = :corp and g.id = c.id
    """
)
_TURN = text(
    """
    insert into group_happenings (corp_id, group_id, at, kind, actor)
    select :corp, g.id, v.at, 'owner_changed', 'wecom'
    from json_to_recordset(cast(:rows as json)) as v(n int, at timestamptz)
    join group_chats g on g.corp_id = :corp and g.chat_id = 'wr' || v.n
    """
)
_DAYS = text(
    """
    insert into group_days
    select :corp, v.owner, cast(:today as date) - v.ago, 0, v.had, v.talked, 0, 0, 0, 0
    from json_to_recordset(cast(:rows as json)) as v(owner int, ago int, had int, talked int)
    """
)
_READ = text(
    """
    select g.chat_id, p.phase, p.why_null, p.reasons, p.since
    from group_chats g join group_phases p on (p.corp_id, p.group_id) = (g.corp_id, g.id)
    where g.corp_id = :corp order by g.id
    """
)


def ago(count: int | None) -> str | None:
    """The moment so many hours before now."""
    return (NOW - count * HOUR).isoformat() if count is not None else None


async def put(world: World, told: list[Life], talk: Talk) -> None:
    """These lives instead of all that were there."""
    async with world.runtime.database.owner() as session:
        for table in ("chats", "members", "happenings", "phases", "days"):
            await session.execute(text(f"delete from group_{table}"))  # noqa: S608 - five words
        rows: list[list[dict[str, Any]]] = [[], [], []]
        for n, life in enumerate(told):
            read_at = ago(life.known) if life.read else None
            made = ago(life.made)
            rows[0].append({"n": n, "made": made, "read_at": read_at, "owner": life.owner})
            for who, (at, gone) in enumerate(life.stays):
                how = None if gone is None else "left"
                rows[1].append({"n": n, "who": who, "at": ago(at), "gone": ago(gone), "how": how})
            if life.turned is not None:
                rows[2].append({"n": n, "at": ago(life.turned)})
        asked = {"corp": world.corp_id}
        for statement, data in zip((_GROUP, _STAY, _TURN), rows, strict=True):
            await session.execute(statement, asked | {"rows": json.dumps(data)})
        days = [
            {"owner": owner, "ago": before, "had": had, "talked": talked}
            for (owner, before), (had, talked) in talk.items()
        ]
        await session.execute(
            _DAYS, asked | {"rows": json.dumps(days), "today": (NOW + 8 * HOUR).date()}
        )
        await session.execute(_FACE, asked)


async def reckon(world: World, runtime: Runtime | None = None) -> tuple[int, list[Any]]:
    """How many changed, and what each group's row says then."""
    at_now = replace(world.runtime, clock=lambda: NOW)
    changed = await groups.reckon_phases(runtime or at_now, world.corp_id)
    async with world.runtime.database.owner() as session:
        rows = (await session.execute(_READ, {"corp": world.corp_id})).all()
    return changed, [(row.phase, row.why_null, row.reasons) for row in rows]


async def test_the_statement_says_what_a_naive_reader_says(world: World) -> None:
    loop = asyncio.get_running_loop()

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(told=st.lists(lives, min_size=1, max_size=30), talk=talks)
    def check(told: list[Life], talk: Talk) -> None:
        async def run() -> None:
            await put(world, told, talk)
            _, found = await reckon(world)
            assert found == [naive(life, talk) for life in told]
            assert await reckon(world) == (0, found)

        asyncio.run_coroutine_threadsafe(run(), loop).result(60)

    await asyncio.to_thread(check)


STEADY = Life(90 * 24, 90 * 24, 1, (*((40 * 24 + n, None) for n in range(20)), (30, None)))


async def test_a_change_is_told_once_and_lists_find_it(world: World) -> None:
    lost = replace(STEADY, stays=STEADY.stays[:10] + tuple((at, 20) for at, _ in STEADY.stays[10:]))
    fresh = replace(STEADY, made=24, known=24, stays=())
    shortly = replace(STEADY, known=48)
    await put(world, [STEADY, STEADY, fresh, shortly, replace(STEADY, read=False)], {})
    await reckon(world)
    async with world.runtime.database.owner() as session:
        ids = [row.id for row in await session.execute(text("select id from group_chats"))]
        rows = [
            {"who": who, "at": ago(at), "gone": ago(gone), "how": "left" if gone else None, "n": 0}
            for who, (at, gone) in enumerate(lost.stays)
        ]
        asked = {"corp": world.corp_id, "rows": json.dumps(rows)}
        await session.execute(
            text("delete from group_members where group_id = :id"), {"id": min(ids)}
        )
        await session.execute(_STAY, asked)
        await session.execute(_FACE, {"corp": world.corp_id})
    changed, _ = await reckon(world)
    assert changed == 1
    assert (await reckon(world))[0] == 0

    await world.sign_in()
    questions: dict[str, dict[str, Any]] = {
        "active": {"phase": "active"},
        "last_push": {"phase": "last_push"},
        "none": {"phase": "none", "sort": "name"},
        "both": {"phase": ["new", "last_push"], "sort": "name"},
    }
    by = {}
    for name, query in questions.items():
        page = (await world.http.get("/api/groups", params=query)).json()
        by[name] = [one["id"] for one in page["items"]]
    first = min(ids)
    assert by == {
        "active": [first + 1],
        "last_push": [first],
        "none": [first + 3, first + 4],
        "both": [first, first + 2],
    }
    read = (await world.http.get(f"/api/groups/{first}")).json()["phase"]
    reason = {"code": "left_28", "left": 11, "joined": 1, "of": 21, "days": None}
    assert (read["phase"], read["why_null"], read["reasons"]) == ("last_push", None, [reason])
    assert datetime.fromisoformat(read["since"]) == NOW
    for place, why in ((3, "known_shortly"), (4, "not_read")):
        read = (await world.http.get(f"/api/groups/{first + place}")).json()["phase"]
        assert (read["phase"], read["why_null"], read["since"]) == (None, why, None)
    life = (await world.http.get(f"/api/groups/{first}/timeline")).json()["items"]
    [told] = [one for one in life if one["kind"] == "group.phase_changed"]
    assert (told["before"], told["after"]["phase"]) == ("active", "last_push")
    async with world.runtime.database.owner() as session:
        props = list(
            await session.scalars(
                text("select props from events where kind = 'group.phase_changed'")
            )
        )
    assert props == [{"group_id": first, "phase": "last_push", "from_phase": "active"}]
    bad = await world.http.get("/api/groups", params={"phase": "dying"})
    assert bad.status_code == 422
    count = (await world.http.get("/api/groups/count", params={"unsorted": True})).json()["total"]
    summary = (await world.http.get("/api/groups/summary")).json()
    assert count == summary["without_profile"] == 5
    full = (await world.http.get("/api/groups/count", params={"full": True})).json()["total"]
    assert full == summary["nearly_full"] == 0
