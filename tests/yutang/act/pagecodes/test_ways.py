"""A page code's ways at WeCom: one a member, none lost, none left behind."""

import httpx2
import pytest
from sqlalchemy import text

from tests.yutang.act.loop import until
from tests.yutang.act.pagecodes.conftest import Pages
from yutang.act.acquisition.jobs import SettlePageCode
from yutang.act.pagecodes import service
from yutang.people.staff import service as staff

ADD = "/cgi-bin/externalcontact/add_contact_way"
UPDATE = "/cgi-bin/externalcontact/update_contact_way"


async def ways(pages: Pages) -> list[list[str]]:
    """Whose ways WeCom has."""
    return sorted(way["user"] for way in await pages.loop.tell("contact_ways"))


async def test_ways_are_made_changed_and_deleted(pages: Pages) -> None:
    loop, ids = pages.loop, [one["id"] for one in pages.loop.staff]
    code = await pages.make(staff_ids=ids[:2], rule={"fallback_staff_id": ids[2]})
    assert (code["made"], code["wanted"], code["failed"]) == (3, 3, 0)
    assert await ways(pages) == [["s0"], ["s1"], ["s2"]]
    channel = (await loop.yutang.http.get(f"/api/channels/{code['channel_id']}")).json()
    assert (channel["kind"], channel["status"], channel["config_id"]) == ("page", "active", None)
    assert channel["qr_content"] == code["url"] == f"http://yutang.test/c/{code['slug']}"
    found = await loop.tell("contact_ways")
    assert {(way["state"], way["remark"], way["type"]) for way in found} == {
        (channel["state"], "展会", 1)
    }
    for kind in ("qr.png?size=200", "qr.svg", "sheet.svg?size=badge"):
        printed = await loop.yutang.http.get(f"/api/channels/{code['channel_id']}/{kind}")
        assert printed.status_code == 200

    before = {way["config_id"] for way in found}
    changed = await pages.change(
        staff_ids=ids[1:], remark="秋季", rule={"fallback_staff_id": ids[1]}
    )
    assert changed.status_code == 200, changed.text
    code = await pages.settled(code["channel_id"])
    found = await loop.tell("contact_ways")
    assert await ways(pages) == [["s1"], ["s2"]]
    assert {way["config_id"] for way in found} < before
    assert {(way["state"], way["remark"]) for way in found} == {(channel["state"], "秋季")}

    gone = await loop.yutang.http.delete(f"/api/channels/{code['channel_id']}")
    assert gone.status_code == 204

    async def away() -> bool:
        answer = await loop.yutang.http.get(f"/api/channels/{code['channel_id']}")
        return answer.status_code == 404

    await until(away)
    assert await loop.tell("contact_ways") == []
    assert await pages.rows("select * from page_code_ways") == []
    read = await loop.yutang.http.get(f"/api/page-codes/{code['channel_id']}")
    assert (read.status_code, read.json()["type"]) == (404, "page_codes.unknown")


async def test_who_left_the_company_keeps_no_way(pages: Pages) -> None:
    loop = pages.loop
    await pages.make(rule={"fallback_staff_id": loop.staff[1]["id"]})
    async with loop.yutang.runtime.database.owner() as session:
        await staff.record_leaving(session, loop.yutang.corp_id, "s0")

    async def away() -> bool:
        return await ways(pages) == [["s1"], ["s2"]]

    await until(away)
    read = await pages.read()
    assert (read["members"][0]["left"], read["members"][0]["way"]) == (True, None)


async def test_lost_answers_and_kills_leave_exactly_one_way_each(pages: Pages) -> None:
    """WeCom makes the way and its answer is lost; what was made is found by state and member."""
    loop = pages.loop
    lost = {"kind": "hang", "value": 0, "path": ADD, "count": 2, "when": "after"}
    assert (await loop.wecom.post("/emulator/faults", json=lost)).status_code == 200
    code = await pages.make()
    assert (code["made"], code["wanted"]) == (3, 3)
    assert await ways(pages) == [["s0"], ["s1"], ["s2"]]
    # A worker was killed after WeCom made it and before that was written.
    ((way_id, config_id),) = await pages.rows(
        "update page_code_ways set status = 'making', config_id = null, qr_content = null"
        " where staff_id = :one returning id, :config",
        one=loop.staff[1]["id"],
        config="",
    )
    assert (way_id > 0, config_id) == (True, "")
    at = {"corp_id": loop.yutang.corp_id, "channel_id": code["channel_id"]}
    for _ in range(2):
        await service.settle(loop.yutang.runtime, SettlePageCode(**at))
    assert await ways(pages) == [["s0"], ["s1"], ["s2"]]
    # Taken out while nobody knows whether the way was made: it is found, then deleted.
    await pages.rows(
        "update page_code_ways set status = 'making', config_id = null where staff_id = :one"
        " returning 1",
        one=loop.staff[2]["id"],
    )
    ids = [one["id"] for one in loop.staff]
    assert (await pages.change(staff_ids=ids[:2])).status_code == 200
    await pages.settled(code["channel_id"])
    assert await ways(pages) == [["s0"], ["s1"]]


async def test_refusals_are_told_and_asked_again(pages: Pages) -> None:
    loop = pages.loop
    await loop.fault("errcode", 41045, ADD, count=1)
    code = await pages.make()
    assert (code["made"], code["wanted"], code["failed"]) == (2, 3, 1)
    channel = (await loop.yutang.http.get(f"/api/channels/{code['channel_id']}")).json()
    assert channel["status"] == "failed"
    assert "1 of 3 members have no way" in channel["error"]
    assert "41045" in channel["error"]
    name, _ = await pages.stranger("oFirst")
    assert name in {"员工1", "员工2"}
    retried = await loop.yutang.http.post(f"/api/channels/{code['channel_id']}/retry")
    assert retried.status_code == 200, retried.text
    code = await pages.settled(code["channel_id"])
    assert (code["made"], code["failed"]) == (3, 0)
    # Somebody deleted a way in WeCom: the next change of the code makes it anew.
    await loop.fault("errcode", 41044, UPDATE, count=1)
    assert (await pages.change(remark="新备注")).status_code == 200
    code = await pages.settled(code["channel_id"])
    assert (code["made"], code["failed"]) == (3, 0)
    told = {way["config_id"]: way["remark"] for way in await loop.tell("contact_ways")}
    kept = await pages.rows("select config_id from page_code_ways")
    assert {told[config_id] for (config_id,) in kept} == {"新备注"}
    # A change that WeCom refuses takes nobody off the page.
    await loop.fault("errcode", 41045, UPDATE, count=1)
    assert (await pages.change(remark="再改")).status_code == 200
    code = await pages.settled(code["channel_id"])
    assert (code["made"], code["failed"]) == (2, 1)
    shown = {(await pages.stranger(f"oLater{n}"))[0] for n in range(3)}
    assert shown == {"员工0", "员工1", "员工2"}


async def test_bad_wishes_are_refused_and_change_nothing(
    pages: Pages, subtests: pytest.Subtests
) -> None:
    loop, ids = pages.loop, [one["id"] for one in pages.loop.staff]
    await pages.make(rule={"members": [{"staff_id": ids[0], "weight": 3, "daily_cap": 5}]})
    before = await pages.read()
    counted = "select (select count(*) from channels), (select count(*) from audit_entries)"
    rows = await pages.rows(counted)
    async with loop.yutang.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into room_counts (corp_id, kind, used, detail, as_of)"
                " values (:corp, 'codes', 499999, '{}', now())"
                " on conflict (corp_id, kind) do update set used = 499999"
            ),
            {"corp": loop.yutang.corp_id},
        )

    async def refused(answer: httpx2.Response, status: int, kind: str) -> None:
        assert (answer.status_code, answer.json()["type"]) == (status, kind), answer.text

    member = {"staff_id": 999_999, "weight": 2}
    with subtests.test("a strange member"):
        strange = await pages.change(rule={"members": [member]})
        await refused(strange, 422, "page_codes.strange_member")
    with subtests.test("a strange fallback"):
        wish = {"fallback_staff_id": 999_999}
        await refused(await pages.change(rule=wish), 422, "page_codes.bad_fallback")
        await refused(await pages.post(rule=wish), 422, "page_codes.bad_fallback")
    with subtests.test("no room at WeCom"):
        await refused(await pages.post(), 409, "page_codes.no_room")
    with subtests.test("weights and caps"):
        for odd in ({"weight": 0}, {"weight": 101}, {"daily_cap": 0}):
            member = {"staff_id": ids[0]} | odd
            assert (await pages.change(rule={"members": [member]})).status_code == 422
    with subtests.test("an older version"):
        await refused(await pages.change(version=99), 409, "channels.changed_meanwhile")
    with subtests.test("a direct code"):
        direct = await loop.post_channel()
        read = await loop.yutang.http.get(f"/api/page-codes/{direct.json()['id']}")
        await refused(read, 404, "page_codes.unknown")
        rows = [(rows[0][0] + 1, rows[0][1] + 1)]
    assert (await pages.read())["rule"] == before["rule"]
    assert await pages.rows(counted) == rows
    # Of two who change the rule at once the second is told.
    version = (await loop.yutang.http.get(f"/api/channels/{before['channel_id']}")).json()[
        "version"
    ]
    assert (await pages.change(rule={"by": "weights"})).status_code == 200
    late = await pages.change(rule={"by": "least_today"}, version=version)
    await refused(late, 409, "channels.changed_meanwhile")
    assert (await pages.read())["rule"]["by"] == "weights"
