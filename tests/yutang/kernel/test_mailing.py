"""Mail against a real SMTP server, and webhooks against a real HTTP one."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from pydantic import SecretStr

from tests.yutang.kernel.test_fetching import fetching, serving, told
from yutang.kernel import webhooks
from yutang.kernel.fetching import FetchFailedError, FetchRefusedError
from yutang.kernel.mailing import (
    Mail,
    Mailer,
    MailFailedError,
    MailNotSetUpError,
    MailRefusedError,
)
from yutang.kernel.settings import Settings

if TYPE_CHECKING:
    from email.message import EmailMessage

AT = datetime(2026, 11, 26, 8, tzinfo=UTC)


class Box:
    """What a server took, and whom it refuses."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.envelopes: list[tuple[str | None, list[str]]] = []

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _: list[str]
    ) -> str:
        """Refuse two kinds of people."""
        if address.startswith("nobody"):
            return "550 no such person here"
        if address.startswith("later"):
            return "451 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - as above
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """Keep it."""
        content = envelope.content
        assert isinstance(content, bytes)
        self.mails.append(message_from_bytes(content, policy=policy.default))
        self.envelopes.append((envelope.mail_from, envelope.rcpt_tos))
        return "250 kept"


@asynccontextmanager
async def mail_server(box: Box) -> AsyncIterator[str]:
    """A server on this machine that seals nothing; yields its address without scheme."""
    talks: list[SMTP] = []

    def answer() -> SMTP:
        talk = SMTP(box, hostname="mail.test", enable_SMTPUTF8=True)
        talks.append(talk)
        return talk

    server = await asyncio.get_running_loop().create_server(answer, "127.0.0.1", 0)
    try:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        for talk in talks:
            if talk.transport is not None:
                talk.transport.close()
        await asyncio.sleep(0.05)


def mailer(url: str, sender: str = "鱼塘 <no-reply@yutang.test>") -> Mailer:
    """As an installation names it."""
    settings = Settings(home=Path("/nowhere"), smtp_url=SecretStr(url), mail_from=sender)
    return Mailer.of(settings)


async def test_a_mail_arrives_as_it_was_meant() -> None:
    box = Box()
    async with mail_server(box) as address:
        sent = await mailer(f"smtp://{address}").send(
            Mail(
                to="周岚 <lan@shop.test>",
                subject="3 位客户\r\nBcc: all@shop.test 在等",
                text="小满在等你。\n",
                html="<p>小满在等你。</p>",
                reference="task-7",
            )
        )
    (mail,) = box.mails
    assert box.envelopes == [("no-reply@yutang.test", ["lan@shop.test"])]
    assert str(mail["From"]) == "鱼塘 <no-reply@yutang.test>"
    assert str(mail["To"]) == "周岚 <lan@shop.test>"
    assert str(mail["Subject"]) == "3 位客户 Bcc: all@shop.test 在等"
    assert mail["Bcc"] is None
    assert (mail["Message-ID"], mail["References"]) == (sent, "<task-7@yutang.test>")
    plain, rich = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert rich is not None
    assert plain.get_content().strip() == "小满在等你。"
    assert "<p>" in rich.get_content()


async def test_what_will_never_go_is_told_from_what_may_go_later() -> None:
    box = Box()
    async with mail_server(box) as address:
        door = mailer(f"smtp://{address}")
        for to, error, said in (
            ("nobody@shop.test", MailRefusedError, "550"),
            ("later@shop.test", MailFailedError, "451"),
            ("no address", MailRefusedError, "is no mail address"),
            ("a@b.test\nBcc: c@d.test", MailRefusedError, "is no mail address"),
        ):
            with pytest.raises(error, match=said):
                await door.send(Mail(to, "x", "x"))
    with pytest.raises(MailFailedError, match="cannot be used"):
        await door.send(Mail("lan@shop.test", "x", "x"))
    assert box.mails == []


async def test_a_password_never_leaves_unsealed_nor_is_told() -> None:
    box = Box()
    async with mail_server(box) as address:
        door = mailer(f"smtp://me:geheim@{address}")
        with pytest.raises(MailFailedError, match="STARTTLS extension not supported") as caught:
            await door.send(Mail("lan@shop.test", "x", "x"))
    assert "geheim" not in caught.value.detail
    for bad in ("http://me:geheim@x", "smtp://me:geheim@", "smtp://me:geheim@x:port"):
        with pytest.raises(MailRefusedError) as refused:
            mailer(bad)
        assert "geheim" not in refused.value.detail
    with pytest.raises(MailNotSetUpError):
        Mailer.of(Settings(home=Path("/nowhere")))
    assert "geheim" not in repr(
        Settings(home=Path("/nowhere"), smtp_url=SecretStr("smtp://a:geheim@b"))
    )
    assert "geheim" not in repr(door)


async def test_a_webhook_is_signed_and_sent_once_through_the_guard() -> None:
    heard: list[bytes] = []
    body = json.dumps({"kind": "task.due", "id": 7}).encode()
    thanks = told(body=b"thanks", status="202 Accepted")
    async with serving(thanks, heard) as port, fetching(f"peer.test:{port}") as fetcher:
        url = f"http://peer.test:{port}/hook"
        delivery = await webhooks.post(fetcher, url, b"secret", "d-1", body, AT)
        assert (delivery.status, delivery.excerpt, delivery.is_taken) == (202, "thanks", True)
    (head,) = (one.decode() for one in heard)
    assert head.startswith("POST /hook HTTP/1.1\r\n")
    lines = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if line)
    assert (lines["X-Yutang-Delivery"], lines["Content-Length"]) == ("d-1", str(len(body)))
    stamp, digest = (part.split("=")[1] for part in lines["X-Yutang-Signature"].split(","))
    assert int(stamp) == AT.timestamp()
    wanted = hmac.new(b"secret", stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    assert digest == wanted


async def test_a_webhook_goes_nowhere_inside_and_a_refusal_is_told() -> None:
    for answer, taken in (
        (told(status="500 Oops", body=b"x" * 1000), False),
        (told("Location: http://127.0.0.1/", status="307 Moved"), False),
        (told(status="204 No Content"), True),
    ):
        async with serving(answer) as port, fetching(f"peer.test:{port}") as fetcher:
            url = f"http://peer.test:{port}/"
            delivery = await webhooks.post(fetcher, url, b"s", "d", b"{}", AT)
            assert delivery.is_taken == taken
            assert len(delivery.excerpt) <= 200
    async with fetching() as fetcher:
        with pytest.raises(FetchRefusedError):
            await webhooks.post(fetcher, "http://169.254.169.254/", b"s", "d", b"{}", AT)
        with pytest.raises(FetchRefusedError):
            await webhooks.post(fetcher, "http://peer.test/", b"s", "d", b"{}", AT)
    cut = told("Content-Length: 9", body=b"cut")
    async with serving(cut) as port, fetching(f"peer.test:{port}") as fetcher:
        with pytest.raises(FetchFailedError):
            await webhooks.post(fetcher, f"http://peer.test:{port}/", b"s", "d", b"{}", AT)
