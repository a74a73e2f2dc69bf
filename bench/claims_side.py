"""One process of claimers: so many hands at once, ours or the peer's, every answer written down."""

import asyncio
import os
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import uvloop
from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.gifts import service as gifts
from yutang.act.gifts.errors import ClaimRefusedError
from yutang.act.gifts.events import GiftClaimed
from yutang.kernel import audit
from yutang.kernel.clock import utc_now
from yutang.kernel.db import Database
from yutang.kernel.events import NewEvent, append
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.kernel.vault import Vault

KEY = b"c" * 32
SOLD_OUT = "-"

_LOCK = text("select * from gifts where corp_id = :c and id = :g for update")
_LEFT = text(
    "select count(*) from (select from gift_codes where corp_id = :c and gift_id = :g"
    " and taken_at is null limit 1) s"
)
_MINE = text(
    "select q.number, q.sealed from gift_claims m join gift_codes q on q.corp_id = m.corp_id"
    " and q.gift_id = m.gift_id and q.number = m.number"
    " where m.corp_id = :c and m.gift_id = :g and m.customer_id = :who"
)
_FIT = text(
    "select h.id from credits k join channels h on h.corp_id = k.corp_id"
    " and h.state = k.first_channel join customers p on p.corp_id = k.corp_id"
    " and p.id = k.customer_id and p.state = 'friend'"
    " where k.corp_id = :c and k.customer_id = :who and k.first_at >= :start"
    " and not exists (select from gift_outsiders o where o.corp_id = k.corp_id"
    "                 and o.customer_id = k.customer_id)"
)
_PICK = text(
    "select number, sealed from gift_codes where corp_id = :c and gift_id = :g"
    " and taken_at is null order by number limit 1"
)
_CLAIM = text(
    "insert into gift_claims (corp_id, gift_id, customer_id, number, channel_id, cost, claimed_at)"
    " values (:c, :g, :who, :number, :channel, 0, :now)"
)
_TAKE = text(
    "update gift_codes set taken_at = :now where corp_id = :c and gift_id = :g and number = :number"
)


@dataclass(frozen=True, slots=True)
class Work:
    """What a process does."""

    dsn: str
    corp_id: int
    gift_id: int
    peer: bool
    hands: int
    people: tuple[int, ...]
    answers: Path


async def ours(runtime: Runtime, work: Work, who: int) -> str:
    """As the customer's page does."""
    try:
        return await gifts.claim(runtime, work.corp_id, work.gift_id, who)
    except ClaimRefusedError as refused:
        if refused.why != "sold_out":
            raise
        return SOLD_OUT


async def peer(runtime: Runtime, work: Work, who: int) -> str:
    """`SELECT … FOR UPDATE` of the gift first: everybody else waits until this one commits."""
    async with runtime.database.corp(work.corp_id) as session:
        return await _peer(session, runtime.vault, work, who)


async def _peer(session: AsyncSession, vault: Vault, work: Work, who: int) -> str:
    asked = {"c": work.corp_id, "g": work.gift_id, "who": who}
    gift = (await session.execute(_LOCK, asked)).one()
    mine = (await session.execute(_MINE, asked)).one_or_none()
    if mine is not None:
        return vault.unseal(mine.sealed, "gift_codes.code")
    if not await session.scalar(_LEFT, asked):
        return SOLD_OUT
    channel = await session.scalar(_FIT, asked | {"start": gift.starts_at})
    code = (await session.execute(_PICK, asked)).one()
    now = utc_now()
    told = asked | {"number": code.number, "channel": channel, "now": now}
    await session.execute(_CLAIM, told)
    await session.execute(_TAKE, told)
    actor = f"customer:{who}"
    told_event = GiftClaimed(gift_id=work.gift_id, number=code.number)
    new = NewEvent(customer_id=who, at=now, actor=actor, source="portal", event=told_event)
    await append(session, work.corp_id, [new])
    await audit.record(
        session,
        work.corp_id,
        actor=actor,
        action="gift.claimed",
        target=f"gift:{work.gift_id}",
        after={"number": code.number},
    )
    return vault.unseal(code.sealed, "gift_codes.code")


Claim = Callable[[Runtime, Work, int], Coroutine[Any, Any, str]]


async def _run(work: Work, ready: Any, go: Any, ended: Any) -> None:
    database = Database(work.dsn, pool_size=work.hands, pre_ping=False)
    settings = Settings(home=work.answers.parent, database_url=work.dsn)
    runtime = Runtime(settings, database, Vault(KEY), httpx2.AsyncClient())
    # A hundred who wait for one row may wait longer than the product lets a transaction last.
    event.listen(database.engine.sync_engine, "connect", _let_wait)
    claim: Claim = peer if work.peer else ours
    left = iter(work.people)
    sink = os.open(work.answers, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    async def hand() -> None:
        async with database.corp(work.corp_id) as session:
            await session.execute(text("select 1"))
        await opened.wait()
        for who in left:
            code = await claim(runtime, work, who)
            # Told only when it is kept, as the page is shown after the commit.
            os.write(sink, f"{who} {code}\n".encode())

    opened = asyncio.Event()
    tasks = [asyncio.create_task(hand()) for _ in range(work.hands)]
    await asyncio.sleep(0.3)
    ready.set()
    await asyncio.to_thread(go.wait)
    opened.set()
    await asyncio.gather(*tasks)
    # That a process goes away belongs to no answer. The clock is the machine's, for all of them.
    ended.value = time.perf_counter()
    await runtime.close()


def _let_wait(connection: Any, _: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select set_config(name, '0', false) from pg_settings where name in"
            " ('transaction_timeout', 'idle_in_transaction_session_timeout')"
        )
    connection.commit()


def main(work: Work, ready: Any, go: Any, ended: Any) -> None:
    """In a process of its own; `ended` gets the moment of its last answer."""
    uvloop.run(_run(work, ready, go, ended))


def read_answers(path: Path) -> dict[int, set[str]]:
    """Everything each person was told."""
    found: dict[int, set[str]] = {}
    lines: Sequence[str] = path.read_text().split("\n") if path.exists() else ()
    for line in lines:
        who, _, code = line.partition(" ")
        if code:
            found.setdefault(int(who), set()).add(code)
    return found
