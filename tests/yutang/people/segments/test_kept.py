"""Kept membership: switched whole, each change told once whatever is killed in between."""

import asyncio
import os
import signal
import sys
import textwrap
from datetime import timedelta

import pytest
from pyroaring import BitMap

from tests.yutang.people.segments.stage import (
    NOW,
    friends,
    make,
    members,
    read,
    refresh,
    rows,
    runs_of,
    tag,
    take_off,
    told,
    wear,
    write,
)
from tests.yutang.world import World
from yutang.people.audience.engine import Engine
from yutang.people.segments import refreshing, service
from yutang.people.segments.repository import SegmentRepository


async def test_who_enters_and_leaves_is_told_and_the_sum_is_who_is_in(
    world: World, audience: Engine
) -> None:
    await world.sign_in()
    await friends(world, *range(1, 31))
    await wear(world, 5, range(1, 11))
    await audience.catch_up()
    made = (await make(world, "存", tag(5), every_minutes=7))["id"]
    await refresh(world, made)
    await wear(world, 5, [20, 21])
    await take_off(world, 5, [1, 2, 3])
    await audience.catch_up()
    await refresh(world, made)
    # Nothing new: a refresh, and no event.
    await refresh(world, made)
    await wear(world, 5, [1])
    await audience.catch_up()
    await refresh(world, made)

    runs = await runs_of(world, made)
    assert [(one.size, one.entered, one.left, one.told, one.state) for one in runs] == [
        (10, 10, 0, 10, "done"),
        (9, 2, 3, 5, "done"),
        (9, 0, 0, 0, "done"),
        (10, 1, 0, 1, "done"),
    ]
    first, second, _, last = (one.run for one in runs)
    events = await told(world, made)
    assert [(kind, run) for kind, who, run in events if who == 1] == [
        ("segment.entered", first),
        ("segment.left", second),
        ("segment.entered", last),
    ]
    sums: dict[int, int] = {}
    for kind, who, _ in events:
        sums[who] = sums.get(who, 0) + (1 if kind == "segment.entered" else -1)
    assert sorted(who for who, sum_ in sums.items() if sum_) == await members(world, made)
    assert set(sums.values()) == {0, 1}
    whole = await read(world, made)
    assert (whole["size"], whole["every_minutes"]) == (10, 7)
    sizes = (await world.http.get(f"/api/segments/{made}/sizes")).json()["items"]
    assert [(one["size"], one["entered"], one["left"]) for one in sizes] == [
        (10, 10, 0),
        (9, 2, 3),
        (10, 1, 0),
    ]
    timeline = await world.http.get("/api/customers/1/timeline", params={"kind": "segment"})
    assert [(one["kind"], one["main"]) for one in timeline.json()["items"]] == [
        ("segment.entered", "存"),
        ("segment.left", "存"),
        ("segment.entered", "存"),
    ]


async def test_a_definition_that_changes_is_asked_anew(world: World, audience: Engine) -> None:
    await world.sign_in()
    await friends(world, *range(1, 21))
    await wear(world, 5, range(1, 6))
    await wear(world, 6, range(4, 9))
    await audience.catch_up()
    made = await make(world, "存", tag(5))
    await refresh(world, made["id"])
    change = {"name": "存", "kind": "kept", "tree": tag(6), "version": 1}
    assert (await world.http.put(f"/api/segments/{made['id']}", json=change)).status_code == 200
    asked = await rows(
        world,
        "select count(*) from procrastinate.procrastinate_jobs where task_name ="
        " 'segments.refresh' and args->>'why' = 'made'",
    )
    assert asked == [(2,)]
    await refresh(world, made["id"])
    runs = await runs_of(world, made["id"])
    assert [(one.version, one.entered, one.left) for one in runs] == [(1, 5, 0), (2, 3, 3)]


async def test_one_that_becomes_kept_tells_of_everybody_in_it(
    world: World, audience: Engine
) -> None:
    await world.sign_in()
    await friends(world, 1, 2, 3)
    await wear(world, 5, [1, 2])
    await audience.catch_up()
    made = await make(world, "问", tag(5), "dynamic")
    path = f"/api/segments/{made['id']}"
    await refresh(world, made["id"])
    assert await told(world, made["id"]) == []
    for version, kind in enumerate(("kept", "dynamic"), 1):
        change = {"name": "问", "kind": kind, "tree": tag(5), "version": version}
        assert (await world.http.put(path, json=change)).status_code == 200
        await refresh(world, made["id"])
        assert await members(world, made["id"]) == [1, 2]
        # Who is in one by conditions alone has neither entered nor left it.
        entered = [(kind, who) for kind, who, _ in await told(world, made["id"])]
        assert entered == [("segment.entered", 1), ("segment.entered", 2)]


@pytest.mark.parametrize("cut", ["before the switch", "after the switch", "amid the events"])
async def test_a_cut_anywhere_loses_and_doubles_nothing(
    world: World, audience: Engine, cut: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.sign_in()
    await friends(world, *range(1, 61))
    await wear(world, 5, range(1, 31))
    await audience.catch_up()
    made = (await make(world, "存", tag(5)))["id"]
    await refresh(world, made)
    await wear(world, 5, range(31, 61))
    await take_off(world, 5, range(1, 11))
    await audience.catch_up()
    monkeypatch.setattr(refreshing, "CHUNK", 7)
    monkeypatch.setattr(refreshing, "LEAST_CHUNK", 7)
    monkeypatch.setattr(refreshing, "MOST_CHUNK", 7)
    with monkeypatch.context() as patch:
        if cut == "before the switch":
            patch.setattr(SegmentRepository, "note_size", _break)
        elif cut == "after the switch":
            patch.setattr(refreshing, "_tell_some", _break)
        else:
            patch.setattr(refreshing, "give_way", _breaking_after(3))
        with pytest.raises(_CutError):
            await refresh(world, made)
    if cut == "before the switch":
        assert (len(await members(world, made)), len(await told(world, made))) == (30, 30)
    else:
        # Members are switched as a whole, the events follow.
        assert len(await members(world, made)) == 50
        assert len(await told(world, made)) == 30 + (0 if cut == "after the switch" else 21)
        assert (await read(world, made))["latest"]["state"] == "telling"
    await refresh(world, made)
    events = await told(world, made)
    assert len(events) == len(set(events)) == 70
    runs = await runs_of(world, made)
    whole = [one for one in runs if one.entered + one.left]
    assert [(one.entered, one.left, one.told, one.state) for one in whole] == [
        (30, 0, 30, "done"),
        (30, 10, 40, "done"),
    ]


class _CutError(Exception):
    """The process is gone."""


async def _break(*_: object, **__: object) -> None:
    raise _CutError


def _breaking_after(steps: int) -> object:
    left = [steps]

    async def give_way(*_: object) -> None:
        left[0] -= 1
        if not left[0]:
            raise _CutError

    return give_way


TELLING = """
    import asyncio, sys
    from pathlib import Path
    from yutang.bootstrap import build_runtime
    from yutang.kernel.settings import Settings
    from yutang.people.segments import refreshing, service

    refreshing.CHUNK = refreshing.LEAST_CHUNK = refreshing.MOST_CHUNK = 50

    async def main():
        runtime = build_runtime(Settings(home=Path(sys.argv[1]), database_url=sys.argv[2]))
        await service.tell(runtime, int(sys.argv[3]), int(sys.argv[4]))
        await runtime.close()

    asyncio.run(main())
"""


async def _events(world: World) -> int:
    ((seen,),) = await rows(
        world, "select count(*) from events where corp_id = :c and kind ^@ 'segment.'"
    )
    return int(seen)


@pytest.mark.timeout(300)
async def test_a_killed_process_is_carried_on_from_where_it_stood(world: World, dsn: str) -> None:
    """A real process with a real SIGKILL; at length again and again until all is told."""
    await world.sign_in()
    count = 4_000
    await write(
        world,
        "insert into customers (corp_id, id, state, name, name_sort, grams)"
        " select :c, id, 'friend', '', '', '{}' from generate_series(1, 4000) id",
    )
    made = (await make(world, "存", tag(5)))["id"]
    async with world.runtime.database.corp(world.corp_id) as session:
        row = await SegmentRepository(session, world.corp_id).find(made, lock=True)
        await refreshing.switch(session, row, BitMap(range(1, count + 1)), "asked", NOW, by="test")
    kills, seen = 0, 0
    while seen < count and kills < (12 if os.environ.get("YUTANG_PROOF") else 1):
        child = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            textwrap.dedent(TELLING),
            str(world.runtime.settings.home),
            dsn,
            str(world.corp_id),
            str(made),
        )
        before = seen
        while seen < min(count, before + 300) and child.returncode is None:
            await asyncio.sleep(0.01)
            seen = await _events(world)
        if child.returncode is None:
            os.kill(child.pid, signal.SIGKILL)
        assert await child.wait() in {0, -signal.SIGKILL}
        kills += 1
        seen = await _events(world)
    assert seen > 0
    await service.tell(world.runtime, world.corp_id, made)
    events = await told(world, made)
    assert [who for _, who, _ in events] == list(range(1, count + 1))
    assert {(kind, run) for kind, _, run in events} == {("segment.entered", events[0][2])}
    assert (await read(world, made))["latest"]["told"] == count


async def test_the_clock_asks_and_history_is_tidied(world: World, audience: Engine) -> None:
    await world.sign_in()
    await friends(world, *range(1, 6))
    await wear(world, 5, range(1, 4))
    await audience.catch_up()
    made = (await make(world, "存", tag(5)))["id"]
    asked = (await make(world, "问", tag(5), "dynamic"))["id"]
    await refresh(world, made)
    assert await service.tick(world.runtime) == 0
    await write(
        world, "update segments set due_at = now() - interval '1 s' where id = :id", id=made
    )
    assert await service.tick(world.runtime) == 1
    # Put off at once: it is not asked for twice.
    assert await service.tick(world.runtime) == 0
    for _ in range(4):
        await refresh(world, made)
    await write(world, "update segment_runs set switched_at = switched_at - interval '60 days'")
    await write(
        world,
        "insert into segment_sizes (corp_id, segment_id, at, size) select :c, :id,"
        " date_trunc('day', now()) - interval '10 days' + n * interval '1 hour', n"
        " from generate_series(1, 5) n",
        id=made,
    )
    await refresh(world, made)
    kept = await rows(
        world, "select count(distinct run) from segment_bits where segment_id = :id", id=made
    )
    assert kept == [(2,)]
    await service.tidy(world.runtime, world.runtime.clock() + timedelta(seconds=1))
    sizes = await rows(
        world, "select size from segment_sizes where segment_id = :id order by at", id=made
    )
    assert sizes == [(5,), (3,)]
    assert (await read(world, asked))["size"] == 3
    assert len(await runs_of(world, made)) == 2
