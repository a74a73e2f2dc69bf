"""Tickets that sign pages, shared by all processes through PostgreSQL.

WeCom gives 400 an hour to a corp and 100 to an app, and each lives two hours.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from yutang.kernel.locking import holding
from yutang.kernel.runtime import Runtime
from yutang.wecom.auth import Ticket

from .models import JsTicket

CORP = 0
"""In place of an app's id: the ticket of the whole corp."""
_CONTEXT = "js_tickets.ticket"
_REFRESH_EARLY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Kept:
    """A ticket of WeCom's and until when it lives."""

    ticket: str
    expires_at: datetime


class SharedTicket:
    """One ticket: the table, then WeCom.

    One caller at a time fetches a new one; the others of this process wait on a lock of asyncio,
    those of other processes on an advisory lock, and all of them then find it in the table.
    """

    def __init__(self, runtime: Runtime, corp_id: int, agent_id: int) -> None:
        self._runtime = runtime
        self._key = (corp_id, agent_id)
        self._turn = asyncio.Lock()
        self._known: Kept | None = None

    async def get(self, fetch: Callable[[], Awaitable[Ticket]]) -> str:
        """A ticket with more than 5 minutes to live; raises what `fetch` raises."""
        kept = await self._kept()
        if kept is not None:
            return kept
        name = f"js_ticket:{self._key[0]}:{self._key[1]}"
        async with self._turn, holding(self._runtime.database.url, name):
            kept = await self._kept()
            if kept is not None:
                return kept
            ticket = await fetch()
            await self._keep(ticket)
            return ticket.ticket

    async def _kept(self) -> str | None:
        # It never changes while it lives, so that the table need not be asked for each page.
        if self._known is None or not self._is_fresh(self._known.expires_at):
            self._known = await self._stored()
        return self._known.ticket if self._known else None

    def _is_fresh(self, expires_at: datetime) -> bool:
        return expires_at > self._runtime.clock() + _REFRESH_EARLY

    async def _stored(self) -> Kept | None:
        corp_id, agent_id = self._key
        async with self._runtime.database.owner() as session:
            row = await session.scalar(
                select(JsTicket).where(JsTicket.corp_id == corp_id, JsTicket.agent_id == agent_id)
            )
        if row is None or not self._is_fresh(row.expires_at):
            return None
        return Kept(self._runtime.vault.unseal(row.sealed_ticket, _CONTEXT), row.expires_at)

    async def _keep(self, ticket: Ticket) -> None:
        corp_id, agent_id = self._key
        values = {
            "sealed_ticket": self._runtime.vault.seal(ticket.ticket, _CONTEXT),
            "expires_at": self._runtime.clock() + timedelta(seconds=ticket.expires_in),
        }
        async with self._runtime.database.owner() as session:
            await session.execute(
                insert(JsTicket)
                .values(corp_id=corp_id, agent_id=agent_id, **values)
                .on_conflict_do_update(index_elements=["corp_id", "agent_id"], set_=values)
            )
