"""What the door knows of all sources, read again every two seconds, and how much is waiting."""

import asyncio
import hashlib
import time
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import structlog
from prometheus_client import Gauge
from sqlalchemy import RowMapping
from sqlalchemy.exc import SQLAlchemyError

from yutang.kernel.runtime import Runtime
from yutang.kernel.vault import UnsealError

from . import repository
from .outcomes import Row, count, show
from .schemas import SourceMapping

log = structlog.get_logger(__name__)

READ_SECONDS: Final = 2.0
MISS_SECONDS: Final = 1.0
SECRET: Final = "collect_sources.sealed_secret"  # noqa: S105 - the name of a column
WAITING = Gauge("yutang_collect_waiting_events", "Events that wait to be handled")


@dataclass(frozen=True, slots=True)
class Source:
    """A source as the door needs it."""

    corp_id: int
    id: int
    kind: str
    origins: frozenset[str]
    events_per_second: int
    enabled: bool
    mapping: SourceMapping | None
    secret: bytes | None


def hash_of(key: str) -> bytes:
    """What is kept of a write key: 256 random bits need no slow hash."""
    return hashlib.sha256(key.encode()).digest()


class Doors:
    """All sources by key and by id. Where the database is away, as they were before."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._by_key: dict[bytes, Source] = {}
        self._by_id: dict[int, Source] = {}
        self._origins: frozenset[str] = frozenset()
        self._read_at: float | None = None
        self._asked_at = 0.0
        self._reading = asyncio.Lock()
        self._refused: Counter[tuple[int, int, str, str]] = Counter()
        self.waiting_bytes = 0

    @property
    def known(self) -> bool:
        """Whether the sources were ever read."""
        return self._read_at is not None

    async def by_key(self, key: str) -> Source | None:
        """The source with this write key."""
        hashed = hash_of(key)
        if hashed not in self._by_key:
            await self._read_after(MISS_SECONDS)
        return self._by_key.get(hashed)

    async def by_id(self, source_id: int) -> Source | None:
        """The source with this number."""
        if source_id not in self._by_id:
            await self._read_after(MISS_SECONDS)
        return self._by_id.get(source_id)

    def allows(self, origin: str) -> bool:
        """Whether any site may send from there."""
        return origin in self._origins

    def refuse(self, source: Source, reason: str, words: str, events: int) -> None:
        """Count what the door refused of a source."""
        self._refused[source.corp_id, source.id, reason, words] += events

    async def run(self) -> None:
        """Keep up with what people change and with what waits, until cancelled."""
        while True:
            working = asyncio.ensure_future(self.step())
            try:
                await asyncio.shield(working)
            except asyncio.CancelledError:
                # Cut off while it connects, it would leave the server a half-open connection.
                await working
                raise
            await asyncio.sleep(READ_SECONDS)

    async def step(self) -> None:
        """Read the sources and the backlog once, and write what was refused."""
        try:
            await self.read()
        except (SQLAlchemyError, OSError) as error:
            log.warning("collect.doors_not_read", error=type(error).__name__)
        else:
            await self.flush()

    async def read(self) -> None:
        """Read the sources now; raises SQLAlchemyError or OSError."""
        async with self._runtime.database.owner() as session:
            found = await session.execute(repository.DOORS, {"now": self._runtime.clock()})
            rows = list(found.mappings())
            waiting = (await session.execute(repository.WAITING)).one()
        self.waiting_bytes = int(waiting.bytes)
        WAITING.set(int(waiting.events))
        sources = {row["id"]: self._source(row) for row in rows}
        self._by_id = sources
        self._by_key = {
            bytes(hashed): sources[row["id"]] for row in rows for hashed in row["hashes"]
        }
        self._origins = frozenset().union(*(one.origins for one in sources.values()))
        self._read_at = time.monotonic()

    async def flush(self) -> None:
        """Write what was refused since the last time; what cannot be written waits on."""
        refused, self._refused = self._refused, Counter()
        if not refused:
            return
        now = self._runtime.clock()
        try:
            async with self._runtime.database.owner() as session:
                await count(
                    session,
                    {
                        (corp_id, source_id, now, reason): events
                        for (corp_id, source_id, reason, _), events in refused.items()
                    },
                )
                await show(
                    session,
                    [
                        Row(corp_id, source_id, now, reason=reason, words=words, events=events)
                        for (corp_id, source_id, reason, words), events in refused.items()
                    ],
                )
        except (SQLAlchemyError, OSError) as error:
            log.warning("collect.refusals_not_written", error=type(error).__name__)
            self._refused += refused

    async def _read_after(self, seconds: float) -> None:
        """Read unless that was tried within `seconds`; one request reads for all."""
        async with self._reading:
            if time.monotonic() - self._asked_at < seconds and self.known:
                return
            self._asked_at = time.monotonic()
            try:
                await self.read()
            except (SQLAlchemyError, OSError) as error:
                log.warning("collect.doors_not_read", error=type(error).__name__)

    def _source(self, row: RowMapping) -> Source:
        sealed = row["sealed_secret"]
        secret = None
        if isinstance(sealed, bytes | memoryview):
            try:
                secret = self._runtime.vault.unseal(bytes(sealed), SECRET).encode()
            except UnsealError:
                log.warning("collect.secret_unusable", source_id=row["id"])
        mapping = row["mapping"]
        return Source(
            corp_id=int(str(row["corp_id"])),
            id=int(str(row["id"])),
            kind=str(row["kind"]),
            origins=frozenset(row["origins"] if isinstance(row["origins"], list) else ()),
            events_per_second=int(str(row["events_per_second"])),
            enabled=bool(row["enabled"]),
            mapping=SourceMapping.model_validate(mapping) if mapping is not None else None,
            secret=secret,
        )


def doors_of(runtime: Runtime) -> Doors:
    """Those of this process."""
    return runtime.once(Doors, lambda: Doors(runtime))


REPEAT_SECONDS: Final = timedelta(minutes=5)
"""A signature is good for so long."""
