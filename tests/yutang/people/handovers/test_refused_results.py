"""WeCom refuses to tell how it stands, or leaves somebody out: there is an end all the same."""

from .stage import ASK, DAY, FIRST, GIVER, RESULTS, Stage


async def test_what_wecom_never_tells_ends_as_failed_and_can_be_tried_again(stage: Stage) -> None:
    await stage.befriend(GIVER, 2)
    handover_id = await stage.begin(FIRST)
    await stage.fault(RESULTS, kind="errcode", value=60111, when="before", count=None)
    await stage.carry_on(handover_id)
    read = await stage.read(handover_id)
    assert (read["state"], read["customers"]["asked"]) == ("waiting", 2)
    await stage.pass_time(3 * DAY + 60)
    await stage.carry_on(handover_id)
    await stage.carry_on(handover_id)
    read = await stage.read(handover_id)
    assert (read["state"], read["customers"]["failed"]) == ("done", 2)
    people = await stage.people(handover_id)
    assert {one["reason"] for one in people.values()} == {"no_result"}


async def test_an_app_that_may_not_fails_as_a_whole_with_the_reason(stage: Stage) -> None:
    await stage.befriend(GIVER, 2)
    await stage.found(GIVER, 1)
    handover_id = await stage.begin(FIRST, groups={"all": True})
    await stage.fault(ASK, kind="errcode", value=48002, when="before", count=None)
    await stage.carry_on(handover_id)
    await stage.carry_on(handover_id)
    read = await stage.read(handover_id)
    assert (read["state"], read["customers"]["failed"]) == ("done", 2)
    people = await stage.people(handover_id)
    assert {(one["reason"], one["errcode"]) for one in people.values()} == {("wecom", 48002)}
    assert {one["say"]["en"] for one in people.values()} == {"WeCom refused (48002)"}
    again = await stage.ask("POST", f"/{handover_id}/retry", 201, {})
    assert again["customers"]["planned"] == 2
