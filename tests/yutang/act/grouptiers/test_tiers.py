"""The board of tiers, rules and dry runs; and what is refused."""

from typing import Any

import pytest

from tests.yutang.act.grouptiers.stage import RULE, Pond, furnish
from tests.yutang.world import World


@pytest.fixture
async def pond(world: World) -> Pond:
    """Filled, its owner signed in."""
    return await furnish(world)


async def test_the_board_counts_persons_once_and_says_how_they_moved(pond: Pond) -> None:
    board = await pond.ask("GET", "/group-tiers")
    told = {
        one["tier"]: [one[name] for name in ("groups", "persons", "share", "lived", "fell_out")]
        for one in board["items"]
    }
    assert told == {
        "pond": [1, 3, 15, None, 0],
        "transit": [2, 1, 20, None, 1],
        "core": [1, 0, 65, None, 0],
    }
    assert (board["in_several"], board["without_tier"]) == (1, 1)
    assert [one["came"] for one in board["items"]] == [1, 1, 0]
    assert [one["came_up"] for one in board["items"]] == [0, 0, 0]

    # The owner of a customer did something for him: it counts for his highest tier.
    await pond.run(
        "insert into tasks (corp_id, kind, staff_id, customer_id, title, due_at, state,"
        " created_by, created_at, done_at) select :corp, 'errand', :staff, v.i, 'x', now(), 'done',"
        " 'test', now(), now() from (values (2), (2), (1), (5)) as v(i)",
        staff=pond.staff["a"],
    )
    await pond.join(1, "核心一")
    board = await pond.ask("GET", "/group-tiers")
    assert [(one["tasks_done"], one["lived"]) for one in board["items"]] == [
        (0, 0),
        (2, 67),
        (1, 33),
    ]
    assert [(one["came"], one["came_up"]) for one in board["items"]] == [(1, 0), (1, 0), (1, 1)]


async def test_shares_and_rules_are_kept_and_refused(pond: Pond) -> None:
    bad = await pond.ask("PUT", "/group-tiers/shares", 422, {"pond": 10, "transit": 20, "core": 65})
    assert bad["type"] == "grouptiers.bad_shares"
    shares = {"pond": 10, "transit": 20, "core": 70}
    await pond.ask("PUT", "/group-tiers/shares", 204, shares)
    board = await pond.ask("GET", "/group-tiers")
    assert [one["share"] for one in board["items"]] == [10, 20, 70]

    rule = {"rule": RULE, "back_after_days": 7, "version": 0}
    refused: list[tuple[str, dict[str, Any], int, str]] = [
        ("pond", rule, 422, "grouptiers.no_rule_for_pond"),
        ("core", rule | {"version": 3}, 409, "grouptiers.changed_meanwhile"),
        ("core", rule | {"rule": RULE | {"include": [{"tail": "1234"}]}}, 422, "views.bad_filters"),
        ("core", rule | {"rule": RULE | {"include": [{"state": "x"}]}}, 422, "views.bad_filters"),
        ("core", rule | {"rule": RULE | {"include": [{"recent": "-1"}]}}, 422, "views.bad_filters"),
        ("core", rule | {"rule": RULE | {"include": [{"tag_least": "9"}]}}, 404, "tags.unknown"),
    ]
    for tier, body, status, code in refused:
        answer = await pond.ask("PUT", f"/group-tiers/{tier}/rule", status, body)
        assert answer["type"] == code, body
    # Shares made the row: it is version 0 still.
    await pond.ask("PUT", "/group-tiers/core/rule", 204, rule)
    board = await pond.ask("GET", "/group-tiers")
    core = board["items"][2]
    assert (core["rule"], core["back_after_days"], core["version"]) == (RULE, 7, 1)
    assert await pond.run("select action from audit_entries where action ^@ 'group_tier'") == [
        ("group_tier.shares_changed",),
        ("group_tier.rule_changed",),
    ]


async def test_a_rule_is_all_or_any_of_filters_but_for_others(pond: Pond) -> None:
    counts = [
        ({"include": [{"stage": "deal"}]}, 9),
        ({"include": [{"stage": "deal"}, {"state": "friend"}]}, 8),
        ({"match": "any", "include": [{"stage": "intent"}, {"state": "lost"}]}, 2),
        ({"include": [{"stage": "deal,intent"}], "exclude": [{"refused": "1"}]}, 9),
        ({"include": [{"staff": str(pond.staff["b"])}]}, 2),
        ({"include": [{"recent": "30"}]}, 0),
    ]
    for rule, total in counts:
        found = await pond.ask("POST", "/group-tiers/count", 200, {"rule": rule})
        assert (found["total"], found["exact"]) == (total, True), rule
    two = {"match": "any", "include": [{"stage": "intent"}, {"state": "lost"}]}
    found = await pond.ask("POST", "/group-tiers/count", 200, {"rule": two})
    assert (found["include"], found["exclude"]) == ([1, 1], [])
    assert [(one["name"], one["fulfils"]) for one in found["samples"]] == [("郑", [0]), ("钱", [1])]


async def test_a_dry_run_says_who_and_why_not_the_others(pond: Pond) -> None:
    asked = {"tier": "transit", "rule": RULE, "group_ids": [pond.groups["中转一"]]}
    on = await pond.ask("POST", "/group-invitations/preview", 200, asked | {"who": "on"})
    left_out = {one["reason"]: one["count"] for one in on["left_out"]}
    assert (on["found"], on["invited"], on["exact"]) == (7, 2, True)
    assert left_out == {"seated": 1, "invited": 1, "no_friend": 1, "refused": 1, "minor": 1}
    assert [(one["staff"]["name"], one["count"]) for one in on["members"]] == [("安", 1), ("柏", 1)]
    assert (on["room"], on["member_count"]) == (199, 2)
    assert [one["name"] for one in on["samples"]] == ["冯", "林"]

    back = await pond.ask("POST", "/group-invitations/preview", 200, asked | {"who": "back"})
    assert (back["found"], back["invited"], back["left_out"]) == (
        2,
        1,
        [{"reason": "left_lately", "count": 1}],
    )
    assert [one["staff"]["name"] for one in back["members"]] == ["柏"]

    # A saved view does as well, and without a tier those in the chosen groups are left out.
    views = (await pond.ask("GET", "/views?page=customers"))["items"]
    lost = next(one["id"] for one in views if one["name"] == "starter:lost")
    seen = {"view_id": lost, "group_ids": [pond.groups["中转一"]]}
    found = await pond.ask("POST", "/group-invitations/preview", 200, seen)
    assert (found["found"], found["invited"]) == (1, 0)


async def test_what_nobody_can_be_invited_to_is_refused(pond: Pond) -> None:
    refused: list[tuple[dict[str, Any], int, str]] = [
        ({"group_ids": [pond.groups["核心一"]]}, 422, "grouptiers.bad_groups"),
        ({"group_ids": [999]}, 422, "grouptiers.bad_groups"),
        ({"group_ids": []}, 422, "request.invalid"),
        ({"rule": None}, 409, "grouptiers.no_rule"),
        ({"rule": None, "view_id": 999}, 404, "views.unknown"),
        ({"view_id": 1}, 422, "request.invalid"),
        ({"tier": None}, 422, "request.invalid"),
        ({"text_nameless": ""}, 422, "grouptiers.nameless_text_missing"),
        ({"full_at": 2, "group_ids": [pond.groups["鱼塘一"]], "tier": "pond", "who": "found"}, 409,
         "grouptiers.no_room"),
    ]  # fmt: skip
    before = await pond.run("select count(*) from group_invitations")
    for change, status, code in refused:
        answer = await pond.ask("POST", "/group-invitations", status, pond.round(**change))
        assert code in answer["type"], (change, answer)
    assert await pond.run("select count(*) from group_invitations") == before
    for method, path in (
        ("GET", "/group-invitations/99"),
        ("GET", "/group-invitations/99/people"),
        ("GET", "/group-invitations/99/people.csv"),
        ("POST", "/group-invitations/99/stop"),
        ("POST", "/group-invitations/99/resume"),
    ):
        answer = await pond.ask(method, path, 404)
        assert answer["type"] == "grouptiers.unknown_invitation"
