"""Groups by scope: through one's members' groups one sees strangers, and nobody else's."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.yutang.rights.conftest import SHOP, Company
from yutang.people.customers import indexing
from yutang.people.groups import service as groups
from yutang.people.groups.service import GroupFacts, MemberFacts

NOW = datetime.now(UTC).replace(microsecond=0)
BEFORE = NOW - timedelta(days=2)


def facts(chat_id: str, owner: str, people: list[str], **more: Any) -> GroupFacts:
    """A group of these people."""
    members = [MemberFacts(owner, is_staff=True, joined_at=BEFORE, name=owner)]
    members += [
        MemberFacts(who, is_staff=False, joined_at=BEFORE, scene=3, name=f"群友{who[-4:]}")
        for who in people
    ]
    face = {"name": f"{owner}的群", "notice": "", "version": "v1", "admins": frozenset(), **more}
    return GroupFacts(
        chat_id=chat_id,
        owner=owner,
        created_at=BEFORE,
        members=tuple(members),
        asked_at=NOW,
        **face,
    )


async def fill(company: Company, *read: GroupFacts) -> dict[str, int]:
    """Write these; returns ids by WeCom's."""
    world = company.world
    async with world.runtime.database.owner() as session:
        await groups.record_readings(
            session, world.runtime.vault, world.corp_id, read, NOW, source="test"
        )
    await company.sign_in("demo")
    found = (await world.http.get("/api/groups")).json()["items"]
    return {one["name"]: one["id"] for one in found}


async def names(company: Company, **query: Any) -> list[str]:
    """Whom the list of customers shows."""
    answer = await company.world.http.get("/api/customers", params=query)
    assert answer.status_code == 200, answer.text
    return sorted(row["name"] for row in answer.json()["items"])


@pytest.mark.parametrize("drawn", [False, True])
async def test_groups_and_who_is_in_them_are_seen_through_ones_members(
    company: Company, *, drawn: bool
) -> None:
    world = company.world
    ids = await fill(
        company,
        facts("wr1", "bob", ["wm0002", "wm0003", "wm0901"]),
        facts("wr2", "carol", ["wm0003", "wm0902"]),
    )
    if drawn:
        drawing = indexing.draw(world.runtime.database, world.corp_id, NOW)
        assert [_ async for _ in drawing]
    assert await names(company, state="group_member") == ["群友0901", "群友0902"]
    assert await names(company, group_id=ids["carol的群"]) == ["何的客人", "群友0902"]
    await company.everything("shop", department=[SHOP])
    await company.sign_in("shop")
    listed = (await world.http.get("/api/groups")).json()["items"]
    assert [one["name"] for one in listed] == ["bob的群"]
    assert (await world.http.get("/api/groups/count")).json() == {"total": 1}
    summary = (await world.http.get("/api/groups/summary")).json()
    assert (summary["groups"], summary["seats"], summary["persons"]) == (1, 3, 3)
    assert await names(company, state="group_member") == ["群友0901"]
    assert await names(company) == sorted(["两人的客人", "柏的客人", "群友0901"])
    assert await names(company, group_id=ids["bob的群"]) == ["柏的客人", "群友0901"]
    assert await names(company, group_id=ids["carol的群"]) == []
    there = (await world.http.get(f"/api/groups/{ids['bob的群']}/members")).json()["items"]
    # Another's friend is in the group by the name that everybody sees there, and no customer.
    told = {one["member"]: one["customer"] and one["customer"]["name"] for one in there}
    assert told == {"bob": None, "wm0002": "柏的客人", "wm0003": None, "wm0901": "群友0901"}
    foreign = f"/api/groups/{ids['carol的群']}"
    for path in ("", "/members", "/timeline", "/days"):
        assert (await world.http.get(foreign + path)).status_code == 404
    profile: dict[str, Any] = {
        "kind": "product",
        "tier": None,
        "aim": "",
        "labels": [],
        "version": 1,
    }
    refused = await world.http.put(f"{foreign}/profile", json=profile)
    assert (refused.status_code, refused.json()["type"]) == (404, "groups.unknown")
    both = {"group_ids": sorted(ids.values()), "set": {"tier": "core"}}
    refused = await world.http.post("/api/groups/profile", json=both)
    assert (refused.status_code, refused.json()["type"]) == (404, "groups.unknown")
    mine = await world.http.get(f"/api/customers/{company.customers['wm0002']}/groups")
    assert [one["name"] for one in mine.json()["items"]] == ["bob的群"]
    others = await world.http.get(f"/api/customers/{company.customers['wm0003']}/groups")
    assert others.status_code == 404
    await company.sign_in("demo")
    tiers = (await world.http.get("/api/groups", params={"tier": "none"})).json()["items"]
    assert len(tiers) == 2


async def test_a_profile_is_said_once_and_who_comes_late_is_told(company: Company) -> None:
    ids = await fill(company, facts("wr1", "bob", ["wm0002"]), facts("wr2", "carol", []))
    http = company.world.http
    one = f"/api/groups/{ids['bob的群']}"
    wish = {"kind": "interest", "tier": "pond", "aim": " 养鱼 ", "labels": ["周末", "周末", "亲子"]}
    said = await http.put(f"{one}/profile", json={**wish, "version": 1})
    assert said.status_code == 200, said.text
    assert (said.json()["aim"], said.json()["labels"]) == ("养鱼", ["亲子", "周末"])
    late = await http.put(f"{one}/profile", json={**wish, "kind": None, "version": 1})
    assert (late.status_code, late.json()["type"]) == (409, "groups.changed_meanwhile")
    assert (await http.get(one)).json()["kind"] == "interest"
    many = {"group_ids": sorted(ids.values()), "set": {"tier": "core", "labels_remove": ["周末"]}}
    assert (await http.post("/api/groups/profile", json=many)).json() == {"changed": 2}
    assert (await http.post("/api/groups/profile", json=many)).json() == {"changed": 0}
    found = (await http.get("/api/groups", params={"label": "亲子"})).json()["items"]
    assert [(row["name"], row["tier"]) for row in found] == [("bob的群", "core")]
    assert (await http.get("/api/groups/labels")).json()["items"] == [{"label": "亲子", "count": 1}]
    audit = (await http.get("/api/audit", params={"family": "groups"})).json()["items"]
    assert [entry["action"] for entry in audit] == ["groups.profiled_many", "groups.profiled"]
    bad = await http.get("/api/groups", params={"after": "nonsense"})
    assert (bad.status_code, bad.json()["type"]) == (422, "groups.bad_cursor")


async def test_pages_hold_every_group_and_every_stay_once(company: Company) -> None:
    read = [
        facts(f"wr{number}", "bob", [f"wm1{number:03}{who}" for who in range(number % 4)])
        for number in range(11)
    ]
    await fill(company, *read)
    http = company.world.http
    sorts = ("name", "-people", "people", "-created_at", "-joined_7", "-left_7", "last_joined_at")
    for sort in (*sorts, "-last_joined_at"):
        seen: list[int] = []
        after: str | None = ""
        while after is not None:
            query: dict[str, Any] = {"sort": sort, "limit": 3} | ({"after": after} if after else {})
            page = (await http.get("/api/groups", params=query)).json()
            seen += [one["id"] for one in page["items"]]
            after = page["next"]
        assert len(seen) == len(set(seen)) == 11, sort
    one = (await http.get("/api/groups", params={"sort": "-people"})).json()["items"][0]
    stays: list[str] = []
    after = ""
    while after is not None:
        found: dict[str, Any] = {"limit": 2} | ({"after": after} if after else {})
        page = (await http.get(f"/api/groups/{one['id']}/members", params=found)).json()
        stays += [stay["member"] for stay in page["items"]]
        after = page["next"]
    assert len(stays) == len(set(stays)) == 4
