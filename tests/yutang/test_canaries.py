"""Secrets and phone numbers are put in; then everything we say and store is looked through."""

import base64
import io
import json
import logging as stdlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest
import structlog
from sqlalchemy import text

from tests.yutang.act.loop import Loop, open_loop, until
from tests.yutang.people.imports.files import checked, send, taken
from tests.yutang.world import AES_KEY, PASSWORD
from yutang.kernel import logging
from yutang.people.customers import service as customers
from yutang.people.notes import service as notes

PHONES = ("13977770001", "13977770002", "13977770003")
WRONG_PASSWORD = "Canary-Wrong-Password-77"
NEW_SECRET = "CanarySecretThatWeComRefuses-771"
NEW_TOKEN = "CanaryToken771"
FILE = f"""姓名,手机号,生日
甲,{PHONES[1]},1990-01-02
乙,{PHONES[1]},1990-02-30
丙,{PHONES[2]},不知道
丁,{PHONES[2]}9,1990-01-02
"""


@dataclass
class Ears:
    """What was said: log lines and answers."""

    log: io.StringIO
    answers: list[tuple[str, str]] = field(default_factory=list)

    async def hear(self, response: httpx2.Response) -> None:
        """Keep an answer."""
        await response.aread()
        request = response.request
        self.answers.append((f"{request.method} {request.url.path}", response.text))


@pytest.fixture
def ears(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ears]:
    """The log at its most talkative, as `yutang up` configures it."""
    root = stdlib.getLogger()
    before, level, configured = root.handlers, root.level, structlog.get_config()
    said = io.StringIO()
    monkeypatch.setattr(sys, "stderr", said)
    logging.configure("DEBUG", json=True)
    yield Ears(said)
    structlog.configure(**configured)
    root.handlers = before
    root.setLevel(level)


def spellings(canary: str) -> tuple[str, ...]:
    """As it stands, in the hex of bytes, in base64, and as JSON spells it."""
    raw = canary.encode()
    return canary, raw.hex(), base64.b64encode(raw).decode().rstrip("="), json.dumps(canary)[1:-1]


async def every_row(loop: Loop) -> dict[str, str]:
    """All of the database as text, as a dump has it."""
    async with loop.yutang.runtime.database.owner() as session:
        tables = await session.scalars(
            text(
                "select format('%I.%I', schemaname, tablename) from pg_tables"
                " where schemaname not in ('pg_catalog', 'information_schema') order by 1"
            )
        )
        # Names that the server itself quoted.
        rows = {name: text(f"select string_agg(t::text, chr(10)) from {name} t") for name in tables}  # noqa: S608
        return {name: str(await session.scalar(query)) for name, query in rows.items()}


async def drive(loop: Loop, ears: Ears, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Many calls, of which many fail; returns what was given out on the way and is secret too."""
    world, http = loop.yutang, loop.yutang.http
    given = [http.cookies["yutang_session"], world.csrf_token]

    async with world.runtime.database.owner() as session:
        tokens = await session.execute(text("select sealed_token from access_tokens"))
        given += [
            world.runtime.vault.unseal(row.sealed_token, "access_tokens.token") for row in tokens
        ]
    # Wrong passwords, bodies that are none, a second factor.
    for body in (
        {"login": "demo", "password": WRONG_PASSWORD},
        {"login": 7, "password": [WRONG_PASSWORD]},
        {"login": "demo", "password": {"x": WRONG_PASSWORD}},
    ):
        assert (await http.post("/api/session", json=body)).status_code in {401, 422}
    await http.post("/api/session", content=f'{{"password": "{WRONG_PASSWORD}"')

    # Keys that WeCom refuses, keys that are none.
    app = f"/api/wecom/connection/apps/{world.app.agent_id}"
    for keys in (
        {"aes_key": NEW_SECRET},
        {"secret": [NEW_SECRET], "callback_token": NEW_TOKEN},
        {"secret": NEW_SECRET, "callback_token": NEW_TOKEN},
    ):
        await http.put(app, json=keys)
    await http.post("/api/wecom/connection/checks")
    await http.put(app, json={"secret": world.app.secret, "callback_token": world.app.token})

    # A phone that a member typed, and a file of them with mistakes.
    added = await loop.act("add", userid="s0", person={"name": "林小满"})
    remark = {"external_userid": added["external_userid"], "mobiles": [PHONES[0]]}
    await loop.act("staff/s0/remark", **remark)

    async def sealed() -> int | None:
        async with world.runtime.database.owner() as session:
            found: int | None = await session.scalar(
                text("select customer_id from customer_identities where kind = 'phone' limit 1")
            )
            return found

    customer = await until(sealed)
    read = await checked(world, await send(world, FILE))
    await http.get(f"/api/imports/{read['id']}/errors")
    await taken(world, read)
    await http.get(f"/api/imports/{read['id']}/errors")
    for phone in PHONES:
        await http.get("/api/customers", params={"q": phone})
        await http.get("/api/customers", params={"q": phone, "sort": "nonsense"})
        await http.post("/api/bulk-acts", json={"kind": "tag", "filter": {"q": phone}})

    # What breaks inside, with a phone in its words and in its values.
    async def breaks(*_: object, **__: object) -> None:
        message = f"no room for {PHONES[0]}"
        raise RuntimeError(message)

    monkeypatch.setattr(customers, "read_profile", breaks)
    assert (await http.get(f"/api/customers/{customer}")).status_code == 500
    monkeypatch.setattr(notes, "add_note", lose_row)
    lost = await http.post(f"/api/customers/{customer}/notes", json={"text": "x"})
    assert lost.status_code == 500
    opened = await http.post(f"/api/customers/{customer}/phone")
    assert PHONES[0] in opened.text
    ears.answers.pop()
    return given


async def lose_row(session: Any, corp_id: int, *_: object) -> None:
    """A row that the server does not take, and tells of."""
    await session.execute(
        text("insert into notes (corp_id, customer_id, text, author) values (:corp, null, :t, :a)"),
        {"corp": corp_id, "t": PHONES[0], "a": WRONG_PASSWORD},
    )


async def test_no_secret_and_no_phone_is_said_or_stored_in_the_clear(
    dsn: str, tmp_path: Path, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_loop(dsn, tmp_path) as loop, loop.working():
        world = loop.yutang
        world.http.event_hooks["response"].append(ears.hear)
        given = await drive(loop, ears, monkeypatch)
        assert len(given) > 2
        rows = await every_row(loop)
    secret = [world.app.secret, world.app.token, AES_KEY, PASSWORD, WRONG_PASSWORD]
    canaries = [*secret, NEW_SECRET, NEW_TOKEN, *PHONES, *given]

    said = ears.log.getvalue()
    # The log did hear of it, or this would prove nothing.
    assert "request.failed" in said
    assert "NotNullViolation" in said
    assert "no room for •••" in said
    found = [f"log: {one}" for one in canaries for way in spellings(one) if way in said]
    for what, answer in ears.answers:
        own = given if what.startswith("POST /api/session") else []
        found += [
            f"{what}: {one}"
            for one in canaries
            if one not in own
            for way in spellings(one)
            if way in answer
        ]
    # It opens nothing without the cookie, of which only a hash is stored.
    stored = [one for one in canaries if one != world.csrf_token]
    for table, content in rows.items():
        found += [f"{table}: {one}" for one in stored for way in spellings(one) if way in content]
    assert found == []
    assert len(rows) > 60
    assert len(ears.answers) > 25
