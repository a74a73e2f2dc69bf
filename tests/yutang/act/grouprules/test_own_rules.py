"""Beside the chat: a member sees his group's rules and writes down who broke them."""

import httpx2
from sqlalchemy import text

from tests.yutang.act.grouprules.stage import Shown, make, mind_breaches, read, tasks
from tests.yutang.people.privacy.life import tables_with
from tests.yutang.rights.conftest import Company
from yutang.people.privacy import service as privacy
from yutang.people.staff_sessions import service as sessions
from yutang.people.staff_sessions.schemas import Invitation
from yutang.staff_endpoints.members import COOKIE
from yutang.wecom.auth import UserInfo

NOTE = "辰鸟CANARYnote"


async def phone_of(company: Company, account: str) -> httpx2.AsyncClient:
    """A member's browser, signed in."""
    world = company.world
    invitation = Invitation(
        state="x", corp_id=world.corp_id, agent_id=world.app.agent_id, to="/m/", expires_at=0
    )
    async with world.runtime.database.owner() as session:
        token = await sessions.open_session(
            session, invitation, UserInfo(userid=account), world.runtime.clock()
        )
    return httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=world.api, raise_app_exceptions=False),
        base_url="http://yutang.test",
        cookies={COOKIE: token},
    )


async def test_a_member_writes_down_a_breach_in_his_own_group_only(company: Company) -> None:
    await read(
        company,
        Shown("wr1", "bob", people=(("wm0901", "小陈"), ("wm0902", "")), staff=("ann",)),
        Shown("wr2", "carol", people=(("wm0901", ""),)),
    )
    await company.sign_in("demo")
    await make(company, name_pattern="{n}群")
    async with await phone_of(company, "bob") as bob:
        mine = (await bob.get("/api/staff/group-rules")).json()["items"]
        assert [(one["standing"]["wanted_name"], one["wanted_notice"]) for one in mine] == [
            ("1群", "欢迎，请看群规")
        ]
        here = (await bob.get("/api/staff/chats/group/rules?chat_id=wr1")).json()
        assert (here["rules"], here["standing"]["notice"]) == ("不发广告", "empty")
        foreign = await bob.get("/api/staff/chats/group/rules?chat_id=wr2")
        assert (foreign.status_code, foreign.json()["type"]) == (404, "groups.unknown")
        found = await bob.get("/api/staff/chats/group/members?chat_id=wr1&q=陈")
        [person] = found.json()["items"]
        assert (person["nickname"], person["breaches"]) == ("小陈", 0)
        body = {"customer_id": person["customer_id"], "kind": "flood", "note": NOTE}
        lost = await bob.post("/api/staff/chats/group/breaches", json=body | {"chat_id": "wr2"})
        assert (lost.status_code, lost.json()["type"]) == (404, "groups.unknown")
        made = await bob.post("/api/staff/chats/group/breaches", json=body | {"chat_id": "wr1"})
        assert made.status_code == 201, made.text
        assert (made.json()["recorded_by"], made.json()["state"]) == ("柏", "told")
        await mind_breaches(company, person["customer_id"])
        # The owner himself has the word before him: he needs no task.
        assert await tasks(company, "group_breach") == []
        everybody = await bob.get("/api/staff/chats/group/members?chat_id=wr1")
        assert [one["breaches"] for one in everybody.json()["items"]] == [1, 0]
    async with await phone_of(company, "ann") as ann:
        again = await ann.post("/api/staff/chats/group/breaches", json=body | {"chat_id": "wr1"})
        assert (again.json()["ordinal"], again.json()["state"]) == (2, "to_remove")
    await mind_breaches(company, person["customer_id"])
    assert await tasks(company, "group_breach") == [
        ("bob", "「读者群」移出群友0901并在群里说明：刷屏", "open")
    ]


async def test_who_is_erased_is_in_no_book(company: Company) -> None:
    world = company.world
    ids = await read(company, Shown("wr1", "bob", people=(("wm0901", ""),)))
    await company.sign_in("demo")
    async with world.runtime.database.owner() as session:
        who = await session.scalar(
            text("select customer_id from customer_identities where value = 'wm0901'")
        )
    body = {"group_id": ids["wr1"], "customer_id": who, "kind": "other", "note": NOTE}
    assert (await world.http.post("/api/group-breaches", json=body)).status_code == 201
    assert await tables_with(world, NOTE) == {"group_breaches"}
    asked = await world.http.post(
        f"/api/privacy/customers/{who}/erasure", json={"reason": "客户本人要求"}
    )
    request = asked.json()["id"]
    sure = await world.http.post(
        f"/api/privacy/erasures/{request}/confirm", json={"name": "群友0901"}
    )
    assert sure.status_code == 202, sure.text
    await privacy.carry_on(world.runtime, world.corp_id, request)
    assert await tables_with(world, NOTE) == set()
    assert (await world.http.get("/api/group-breaches")).json()["total"] == 0
