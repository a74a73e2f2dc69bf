"""The queue and its rules, other corps' ids, and what is refused."""

from typing import Any

from tests.yutang.act.groupcodes.stage import Codes
from tests.yutang.world import PASSWORD, add_corp


async def queue(codes: Codes, code_id: int, **query: Any) -> list[str]:
    """Names in order."""
    asked = "&".join(f"{key}={value}" for key, value in query.items())
    page = await codes.ask("GET", f"/group-codes/{code_id}/groups?{asked}")
    return [one["name"] for one in page["items"]]


async def test_groups_are_added_moved_and_taken_out(codes: Codes) -> None:
    for name in ("甲一", "甲二", "乙一", "甲三"):
        await codes.group(name)
    code = await codes.code(["乙一"])
    path = f"/group-codes/{code['id']}/groups"
    added = await codes.ask("POST", path, 200, {"search": {"q": "甲"}})
    assert added == {"added": 3}
    assert await queue(codes, code["id"]) == ["乙一", "甲一", "甲三", "甲二"]
    assert await codes.ask("POST", path, 200, {"search": {"q": "甲"}}) == {"added": 0}
    ids = codes.groups
    await codes.ask("POST", f"{path}/{ids['甲二']}/move", 204, {"before": ids["甲一"]})
    await codes.ask("POST", f"{path}/{ids['乙一']}/move", 204, {"before": None})
    assert await queue(codes, code["id"]) == ["甲二", "甲一", "甲三", "乙一"]
    await codes.ask("DELETE", f"{path}/{ids['甲一']}", 204)
    assert await queue(codes, code["id"]) == ["甲二", "甲三", "乙一"]
    await codes.ask("POST", path, 200, {"group_ids": [ids["甲一"]]})
    await codes.settle(code["id"])
    assert await queue(codes, code["id"]) == ["甲二", "甲三", "乙一", "甲一"]
    page = await codes.ask("GET", f"{path}?limit=3")
    assert [one["in_way"] for one in page["items"]] == [True] * 3
    assert await queue(codes, code["id"], after=page["next"]) == ["甲一"]
    assert await queue(codes, code["id"], standing="full") == []
    listed = await codes.ask("GET", "/group-codes?q=鱼塘")
    assert ([one["id"] for one in listed["items"]], listed["total"]) == ([code["id"]], 1)
    assert (await codes.ask("GET", "/group-codes?q=别的"))["items"] == []


async def test_what_cannot_be_is_refused_and_changes_nothing(codes: Codes) -> None:
    await codes.group("甲")
    await codes.group("没了")
    await codes.run("update group_chats set state = 'dismissed' where name = '没了'")
    gone = codes.groups["没了"]
    for body, problem in (
        ({"scan_size": 300, "total_size": 200}, "bad_sizes"),
        ({"opens": "wecom"}, "next_name_needed"),
        ({"opens": "member", "room_base_name": "塘"}, "opener_needed"),
        ({"opens": "member", "room_base_name": "塘", "opener_staff_id": 99999}, "opener_needed"),
        ({"tag_ids": [99999]}, "unknown_tag"),
        ({"fallback_channel_id": 99999}, "unknown_fallback"),
        ({"group_ids": [gone]}, "unknown_groups"),
    ):
        refused = await codes.ask("POST", "/group-codes", 422, {"name": "码"} | body)
        assert refused["type"] == f"groupcodes.{problem}"
    assert await codes.run("select count(*) from group_codes") == [(0,)]
    code = await codes.code(["甲"])
    path = f"/group-codes/{code['id']}"
    for method, one, status, problem, sent in (
        ("POST", "/groups", 422, "no_groups", {"search": {"q": "谁"}}),
        ("POST", "/groups", 422, "unknown_groups", {"group_ids": [gone]}),
        ("DELETE", f"/groups/{gone}", 404, "not_queued", None),
        ("POST", f"/groups/{gone}/move", 404, "not_queued", {"before": None}),
        ("POST", f"/groups/{codes.groups['甲']}/move", 404, "not_queued", {"before": gone}),
        ("DELETE", "/pictures/99999", 404, "unknown_picture", None),
        ("GET", "/statistics?from=2020-01-01", 422, "bad_span", None),
        ("GET", "/joins?after=x", 422, "bad_span", None),
    ):
        refused = await codes.ask(method, path + one, status, sent)
        assert refused["type"] == f"groupcodes.{problem}", one
    body = {**code, "name": "别的"}
    changed = await codes.ask("PUT", path, 200, body)
    assert (changed["name"], changed["version"], changed["status"]) == ("别的", 2, "updating")
    late = await codes.ask("PUT", path, 409, body)
    assert late["type"] == "groupcodes.changed_meanwhile"
    seen = await codes.settle(code["id"])
    assert (seen["status"], (await codes.calls("update"))[-1]["remark"]) == ("active", "别的")


async def test_another_corps_groups_and_codes_are_as_unknown_as_none(codes: Codes) -> None:
    await codes.group("甲")
    code = await codes.code(["甲"])
    before = await codes.run("select count(*), sum(hashtext(g::text)) from group_codes g")
    await add_corp(codes.world.runtime, "other", (1000009,))
    await codes.world.sign_in("other", PASSWORD)
    path = f"/group-codes/{code['id']}"
    for method, one, body in (
        ("GET", "", None),
        ("PUT", "", {**code}),
        ("DELETE", "", None),
        ("POST", "/retry", None),
        ("GET", "/groups", None),
        ("POST", "/groups", {"group_ids": [codes.groups["甲"]]}),
        ("GET", "/pictures", None),
        ("GET", "/statistics", None),
        ("GET", "/joins", None),
        ("GET", "/joins.csv", None),
        ("GET", "/qr.png", None),
        ("GET", "/sheet.png", None),
    ):
        found = await codes.ask(method, path + one, 404, body)
        assert found["type"] == "groupcodes.unknown", one
    foreign = {"name": "码", "group_ids": [codes.groups["甲"]]}
    refused = await codes.ask("POST", "/group-codes", 422, foreign)
    assert refused["type"] == "groupcodes.unknown_groups"
    assert (await codes.ask("GET", "/group-codes"))["items"] == []
    assert await codes.run("select count(*), sum(hashtext(g::text)) from group_codes g") == before


async def test_joins_are_tagged_listed_counted_and_exported(codes: Codes) -> None:
    await codes.group("甲")
    [(group,)] = await codes.run(
        "insert into tag_groups (corp_id, name, kind) values (:corp, '来源', 'own') returning id"
    )
    [(tag,)] = await codes.run(
        "insert into tags (corp_id, group_id, name, kind) values (:corp, :group, '群码', 'own')"
        " returning id",
        group=group,
    )
    code = await codes.code(["甲"], tag_ids=[tag])
    await codes.fill("甲", 3, code["state"], first=1)
    await codes.run(
        "update group_members set joined_at = joined_at + customer_id * interval '1 second'"
    )
    await codes.settle(code["id"])
    worn = "select customer_id, added_by from customer_tags where corp_id = :corp order by 1"
    label = f"group_code:{code['id']}"
    assert await codes.run(worn) == [(1, label), (2, label), (3, label)]
    # Taken off by hand it stays off: who came is tagged once.
    await codes.run("delete from customer_tags where customer_id = 1")
    await codes.run(
        "update group_members set left_at = joined_at + interval '1 second', left_how = 'left'"
        " where customer_id = 2"
    )
    await codes.run("update group_chats set read_at = now()")
    await codes.settle(code["id"])
    assert [row[0] for row in await codes.run(worn)] == [2, 3]
    days = await codes.ask("GET", f"/group-codes/{code['id']}/statistics")
    assert {key: days["totals"][key] for key in ("joined", "left", "stayed")} == {
        "joined": 3,
        "left": 1,
        "stayed": 2,
    }
    seen = await codes.read(code["id"])
    assert (seen["joins_total"], seen["here"], sum(seen["joins_by_day"])) == (3, 2, 3)
    first = await codes.ask("GET", f"/group-codes/{code['id']}/joins?limit=2")
    assert [(one["name"], one["is_friend"]) for one in first["items"]] == [
        ("k3", False),
        ("k2", False),
    ]
    after = first["next"].replace("+", "%2B")
    rest = await codes.ask("GET", f"/group-codes/{code['id']}/joins?limit=2&after={after}")
    assert ([one["name"] for one in rest["items"]], rest["next"]) == (["k1"], None)
    file = await codes.world.http.get(f"/api/group-codes/{code['id']}/joins.csv")
    lines = file.content.decode("utf-8-sig").splitlines()
    assert (lines[0], len(lines)) == ("客户编号,客户,好友,群,进群,退群", 4)
    assert lines[1].startswith("3,k3,否,甲,")
    audited = "select count(*) from audit_entries where action = 'group_code.exported'"
    assert await codes.run(audited) == [(1,)]
