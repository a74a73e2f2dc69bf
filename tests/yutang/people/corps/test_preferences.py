"""What a corp chose."""

from sqlalchemy import text

from tests.yutang.world import PASSWORD, World, add_corp
from yutang.kernel.access import service as access
from yutang.people.corps import service as corps

URL = "/api/settings/preferences"
AUDIT = text("select actor, before, after from audit_entries where action = 'preferences.changed'")


async def test_a_change_is_kept_audited_and_obeyed(world: World) -> None:
    await world.sign_in()
    read = (await world.http.get(URL)).json()
    assert (read["version"], read["activation_messages"], read["silent_days"]) == (0, 3, 60)
    assert (read["staff_customer_limit"], read["warn_share"]) == (5000, 0.8)
    changed = await world.http.patch(URL, json={"version": 0, "silent_days": 30})
    assert (changed.status_code, changed.json()["silent_days"]) == (200, 30)
    assert changed.json()["version"] == 1
    # What equals the present is no change.
    same = await world.http.patch(URL, json={"version": 1, "silent_days": 30})
    assert same.json()["version"] == 1
    again = await world.http.patch(URL, json={"version": 1, "silent_days": 45})
    assert again.json()["version"] == 2
    async with world.runtime.database.owner() as session:
        entries = [tuple(row) for row in await session.execute(AUDIT)]
    assert [entry[1:] for entry in entries] == [
        ({"silent_days": 60}, {"silent_days": 30}),
        ({"silent_days": 30}, {"silent_days": 45}),
    ]
    kept = await corps.preferences_of(world.runtime, world.corp_id)
    assert (kept.silent_days, kept.notify_losses) == (45, True)


async def test_what_cannot_be_is_refused_and_changes_nothing(world: World) -> None:
    await world.sign_in()
    for body, code in (
        ({"version": 7, "silent_days": 30}, "corps.preferences_changed"),
        ({"version": 0, "silent_days": 3}, "corps.bad_preference"),
        ({"version": 0, "staff_customer_limit": 30_000}, "corps.bad_preference"),
        ({"version": 0, "activation_messages": 4}, "request.invalid"),
        ({"version": 0, "silent_day": 30}, "request.invalid"),
    ):
        refused = await world.http.patch(URL, json=body)
        assert (refused.status_code, refused.json()["type"]) == (
            409 if code == "corps.preferences_changed" else 422,
            code,
        )
    assert (await world.http.get(URL)).json()["version"] == 0


async def test_preferences_are_a_corps_own_and_need_the_right(world: World) -> None:
    other, _ = await add_corp(world.runtime, "other", (1,))
    async with world.runtime.database.owner() as session:
        await access.add_user(
            session, other, login="op", name="小周", role="operator", password=PASSWORD
        )
    await world.sign_in()
    assert (await world.http.patch(URL, json={"version": 0, "silent_days": 30})).status_code == 200
    await world.sign_in("other")
    assert (await world.http.get(URL)).json()["silent_days"] == 60
    await world.sign_in("op")
    assert (await world.http.get(URL)).status_code == 403
    assert (await world.http.patch(URL, json={"version": 0, "silent_days": 9})).status_code == 403
