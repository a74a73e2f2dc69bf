"""Where codes are handed out: whoever asks while others are served is served with the next ones.

A transaction for each of a hundred at once takes three times the processors of one for all of
them, and a campaign's first minute is when they are short.
"""

import asyncio
from dataclasses import dataclass
from typing import Final

from yutang.kernel import origins
from yutang.kernel.runtime import Runtime

from .claiming import Asker, claim_together
from .errors import ClaimRefusedError
from .models import SEALED_AS

MOST: Final = 100
"""Served in one transaction."""
TRIES: Final = 8
"""Each wait ends with a code taken by another, or with one in one's hand."""

Counter = tuple[int, int]
"""Corp and gift: each has a queue of its own."""


@dataclass(slots=True)
class _Waiting:
    asker: Asker
    code: asyncio.Future[bytes]


class Till:
    """Of one process. A customer who asks twice at once waits for one and the same answer."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._queues: dict[Counter, dict[int, _Waiting]] = {}
        self._serving: dict[Counter, asyncio.Task[None]] = {}

    async def ask(self, counter: Counter, asker: Asker) -> bytes:
        """His code, sealed, once it is kept. Raises ClaimRefusedError."""
        queue = self._queues.setdefault(counter, {})
        mine = queue.get(asker.customer_id)
        if mine is None:
            mine = _Waiting(asker, asyncio.get_running_loop().create_future())
            queue[asker.customer_id] = mine
        if counter not in self._serving:
            self._serving[counter] = asyncio.create_task(self._serve(counter))
        # Whoever goes away leaves the answer to who else waits for it.
        return await asyncio.shield(mine.code)

    async def close(self) -> None:
        """Serve who still waits."""
        await asyncio.gather(*self._serving.values(), return_exceptions=True)

    async def _serve(self, counter: Counter) -> None:
        try:
            while queue := self._queues.pop(counter, None):
                waiting = list(queue.values())
                for start in range(0, len(waiting), MOST):
                    await self._serve_some(counter, waiting[start : start + MOST])
        finally:
            del self._serving[counter]

    async def _serve_some(self, counter: Counter, waiting: list[_Waiting]) -> None:
        corp_id, gift_id = counter
        left = {one.asker.customer_id: one for one in waiting}
        try:
            for tried in range(TRIES):
                # Each try a transaction of its own: who waits for codes must hold none.
                async with self._runtime.database.corp(corp_id) as session:
                    askers = [one.asker for one in left.values()]
                    answers = await claim_together(
                        session, corp_id, gift_id, askers, waits=tried > 0
                    )
                for customer_id, answer in answers.items():
                    _answer(left.pop(customer_id), answer)
                if not left:
                    return
        except Exception as error:  # noqa: BLE001 - each of them is told what befell his transaction
            for one in left.values():
                _answer(one, error)
        else:
            why = "busy"
            for one in left.values():
                _answer(one, ClaimRefusedError(why))


def _answer(one: _Waiting, answer: bytes | Exception) -> None:
    if one.code.done():
        return
    if isinstance(answer, bytes):
        one.code.set_result(answer)
    else:
        one.code.set_exception(answer)


async def claim(runtime: Runtime, corp_id: int, gift_id: int, customer_id: int) -> str:
    """His code; the one he has already, however often he asks. Raises ClaimRefusedError."""
    till = runtime.once(Till, lambda: Till(runtime))
    asker = Asker(customer_id, runtime.clock(), origins.current())
    return runtime.vault.unseal(await till.ask((corp_id, gift_id), asker), SEALED_AS)
