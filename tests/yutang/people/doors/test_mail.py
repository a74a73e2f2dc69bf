"""Mail of notices against a real SMTP server."""

import asyncio
import re
from datetime import timedelta

from aiosmtpd.smtp import SMTP, Envelope, Session
from pydantic import SecretStr
from typing_extensions import override

from tests.yutang.kernel.test_mailing import Box, mail_server
from tests.yutang.people.doors.doing import KIND, NOON, OTHER, ask, at, equip, tell
from tests.yutang.world import World
from yutang.people.doors import service as doors

MINE = "lan@shop.test"


def mailing(world: World, address: str) -> None:
    """Let it send mail through this server."""
    url = SecretStr(f"smtp://{address}")
    equip(world, smtp_url=url, mail_from="鱼塘 <no-reply@yutang.test>")


async def mail_states(world: World) -> dict[str, int]:
    """How the mails of notices stand."""
    rows = await ask(world, "select mail_state, mail_reason, count(*) from notices group by 1, 2")
    return {f"{row[0]} {row[1] or ''}".strip(): row[2] for row in rows}


async def prove(world: World, box: Box, address: str = MINE) -> None:
    """Give an address, open the link that comes."""
    asked = await world.http.put("/api/notices/mail", json={"address": address})
    assert asked.status_code == 204, asked.text
    answer = await world.http.post("/api/notices/mail/confirm", json={"token": token_of(box)})
    assert answer.status_code == 204, answer.text
    chosen = await world.http.patch("/api/notices/choices", json={"mail": {KIND.name: True}})
    assert chosen.status_code == 200, chosen.text


def token_of(box: Box) -> str:
    """Of the link in the newest mail."""
    found = re.search(r"/settings/notices\?confirm=(\S+)", read(box))
    assert found is not None
    return found[1]


def read(box: Box, kind: str = "plain") -> str:
    """The newest mail."""
    body = box.mails[-1].get_body((kind,))
    assert body is not None
    return str(body.get_content())


async def test_mail_goes_only_to_a_proved_address_and_what_waits_is_one_mail(world: World) -> None:
    http, box = world.http, Box()
    wanted = {"mail": {KIND.name: True}}
    assert (await http.get("/api/notices/choices")).json()["mail"]["set_up"] is False
    for method, path, body, told in (
        ("PUT", "/api/notices/mail", {"address": MINE}, (409, "mail.not_set_up")),
        ("PATCH", "/api/notices/choices", wanted, (409, "notices.no_address")),
    ):
        answer = await http.request(method, path, json=body)
        assert (answer.status_code, answer.json()["type"]) == told
    async with mail_server(box) as address:
        mailing(world, address)
        bad = await http.put("/api/notices/mail", json={"address": "a@b.test, c@d.test"})
        assert bad.status_code == 422
        assert (await http.put("/api/notices/mail", json={"address": MINE})).status_code == 204
        assert box.envelopes == [("no-reply@yutang.test", [MINE])]
        chosen = (await http.patch("/api/notices/choices", json=wanted)).json()
        assert chosen["mail"] == {"set_up": True, "address": MINE, "confirmed": False}
        assert [row["mail"] for row in chosen["kinds"] if row["kind"] == KIND.name] == [True]
        # Nobody proved it yet: nothing goes there.
        await tell(world, "early")
        assert await doors.deliver_mail(at(world, NOON + timedelta(minutes=1))) == 0
        token = token_of(box)
        for given, status in (("x" * 43, 422), (token, 204), (token, 422)):
            answer = await http.post("/api/notices/mail/confirm", json={"token": given})
            assert answer.status_code == status
        assert await tell(world, "a", body="第一条 <b>", link="/customers/1") == 1
        await tell(world, "b", "c", bundle="same")
        await tell(world, "not mine", kind=OTHER.name)
        assert await doors.deliver_mail(at(world, NOON + timedelta(seconds=5))) == 0
        assert await doors.deliver_mail(at(world, NOON + timedelta(seconds=21))) == 3
        assert await doors.deliver_mail(at(world, NOON + timedelta(seconds=22))) == 0
        assert len(box.mails) == 2
        assert str(box.mails[-1]["Subject"]) == "3 条新通知：标题 a"
        words = read(box)
        assert "· 标题 c（共 2 条）" in words
        assert "http://yutang.test/customers/1" in words
        assert "http://yutang.test/settings/notices" in words
        assert '<a href="http://yutang.test/customers/1">标题 a</a><br>第一条 &lt;b&gt;' in read(
            box, "html"
        )
        assert await mail_states(world) == {"none": 2, "sent": 3}
        page = (await http.get("/api/notices?limit=2")).json()
        assert [row["mail_state"] for row in page["items"]] == ["none", "sent"]
        await _language_reading_and_limits(world, box)


async def _language_reading_and_limits(world: World, box: Box) -> None:
    """What else decides when a mail goes, and that its person can end it."""
    http = world.http
    # A proved address stays so; in English then.
    english = {"address": MINE, "language": "en"}
    assert (await http.put("/api/notices/mail", json=english)).status_code == 204
    await tell(world, "d")
    await doors.deliver_mail(at(world, NOON + timedelta(minutes=1)))
    assert (len(box.mails), str(box.mails[-1]["Subject"])) == (3, "Title d")
    assert "Choose what you get by mail" in read(box)
    # Read here, it is not mailed; by night it waits; of the sixty-first mail the hour is told.
    await tell(world, "read")
    newest = (await http.get("/api/notices?limit=1")).json()["items"][0]["id"]
    await http.post("/api/notices/read", json={"ids": [newest]})
    night = NOON + timedelta(hours=11)
    await tell(world, "night", now=night)
    await doors.deliver_mail(at(world, night + timedelta(minutes=1)))
    states = await mail_states(world)
    assert (states["none read"], states["waiting quiet"]) == (1, 1)
    morning = NOON + timedelta(hours=21)
    await ask(
        world,
        "insert into notice_mails (corp_id, id, receiver, purpose, state, made_at)"
        " select corp_id, gen_random_uuid(), receiver, 'notices', 'sent', :at"
        " from notice_addresses, generate_series(1, 60)",
        at=morning,
    )
    await doors.deliver_mail(at(world, morning))
    assert (await mail_states(world))["waiting hour"] == 1
    # Who takes the address back gets nothing of what waited.
    assert (await http.delete("/api/notices/mail")).status_code == 204
    await doors.deliver_mail(at(world, morning + timedelta(hours=2)))
    assert (await mail_states(world))["refused no_address"] == 1
    for _ in range(3):
        assert (await http.put("/api/notices/mail", json={"address": MINE})).status_code == 204
    await http.put("/api/notices/mail", json={"address": MINE})
    much = await http.put("/api/notices/mail", json={"address": MINE})
    assert (much.status_code, much.json()["type"]) == (429, "notices.too_many_mails")


class Mute(Box):
    """Takes a mail and never says so."""

    def __init__(self) -> None:
        super().__init__()
        self.is_mute = False
        self.taken = asyncio.Event()

    @override
    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        kept = await super().handle_DATA(_server, _session, envelope)
        if self.is_mute:
            self.taken.set()
            await asyncio.Event().wait()
        return kept


async def test_a_mail_is_never_sent_twice_and_what_surely_failed_is_tried_anew(
    world: World,
) -> None:
    box = Mute()
    async with mail_server(box) as address:
        mailing(world, address)
        await prove(world, box)
        await tell(world, "once")
        box.is_mute = True
        moment = NOON + timedelta(minutes=1)
        task = asyncio.create_task(doors.deliver_mail(at(world, moment)))
        async with asyncio.timeout(60):
            await box.taken.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        box.is_mute = False
        assert await mail_states(world) == {"sending": 1}
        await doors.deliver_mail(at(world, moment + timedelta(minutes=4)))
        assert await mail_states(world) == {"sending": 1}
        await doors.deliver_mail(at(world, moment + timedelta(minutes=6)))
        assert await mail_states(world) == {"unknown no_answer": 1}
        assert len(box.mails) == 2
        await _refused(world)
    # The server is away: surely not sent, so it waits; and goes once another one is there.
    moment = NOON + timedelta(hours=1)
    await tell(world, "again", now=moment)
    await doors.deliver_mail(at(world, moment + timedelta(seconds=20)))
    [(reason, due_at)] = await ask(
        world,
        "select mail_reason, mail_due_at from notices where mail_state = 'waiting'",
    )
    assert "cannot be used" in reason
    assert due_at == moment + timedelta(seconds=50)
    async with mail_server(box) as address:
        mailing(world, address)
        await doors.deliver_mail(at(world, due_at))
    assert (len(box.mails), str(box.mails[-1]["Subject"])) == (3, "标题 again")
    # IT took the server away, or a person was shut out: it is said why nothing goes.
    await tell(world, "no server", now=moment)
    equip(world, smtp_url=None)
    await doors.deliver_mail(at(world, moment + timedelta(minutes=5)))
    assert (await mail_states(world))["refused no_server"] == 1


async def _refused(world: World) -> None:
    """An address that the server does not know."""
    await ask(world, "update notice_addresses set address = 'nobody@shop.test'")
    await tell(world, "refused")
    await doors.deliver_mail(at(world, NOON + timedelta(minutes=20)))
    [(state, reason)] = await ask(
        world, "select mail_state, mail_reason from notices where source_key = 'refused'"
    )
    assert (state, "550" in reason) == ("refused", True)
    await ask(world, "update notice_addresses set address = :mine", mine=MINE)
