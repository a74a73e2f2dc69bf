"""Customers go over, refuse or find no room; each ends as one of these, once."""

from collections import Counter

from .stage import ASK, DAY, FIRST, GIVER, SECOND, Stage


async def test_customers_go_over_by_the_day_or_by_their_own_word(stage: Stage) -> None:
    ids = await stage.befriend(GIVER, 6)
    handover_id = await stage.begin(FIRST, SECOND, message="您好")
    await stage.carry_on(handover_id)
    read = await stage.read(handover_id)
    assert (read["state"], read["mode"], read["calls"]) == ("waiting", "on_job", 2)
    assert read["customers"]["waiting"] == 6
    assert [(t["staff"]["name"], t["planned"], t["waiting"]) for t in read["takers"]] == [
        ("ANN", 3, 3),
        ("BOB", 3, 3),
    ]
    await stage.decide(ids[0], accept=True)
    await stage.decide(ids[1], accept=False)
    await stage.carry_on(handover_id)
    people = await stage.people(handover_id)
    assert Counter(one["state"] for one in people.values()) == {
        "accepted": 1,
        "refused": 1,
        "waiting": 4,
    }
    await stage.pass_time(DAY + 60)
    await stage.carry_on(handover_id)
    await stage.carry_on(handover_id)
    read = await stage.read(handover_id)
    assert (read["state"], read["next_check_at"]) == ("done", None)
    assert read["customers"] == {
        "planned": 0,
        "asked": 0,
        "waiting": 0,
        "accepted": 5,
        "refused": 1,
        "full": 0,
        "failed": 0,
        "excluded": 0,
    }
    assert read["notes"] == ["refused_may_mean_deleted"]
    assert stage.attempts() == {1: 5, 3: 1}
    assert len(await stage.calls(ASK)) == 2
    tasks = await stage.rows("select staff_id, customer_id, kind, title from tasks")
    assert [(t.staff_id, t.customer_id, t.kind) for t in tasks] == [
        (stage.staff[SECOND], ids[1], "handover")
    ]
    assert "GIVER" in tasks[0].title
    follows = await stage.rows(
        "select s.account, f.state, count(*) as n from follows f join staff s on s.id = f.staff_id"
        " group by 1, 2 order by 1, 2"
    )
    assert [tuple(row) for row in follows] == [
        ("ann", "friend", 3),
        ("bob", "friend", 2),
        ("giver", "friend", 1),
        ("giver", "transferred", 5),
    ]
    events = await stage.rows(
        "select kind, count(*) as n from events where customer_id is not null group by 1 order by 1"
    )
    assert [tuple(row) for row in events] == [("relation.ended", 5), ("relation.handed_over", 5)]
