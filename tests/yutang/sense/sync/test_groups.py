"""Groups of a company that nobody told of: read, read again, interrupted, counted."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.yutang.sense.sync.company import Company, open_company
from yutang.kernel.runtime import Runtime
from yutang.people.groups.service import GoneFacts, GroupFacts
from yutang.sense.sync import grouping, service

GET = grouping.GET_PATH
STAMP = "select count(*), sum(hashtext((xmin, ctid)::text)) from group_members"


@pytest.fixture
async def company(dsn: str, tmp_path: Path) -> AsyncIterator[Company]:
    """Twelve groups of three members and their customers; not read yet, callbacks reach nobody."""
    size = {"staff": 3, "customers": 60, "groups": 12, "tags": 5, "seed": 7}
    async with open_company(dsn, tmp_path, **size) as found:
        yield found


async def emulated(company: Company) -> list[dict[str, Any]]:
    """Every group as the emulator has it."""
    path = f"/emulator/corps/{company.world.app.corpid}/groups"
    return list((await company.wecom.get(path)).json())


async def held(company: Company) -> dict[str, set[str]]:
    """Who is in which group here."""
    rows = await company.rows(
        "select g.chat_id, array_agg(m.member) from group_chats g join group_members m"
        " on (m.corp_id, m.group_id) = (g.corp_id, g.id) and m.left_at is null group by 1"
    )
    return {row[0]: set(row[1]) for row in rows}


def lowered(groups: Sequence[dict[str, Any]]) -> dict[str, set[str]]:
    """The same of the emulator's groups."""
    return {
        one["chat_id"]: {who if who[:2] in {"wm", "wo"} else who.lower() for who in one["members"]}
        for one in groups
        if not one["dismissed"]
    }


def later(runtime: Runtime, hours: float) -> Runtime:
    """The same so many hours later."""
    now = runtime.clock()
    return replace(runtime, clock=lambda: now + timedelta(hours=hours))


async def test_groups_are_read_whole_and_again_only_the_next_night(company: Company) -> None:
    runtime, corp_id = company.world.runtime, company.world.corp_id
    await service.sync_corp(runtime, corp_id)
    assert await service.sync_groups(runtime, corp_id) == 12
    true = await emulated(company)
    assert await held(company) == lowered(true)
    faces = await company.rows(
        "select g.chat_id, g.name, s.account, g.people + g.staff from group_chats g"
        " join staff s on s.corp_id = g.corp_id and s.id = g.owner_staff_id"
    )
    assert {row[0]: row[1:] for row in faces} == {
        one["chat_id"]: (one["name"], one["owner"].lower(), len(one["members"])) for one in true
    }
    # Nobody is told of what has been so for long.
    assert await company.rows("select kind from events where kind ~ '^(group|member)'") == []
    summary = (await company.world.http.get("/api/groups/summary")).json()
    people = [who for one in true for who in one["members"] if who[:2] in {"wm", "wo"}]
    several = {who for who in people if people.count(who) > 1}
    assert (summary["groups"], summary["seats"]) == (12, len(people))
    assert (summary["persons"], summary["in_several"]) == (len(set(people)), len(several))
    doubles = (await company.world.http.get("/api/groups/duplicates?limit=200")).json()
    assert len(doubles["items"]) == len(several)

    made = len(await company.calls(GET))
    assert await service.sync_groups(runtime, corp_id) == 0
    assert len(await company.calls(GET)) == made == 12
    before = await company.rows(STAMP)
    assert await service.sync_groups(later(runtime, 21), corp_id) == 12
    assert await company.rows(STAMP) == before
    runs = (await company.world.http.get("/api/sync")).json()["runs"]
    assert [(one["mode"], one["state"], one["done"], one["total"]) for one in runs[:3]] == [
        ("groups", "ended", 12, 12),
        ("groups", "ended", 0, 0),
        ("groups", "ended", 12, 12),
    ]


async def test_what_happened_unheard_is_found_the_next_night(company: Company) -> None:
    runtime, corp_id = company.world.runtime, company.world.corp_id
    await service.sync_corp(runtime, corp_id)
    await service.sync_groups(runtime, corp_id)
    one, two, *others = await emulated(company)
    three = next(group for group in others if group["owner"] != one["owner"])
    people = [who for who in one["members"] if who[:2] in {"wm", "wo"}]
    act = company.wecom.post
    base = f"/emulator/corps/{company.world.app.corpid}"
    await act(f"{base}/groups/{one['chat_id']}/leave", json={"external_userid": people[0]})
    await act(f"{base}/groups/{one['chat_id']}/join", json={"members": ["wmNEW"]})
    await act(f"{base}/groups/{two['chat_id']}/dismiss", json={})
    await act(f"{base}/staff/{three['owner']}/resign", json={})
    made = await act(f"{base}/groups", json={"owner": one["owner"], "name": "新群"})
    chat_id = made.json()["chat_id"]
    big = [f"wmBIG{number}" for number in range(499)]
    await act(f"{base}/groups/{chat_id}/join", json={"members": big})
    night = later(runtime, 21)
    await service.sync_corp(night, corp_id)
    await service.sync_groups(night, corp_id)
    assert await held(company) == lowered(await emulated(company))
    states = dict(await company.rows("select chat_id, state from group_chats"))
    assert states[two["chat_id"]] == "dismissed"
    left_by = {g["chat_id"] for g in await emulated(company) if g["owner"] == three["owner"]}
    assert {states[chat] for chat in left_by - {two["chat_id"]}} == {"owner_left"}
    how = await company.rows(
        "select g.chat_id, m.member, m.left_how from group_members m"
        " join group_chats g on g.id = m.group_id where m.left_how <> 'dismissed'"
    )
    assert (one["chat_id"], people[0], "unseen") in how
    sizes = await company.rows("select chat_id, people, staff from group_chats")
    assert (chat_id, 499, 1) in sizes
    full = (await company.world.http.get("/api/groups/summary")).json()
    assert full["nearly_full"] == 1


async def test_a_reading_that_was_killed_goes_on_at_its_chunk(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime, corp_id = company.world.runtime, company.world.corp_id
    monkeypatch.setattr(grouping, "CHUNK_GROUPS", 2)
    whole = grouping.GroupReader.write
    written = 0

    async def write(
        self: Any, ids: Sequence[int], found: Sequence[GroupFacts | GoneFacts | None]
    ) -> None:
        nonlocal written
        written += 1
        if written == 3:
            message = "killed"
            raise RuntimeError(message)
        await whole(self, ids, found)

    monkeypatch.setattr(grouping.GroupReader, "write", write)
    with pytest.raises(RuntimeError, match="killed"):
        await service.sync_groups(runtime, corp_id)
    assert await company.rows("select count(*) from group_chats where read_at is not null") == [
        (4,)
    ]
    lists = len(await company.calls("/cgi-bin/externalcontact/groupchat/list"))
    made = len(await company.calls(GET))
    assert await service.sync_groups(runtime, corp_id) == 12
    assert len(await company.calls("/cgi-bin/externalcontact/groupchat/list")) == lists
    assert len(await company.calls(GET)) == made + 8
    assert await held(company) == lowered(await emulated(company))
    runs = await company.rows("select state, done from bulk_runs where kind = 'sync.groups'")
    assert runs == [("ended", 12)]


async def test_days_stand_beside_what_wecom_counts(company: Company) -> None:
    runtime, corp_id = company.world.runtime, company.world.corp_id
    await service.sync_corp(runtime, corp_id)
    await service.sync_groups(runtime, corp_id)
    days = (await company.world.http.get("/api/groups/days")).json()["items"]
    assert len(days) == 30
    assert (days[-1]["wecom"], days[-1]["why_null"]) == (None, "not_yet")
    told = [one for one in days if one["wecom"] is not None]
    assert len(told) >= 28
    for one in told:
        # Both count from the same stays: who is a member of the corp counts in WeCom's.
        assert one["wecom"]["groups"] == one["ours"]["groups"]
        assert one["wecom"]["members"] == one["ours"]["members"]
        assert one["wecom"]["joined"] == one["ours"]["members_joined"]
    calls = await company.calls("/cgi-bin/externalcontact/groupchat/statistic")
    # A day is one call for up to a hundred owners, and asked for once.
    assert len(calls) == len({one["body"]["day_begin_time"] for one in calls}) <= 30
    group = (await company.world.http.get("/api/groups")).json()["items"][0]
    alone = (await company.world.http.get(f"/api/groups/{group['id']}/days")).json()["items"]
    assert {one["why_null"] for one in alone} == {"by_owner"}
    assert alone[-1]["ours"]["seats"] == group["people"]
