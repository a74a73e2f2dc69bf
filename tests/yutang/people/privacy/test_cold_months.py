"""A person in cold months: his page says so, his file has it, and erasing reaches it."""

from tests.yutang.kernel.eventlog.logging_events import Paid, made, month_back, write
from tests.yutang.kernel.eventlog.test_cold import files
from tests.yutang.people.privacy.life import live
from tests.yutang.people.privacy.test_erasing import erased
from tests.yutang.world import World
from yutang.kernel.eventlog import coldfile, service
from yutang.kernel.eventlog.schemas import add_months, month_of
from yutang.people.privacy import handing


def people(world: World) -> set[int | None]:
    """Who stands in the files."""
    return {
        person
        for path in files(world)
        for table in coldfile.groups_of(path)
        for person in table["customer_id"].to_pylist()
    }


async def test_cold_months_are_told_handed_out_and_erased(world: World) -> None:
    me = await live(world)
    old = month_back(26)
    month = month_of(old)
    await write(world, [made(n, old, me if n < 3 else 900, Paid) for n in range(5)])
    await service.freeze(world.runtime, month)

    page = (await world.http.get(f"/api/customers/{me}/timeline")).json()
    assert page["cold_before"] == f"{add_months(month, 1)}"
    short = (await world.http.get(f"/api/customers/{me}/timeline", params={"limit": 1})).json()
    assert (short["next"] is None, short["cold_before"]) == (False, None)

    told = await handing.gather(world.runtime, world.corp_id, me)
    cold = [row for row in told["events"] if row["at"] < f"{add_months(month, 1)}"]
    assert [(row["kind"], row["props"]["number"]) for row in cold] == [
        ("order.paid", n) for n in range(3)
    ]
    assert {frozenset(row) for row in told["events"]} == {frozenset(cold[0])}

    read = await erased(world, me)
    proof = (await world.http.get(f"/api/privacy/erasures/{read['id']}/proof")).json()
    assert proof["erased"]["cold_events"] == 3
    assert people(world) == {me, 900}
    assert (await service.keep(world.runtime))["cleaned"] == 1
    assert people(world) == {None, 900}
