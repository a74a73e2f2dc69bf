"""Each kind keeps its promise although answers are lost, processes killed and people decide."""

import asyncio
import contextlib
import secrets
from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.yutang.act.loop import picture
from tests.yutang.people.deeds.stage import ROOT, Stage
from yutang.people.deeds import service as deeds
from yutang.people.deeds.errors import NotKnownYetError, UndecidedError, UnknownDeedError
from yutang.wecom.acquisition_links import LinkRange
from yutang.wecom.app_messages import Receivers
from yutang.wecom.broadcasts import CustomerBroadcast
from yutang.wecom.contact_ways import NewContactWay
from yutang.wecom.errors import StaffNotReadyError
from yutang.wecom.join_ways import NewJoinWay
from yutang.wecom.messages import TextMessage
from yutang.wecom.moments import NewMoment

BROADCAST = f"{ROOT}/add_msg_template"
WAY = f"{ROOT}/add_contact_way"
LINK = f"{ROOT}/customer_acquisition/create_link"
JOIN_WAY = f"{ROOT}/groupchat/add_join_way"


def broadcast(text: str = "周五上新") -> deeds.BroadcastDeed:
    return deeds.BroadcastDeed(CustomerBroadcast(text=text, sender="ann"))


def way(state: str = "yt1") -> deeds.ContactWayDeed:
    return deeds.ContactWayDeed(NewContactWay(userids=["ann"], state=state, remark="台卡"))


async def broadcasts(stage: Stage) -> list[str]:
    client, now = await stage.client(), int(stage.now().timestamp())
    return [b.msgid async for b in client.broadcasts.list("single", now - 86_400, now + 60)]


async def ways(stage: Stage) -> list[str]:
    return [id_ async for id_ in (await stage.client()).contact_ways.config_ids()]


async def test_what_was_answered_is_not_asked_again(stage: Stage) -> None:
    first = await stage.perform("b:1", broadcast())
    assert await stage.perform("b:1", broadcast()) == first
    assert await broadcasts(stage) == [first["msgid"]]
    assert await stage.calls(BROADCAST) == 1


async def test_a_broadcast_whose_answer_was_lost_is_found_again(stage: Stage) -> None:
    await stage.perform("b:0", broadcast())
    await stage.fault(kind="http", value=502, path=BROADCAST, count=1, when="after")
    with pytest.raises(NotKnownYetError):
        await stage.perform("b:1", broadcast())
    found = await stage.patiently("b:1", broadcast())
    assert found["fail_list"] is None
    assert len(await broadcasts(stage)) == 2
    assert found["msgid"] != (await stage.perform("b:0", broadcast()))["msgid"]
    assert await stage.calls(BROADCAST) == 2


async def test_a_broadcast_that_left_no_trace_waits_for_a_person(stage: Stage) -> None:
    await stage.fault(kind="http", value=502, path=BROADCAST, count=1)
    began = stage.now()
    with pytest.raises(UndecidedError) as undecided:
        await stage.patiently("b:1", broadcast())
    assert 900 <= (stage.now() - began).total_seconds() < 1300
    assert await broadcasts(stage) == []
    assert await stage.calls(BROADCAST) == 1
    told = (await stage.world.http.get("/api/wecom/deeds")).json()
    assert told["undecided"] == 1
    [row] = told["items"]
    assert (row["kind"], row["state"], row["about"]) == ("broadcast", "undecided", "周五上新")
    decision = f"/api/wecom/deeds/{undecided.value.deed_id}/decision"
    answer = await stage.world.http.post(decision, json={"made": False})
    assert answer.status_code == 204
    made = await stage.perform("b:1", broadcast())
    assert await broadcasts(stage) == [made["msgid"]]
    again = await stage.world.http.post(decision, json={"made": False})
    assert (again.status_code, again.json()["type"]) == (409, "deeds.nothing_to_decide")


async def test_two_that_look_alike_are_not_guessed_at(stage: Stage) -> None:
    for key in ("b:1", "b:2"):
        await stage.fault(kind="http", value=502, path=BROADCAST, count=1, when="after")
        with pytest.raises(NotKnownYetError):
            await stage.perform(key, broadcast())
    with pytest.raises(UndecidedError, match="2 of WeCom's list"):
        await stage.patiently("b:1", broadcast())
    deed = (await stage.world.http.get("/api/wecom/deeds")).json()["items"][0]
    [first, second] = await broadcasts(stage)
    decision = f"/api/wecom/deeds/{deed['id']}/decision"
    answer = await stage.world.http.post(decision, json={"made": True, "result_id": first})
    assert answer.status_code == 204
    assert await stage.perform("b:1", broadcast()) == {"msgid": first, "fail_list": None}
    assert (await stage.patiently("b:2", broadcast()))["msgid"] == second


async def test_a_moment_is_found_again_by_what_its_list_tells(stage: Stage) -> None:
    moment = deeds.MomentDeed(NewMoment(text="新品到店", senders=["ann"]))
    path = f"{ROOT}/add_moment_task"
    await stage.fault(kind="hang", value=0, path=path, count=1, when="after")
    with pytest.raises(NotKnownYetError):
        await stage.perform("m:1", moment)
    found = await stage.patiently("m:1", moment)
    assert found["moment_id"].startswith("mom")
    assert await stage.calls(path) == 1


async def test_a_refusal_leaves_nothing_and_the_next_try_asks_anew(stage: Stage) -> None:
    await stage.act("console/staff/ann", status=4)
    with pytest.raises(StaffNotReadyError):
        await stage.perform("w:1", way())
    await stage.act("console/staff/ann", status=1)
    made = await stage.perform("w:1", way())
    assert await ways(stage) == [made["config_id"]]


async def test_a_way_is_adopted_or_made_again_and_a_spare_deleted(stage: Stage) -> None:
    await stage.fault(kind="http", value=500, path=WAY, count=1, when="after")
    adopted = await stage.patiently("w:1", way())
    assert await ways(stage) == [adopted["config_id"]]
    await stage.fault(kind="http", value=500, path=WAY, count=1)
    other = await stage.patiently("w:2", way("yt2"))
    assert await stage.calls(WAY) == 3
    # What the first try asked for comes to light when the second is done.
    client = await stage.client()
    late = await client.contact_ways.add(NewContactWay(userids=["ann"], state="yt2"))
    assert late.config_id in await ways(stage)
    await stage.later(121)
    assert await deeds.sweep(stage.runtime) == 2
    assert sorted(await ways(stage)) == sorted([adopted["config_id"], other["config_id"]])
    await stage.later(900)
    await deeds.sweep(stage.runtime)
    await stage.later(3600)
    assert await deeds.sweep(stage.runtime) == 0


async def test_a_sweep_that_wecom_refuses_is_made_later_and_holds_up_nobody(stage: Stage) -> None:
    await stage.fault(kind="http", value=500, path=WAY, count=1, when="after")
    await stage.patiently("w:1", way())
    await stage.fault(kind="errcode", value=48002, path=f"{ROOT}/list_contact_way", count=1)
    await stage.later(121)
    assert await deeds.sweep(stage.runtime) == 1
    assert await deeds.sweep(stage.runtime) == 0
    await stage.later(901)
    assert await deeds.sweep(stage.runtime) == 1


async def test_a_killed_process_asks_wecom_before_it_asks_again(stage: Stage) -> None:
    await stage.fault(kind="latency", value=30, path=WAY, count=1)
    task = asyncio.create_task(stage.perform("w:1", way()))
    while not await stage.calls(WAY):
        await asyncio.sleep(0.01)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    with pytest.raises(NotKnownYetError):
        await stage.perform("w:1", way())
    made = await stage.patiently("w:1", way())
    assert await ways(stage) == [made["config_id"]]


async def test_links_and_products_are_had_once(stage: Stage) -> None:
    client = await stage.client()
    link = deeds.LinkDeed("名片", LinkRange(userids=["ann"]))
    await stage.fault(kind="http", value=500, path=LINK, count=1, when="after")
    found = await stage.patiently("l:1", link)
    assert [id_ async for id_ in client.acquisition_links.list()] == [found["link_id"]]
    media = await client.media.upload_attachment("album", "image", "a.png", picture(), "image/png")
    product = deeds.ProductDeed("茶叶", 9900, (media.media_id,), "SKU1")
    path = f"{ROOT}/add_product_album"
    await stage.fault(kind="http", value=500, path=path, count=1, when="after")
    kept = await stage.patiently("p:1", product)
    assert [p.product_id async for p in client.products.list()] == [kept["product_id"]]


async def test_what_no_list_shows_is_made_again_and_the_spare_counted(stage: Stage) -> None:
    chat = (await stage.act("groups", owner="ann"))["chat_id"]
    await stage.fault(kind="http", value=500, path=JOIN_WAY, count=1, when="after")
    deed = deeds.JoinWayDeed(NewJoinWay(chat_ids=[chat], remark="入群"))
    made = await stage.patiently("j:1", deed)
    assert (await (await stage.client()).join_ways.get(made["config_id"])).remark == "入群"
    assert await stage.calls(JOIN_WAY) == 2
    assert (await stage.world.http.get("/api/wecom/deeds")).json()["spares"] == 1


async def test_a_reminder_is_never_repeated(stage: Stage) -> None:
    made = await stage.perform("b:1", broadcast())
    path = f"{ROOT}/remind_groupmsg_send"
    await stage.fault(kind="http", value=500, path=path, count=1)
    deed = deeds.ReminderDeed(made["msgid"], 1)
    with pytest.raises(NotKnownYetError):
        await stage.perform("r:1", deed)
    assert await stage.perform("r:1", deed) == {"certain": False}
    assert await stage.perform("r:1", deed) == {"certain": False}
    assert await stage.calls(path) == 1
    assert await stage.perform("r:2", deeds.ReminderDeed(made["msgid"], 2)) == {"certain": True}


async def test_wecom_drops_the_second_message_of_an_app(stage: Stage) -> None:
    path = "/cgi-bin/message/send"
    await stage.fault(kind="http", value=500, path=path, count=1, when="after")
    agent_id = stage.world.app.agent_id
    deed = deeds.AppMessageDeed(agent_id, Receivers(userids=["bob"]), TextMessage("盘点"))
    sent = await stage.patiently("a:1", deed)
    [got] = await stage.tell("app_messages", userid="bob")
    assert got["msgid"] == sent["msgid"]
    assert await stage.calls(path) >= 2


async def test_an_app_message_too_old_to_be_known_again_waits_for_a_person(stage: Stage) -> None:
    path = "/cgi-bin/message/send"
    await stage.fault(kind="http", value=500, path=path)
    agent_id = stage.world.app.agent_id
    deed = deeds.AppMessageDeed(agent_id, Receivers(userids=["bob"]), TextMessage("盘点"))
    with pytest.raises(NotKnownYetError):
        await stage.perform("a:1", deed)
    await stage.mend()
    await stage.later(4 * 3600)
    with pytest.raises(UndecidedError):
        await stage.perform("a:1", deed)
    assert await stage.tell("app_messages", userid="bob") == []


async def test_nobody_decides_for_another_company(stage: Stage) -> None:
    answer = await stage.world.http.post("/api/wecom/deeds/999/decision", json={"made": True})
    assert (answer.status_code, answer.json()["type"]) == (404, "deeds.unknown")
    await stage.fault(kind="http", value=502, path=BROADCAST, count=1)
    with pytest.raises(UndecidedError) as undecided:
        await stage.patiently("b:1", broadcast(secrets.token_hex(4)))
    async with stage.runtime.database.owner() as session:
        with pytest.raises(UnknownDeedError):
            await deeds.decide(
                session,
                stage.world.corp_id + 1,
                undecided.value.deed_id,
                made=True,
                result_id="x",
                actor="user:1",
                now=stage.now(),
            )
    assert (await stage.world.http.get("/api/wecom/deeds")).json()["undecided"] == 1


async def test_an_id_that_another_deed_has_is_refused(stage: Stage) -> None:
    first = await stage.perform("b:1", broadcast("一"))
    await stage.fault(kind="http", value=502, path=BROADCAST, count=1)
    with pytest.raises(UndecidedError) as undecided:
        await stage.patiently("b:2", broadcast("二"))
    answer = await stage.world.http.post(
        f"/api/wecom/deeds/{undecided.value.deed_id}/decision",
        json={"made": True, "result_id": first["msgid"]},
    )
    assert (answer.status_code, answer.json()["type"]) == (422, "deeds.taken_result")


async def test_what_was_found_is_told_apart_from_what_was_just_made(stage: Stage) -> None:
    made = await deeds.perform(stage.runtime, stage.world.corp_id, "w:1", way())
    assert made.is_fresh
    again = await deeds.perform(stage.runtime, stage.world.corp_id, "w:1", way())
    assert (again.result, again.is_fresh) == (made.result, False)
    await stage.fault(kind="http", value=500, path=WAY, count=1, when="after")
    await stage.patiently("w:2", way("yt2"))
    found = await deeds.perform(stage.runtime, stage.world.corp_id, "w:2", way("yt2"))
    assert not found.is_fresh


def test_a_way_that_could_not_be_told_from_others_is_refused() -> None:
    with pytest.raises(ValueError, match="state"):
        way("")


async def test_nobody_takes_or_deletes_what_a_rival_is_about_to_be_told(stage: Stage) -> None:
    await stage.fault(kind="http", value=500, path=LINK, count=1, when="after")
    link = deeds.LinkDeed("名片", LinkRange(userids=["ann"]))
    kept = await stage.patiently("l:1", link)
    await stage.fault(kind="latency", value=1.5, path=LINK, count=1, when="after")
    rival = asyncio.create_task(stage.perform("l:2", link))
    client = await stage.client()
    while len([id_ async for id_ in client.acquisition_links.list()]) < 2:
        await asyncio.sleep(0.01)
    stage.ahead += timedelta(seconds=121)
    async with stage.runtime.database.owner() as session:
        await session.execute(text("update deeds set sent_at = sent_at + interval '121 seconds'"))
    assert await deeds.sweep(stage.runtime) == 1
    theirs = await rival
    links = {id_ async for id_ in client.acquisition_links.list()}
    assert links == {kept["link_id"], theirs["link_id"]}


async def test_an_effect_that_changed_before_it_was_sent_is_recognised_as_sent(
    stage: Stage,
) -> None:
    await stage.act("console/staff/ann", status=4)
    with pytest.raises(StaffNotReadyError):
        await stage.perform("w:1", way("old"))
    await stage.act("console/staff/ann", status=1)
    await stage.fault(kind="http", value=500, path=WAY, count=1, when="after")
    made = await stage.patiently("w:1", way("new"))
    assert await ways(stage) == [made["config_id"]]


async def test_what_is_there_is_there_under_an_id(stage: Stage) -> None:
    await stage.fault(kind="http", value=502, path=BROADCAST, count=1)
    with pytest.raises(UndecidedError) as undecided:
        await stage.patiently("b:1", broadcast())
    answer = await stage.world.http.post(
        f"/api/wecom/deeds/{undecided.value.deed_id}/decision", json={"made": True}
    )
    assert (answer.status_code, answer.json()["type"]) == (422, "deeds.missing_id")
    assert (await stage.world.http.get("/api/wecom/deeds")).json()["undecided"] == 1
