"""A member leaves: his leaders hear once of what waits, and everything of his finds a home."""

from datetime import timedelta
from typing import Any

from sqlalchemy import text

from tests.yutang.people.tasks.stage import signed_in
from tests.yutang.world import PASSWORD, event_xml
from yutang.kernel.access import service as access
from yutang.kernel.db import Seer
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import Watcher
from yutang.people.handovers import service as handovers
from yutang.people.tasks import service as tasks
from yutang.people.tasks.schemas import NewTask

from .stage import FIRST, GIVER, SECOND, Stage

COMPANY = (
    (
        "insert into departments (corp_id, id, name, parent_id)"
        " values (:corp, 1, '公司', null), (:corp, 2, '南区', 1)"
    ),
    (
        "insert into staff_departments (corp_id, staff_id, department_id, is_leader)"
        " select :corp, id, 2, account = 'ann' from staff where account <> 'cat'"
    ),
    (
        "insert into channels (corp_id, name, state, agent_id, created_by, status)"
        " values (:corp, '台卡', 'c1', 1, 'test', 'active'),"
        " (:corp, '门', 'c2', 1, 'test', 'active')"
    ),
    (
        "insert into channel_staff (corp_id, channel_id, staff_id)"
        " select :corp, 1, id from staff where account = 'giver' union all"
        " select :corp, 2, id from staff where account in ('giver', 'bob')"
    ),
)


async def company(stage: Stage) -> None:
    """A department that ann leads, a code that is the giver's alone and one he shares."""
    async with stage.world.runtime.database.owner() as session:
        for statement in COMPANY:
            await session.execute(text(statement), {"corp": stage.corp_id})


async def give(stage: Stage, customer_id: int | None, title: str) -> int:
    """A task of the giver."""
    async with stage.world.runtime.database.owner() as session:
        new = NewTask(
            kind="follow_up",
            staff_id=stage.staff[GIVER],
            title=title,
            due_at=stage.now() + timedelta(days=1),
            customer_id=customer_id,
        )
        return await tasks.add_task(session, stage.corp_id, new, "system", stage.now())


async def told(stage: Stage) -> list[Any]:
    """Notices of leavers."""
    return await stage.rows(
        "select receiver, title, body, link from notices where kind = 'staff_left' order by 1"
    )


async def test_a_resignation_tells_leaders_once_and_its_tasks_go_along(stage: Stage) -> None:
    await company(stage)
    ids = await stage.befriend(GIVER, 3)
    await stage.found(GIVER, 2)
    about, alone = await give(stage, ids[0], "回访"), await give(stage, None, "盘点")
    kept = await give(stage, ids[1], "寄样")
    await stage.wecom.post(f"{stage.path}/staff/{GIVER}/resign", json={})
    await stage.read_inbox()
    await stage.read_inbox()
    notices = await told(stage)
    assert [row.receiver for row in notices] == [f"staff:{stage.staff[FIRST]}", "user:1"]
    assert {row.body.partition("。")[0] for row in notices} == {
        "待移交：3 位客户，2 个客户群，3 个未完成任务，1 个只有他的活码"
    }
    assert {row.link for row in notices} == {f"/handovers?from={stage.staff[GIVER]}"}
    [job] = await stage.rows(
        "select count(*) as n from procrastinate.procrastinate_jobs"
        " where task_name = 'handovers.read_leavers'"
    )
    assert job.n == 1
    assert await handovers.read_leavers(stage.runtime, stage.corp_id) == 3
    listed = await stage.ask("GET", "/leavers")
    assert listed["unassigned_at"] is not None
    [leaver] = listed["items"]
    facts = {key: leaver[key] for key in ("customers", "groups", "open_tasks", "codes")}
    assert facts == {"customers": 3, "groups": 2, "open_tasks": 3, "codes": 1}
    assert (leaver["unassigned"], leaver["handover_id"]) == (3, None)
    assert leaver["left_at"] < leaver["deadline"]
    await tasks.mind_tasks(stage.runtime, stage.corp_id)
    handover_id = await stage.begin(SECOND)
    await stage.carry_on(handover_id)
    await stage.decide(ids[0], accept=True)
    await stage.decide(ids[1], accept=False)
    await stage.carry_on(handover_id)
    rows = await stage.rows("select id, staff_id, pooled, source from tasks order by id")
    by_id = {row.id: (row.staff_id, row.pooled) for row in rows if row.source != "handover"}
    # What nobody's customer is about waits with the leader; the refused one's too.
    assert by_id == {
        about: (stage.staff[SECOND], False),
        alone: (stage.staff[FIRST], True),
        kept: (stage.staff[FIRST], True),
    }
    history = await stage.rows(
        "select action from audit_entries where target = :t order by id", t=f"task:{about}"
    )
    assert [row.action for row in history] == ["task.given", "task.pooled", "task.reassigned"]
    life = (await stage.world.http.get(f"/api/customers/{ids[0]}/timeline")).json()["items"]
    came = next(one for one in life if one["kind"] == "relation.handed_over")
    assert (came["staff"]["name"], came["other"]["name"]) == ("BOB", "GIVER")
    profile = (await stage.world.http.get(f"/api/customers/{ids[0]}")).json()
    states = {one["staff_name"]: (one["state"], one["staff_left"]) for one in profile["follows"]}
    assert states == {"BOB": ("friend", False), "GIVER": ("transferred", True)}


async def test_the_new_member_sees_the_service_history(stage: Stage) -> None:
    [one] = await stage.befriend(GIVER, 1)
    handover_id = await stage.begin(SECOND)
    await stage.carry_on(handover_id)
    await stage.decide(one, accept=True)
    await stage.carry_on(handover_id)
    runtime, taker = stage.world.runtime, stage.staff[SECOND]
    watcher = Watcher(None, taker, SECOND)
    seer = Seer(f"staff:{taker}", staff_ids=(taker,))
    async with runtime.database.corp(stage.corp_id, seer) as session:
        life = await customers.read_timeline(session, stage.corp_id, one, watcher, [], None, 20)
        profile = await customers.read_profile(
            session, runtime.vault, stage.corp_id, one, watcher, stage.now()
        )
    came = [(h.kind, h.other.name) for h in life.items if h.other is not None]
    assert came == [("relation.handed_over", "GIVER")]
    owners = {(follow.staff_name, follow.state) for follow in profile.follows}
    assert owners == {("BOB", "friend"), ("GIVER", "transferred")}


async def test_who_left_unheard_is_found_in_wecom_s_own_list(stage: Stage) -> None:
    await stage.befriend(GIVER, 2)
    await stage.fault(None, 9, kind="drop_callback", when="before")
    await stage.wecom.post(f"{stage.path}/staff/{GIVER}/resign", json={})
    assert await handovers.read_leavers(stage.runtime, stage.corp_id) == 2
    await stage.read_inbox()
    assert [row.receiver for row in await told(stage)] == ["user:1"]
    giver = await stage.ask("GET", f"/staff/{stage.staff[GIVER]}")
    assert (giver["mode"], giver["customers"], giver["groups"]) == ("resigned", 2, 0)
    # A callback that comes after all tells nobody again.
    xml = event_xml(
        stage.world.app.corpid,
        "change_contact",
        "delete_user",
        UserID=GIVER,
    )
    await stage.world.call_back(xml)
    await stage.read_inbox()
    assert len(await told(stage)) == 1


async def test_a_leader_hands_over_his_own_members_customers_only(stage: Stage) -> None:
    await company(stage)
    await stage.befriend(GIVER, 2)
    await stage.befriend("cat", 2)
    async with stage.world.runtime.database.owner() as session:
        user = await access.add_user(
            session,
            stage.corp_id,
            login="leader",
            name="陈主管",
            role="manager",
            password=PASSWORD,
        )
        user.staff_id = stage.staff[FIRST]
    async with signed_in(stage.world, "leader") as leader:
        stage.world.http = leader
        made = await stage.begin(SECOND)
        read = await stage.read(made)
        assert (read["customers"]["planned"], read["from"]["name"]) == (2, "GIVER")
        foreign = {"from_staff_id": stage.staff["cat"]}
        await stage.ask("POST", "/preview", 404, stage.wish(SECOND) | foreign)
        await stage.ask("POST", "/preview", 422, stage.wish("cat"))
        await stage.ask("GET", f"/staff/{stage.staff['cat']}", 404)
        assert len(await stage.people(made)) == 2
        stopped = await stage.ask("POST", f"/{made}/stop", body={})
        assert stopped["customers"]["excluded"] == 2
