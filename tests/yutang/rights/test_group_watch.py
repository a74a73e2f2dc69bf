"""Watched groups by scope: one's members' groups, and nothing of others'."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import text

from tests.yutang.rights.conftest import SHOP, Company
from tests.yutang.rights.test_groups import facts, fill
from yutang.act.groupwatch import service as groupwatch
from yutang.people.groups import service as groups


async def test_a_manager_watches_his_members_groups_only(company: Company) -> None:
    world = company.world
    ids = await fill(
        company,
        facts("wr1", "bob", ["wm0002", "wm0901"]),
        facts("wr2", "carol", ["wm0003"]),
        facts("wr3", "carol", ["wm0904"], name="两人的群"),
    )
    await groups.reckon_phases(world.runtime, world.corp_id)
    http = world.http
    both = {"members": ["carol"], "role": "sub_owner"}
    assert (await http.put(f"/api/groups/{ids['carol的群']}/roles", json=both)).status_code == 200
    async with world.runtime.database.owner() as session:
        # Bob sits in a group of Carol's: it is seen, but she is none of the manager's.
        await session.execute(
            text(
                "insert into group_members (corp_id, group_id, member, staff_id, joined_at)"
                " values (:corp, :group, 'bob', :bob, now())"
            ),
            {"corp": world.corp_id, "group": ids["两人的群"], "bob": company.staff["bob"]},
        )
    mine, foreign = f"/api/groups/{ids['bob的群']}", f"/api/groups/{ids['carol的群']}"
    theirs = (await http.post(f"{foreign}/renewal", json={"name": "新"})).json()["id"]
    insider = {"customer_id": company.customers["wm0003"], "staff_id": company.staff["carol"]}
    assert (await http.put("/api/groups/insiders", json=insider)).status_code == 204

    await company.everything("shop", department=[SHOP])
    await company.sign_in("shop")
    listed = (await http.get("/api/groups", params={"phase": "new"})).json()["items"]
    assert sorted(one["name"] for one in listed) == ["bob的群", "两人的群"]
    watch = (await http.get(f"{mine}/watch")).json()
    assert (watch["silence"], watch["renewal"], watch["silence_days"]) == (None, None, 7)
    assert (await http.get("/api/groups/sub-owners")).json()["total"] == 0
    planned = await http.post(f"{mine}/renewal", json={"name": "bob新群"})
    assert planned.status_code == 201, planned.text
    assert [one["why"] for one in planned.json()["people"]] == ["friend", "recent"]
    refused = await http.post(f"/api/groups/{ids['两人的群']}/renewal", json={"name": "新"})
    assert (refused.status_code, refused.json()["type"]) == (409, "groupwatch.foreign_owner")
    assert [one["id"] for one in (await http.get("/api/group-renewals")).json()["items"]] == [
        planned.json()["id"]
    ]
    asked: list[tuple[str, str, Any]] = [
        ("GET", f"{foreign}/watch", None),
        ("POST", f"{foreign}/renewal", {"name": "新"}),
        ("PUT", f"{foreign}/roles", {"members": ["carol"], "role": "host"}),
        ("GET", f"/api/group-renewals/{theirs}", None),
        ("POST", f"/api/group-renewals/{theirs}/stop", None),
        ("PUT", f"/api/group-renewals/{theirs}/new-group", {"group_id": 1}),
        ("PUT", "/api/groups/insiders", insider | {"staff_id": None}),
    ]
    for method, path, body in asked:
        answer = await http.request(method, path, json=body)
        assert answer.status_code == 404, (path, answer.text)
    for method, path in (("GET", "/api/group-doubles"), ("POST", "/api/group-doubles/preview")):
        answer = await http.request(method, path, json={} if method == "POST" else None)
        assert answer.status_code == 403, answer.text

    await groupwatch.watch(world.runtime, world.corp_id)
    async with world.runtime.database.owner() as session:
        sheet = await groupwatch.read_sheet(
            session,
            world.corp_id,
            company.staff["bob"],
            "renewal",
            planned.json()["id"],
            datetime.now(UTC),
        )
    assert (sheet.total, sheet.done) == (2, 0)
