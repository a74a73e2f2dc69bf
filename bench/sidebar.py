"""The sidebar at 375 px over 4G: from opening the page until the customer's name is painted.

Chromium opens the page of the real API process over a company of millions, each visit as another
member with another customer: first with an empty cache, then once more with what that left.

The network is Chromium's own emulation at 9 Mbit/s down and 170 ms for each request (WebPageTest's
"4G"), with DevTools' narrower 1.5 Mbit/s up ("Fast 4G"); the processor is not slowed. Each request
waits 170 ms, redirects too; the handshakes of TCP and TLS are not among it.

The page believes to be in WeCom: the member is signed in, as within 7 days of his first visit, the
SDK is loaded and registered with both signatures, which the API signs with tickets that it has.
WeCom's client is a stand-in that answers the SDK at once, so that its own time is not among it.
"""

import asyncio
import json
import math
import os
import random
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg

from tools.e2e import find_browser
from yutang.bootstrap import build_runtime
from yutang.cli.demo.stack import COMMAND, free_ports
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.people.attributes import service as attributes
from yutang.people.attributes.schemas import NewField
from yutang.people.corps import service as corps
from yutang.people.notes import service as notes
from yutang.people.notes.schemas import Author, NewFollowUp, NewNote
from yutang.people.staff_sessions import service as sessions
from yutang.people.staff_sessions.schemas import Invitation
from yutang.people.staff_sessions.tickets import CORP as WHOLE_CORP
from yutang.people.staff_sessions.tickets import SharedTicket
from yutang.wecom.auth import Ticket, UserInfo

from .callbacks import AGENT_ID, CORPID
from .people import CORP, open_company
from .servers import add_company, serve
from .showing import show_bounds, show_table, show_versions

BOUNDS = {"first_content_ms": ("<=", 1000.0)}
FULL, QUICK = 10_000_000, 5_000
VISITS, QUICK_VISITS = 30, 3
NOTES = 5
MBIT = 1_000_000 / 8
NETWORK = {"latency": 170, "downloadThroughput": 9 * MBIT, "uploadThroughput": 1.5 * MBIT}
FIELDS = ("宝宝生日", "奶粉段数", "皮肤类型", "预算", "会员号", "偏好门店", "联系时间", "备注")


@dataclass(frozen=True, slots=True)
class Visit:
    """A member who opens the page beside the chat with his customer."""

    customer_id: int
    external: str
    name: str
    staff_id: int
    account: str
    token: str


async def run(*, quick: bool = False) -> dict[str, Any]:
    """Keys first_content_ms (p99, empty cache), first_content_p50_ms, warm_ms (p99), warm_p50_ms.

    Also kilobytes and requests of a first visit. YUTANG_BENCH_CUSTOMERS sets the size;
    YUTANG_BENCH_HOME keeps the database for the next run, the same one as `lists`.
    """
    browser = find_browser()
    if browser is None:
        message = "there is no Chromium here; `make setup-browser` tells how to get one"
        raise RuntimeError(message)
    size = int(os.environ.get("YUTANG_BENCH_CUSTOMERS", QUICK if quick else FULL))
    async with open_company(size, quick=quick) as (home, dsn):
        return await _measure(home, dsn, browser, QUICK_VISITS if quick else VISITS)


async def _measure(home: Path, dsn: str, browser: str, count: int) -> dict[str, Any]:
    (port,) = free_ports(1)
    runtime = build_runtime(Settings(home=home, database_url=dsn, port=port))
    try:
        visits = await _prepare(runtime, dsn, count)
    finally:
        await runtime.close()
    environment = {
        "YUTANG_HOME": str(home),
        "YUTANG_DATABASE_URL": dsn,
        "YUTANG_PORT": str(port),
        "YUTANG_LOG_LEVEL": "WARNING",
    }
    url = f"http://127.0.0.1:{port}"
    async with serve((*COMMAND, "api"), environment, f"{url}/readyz"):
        # The first visit of all finds processes and pools that nobody used yet: it is thrown away.
        found = await _open(browser, url, [visits[0], *visits])
    answers = found[1:]
    _check(visits, answers)
    return _tell(dsn, answers)


async def _prepare(runtime: Runtime, dsn: str, count: int) -> list[Visit]:
    """The corp and its app, what is written about some customers, their members signed in."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        known = await corps.find_corp_id(session, CORPID)
    if (known or await add_company(runtime)) != CORP:
        message = f"the company of {CORPID} is not the one whose customers are here"
        raise RuntimeError(message)

    async def ticket() -> Ticket:
        return Ticket(ticket="of-this-benchmark")

    for of in (WHOLE_CORP, AGENT_ID):
        await SharedTicket(runtime, CORP, of).get(ticket)
    fields = await _fields(runtime)
    visits = _choose(dsn, count)
    for place, visit in enumerate(visits):
        await _write_about(runtime, visit, fields)
        invitation = Invitation(
            state="", corp_id=CORP, agent_id=AGENT_ID, to="/m/", expires_at=now.timestamp()
        )
        async with runtime.database.owner() as session:
            who = UserInfo(userid=visit.account)
            token = await sessions.open_session(session, invitation, who, now)
        visits[place] = replace(visit, token=token)
    return visits


async def _fields(runtime: Runtime) -> list[int]:
    async with runtime.database.corp(CORP) as session:
        there = await attributes.list_fields(session, CORP)
        if there:
            return [field.id for field in there]
        made = [
            await attributes.add_field(session, CORP, NewField(name=name, kind="text"), "system")
            for name in FIELDS
        ]
        return [field.id for field in made]


def _choose(dsn: str, count: int) -> list[Visit]:
    """Friends of random ids, each with one of his members; no two of them the same."""
    found: dict[int, Visit] = {}
    dice = random.Random(6)
    with psycopg.connect(dsn) as connection:
        (last,) = connection.execute("select max(id) from customers").fetchone() or (0,)
        while len(found) < count:
            row = connection.execute(
                "select c.id, i.value, c.name, s.id, s.account from customers c"
                " join customer_identities i on (i.corp_id, i.customer_id) = (c.corp_id, c.id)"
                " and i.kind = 'external'"
                " join follows f on (f.corp_id, f.customer_id) = (c.corp_id, c.id)"
                " and f.state = 'friend'"
                " join staff s on (s.corp_id, s.id) = (f.corp_id, f.staff_id)"
                " where c.corp_id = %s and c.id = %s limit 1",
                (CORP, dice.randint(1, last)),
            ).fetchone()
            if row is not None:
                found[row[0]] = Visit(row[0], row[1], row[2], row[3], row[4], token="")
    return list(found.values())


async def _write_about(runtime: Runtime, visit: Visit, fields: Sequence[int]) -> None:
    """As much as a busy shop knows of a customer: every field, notes, the next follow-up."""
    now = runtime.clock()
    by = f"staff:{visit.staff_id}"
    async with runtime.database.corp(CORP) as session:
        values: Mapping[int, Any] = dict.fromkeys(fields, "想要三段奶粉")
        await attributes.edit_values(
            session, CORP, visit.customer_id, values, role="staff", by=by, now=now
        )
        if (await notes.list_notes(session, CORP, visit.customer_id, None, 20)).items:
            return
        author = Author(by, visit.account)
        for number in range(NOTES):
            text = f"第 {number + 1} 次到店，问了价格和活动，周末还会再来看看"
            note = NewNote(text=text)
            await notes.add_note(session, CORP, visit.customer_id, note, author, now)
        next_one = NewFollowUp(
            outcome="interested",
            text="约好看货",
            next_at=now + timedelta(days=1),
            staff_id=visit.staff_id,
        )
        await notes.record_follow_up(session, CORP, visit.customer_id, next_one, author, now)


async def _open(browser: str, url: str, visits: Sequence[Visit]) -> list[dict[str, Any]]:
    node = shutil.which("node")
    if node is None:
        message = "node is not on the PATH; `make setup` sees to it"
        raise RuntimeError(message)
    asked = {
        "browser": browser,
        "url": url,
        "corp": CORPID,
        "agent": AGENT_ID,
        "network": NETWORK,
        "visits": [{"external": one.external, "token": one.token} for one in visits],
    }
    process = await asyncio.create_subprocess_exec(
        node,
        str(Path(__file__).with_suffix(".mjs")),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    answer, _ = await process.communicate(json.dumps(asked).encode())
    if process.returncode != 0:
        message = f"the browser's side ended with {process.returncode}; what it said stands above"
        raise RuntimeError(message)
    found: list[dict[str, Any]] = json.loads(answer)
    return found


def _check(visits: Sequence[Visit], answers: Sequence[Mapping[str, Any]]) -> None:
    """Each page showed the customer of its chat."""
    for visit, answer in zip(visits, answers, strict=True):
        for way in ("cold", "warm"):
            if answer[way]["name"] != visit.name:
                message = f"{visit.external} is {visit.name}; the page said {answer[way]['name']}"
                raise RuntimeError(message)


def _tell(dsn: str, answers: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    with psycopg.connect(dsn) as connection:
        (size,) = connection.execute("select max(id) from customers").fetchone() or (0,)
    show_versions("uvicorn", "sqlalchemy", load=f"{os.getloadavg()[0]:.1f}")
    ways = {"cold": "empty cache", "warm": "once more"}
    times = {way: [float(answer[way]["ms"]) for answer in answers] for way in ways}
    sent = {
        way: [
            (len(answer[way]["requests"]), sum(one["bytes"] for one in answer[way]["requests"]))
            for answer in answers
        ]
        for way in ways
    }
    show_table(
        f"the sidebar at 375 px over 4G, {size:,} customers",
        ("", "visits", "p50 ms", "p99 ms", "requests", "kB"),
        [
            (
                words,
                len(answers),
                _ms(times[way], 0.5),
                _ms(times[way], 0.99),
                max(requests for requests, _ in sent[way]),
                f"{max(size for _, size in sent[way]) / 1000:.0f}",
            )
            for way, words in ways.items()
        ],
    )
    slowest = max(answers, key=lambda answer: answer["cold"]["ms"])["cold"]
    show_table(
        f"the slowest first visit, {slowest['ms']:.0f} ms",
        ("", "asked at ms", "answered", "there", "kB"),
        [
            (one["what"], one["from"], one["answered"], one["to"], f"{one['bytes'] / 1000:.1f}")
            for one in slowest["requests"]
        ],
    )
    keys = {
        "first_content_ms": _ms(times["cold"], 0.99),
        "first_content_p50_ms": _ms(times["cold"], 0.5),
        "warm_ms": _ms(times["warm"], 0.99),
        "warm_p50_ms": _ms(times["warm"], 0.5),
        "first_kb": round(max(size for _, size in sent["cold"]) / 1000, 1),
        "visits": len(answers),
    }
    show_bounds(keys, BOUNDS)
    return keys


def _ms(times: Sequence[float], share: float) -> float:
    """The figure that `share` do not exceed; the 99th percentile of thirty is the worst."""
    ordered = sorted(times)
    return round(ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)], 1)
