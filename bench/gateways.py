"""Ours in `quota`: the product's client, gateway and deeds, as several processes hold them."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from typing import NoReturn

from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.deeds import service as deeds
from yutang.people.deeds.errors import NotKnownYetError, UndecidedError
from yutang.people.deeds.guarantees import Effect
from yutang.wecom.admission import NoQuotaError, Urgency
from yutang.wecom.app_messages import Receivers
from yutang.wecom.broadcasts import CustomerBroadcast
from yutang.wecom.client import WeCom
from yutang.wecom.contact_ways import NewContactWay
from yutang.wecom.errors import AlreadyChattingError, WeComError, WelcomeGoneError
from yutang.wecom.messages import TextMessage

from .mix import BROADCAST, DETAIL, MESSAGE, TAG, WAY, WELCOME, Offers, Piece
from .scene import AGENT_ID, READER, SENDER, Company
from .virtual_time import moment

_PAUSE_SECONDS = 5.0
"""How long a job that failed waits before its next try."""
_SWEEP_SECONDS = 60.0


class Ours:
    """Pieces go to the processes in turn; a bulk run is one process's, as its job's lock says."""

    def __init__(self, company: Company, runtimes: Sequence[Runtime], corp_id: int) -> None:
        self._company = company
        self._runtimes = runtimes
        self._corp_id = corp_id
        self.offers = Offers()
        self.done: set[str] = set()
        """What was told as done."""
        self.ended: Counter[str] = Counter()
        """Pieces by how they ended."""

    async def page_for_ever(self, process: int) -> NoReturn:
        """Read all customers, again and again."""

        async def read(client: WeCom) -> None:
            async for _ in client.customers.batch_by_user([SENDER, READER]):
                pass

        while True:
            await self._call(self._runtimes[process], Urgency.BULK, read)

    async def tag_for_ever(self, process: int, first: int) -> NoReturn:
        """Set a tag on one relation after the other."""
        number = first
        while True:
            await self._call(self._runtimes[process], Urgency.BULK, self._tagging(number))
            number += 1

    async def sweep_for_ever(self) -> NoReturn:
        """Look for spares each minute, as the worker does."""
        while True:
            await asyncio.sleep(_SWEEP_SECONDS)
            try:
                while await deeds.sweep(self._runtimes[0]):
                    pass
            except WeComError:
                self.ended["sweep put off"] += 1

    def _tagging(self, number: int) -> Callable[[WeCom], Awaitable[None]]:
        userid, external_userid = self._company.relation(number)

        async def mark(client: WeCom) -> None:
            await client.tags.mark(userid, external_userid, add=self._company.tag_ids[:1])

        return mark

    async def do(self, piece: Piece) -> None:
        """One piece, until it is done or cannot be any more."""
        self.offers.begin(piece)
        how = await self._end(piece, self._runtimes[piece.number % len(self._runtimes)])
        self.ended[how] += 1
        self.offers.end(piece, asyncio.get_running_loop().time())

    async def _end(self, piece: Piece, runtime: Runtime) -> str:
        name = f"piece {piece.number}"
        if piece.path == TAG:
            await self._call(runtime, piece.urgency, self._tagging(piece.number))
            return "done"
        if piece.path == DETAIL:
            external_userid = self._company.relation(piece.number)[1]

            async def read(client: WeCom) -> None:
                await client.customers.get(external_userid)

            await self._call(runtime, piece.urgency, read)
            return "done"
        if piece.path == WELCOME:
            return await self._welcome(piece, runtime, name)
        effects: dict[str, Effect] = {
            BROADCAST: deeds.BroadcastDeed(CustomerBroadcast(text=name, sender=SENDER)),
            WAY: deeds.ContactWayDeed(NewContactWay(userids=[SENDER], state=name)),
            MESSAGE: deeds.AppMessageDeed(AGENT_ID, Receivers([READER]), TextMessage(name)),
        }
        return await self._perform(piece, runtime, name, effects[piece.path])

    async def _welcome(self, piece: Piece, runtime: Runtime, name: str) -> str:
        added = await self._company.act("add", userid=SENDER, person={"name": name})

        async def greet(client: WeCom) -> None:
            await client.welcome.send(added["welcome_code"], name)

        try:
            await self._call(runtime, piece.urgency, greet)
        except WelcomeGoneError:
            return "welcome too late"
        except AlreadyChattingError:
            # The lost try had arrived.
            pass
        self.done.add(f"welcome {added['external_userid']}")
        return "done"

    async def _perform(self, piece: Piece, runtime: Runtime, name: str, effect: Effect) -> str:
        while True:
            try:
                await deeds.perform(
                    runtime, self._corp_id, name, effect, agent_id=AGENT_ID, urgency=piece.urgency
                )
            except UndecidedError:
                return "left to a person"
            except (NoQuotaError, NotKnownYetError) as error:
                await asyncio.sleep((error.until - moment()).total_seconds())
            except WeComError:
                await asyncio.sleep(_PAUSE_SECONDS)
            else:
                self.done.add(name)
                return "done"

    async def _call(
        self, runtime: Runtime, urgency: Urgency, act: Callable[[WeCom], Awaitable[None]]
    ) -> None:
        while True:
            client = await corps.connect(runtime, self._corp_id, AGENT_ID, urgency=urgency)
            try:
                await act(client)
            except (WelcomeGoneError, AlreadyChattingError):
                raise
            except NoQuotaError as error:
                await asyncio.sleep((error.until - moment()).total_seconds())
            except WeComError:
                await asyncio.sleep(_PAUSE_SECONDS)
            else:
                return
