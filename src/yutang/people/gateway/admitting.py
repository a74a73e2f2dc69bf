"""The doors of one process: calls wait there together and are let in a batch at a time."""

import asyncio
import contextlib
import random
import uuid
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

import structlog
from prometheus_client import Counter
from sqlalchemy.exc import SQLAlchemyError

from yutang.kernel.runtime import Runtime
from yutang.wecom.admission import NoQuotaError, Urgency

from .limits import Limits, read_limits
from .repository import GatewayRepository
from .schemas import Door, Taken

log = structlog.get_logger(__name__)

FREQUENCY: Final = 45009
PARALLEL_SECONDS: Final = 0.03
"""How often a process looks for a slot that another one has given back."""
RECONNECT_SECONDS: Final = 0.05
LOOK_SECONDS: Final = 5.0
"""Whoever waits long looks at least so often: the page shows that he still waits."""

CALLS = Counter(
    "yutang_wecom_calls_total",
    "Calls of WeCom by how the gateway took them: admitted at once, waited, refused",
    ["path", "urgency", "how"],
)
REFUSALS = Counter(
    "yutang_wecom_refusals_total",
    "Refusals by WeCom for too many calls",
    ["path", "errcode"],
)

Sleep = Callable[[float], Awaitable[None]]


@dataclass(slots=True)
class _Waiter:
    until: datetime
    turn: "asyncio.Future[_Ticket]"
    waited: bool = False


@dataclass(frozen=True, slots=True)
class _Ticket:
    lease: uuid.UUID
    slot: int | None


@dataclass(slots=True)
class _Queue:
    """Those who wait at one door; while one question is under way the next batch gathers."""

    door: Door
    waiting: deque[_Waiter] = field(default_factory=deque)
    work: "asyncio.Task[None] | None" = None
    bell: asyncio.Event = field(default_factory=asyncio.Event)
    returned: "list[tuple[_Ticket, asyncio.Future[None]]]" = field(default_factory=list)
    returning: "asyncio.Task[None] | None" = None


class Gateway:
    """What one process knows of the doors; all processes meet in the database.

    Time is the runtime's; `sleep` waits in it. Both are a benchmark's own when it lives faster.
    """

    def __init__(
        self, runtime: Runtime, *, limits: Limits | None = None, sleep: Sleep = asyncio.sleep
    ) -> None:
        self._runtime = runtime
        self._sleep = sleep
        self.limits = limits or read_limits(runtime.settings.wecom_limits)
        self._repository = GatewayRepository(runtime.database.single, uuid.uuid4())
        self._queues: dict[tuple[int, str, Urgency], _Queue] = {}

    @asynccontextmanager
    async def admit(self, corp_id: int, path: str, urgency: Urgency) -> AsyncIterator[float | None]:
        """Wait in the class's patience for a call; raises NoQuotaError. Holds its slot."""
        queue = self._queue(corp_id, path, urgency)
        ticket = await self._wait(queue)
        if ticket.slot is None:
            yield None
            return
        try:
            # The slot is another's when its lease ends: the call must have ended before.
            yield queue.door.lease_seconds - 1.0
        finally:
            # A call that was cancelled gives its slot back as well.
            await asyncio.shield(self._give_back(queue, ticket))

    async def close(self) -> None:
        """Ask no more; whoever still waits is cancelled with his own task."""
        works = [queue.work for queue in self._queues.values() if queue.work is not None]
        for work in works:
            work.cancel()
        returns = [q.returning for q in self._queues.values() if q.returning is not None]
        await asyncio.gather(*works, *returns, return_exceptions=True)

    async def refused(self, corp_id: int, path: str, errcode: int) -> None:
        """Brake all processes as the refusal tells."""
        REFUSALS.labels(path, errcode).inc()
        now, brake = self._runtime.clock(), self.limits.brake
        if errcode == FREQUENCY:
            log.warning("gateway.locked_out", corp_id=corp_id, path=path, errcode=errcode)
            await self._repository.stop(
                corp_id,
                path,
                errcode,
                now,
                first=brake.stop_seconds,
                again=brake.stop_again_seconds,
                within=brake.again_within_seconds,
            )
        else:
            await self._repository.slow(
                corp_id,
                path,
                errcode,
                now,
                at_once=self.limits.at_once(path) or brake.slow_at_once,
                seconds=brake.slow_seconds,
            )

    def _queue(self, corp_id: int, path: str, urgency: Urgency) -> _Queue:
        key = (corp_id, path, urgency)
        queue = self._queues.get(key)
        if queue is None:
            share = self.limits.of_class(urgency)
            buckets = self.limits.buckets(corp_id, path)
            door = Door(
                corp_id,
                path,
                urgency,
                buckets,
                [bucket.floor(share.leaves) for bucket in buckets],
                self.limits.at_once(path),
                share.slots,
                self.limits.brake.lease_seconds,
            )
            queue = self._queues[key] = _Queue(door)
        return queue

    async def _wait(self, queue: _Queue) -> _Ticket:
        patience = self.limits.of_class(queue.door.urgency).patience_seconds
        waiter = _Waiter(
            self._runtime.clock() + timedelta(seconds=patience),
            asyncio.get_running_loop().create_future(),
        )
        queue.waiting.append(waiter)
        if queue.work is None or queue.work.done():
            queue.work = asyncio.create_task(self._serve(queue))
        labels = (queue.door.path, queue.door.urgency.name.lower())
        try:
            ticket = await waiter.turn
        except NoQuotaError:
            CALLS.labels(*labels, "refused").inc()
            raise
        except asyncio.CancelledError:
            if waiter.turn.done() and not waiter.turn.cancelled() and not waiter.turn.exception():
                # Cancelled in the moment of his turn: his slot must not wait for its lease.
                await self._hand_back(queue, waiter.turn.result())
            raise
        CALLS.labels(*labels, "waited" if waiter.waited else "admitted").inc()
        return ticket

    async def _serve(self, queue: _Queue) -> None:
        """Ask for all who wait, let in as many as were granted, until nobody waits."""
        told = False
        while queue.waiting or told:
            if not queue.waiting:
                # Somebody may come meanwhile, and relies on this task.
                await self._repository.leave(queue.door)
                told = False
                continue
            lease = uuid.uuid4()
            wanted = len(queue.waiting)
            try:
                taken = await self._ask(queue, wanted, lease, waited=told)
            except Exception as error:  # noqa: BLE001 - whatever it is, those who wait must know
                self._fail_all(queue, error)
                return
            told = taken.granted < wanted
            await self._let_in(queue, taken, lease)
            if not told:
                continue
            self._send_away(queue, taken)
            if queue.waiting:
                await self._pause(queue, taken)

    async def _ask(self, queue: _Queue, wanted: int, lease: uuid.UUID, *, waited: bool) -> Taken:
        """Ask the database; while it is away nobody is let in, and all are told to come back."""
        now = self._runtime.clock()
        try:
            try:
                return await self._repository.take(queue.door, wanted, now, lease, waited=waited)
            except (SQLAlchemyError, OSError):
                # After a restart the first connection of the pool is a dead one.
                await asyncio.sleep(RECONNECT_SECONDS)
                return await self._repository.take(queue.door, wanted, now, lease, waited=waited)
        except (SQLAlchemyError, OSError) as error:
            log.warning("gateway.unreachable", error=type(error).__name__)
            until = now + timedelta(seconds=1)
            raise NoQuotaError(queue.door.path, until, "gateway") from None

    async def _let_in(self, queue: _Queue, taken: Taken, lease: uuid.UUID) -> None:
        slots: deque[int | None] = deque(taken.slots or [None] * taken.granted)
        while slots and queue.waiting:
            waiter = queue.waiting.popleft()
            if not waiter.turn.done():
                waiter.turn.set_result(_Ticket(lease, slots.popleft()))
        for slot in slots:
            # Whom it was meant for has gone meanwhile.
            await self._hand_back(queue, _Ticket(lease, slot))

    def _send_away(self, queue: _Queue, taken: Taken) -> None:
        """Tell those whose patience ends before their turn can come."""
        now = self._runtime.clock()
        left: deque[_Waiter] = deque()
        for waiter in queue.waiting:
            if waiter.turn.done():
                continue
            # A slot may be free at any moment: for it one waits as long as one can.
            if max(taken.retry_at, now) >= waiter.until:
                until = max(taken.retry_at, now + timedelta(seconds=1))
                waiter.turn.set_exception(NoQuotaError(queue.door.path, until, taken.reason))
            else:
                waiter.waited = True
                left.append(waiter)
        queue.waiting = left

    async def _pause(self, queue: _Queue, taken: Taken) -> None:
        if taken.reason == "parallel":
            # Slots are real time, and our own come back sooner than we would look.
            queue.bell.clear()
            jitter = random.uniform(0.5, 1.5)  # noqa: S311 - spreads looks, guards nothing
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(PARALLEL_SECONDS * jitter):
                    await queue.bell.wait()
            return
        seconds = (taken.retry_at - self._runtime.clock()).total_seconds()
        # A millisecond more, so that the bucket surely holds one whole call by then.
        await self._sleep(min(max(seconds, 0.0) + 0.001, LOOK_SECONDS))

    def _fail_all(self, queue: _Queue, error: Exception) -> None:
        for waiter in queue.waiting:
            if not waiter.turn.done():
                waiter.turn.set_exception(error)
        queue.waiting.clear()

    async def _hand_back(self, queue: _Queue, ticket: _Ticket) -> None:
        if ticket.slot is not None:
            await self._give_back(queue, ticket)

    def _give_back(self, queue: _Queue, ticket: _Ticket) -> "asyncio.Future[None]":
        """Free a slot; those that come back while others are freed are freed together."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        queue.returned.append((ticket, done))
        if queue.returning is None or queue.returning.done():
            queue.returning = asyncio.create_task(self._take_back(queue))
        return done

    async def _take_back(self, queue: _Queue) -> None:
        while queue.returned:
            batch, queue.returned = queue.returned, []
            slots = [(one.slot, one.lease) for one, _ in batch if one.slot is not None]
            try:
                await self._repository.give_back(queue.door, slots)
            except Exception as error:  # noqa: BLE001 - whoever gave it back must know
                _settle(batch, error)
            else:
                _settle(batch, None)
            for urgency in Urgency:
                other = self._queues.get((queue.door.corp_id, queue.door.path, urgency))
                if other is not None:
                    other.bell.set()


def _settle(batch: "list[tuple[_Ticket, asyncio.Future[None]]]", error: Exception | None) -> None:
    for _, done in batch:
        if done.done():
            continue
        if error is None:
            done.set_result(None)
        else:
            done.set_exception(error)
