"""Tasks over HTTP and in the job: given once, escalated once, pooled, seen by whom they concern."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.world import PASSWORD
from yutang.kernel.access import service as access
from yutang.kernel.db import Seer
from yutang.people.tasks import service as tasks
from yutang.people.tasks.errors import BadLinkError, TooManySnoozesError, UnknownTaskError
from yutang.people.tasks.schemas import KINDS, Kind, NewTask, register

from .stage import Board, signed_in


async def test_a_task_is_given_shown_changed_and_closed_with_proof(board: Board) -> None:
    due = (board.now + timedelta(hours=2)).isoformat()
    gift = {"staff_id": 2, "title": "拍陈列照片", "due_at": due, "priority": 2, "proof": "either",
            "link": "/customers/1", "customer_id": 1}  # fmt: skip
    for wrong, code in (
        ({"link": "javascript:alert(1)"}, "tasks.bad_link"),
        ({"kind": "nonsense"}, "tasks.unknown_kind"),
        ({"staff_id": 99}, "tasks.unknown_assignee"),
        ({"customer_id": 77}, "tasks.unknown_customer"),
        ({"due_at": (board.now - timedelta(days=1)).isoformat()}, "tasks.bad_due_time"),
        ({"due_at": "2026-11-27T10:00:00"}, "tasks.bad_due_time"),
    ):
        refused = await board.ask("POST", "", 422, gift | wrong)
        assert refused["type"] == code
    assert await board.rows("select from tasks") == []
    given = await board.ask("POST", "", 201, gift)
    assert (given["kind_name"], given["customer_name"], given["priority"]) == (
        {"zh": "交办", "en": "Errand"},
        "林小满",
        2,
    )
    path = f"/{given['id']}"
    changed = await board.ask("PATCH", path, 200, {"title": "拍橱窗照片", "priority": 1})
    assert (changed["title"], changed["priority"]) == ("拍橱窗照片", 1)
    bare = await board.ask("POST", f"{path}/close", 409, {"state": "done"})
    assert bare["type"] == "tasks.proof_needed"
    assert (await board.ask("GET", f"{path}/proof", 404))["type"] == "tasks.no_proof"
    moved = await board.ask("POST", f"{path}/reassign", 200, {"staff_id": 3})
    assert (moved["staff_name"], moved["state"]) == ("员工3", "open")
    done = await board.ask("POST", f"{path}/close", 200, {"state": "done", "proof_text": "换好了"})
    assert (done["state"], done["proof_text"], done["overdue"]) == ("done", "换好了", False)
    again = await board.ask("PATCH", path, 409, {"title": "x"})
    assert again["type"] == "tasks.closed"
    whole = await board.ask("GET", path)
    assert [(step["action"], step["actor_name"]) for step in whole["steps"]] == [
        ("closed", "周岚"),
        ("reassigned", "周岚"),
        ("changed", "周岚"),
        ("given", "周岚"),
    ]
    # The audit outlives people: a title may hold a name.
    assert "橱窗" not in str(await board.rows("select before, after from audit_entries"))
    closed = (await board.ask("GET", "?state=done"))["items"]
    assert [one["id"] for one in closed] == [given["id"]]
    kinds = await board.rows("select kind from events where kind like 'task.%' order by id")
    assert [row.kind for row in kinds] == ["task.given", "task.closed"]


@pytest.mark.parametrize(
    ("link", "right"),
    [
        ("/customers/12?tab=tasks", True),
        ("https://example.com/a?b=c#d", True),
        ("https://例子.com/优惠", True),
        ("//example.com", False),
        ("/\\example.com", False),
        ("http://example.com", False),
        ("https://user:pass@example.com", False),
        ("https://localhost", False),
        ("https://", False),
        ("https://[::1", False),
        ("https://example.com:99999/", False),
        ("data:text/html,x", False),
        ("/a b", False),
        ("/" + "a" * 500, False),
    ],
)
def test_a_link_leads_within_or_to_an_https_address(link: str, right: bool) -> None:  # noqa: FBT001
    if right:
        tasks.check_link(link)
    else:
        with pytest.raises(BadLinkError):
            tasks.check_link(link)


def test_a_kind_is_registered_once() -> None:
    mine = Kind("test_only", "测试", "Test")
    try:
        assert register(mine) is register(mine)
        with pytest.raises(ValueError, match="another kind test_only"):
            register(Kind("test_only", "别的", "Another"))
    finally:
        KINDS.pop("test_only")


async def test_what_made_a_task_makes_it_once(board: Board) -> None:
    new = [
        NewTask("playbook", staff_id, "第 3 天回访", board.now + timedelta(days=1),
                source="playbooks", source_key=f"7:3:{staff_id}")
        for staff_id in (2, 3)
    ]  # fmt: skip
    async with board.world.runtime.database.owner() as session:
        for fresh in (2, 0):
            given = await tasks.add_tasks(session, board.corp_id, new, "system", board.now)
            assert given == fresh
        first = await tasks.add_task(session, board.corp_id, new[0], "system", board.now)
    made = await board.rows("select id from tasks order by id")
    assert (len(made), made[0].id) == (2, first)
    entries = await board.rows("select target from audit_entries where action = 'task.given'")
    assert len(entries) == 2


async def test_what_is_late_for_too_long_is_shown_to_the_leader_once(board: Board) -> None:
    runtime, corp_id = board.world.runtime, board.corp_id
    of_store = await board.give(2, "店里的", -30)
    of_south = await board.give(3, "南区的", -30)
    of_leader = await board.give(1, "主管的", -30)
    of_north = await board.give(5, "北区的", -30)
    of_top = await board.give(6, "总经理的", -30)
    fresh = await board.give(3, "才过期", -23)

    assert await tasks.mind_tasks(runtime, corp_id) == (0, 5)
    shown = {
        row.id: row.escalated_to
        for row in await board.rows("select id, escalated_to from tasks where escalated_at notnull")
    }
    # The store's manager before the leader of the department; who leads has the next above him.
    assert shown == {of_store: 4, of_south: 1, of_leader: 6, of_north: 6, of_top: None}
    assert await tasks.mind_tasks(runtime, corp_id) == (0, 0)
    told = await board.rows(
        "select props->>'leader_id' as who, props->>'tasks' as n from events"
        " where kind = 'task.escalated' order by 1"
    )
    assert [tuple(row) for row in told] == [("1", "1"), ("4", "1"), ("6", "2")]

    # He sees it on his own pages, where nothing else of his members is seen.
    seer = Seer("staff:1", staff_ids=(1,))
    async with runtime.database.corp(corp_id, seer) as session:
        day = await tasks.today(session, corp_id, 1, board.now)
        assert [(one.id, one.mine) for one in day] == [(of_leader, True), (of_south, False)]
        await tasks.take_task(session, corp_id, of_south, 1, "staff:1")
        with pytest.raises(UnknownTaskError):
            await tasks.take_task(session, corp_id, fresh, 1, "staff:1")
    day_of_three = Seer("staff:3", staff_ids=(3,))
    async with runtime.database.corp(corp_id, day_of_three) as session:
        assert [one.id for one in await tasks.today(session, corp_id, 3, board.now)] == [fresh]
        # Put off it is not late any more; three times and no more.
        for _ in range(3):
            await tasks.snooze_task(
                session, corp_id, fresh, 3, board.now + timedelta(minutes=5), board.now
            )
        with pytest.raises(TooManySnoozesError):
            await tasks.snooze_task(
                session, corp_id, fresh, 3, board.now + timedelta(hours=1), board.now
            )
    # 0 hours: never.
    settings = await board.world.http.get("/api/settings/preferences")
    change = {"version": settings.json()["version"], "task_escalation_hours": 0}
    answer = await board.world.http.patch("/api/settings/preferences", json=change)
    assert answer.status_code == 200, answer.text
    runtime.once("preferences", dict[int, Any]).clear()
    await board.give(3, "没人管", -300)
    assert await tasks.mind_tasks(runtime, corp_id) == (0, 0)


async def test_who_left_leaves_his_tasks_to_the_leaders_pool(board: Board) -> None:
    runtime, corp_id = board.world.runtime, board.corp_id
    later = await board.give(3, "下月的事", 24 * 30)
    late = await board.give(3, "过期的事", -30)
    async with runtime.database.owner() as session:
        await session.execute(text("update staff set status = 'left' where id = 3"))
    assert await tasks.mind_tasks(runtime, corp_id) == (2, 1)
    async with runtime.database.corp(corp_id, Seer("staff:1", staff_ids=(1,))) as session:
        day = await tasks.today(session, corp_id, 1, board.now)
        # What waits for somebody is shown before it is due.
        assert [(one.id, one.pooled) for one in day] == [(late, True), (later, True)]
    pool = (await board.ask("GET", "?pooled=true", by=board.leader))["items"]
    assert [(one["id"], one["from_staff"]["name"]) for one in pool] == [
        (late, "员工3"),
        (later, "员工3"),
    ]
    # A leader who leaves hands his pool up; who was the last to have it is remembered.
    async with runtime.database.owner() as session:
        await session.execute(text("update staff set status = 'left' where id = 1"))
    assert (await tasks.mind_tasks(runtime, corp_id))[0] == 2
    kept = await board.rows("select distinct staff_id, from_staff_id, pooled from tasks")
    assert [tuple(row) for row in kept] == [(6, 3, True)]
    body = {"act": "reassign", "staff_id": 2, "ids": [late, later]}
    moved = await board.ask("POST", "/bulk", 200, body)
    assert moved["changed"] == 2
    kept = await board.rows("select distinct staff_id, from_staff_id, pooled from tasks")
    assert [tuple(row) for row in kept] == [(2, None, False)]


async def test_the_board_filters_pages_and_counts(board: Board) -> None:
    for hours in range(-3, 4):
        await board.give(2, f"跟进 {hours}", hours + 0.5)
    await board.give(5, "预警", -50, kind="alarm", priority=2)
    await board.give(5, "百分%号", 1)

    async def titles(query: str) -> list[str]:
        return [one["title"] for one in (await board.ask("GET", f"?{query}"))["items"]]

    assert await titles("kind=alarm") == ["预警"]
    assert await titles("overdue=true&staff_id=2") == ["跟进 -3", "跟进 -2", "跟进 -1"]
    assert await titles("department_id=3") == ["预警", "百分%号"]
    assert (await titles("department_id=1"))[0] == "预警"
    assert len(await titles("store_id=1")) == 7
    assert await titles("priority=2") == ["预警"]
    assert await titles("q=%E7%99%BE%E5%88%86%25") == ["百分%号"]
    assert await titles("q=%25") == []
    assert await titles("from=2020-01-01&to=2020-01-02") == []
    wrong = await board.ask("GET", "?from=2026-01-02&to=2026-01-01", 422)
    assert wrong["type"] == "tasks.bad_span"
    for cursor in ("x", "1~", "1~2026-01-01", "99999999999999999999~2026-01-01T00:00:00Z"):
        assert (await board.ask("GET", f"?after={cursor}", 422))["type"] == "tasks.bad_cursor"

    seen: list[int] = []
    query = {"limit": "2"}
    while True:
        page = (await board.world.http.get("/api/tasks", params=query)).json()
        seen += [one["id"] for one in page["items"]]
        assert page["total"] == (None if "after" in query else 9)
        if page["next"] is None:
            break
        query["after"] = page["next"]
    ordered = await board.rows("select id from tasks order by due_at, id")
    assert seen == [row.id for row in ordered]

    counts = await board.ask("GET", "/counts")
    assert (counts["open"], counts["overdue"], counts["done"]) == (9, 4, 0)
    assert [(one["kind"], one["open"], one["overdue"]) for one in counts["kinds"]] == [
        ("follow_up", 8, 3),
        ("alarm", 1, 1),
    ]
    members = await board.ask("GET", "/members?limit=1")
    assert [(one["staff"]["id"], one["open"], one["overdue"]) for one in members["items"]] == [
        (2, 7, 3)
    ]
    rest = await board.ask("GET", f"/members?after={members['next']}")
    assert ([one["staff"]["id"] for one in rest["items"]], rest["next"]) == ([5], None)

    # Alarms ask for words of their member; the rest is done, and nothing twice.
    whole = {"act": "done", "dry_run": True}
    told = await board.ask("POST", "/bulk", 200, whole)
    assert (told["changed"], told["proof"]) == (8, 1)
    assert await board.rows("select from tasks where state <> 'open'") == []
    done = await board.ask("POST", "/bulk?overdue=true", 200, {"act": "done"})
    assert (done["changed"], done["proof"]) == (3, 1)
    ids = [seen[0], *seen[:3], 12345]
    assert await board.ask("POST", "/bulk", 200, {"act": "drop", "ids": ids}) == {
        "changed": 1,
        "closed": 2,
        "same": 0,
        "proof": 0,
        "unknown": 1,
    }
    # What one changed oneself is in the next sums, though they are kept for some seconds.
    counts = await board.ask("GET", "/counts")
    assert (counts["open"], counts["done"], counts["dropped"]) == (5, 3, 1)
    members = await board.ask("GET", "/members")
    assert [(one["staff"]["id"], one["done"]) for one in members["items"]] == [(2, 3), (5, 0)]


async def test_a_manager_sees_and_changes_his_members_tasks_only(board: Board) -> None:
    own = await board.give(2, "南区的", -1)
    foreign = await board.give(5, "北区的", -1)
    # The customer is shared: beside him the task is seen, on the board it is not.
    shared = await board.give(5, "共同客户", -1, customer_id=1)

    async def ask(method: str, path: str, status: int = 200, body: Any = None) -> Any:
        return await board.ask(method, path, status, body, by=board.leader)

    page = await ask("GET", "")
    assert ([one["id"] for one in page["items"]], page["total"]) == ([own], 1)
    counts = await ask("GET", "/counts")
    assert (counts["open"], counts["overdue"]) == (1, 1)
    members = await ask("GET", "/members")
    assert ([one["staff"]["id"] for one in members["items"]], members["total"]) == ([2], 1)
    for query in ("?staff_id=5", "?department_id=3", "?department_id=1&q=北"):
        assert (await ask("GET", query))["items"] == []
    about = await board.leader.get("/api/customers/1")
    assert [one["id"] for one in about.json()["tasks"]] == [shared]

    before = await board.rows("select * from tasks order by id")
    for task_id in (foreign, shared):
        calls: list[tuple[str, str, Any]] = [
            ("GET", "", None),
            ("GET", "/proof", None),
            ("PATCH", "", {"title": "改了"}),
            ("POST", "/close", {"state": "dropped"}),
            ("POST", "/reassign", {"staff_id": 2}),
        ]
        for method, path, body in calls:
            refused = await ask(method, f"/{task_id}{path}", 404, body)
            assert refused["type"] == "tasks.unknown"
    for act in ({"act": "drop"}, {"act": "reassign", "staff_id": 3}):
        outcome = await ask("POST", "/bulk", 200, {**act, "ids": [foreign, shared]})
        assert (outcome["changed"], outcome["unknown"]) == (0, 2)
    gifts: list[tuple[str, Any]] = [
        (f"/{own}/reassign", {"staff_id": 5}),
        ("/bulk", {"act": "reassign", "staff_id": 5, "ids": [own]}),
        ("", {"staff_id": 5, "title": "x", "due_at": (board.now + timedelta(1)).isoformat()}),
    ]
    for path, gift in gifts:
        refused = await ask("POST", path, 422, gift)
        assert refused["type"] == "tasks.foreign_assignee"
    assert await board.rows("select * from tasks order by id") == before
    dropped = await ask("POST", "/bulk", 200, {"act": "drop"})
    assert dropped["changed"] == 1
    left = await board.rows("select id from tasks where state = 'open' order by id")
    assert [row.id for row in left] == [foreign, shared]


async def test_who_may_not_is_refused_and_too_many_are_too_many(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with board.world.runtime.database.owner() as session:
        await access.add_user(
            session,
            board.corp_id,
            login="auditor",
            name="审计",
            role="auditor",
            password=PASSWORD,
        )
    task_id = await board.give(2, "一", 1)
    await board.give(2, "二", 1)
    async with signed_in(board.world, "auditor") as auditor:
        for method, path in (
            ("GET", ""),
            ("GET", "/counts"),
            ("GET", f"/{task_id}"),
            ("POST", f"/{task_id}/close"),
            ("POST", "/bulk"),
        ):
            body = {"state": "dropped", "act": "drop"} if method == "POST" else None
            await board.ask(method, path, 403, body, by=auditor)
    monkeypatch.setattr("yutang.people.tasks.bulk.MATCHING", 1)
    refused = await board.ask("POST", "/bulk", 422, {"act": "drop"})
    assert refused["type"] == "tasks.too_many"
    left = await board.rows("select from tasks where state = 'open'")
    assert len(left) == 2


async def test_the_system_ends_more_tasks_than_a_person_may_at_once(board: Board) -> None:
    runtime, corp_id = board.world.runtime, board.corp_id
    many = [
        NewTask(
            "errand", 2, f"{n}", board.now + timedelta(days=1), source="test", source_key=f"{n}"
        )
        for n in range(1_100)
    ]
    async with runtime.database.owner() as session:
        assert await tasks.add_tasks(session, corp_id, many, "system", board.now) == 1_100
    ids = [row[0] for row in await board.rows("select id from tasks order by id")]
    await tasks.end_tasks(runtime, corp_id, "done", ids[:1_050], "看到已经做完")
    await tasks.end_tasks(runtime, corp_id, "drop", ids, "不再需要")
    ended = await board.rows(
        "select state, result, count(*) from tasks group by 1, 2 order by 1, 2"
    )
    assert [tuple(row) for row in ended] == [
        ("done", "看到已经做完", 1_050),
        ("dropped", "不再需要", 50),
    ]
