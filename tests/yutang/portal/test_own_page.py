"""What a customer sees and decides himself, and what the operator answers."""

from datetime import timedelta

from tests.yutang.act.loop import Loop
from tests.yutang.portal.phone import (
    HIDDEN,
    ME,
    NAME,
    Phone,
    acts,
    barred,
    count_sessions,
    newcomer,
    open_phone,
    rows,
)
from yutang.people.privacy import service as privacy


async def test_his_taps_are_obeyed_at_once_and_on_record(loop: Loop, phone: Phone) -> None:
    external, me = await newcomer(loop)
    world = loop.yutang
    for purpose in ("phone", "marketing"):
        consent = {"purpose": purpose, "source": "门店", "given_at": "2026-01-02T08:00:00Z"}
        made = await world.http.post(f"/api/customers/{me}/consents", json=consent)
        assert made.status_code < 300, made.text
    notice = {
        "name_zh": "生日祝福",
        "name_en": "Birthdays",
        "notice_zh": "生日当天<b>问候</b>你",
        "months": 24,
    }
    assert (await world.http.put("/api/privacy/purposes/birthday", json=notice)).status_code == 200
    consent = {"purpose": "birthday", "source": "门店", "given_at": "2026-11-02T08:00:00Z"}
    await world.http.post(f"/api/customers/{me}/consents", json=consent)
    await phone.sign_in(external_userid=external)

    page = await phone.read()
    assert all(word in page for word in ("生日祝福", "2028 年 11 月 2 日 到期", "有效到你撤回"))
    raw = (await phone.http.get(ME)).text
    assert "生日当天&lt;b&gt;问候" in raw
    for _ in range(2):
        tapped = await phone.tap("refuse")
        assert tapped.status_code == 303
        assert tapped.headers["location"] == f"{ME}?lang=zh-CN&done=refused"
        assert await barred(loop, me) == "refused"
    assert "恢复接收" in await phone.read(tapped.headers["location"])
    await phone.tap("allow")
    assert await barred(loop, me) is None
    assert (await phone.tap("withdraw", "birthday")).headers["location"].endswith("done=withdrawn")
    assert (await phone.tap("withdraw", "birthday")).headers["location"].endswith("done=nothing")
    assert (await phone.tap("withdraw", "phone")).headers["location"].endswith("done=withdrawn")
    assert await rows(loop, "select 1 from customer_identities where kind = 'phone'") == []
    await phone.tap("withdraw", "marketing")
    assert await barred(loop, me) == "refused"
    assert "没有需要你同意的事" in await phone.read()
    assert (await phone.tap("erase")).headers["location"].endswith("done=nothing")
    assert [action for (action,) in await acts(loop, me)] == [
        "customer_session.opened",
        "customer.refused_marketing",
        "customer.allowed_marketing",
        "consent.withdrawn",
        "consent.withdrawn",
        "consent.withdrawn",
        "customer.refused_marketing",
    ]
    # Events outlive people: they say that a customer did it, not which.
    told = await rows(loop, "select distinct actor from events where actor like 'customer%'")
    assert told == [("customer",)]
    read = (await world.http.get(f"/api/customers/{me}")).json()
    assert read["marketing_refused_through"] == "customer"


async def test_a_form_of_another_session_changes_nothing(loop: Loop, phone: Phone) -> None:
    external, me = await newcomer(loop)
    await phone.sign_in(external_userid=external)
    found = HIDDEN.search(await phone.read())
    assert found is not None
    async with open_phone(loop) as second:
        await second.sign_in(external_userid=external)
        foreign = HIDDEN.search(await second.read())
        assert foreign is not None
    assert foreign[1] != found[1]
    for mark in ("", "0" * 64, foreign[1], "é"):
        refused = await phone.tap("refuse", mark=mark)
        assert (refused.status_code, "页面太旧了" in refused.text) == (403, True)
        assert (await phone.tap("ask", "erase", mark=mark)).status_code == 403
    stranger = await loop.yutang.http.post(ME, data={"act": "refuse", "mark": found[1]})
    assert (stranger.status_code, "先登录" in stranger.text) == (401, True)
    assert await barred(loop, me) is None
    assert await rows(loop, "select 1 from privacy_requests") == []


async def test_what_he_asks_for_waits_for_the_operator_and_he_reads_the_answer(
    loop: Loop, phone: Phone
) -> None:
    external, me = await newcomer(loop)
    http = loop.yutang.http
    await phone.sign_in(external_userid=external)
    for _ in range(2):
        asked = await phone.tap("ask", "copy")
        assert asked.headers["location"].endswith("done=copy_asked")
    listed = (await http.get("/api/privacy/requests")).json()
    (copy,) = listed["items"]
    assert (copy["customer_id"], copy["name"], copy["kind"]) == (me, NAME, "copy")
    (days,) = await rows(loop, "select due_at - asked_at from privacy_requests")
    assert days == (timedelta(days=15),)
    notices = (await http.get("/api/notices")).json()["items"]
    told = [one for one in notices if one["kind"] == "privacy_requests"]
    assert [(one["link"], one["customer_id"]) for one in told] == [("/privacy?part=erasures", me)]
    assert NAME not in str(told)

    done = f"/api/privacy/requests/{copy['id']}/done"
    assert (await http.post(done, json={"words": "已用企业微信发给你"})).status_code == 204
    again = await http.post(done, json={})
    assert (again.status_code, again.json()["type"]) == (409, "privacy.request_ended")
    assert "已用企业微信发给你" in await phone.read()

    await phone.tap("ask", "erase")
    ((erase,),) = await rows(
        loop, "select id from privacy_requests where kind = 'erase' and state = 'waiting'"
    )
    early = await http.post(f"/api/privacy/requests/{erase}/done", json={})
    assert (early.status_code, early.json()["type"]) == (409, "privacy.done_by_erasing")
    bare = await http.post(f"/api/privacy/requests/{erase}/decline", json={"words": " "})
    assert bare.status_code == 422
    why = {"words": "订单还在处理，签收后再删除"}
    assert (await http.post(f"/api/privacy/requests/{erase}/decline", json=why)).status_code == 204
    assert why["words"] in await phone.read()
    assert (await http.get("/api/privacy/requests")).json()["items"] == []
    assert (await http.post("/api/privacy/requests/999/done", json={})).status_code == 404
    await phone.tap("ask", "erase")
    assert (await phone.tap("take_back", "erase")).headers["location"].endswith("done=taken_back")
    assert (await phone.tap("take_back", "erase")).headers["location"].endswith("done=nothing")
    states = await rows(loop, "select kind, state from privacy_requests order by id")
    assert states == [("copy", "done"), ("erase", "declined"), ("erase", "taken_back")]
    by_owner = await rows(
        loop, "select action from audit_entries where action like 'privacy_request%' order by id"
    )
    assert [action.partition(".")[2] for (action,) in by_owner] == [
        "asked",
        "done",
        "asked",
        "declined",
        "asked",
        "taken_back",
    ]


async def test_an_erased_customer_is_signed_out_and_comes_in_no_more(
    loop: Loop, phone: Phone
) -> None:
    external, me = await newcomer(loop)
    world = loop.yutang
    await phone.sign_in(external_userid=external)
    await phone.tap("ask", "erase")
    asked = await world.http.post(f"/api/privacy/customers/{me}/erasure", json={"reason": "本人"})
    request = asked.json()["id"]
    counted = {one["table"]: one["rows"] for one in asked.json()["plan"]}
    assert (counted["customer_sessions"], counted["privacy_requests"]) == (1, 1)
    confirmed = await world.http.post(
        f"/api/privacy/erasures/{request}/confirm", json={"name": NAME}
    )
    assert confirmed.status_code == 202, confirmed.text
    assert (await world.http.get("/api/privacy/requests")).json()["items"] == []
    await privacy.carry_on(world.runtime, world.corp_id, request)
    assert (await phone.http.get(ME)).status_code == 401
    assert (await phone.tap("refuse", mark="x")).status_code == 401
    assert (await phone.sign_in(external_userid=external)).status_code == 404
    assert await count_sessions(loop) == 0
    assert await rows(loop, "select 1 from privacy_requests") == []
