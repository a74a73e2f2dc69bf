"""A day played through: sums that hold, the same day again, caps kept but for the update's time."""

from typing import Any

from tests.yutang.act.rota.stage import Member, write_code
from tests.yutang.world import World

SATURDAY = "2026-11-28"
OPEN = [(6, 9 * 60, 21 * 60)]


async def _play(world: World, code: int, status: int = 200, **wish: Any) -> Any:
    answer = await world.http.post(
        f"/api/channels/{code}/simulation", json={"scans": 10_000, "day": SATURDAY} | wish
    )
    assert answer.status_code == status, answer.text
    return answer.json()


async def test_ten_thousand_scans_on_a_saturday(world: World) -> None:
    await world.sign_in()
    crew = [Member("a", day_cap=500), Member("b"), Member("c"), Member("d", place=1)]
    async with world.runtime.database.owner() as session:
        code, ids = await write_code(
            session, world.corp_id, [*crew, Member("e", status="left")], spans=OPEN, day_cap=2_000
        )
    read = await _play(world, code)
    got = {one["name"]: one["adds"] for one in read["members"]}
    assert sum(got.values()) == 10_000
    assert (got["e"], read["lost"]) == (0, 0)
    # Before nine and after nine the stand-in takes them, and when all three are at their caps.
    gaps = [(gap["start"], gap["stop"], gap["fallback"]) for gap in read["gaps"]]
    assert gaps[0] == (0, 540, "stand_in")
    assert gaps[-1][1:] == (1440, "stand_in")
    assert got["d"] >= sum(gap["scans"] for gap in read["gaps"]) - 10
    over = {one["name"]: one["over"] for one in read["members"]}
    assert 0 < over["a"] + over["b"] + over["c"] == read["over"] <= 10
    assert {name: got[name] - over[name] for name in "abc"} == {"a": 500, "b": 2_000, "c": 2_000}
    assert await _play(world, code) == read
    assert await _play(world, code, seed=2) != read

    # At once there is nothing above a cap.
    assert (await _play(world, code, update_seconds=0))["over"] == 0
    # All in one hour, and under rules that are not kept yet.
    hours = [0] * 24
    hours[12] = 1
    rules = {"hours": [], "day_cap": None, "caps": [], "stand_in_ids": []}
    even = await _play(world, code, hours=hours, rota=rules)
    shares = {one["name"]: one["adds"] for one in even["members"]}
    assert (even["gaps"], even["over"], even["updates"]) == ([], 0, 0)
    assert all(3_100 < shares[name] < 3_600 for name in "abc")

    for wish in (
        {"scans": 0},
        {"scans": 100_001},
        {"hours": [0] * 24},
        {"hours": [1] * 23},
        {"rota": rules | {"stand_in_ids": [ids["a"]]}},
    ):
        await _play(world, code, 422, **wish)
    await _play(world, 999_999, 404)


async def test_nobody_left_at_all_loses_the_scans(world: World) -> None:
    await world.sign_in()
    async with world.runtime.database.owner() as session:
        code, _ = await write_code(session, world.corp_id, [Member("e", status="left")])
    read = await _play(world, code, scans=50)
    assert (read["lost"], read["gaps"]) == (
        50, [{"start": 0, "stop": 1440, "fallback": "nobody", "scans": 50}],
    )  # fmt: skip
