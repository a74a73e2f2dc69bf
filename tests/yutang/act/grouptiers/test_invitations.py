"""A round of inviting from choosing to the end, in the database alone."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.yutang.act.grouptiers.stage import Pond, furnish
from tests.yutang.world import World
from yutang.act.grouptiers import service as tiers


@pytest.fixture
async def pond(world: World) -> Pond:
    """Filled, its owner signed in."""
    return await furnish(world)


async def code_of(pond: Pond, invitation_id: int) -> str:
    """What who scans its first code carries."""
    [(code,)] = await pond.run(
        "select code_state from group_invitation_ways where invitation_id = :id and part = 1",
        id=invitation_id,
    )
    return str(code)


async def test_members_are_asked_and_joins_are_followed(pond: Pond) -> None:
    made = await pond.started()
    assert await pond.states(made) == {
        1: "waiting",
        5: "skipped:no_friend",
        6: "skipped:refused",
        7: "skipped:minor",
        10: "waiting",
    }
    # Chosen once more, as after a kill, nobody is chosen twice.
    await pond.run("update group_invitations set state = 'preparing', chosen_at = null")
    await pond.choose(made)
    assert len(await pond.states(made)) == 5

    await pond.hand_out(made)
    assert [await pond.states(made)][0][1] == "asked"
    tasks = await pond.run(
        "select t.title, t.link, s.name from tasks t join staff s on s.id = t.staff_id"
        " where source = 'group_invitation' order by t.customer_id"
    )
    assert tasks == [
        ("邀请「林」进群：老客进群", "/m/invite?customer=wm1", "安"),
        ("邀请「冯」进群：老客进群", "/m/invite?customer=wm10", "柏"),
    ]
    await pond.run("update tasks set state = 'done', done_at = now() where customer_id = 1")
    await pond.follow(made)
    assert (await pond.states(made))[1] == "sent"

    await pond.join(1, "中转二", await code_of(pond, made))
    await pond.join(10, "中转一")
    await pond.follow(made)
    states = await pond.states(made)
    assert (states[1], states[10]) == ("joined", "joined_otherwise")
    # Nobody need send it to who is there.
    assert await pond.run("select state from tasks where customer_id = 10") == [("dropped",)]
    read = await pond.ask("GET", f"/group-invitations/{made}")
    assert read["steps"] == {"chosen": 5, "asked": 2, "sent": 2, "joined": 2, "still_there": 2}
    assert read["state"] == "ended"

    await pond.run(
        "update group_members set left_at = now() + interval '1 minute',"
        " left_how = 'left' where customer_id = 1 and code_state is not null"
    )
    await pond.follow(made)
    assert (await pond.states(made))[1] == "left_again"
    read = await pond.ask("GET", f"/group-invitations/{made}")
    assert (read["steps"]["joined"], read["steps"]["still_there"]) == (2, 1)
    assert {one["group"]["name"]: (one["joined"], one["otherwise"]) for one in read["groups"]} == {
        "中转二": (1, 0),
        "中转一": (1, 1),
    }
    assert {one["reason"] for one in read["reasons"]} == {"no_friend", "refused", "minor"}
    assert [one["staff"] and one["staff"]["name"] for one in read["members"]] == ["安", "柏", None]

    first = await pond.ask("GET", f"/group-invitations/{made}/people?limit=2")
    assert ([one["customer_id"] for one in first["items"]], first["next"]) == ([1, 5], 5)
    rest = await pond.ask("GET", f"/group-invitations/{made}/people?after=5")
    assert [one["customer_id"] for one in rest["items"]] == [6, 7, 10]
    only = await pond.ask("GET", f"/group-invitations/{made}/people?state=skipped")
    assert [one["reason"] for one in only["items"]] == ["no_friend", "refused", "minor"]
    file = await pond.world.http.get(f"/api/group-invitations/{made}/people.csv")
    lines = file.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "客户编号,客户,员工,状态,原因,下发,发出,进群,群,退群"
    assert (len(lines), lines[2]) == (6, "5,钱,,跳过,没有在职员工是他的好友,,,,,")
    listed = await pond.ask("GET", "/group-invitations?limit=1")
    assert ([one["id"] for one in listed["items"]], listed["next"]) == ([made], made)


async def test_the_day_has_a_cap_and_what_changed_meanwhile_counts(pond: Pond) -> None:
    await pond.run(
        "insert into customers (corp_id, id, state, name, name_sort, grams, stage)"
        " select :corp, i, 'friend', 'n', 'n', '{}', 'deal' from generate_series(20, 26) i"
    )
    await pond.run(
        "insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at)"
        " select :corp, i, :staff, 'friend', now(), now() from generate_series(20, 26) i",
        staff=pond.staff["a"],
    )
    made = await pond.started(day_cap=2)
    await pond.run("update customers set marketing_refused_at = now() where id = 1")
    await pond.run("update follows set state = 'deleted_by_customer' where customer_id = 20")
    await pond.join(21, "中转一")
    await pond.hand_out(made)
    states = await pond.states(made)
    # Skipped ones cost nothing of the day.
    assert [states[one] for one in (1, 20, 21, 22, 23, 24)] == [
        "skipped:refused",
        "skipped:no_friend",
        "skipped:seated",
        "asked",
        "asked",
        "waiting",
    ]
    await pond.hand_out(made)
    assert (await pond.states(made))[24] == "waiting"
    # The next day.
    await pond.run(
        "update group_invitees set asked_at = asked_at - interval '1 day'"
        " where invitation_id = :id",
        id=made,
    )
    await pond.hand_out(made)
    assert [(await pond.states(made))[one] for one in (24, 25, 26)] == ["asked", "asked", "waiting"]

    stopped = await pond.ask("POST", f"/group-invitations/{made}/stop")
    assert stopped["state"] == "stopped"
    twice = await pond.ask("POST", f"/group-invitations/{made}/stop", 409)
    assert twice["type"] == "grouptiers.not_now"
    await pond.run(
        "update group_invitees set asked_at = asked_at - interval '31 days',"
        " sent_at = null where asked_at is not null and customer_id in (22, 24)"
    )
    await pond.hand_out(made)
    await pond.follow(made)
    states = await pond.states(made)
    assert [states[one] for one in (22, 24, 25, 26)] == ["expired", "expired", "asked", "waiting"]
    assert (await pond.ask("POST", f"/group-invitations/{made}/resume"))["state"] == "running"


async def test_full_groups_hand_on_to_the_next_code_and_stop_at_the_last(pond: Pond) -> None:
    stores = (
        "insert into stores (corp_id, number, name, created_by) values (:corp, '1', '店', 't')",
        "insert into store_staff select :corp, s.id, :staff, false from stores s",
    )
    for statement in stores:
        await pond.run(statement, staff=pond.staff["b"])
    made = await pond.started()
    await pond.hand_out(made)
    # 柏 works in the store of the second group's owner, so his customer gets that group's code.
    parts = await pond.run(
        "select i.customer_id, g.name from group_invitees i join group_invitation_ways w"
        " using (corp_id, invitation_id, part) join group_chats g on g.id = any(w.group_ids)"
        " where i.state = 'asked' and i.invitation_id = :id order by 1",
        id=made,
    )
    assert parts == [(1, "中转一"), (10, "中转二")]

    async def shown(customer_id: int, account: str) -> tuple[str, str | None, list[str]]:
        runtime = pond.world.runtime
        async with runtime.database.corp(pond.world.corp_id) as session:
            own = await tiers.own_invitations(
                session, pond.world.corp_id, customer_id, pond.staff[account], runtime.clock()
            )
        return own.items[0].text, own.items[0].qr_code, own.items[0].group_names

    assert await shown(1, "a") == ("林，来群里坐坐", "https://qr.example/1", ["中转一"])
    await pond.run("update group_chats set people = 200 where name = '中转一'")
    assert (await shown(1, "a"))[1:] == ("https://qr.example/2", ["中转二"])
    await pond.run("update group_chats set people = 200 where name = '中转二'")
    assert (await shown(1, "a"))[1:] == (None, [])

    await pond.run(
        "update group_invitees set state = 'waiting', asked_at = null, part = null"
        " where invitation_id = :id and customer_id = 1",
        id=made,
    )
    await pond.hand_out(made)
    read = await pond.ask("GET", f"/group-invitations/{made}")
    assert (read["state"], read["problem"]) == ("stopped", "full")
    assert [way["has_room"] for way in read["ways"]] == [False, False]
    told = await pond.run("select kind from notices")
    assert told == [("group_invitation_full",)]
    assert (await pond.states(made))[1] == "waiting"


async def test_nobody_to_invite_ends_at_once(pond: Pond) -> None:
    made = await pond.started(rule={"include": [{"stage": "potential"}]})
    await pond.hand_out(made)
    read = await pond.ask("GET", f"/group-invitations/{made}")
    assert (read["state"], read["steps"]["chosen"]) == ("ended", 0)
    assert (await pond.ask("GET", f"/group-invitations/{made}/people"))["items"] == []


ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["ask", "follow", "done", "drop", "code", "other", "leave", "refuse", "unfriend", "old"]
        ),
        st.sampled_from([1, 10]),
    ),
    max_size=12,
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
async def test_each_person_is_in_exactly_one_state_that_only_goes_on(
    pond: Pond, acts: list[tuple[str, int]]
) -> None:
    await pond.run(
        "delete from group_members where code_state is not null or joined_at > now()"
        " - interval '1 hour'"
    )
    await pond.run("delete from group_invitees where customer_id in (1, 10)")
    await pond.run("delete from group_invitees where invitation_id > 1")
    await pond.run("update customers set marketing_refused_at = null where id in (1, 10)")
    await pond.run("update follows set state = 'friend' where customer_id in (1, 10)")
    made = await pond.started()
    code = await code_of(pond, made)
    chosen = set(await pond.states(made))
    seen: dict[int, list[str]] = {1: ["waiting"], 10: ["waiting"]}
    statements = {
        "done": "update tasks set state = 'done', done_at = now() where state = 'open'"
                " and customer_id = :one and source_key = :key",
        "drop": "update tasks set state = 'dropped', done_at = now() where state = 'open'"
                " and customer_id = :one and source_key = :key",
        "leave": "update group_members set left_at = now() + interval '1 second',"
                 " left_how = 'left' where customer_id = :one and left_at is null"
                 " and joined_at > now() - interval '1 hour'",
        "refuse": "update customers set marketing_refused_at = now() where id = :one",
        "unfriend": "update follows set state = 'deleted_by_staff' where customer_id = :one",
        "old": "update group_invitees set asked_at = asked_at - interval '40 days'"
               " where customer_id = :one and asked_at is not null and invitation_id = :id",
    }  # fmt: skip
    for act, one in acts:
        there = await pond.run(
            "select 1 from group_members where customer_id = :one and left_at is null"
            " and joined_at > now() - interval '1 hour'",
            one=one,
        )
        if act == "ask":
            await pond.hand_out(made)
        elif act in {"code", "other"} and not there:
            await pond.join(one, "中转一", code if act == "code" else None)
        elif act in statements:
            await pond.run(statements[act], one=one, key=f"{made}:{one}", id=made)
        await pond.follow(made)
        states = await pond.states(made)
        assert set(states) == chosen
        for person, path in seen.items():
            if path[-1] != states[person]:
                path.append(states[person])
    await pond.follow(made)
    read = await pond.ask("GET", f"/group-invitations/{made}")
    assert sum(read["funnel"].values()) == read["steps"]["chosen"] == len(chosen)
    for path in seen.values():
        for before, after in pairwise(path):
            # Nobody is asked twice, and who came never counts as not having come.
            assert after != "waiting"
            assert before != "expired"
            joined = {"joined", "joined_otherwise", "left_again"}
            assert before not in joined or after in joined
