"""The running emulator: state, clock, deliveries, journal, faults."""

import asyncio
import contextlib
import os
import random
import time
from collections import OrderedDict
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx2

from .clock import Clock
from .delivery import Deliveries
from .faults import Faults
from .journal import Journal
from .limits import Limits
from .population import attach
from .quotas import Quotas
from .state import ADAPTER, Corp, Media, State
from .timers import Handler, run_due

if TYPE_CHECKING:
    from .life.runner import Life

_PAUSE, _LEAST_PAUSE = 0.5, 0.01
DELIVERIES_AT_ONCE = 12
"""The client's pool looks through all its connections for each request: few are faster."""


@dataclass(slots=True)
class Token:
    """An access token of one app."""

    corpid: str
    agentid: int
    expires_at: float


class World:
    """One emulator."""

    def __init__(
        self,
        *,
        state_file: Path | None,
        callback_client: httpx2.AsyncClient | None,
        limits: Limits,
        timers: Mapping[str, Handler],
        clock: Clock | None = None,
        rate: float | None = None,
    ) -> None:
        self.limits = self._limits = limits
        self._handlers = timers
        self.state_file = state_file
        self.state = State()
        if state_file is not None and state_file.exists():
            self.state = ADAPTER.validate_json(state_file.read_bytes())
            for corp in self.state.corps.values():
                attach(corp)
        self.clock = clock or Clock(self.state.clock_offset, self.state.clock_rate)
        self.clock.rate = self.clock.rate if rate is None else rate
        self._rate = rate or 1.0
        self.http = callback_client or httpx2.AsyncClient(
            timeout=limits.answer_seconds,
            limits=httpx2.Limits(max_connections=DELIVERIES_AT_ONCE),
        )
        self.faults = Faults()
        self.journal = Journal(limits.journal_rows, limits.journal_bytes)
        self.quotas = Quotas()
        self.tokens: OrderedDict[str, Token] = OrderedDict()
        self.tokens_of: dict[tuple[str, int], str] = {}
        self._contents: dict[str, bytes] = {}
        self.oauth: dict[str, dict[str, Any]] = {}
        self.distributing: set[tuple[str, str, str]] = set()
        """Corp, member and person whose welcome is on its way."""
        self.delivering = asyncio.Semaphore(DELIVERIES_AT_ONCE)
        self.deliveries = Deliveries(self)
        self.chance = random.Random()  # noqa: S311 - picks a member, guards nothing
        self._tasks: set[asyncio.Task[Any]] = set()
        self.lives: dict[str, Life] = {}
        """Scripted lives, by the id of their corp and their name."""
        self._changed = False

    def live_by(self, limits: Limits) -> None:
        """Other limits from now on."""
        self.limits = limits
        self.journal.resize(limits.journal_rows, limits.journal_bytes)

    def corp(self, corpid: str) -> Corp | None:
        """A company by id."""
        return self.state.corps.get(corpid)

    def run_due(self, corp: Corp) -> None:
        """Let happen what is due in a corp."""
        run_due(self, corp, self._handlers)

    async def live(self) -> None:
        """Let time pass: what is due happens within half a second, asked for or not."""
        while True:
            await asyncio.sleep(self._until_due())
            for corp in list(self.state.corps.values()):
                self.run_due(corp)

    def _until_due(self) -> float:
        """Real seconds until something is due; a fast clock does not wait for the half second."""
        due = [corp.timers[0].at for corp in self.state.corps.values() if corp.timers]
        if not due:
            return _PAUSE
        return min(_PAUSE, max(_LEAST_PAUSE, self.clock.real(min(due) - self.clock.now())))

    def changed(self) -> None:
        """The state file must be written."""
        self._changed = True

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Run in the background; kept alive until it ends."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def ease(self, most: int) -> None:
        """Wait until at most so many works are under way in the background: callbacks mostly."""
        while len(self._tasks) > most:
            await asyncio.wait(self._tasks, timeout=1, return_when=asyncio.FIRST_COMPLETED)

    async def save_forever(self) -> None:
        """Write the state within about a second after it changed."""
        pause = 1.0
        while True:
            await asyncio.sleep(pause)
            if self._changed:
                began = time.perf_counter()
                await self.save()
                # A large state is written less often: writing takes a twentieth of the time.
                pause = max(1.0, 20 * (time.perf_counter() - began))

    async def save(self) -> None:
        """Write the state file, whole or not at all."""
        if self.state_file is None:
            return
        self._changed = False
        self.state.clock_offset, self.state.clock_rate = self.clock.offset, self.clock.rate
        content = ADAPTER.dump_json(self.state)
        await asyncio.to_thread(_replace, self.state_file, content)

    async def close(self) -> None:
        """Stop deliveries and write what changed."""
        for task in list(self._tasks):
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.save()
        await self.http.aclose()

    async def keep_media(self, media_id: str, media: Media, content: bytes) -> None:
        """Keep an uploaded file; beside the state file where there is one."""
        if self.state_file is not None:
            await asyncio.to_thread(_replace, self._media_folder / media_id, content)
        self._known_media(media_id, media, content)

    def keep_media_now(self, media_id: str, media: Media, content: bytes) -> None:
        """The same where nothing can be waited for, as in a timer."""
        if self.state_file is not None:
            _replace(self._media_folder / media_id, content)
        self._known_media(media_id, media, content)

    def _known_media(self, media_id: str, media: Media, content: bytes) -> None:
        self._contents[media_id] = content
        self.state.media[media_id] = media
        self.changed()

    def media_content(self, media_id: str) -> bytes:
        """The bytes of a file that is known; none if its folder was emptied."""
        if media_id not in self._contents:
            with contextlib.suppress(FileNotFoundError):
                self._contents[media_id] = (self._media_folder / media_id).read_bytes()
        return self._contents.get(media_id, b"")

    @property
    def _media_folder(self) -> Path:
        state_file = self.state_file or Path("nowhere")
        return state_file.with_name(f"{state_file.name}.media")

    def reset(self, seed: int | None = None) -> None:
        """Empty again, as it was started; with a seed, chance begins again with it."""
        self.state = State()
        self.clock = Clock(rate=self._rate)
        self.live_by(self._limits)
        self.chance.seed(seed)
        for kept in (self.tokens, self.tokens_of, self._contents, self.oauth, self.lives):
            kept.clear()
        self.faults.seed(seed)
        self.quotas.clear()
        self.journal.clear()
        self.deliveries.clear()
        self.changed()


def _replace(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    path.parent.mkdir(parents=True, exist_ok=True)
    draft.write_bytes(content)
    draft.replace(path)
