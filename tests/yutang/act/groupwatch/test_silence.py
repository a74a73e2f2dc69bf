"""Silent groups: told once a spell, with what is known, ended by themselves."""

from sqlalchemy import text

from tests.yutang.act.groupwatch.stage import (
    DAY,
    NOW,
    column,
    facts,
    known_for,
    read,
    tasks,
    turned,
    watch,
)
from tests.yutang.world import World
from yutang.people.groups import service as groups

SOURCE = "group_silence"


async def states(world: World, names: dict[str, int]) -> dict[str, str]:
    """Tasks' states by group's name."""
    by = {str(number): name for name, number in names.items()}
    return {by[key.split(":")[0]]: state for key, state in await tasks(world, SOURCE)}


async def talk(world: World, account: str, talking: int, days: range) -> None:
    """WeCom's counts: two groups of his, so many of them talked on these days before today."""
    async with world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into group_days select :corp, s.id, (now() at time zone 'Asia/Shanghai')"
                "::date - d, 0, 2, :talking, 0, 0, 0, 0"
                " from staff s, generate_series(cast(:first as int), cast(:last as int)) d"
                " where s.account = :account"
                " on conflict (corp_id, staff_id, day) do update"
                " set groups_talking = excluded.groups_talking"
            ),
            {
                "corp": world.corp_id,
                "account": account,
                "talking": talking,
                "first": days.start,
                "last": days.stop - 1,
            },
        )


async def test_a_silent_group_is_told_once_and_ends_when_it_moves(world: World) -> None:
    shown = [
        facts("静", "zhou", {"wm1": 20, "wm2": 9}),
        facts("动", "zhou", {"wm1": 20, "wm3": 2}),
        facts("空", "zhou", {}),
        facts("哑", "wu", {"wm4": 30}),
        facts("聊", "li", {"wm5": 30}),
    ]
    names = await read(world, *shown)
    await talk(world, "wu", 0, range(1, 8))
    await talk(world, "li", 2, range(3, 4))
    runtime = turned(world)
    await groups.reckon_phases(runtime, world.corp_id)
    # Who is not known for so long is not silent for so long.
    await watch(world)
    assert await tasks(world, SOURCE) == []
    await known_for(world, 40)
    await watch(world)
    await watch(world)
    assert await states(world, names) == {"静": "open", "哑": "open"}
    assert sorted(await column(world, "select talk from group_silences")) == ["silent", "unknown"]
    told = await column(world, "select title from notices where kind = 'group_silence'")
    assert sorted(told) == ["「哑」7 天没有动静", "「静」7 天没有动静"]
    titles = await column(world, "select title from tasks where source = 'group_silence'")
    assert "「静」7 天没有人进出，去群里说句话" in titles
    await world.sign_in()
    seen = (await world.http.get(f"/api/groups/{names['静']}/watch")).json()
    assert (seen["silence"]["talk"], seen["silence"]["days"]) == ("unknown", 9)
    assert (seen["silence_days"], len(seen["suggestions"])) == (7, 5)
    quiet = (await world.http.get(f"/api/groups/{names['动']}/watch")).json()
    assert (quiet["silence"], quiet["suggestions"]) == (None, [])
    missing = await world.http.get("/api/groups/999/watch")
    assert (missing.status_code, missing.json()["type"]) == (404, "groups.unknown")

    # One joined: the spell is over and its task taken back; a second spell is told anew.
    await read(world, facts("静", "zhou", {"wm1": 20, "wm2": 9, "wm9": 0}, at=NOW + DAY))
    await watch(world)
    assert await states(world, names) == {"静": "dropped", "哑": "open"}
    ended = await column(world, "select ended_by from group_silences where ended_at is not null")
    assert ended == ["moved"]
    for days, spells in ((6, 1), (8, 2)):
        await watch(world, days)
        keys = [key for key, _ in await tasks(world, SOURCE) if key.startswith(f"{names['静']}:")]
        assert len(keys) == spells
    kinds = "select kind from events where kind like 'group.%silen%' order by id"
    assert (await column(world, kinds))[:3] == [
        "group.fell_silent",
        "group.fell_silent",
        "group.silence_ended",
    ]


async def test_whom_it_is_told_how_many_at_once_and_switched_off(world: World) -> None:
    names = await read(
        world,
        *(facts(f"群{n}", "zhou", {f"wm{n}{k}": 30 for k in range(n + 1)}) for n in range(7)),
    )
    await groups.reckon_phases(turned(world), world.corp_id)
    await known_for(world, 40)
    await world.sign_in()

    async def prefer(**change: object) -> None:
        read_now = (await world.http.get("/api/settings/preferences")).json()
        body = {"version": read_now["version"], **change}
        changed = await world.http.patch("/api/settings/preferences", json=body)
        assert changed.status_code == 200, changed.text
        world.runtime.once("preferences", dict).clear()

    await prefer(group_silence_days=20, group_silence_tell="nobody")
    await watch(world)
    # At most five for one owner, his largest groups.
    assert sorted(await states(world, names)) == ["群2", "群3", "群4", "群5", "群6"]
    assert await column(world, "select 1 from notices where kind = 'group_silence'") == []
    await prefer(group_silence=False)
    await watch(world)
    assert set((await states(world, names)).values()) == {"dropped"}
    assert set(await column(world, "select ended_by from group_silences")) == {"off"}
    seen = (await world.http.get(f"/api/groups/{names['群6']}/watch")).json()
    assert (seen["silence"], seen["silence_days"]) == (None, None)
    read_now = (await world.http.get("/api/settings/preferences")).json()
    bad = {"version": read_now["version"], "group_silence_days": 1}
    assert (await world.http.patch("/api/settings/preferences", json=bad)).status_code == 422
