"""Lives a scenario in a company: in the world's own time, or as fast as the machine can."""

import asyncio
import heapq
import time
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from wecom_emulator import fields
from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.errors import RefusalError
from wecom_emulator.state import Corp
from wecom_emulator.world import World

from .deeds import Deeds
from .founding import found
from .members import Members
from .scenario import Scenario
from .spans import DAY
from .stage import Hands, Stage
from .stream import Setting, Stream

_SLICE, _PAUSE = 0.005, 0.25
"""Seconds of work between two breaths, and the longest sleep: news of others is seen then."""
_MOST_UNDER_WAY = 400
"""Callbacks on their way; a life that is faster than its app waits here."""
RUNNING, FINISHED, STOPPED = "running", "finished", "stopped"


@dataclass(frozen=True, slots=True)
class Pace:
    """How time passes: `speed` seconds of the world in a real one, or None for at once."""

    speed: float | None = None


@dataclass(slots=True)
class _Watch:
    """The real time of a life."""

    began: float = field(default_factory=time.perf_counter)
    ended: float | None = None

    def seconds(self) -> float:
        return (self.ended or time.perf_counter()) - self.began


class Life:
    """One life of one company."""

    def __init__(
        self, world: World, corp: Corp, scenario: Scenario, seed: int, hands: Hands, pace: Pace
    ) -> None:
        self.seed, self.pace, self.status = seed, pace, RUNNING
        self._world, self._watch = world, _Watch()
        now = world.clock.now()
        today = fields.midnight(now)
        whole = pace.speed is None
        if pace.speed is not None:
            world.clock.rate = pace.speed
        # At once it lives whole days; in the world's time what is left of today.
        base = today + DAY if whole and now > today else today
        self.since = 0.0 if whole else now - today
        self.stage = Stage(world, corp, scenario, seed, hands, float(base))
        self._stop, self._ended = asyncio.Event(), asyncio.Event()
        self._breath = time.perf_counter()
        world.chance.seed(seed)

    def stop(self) -> None:
        """End it before the next act."""
        self._stop.set()

    @property
    def running(self) -> bool:
        """Whether it goes on."""
        return self.status == RUNNING

    async def ended(self) -> None:
        """Return when it goes on no more."""
        await self._ended.wait()

    async def run(self) -> None:
        """Live until the days are over or somebody stops it."""
        try:
            await found(self.stage)
            await self._live()
            self.status = STOPPED if self._over() else FINISHED
        except (ImpossibleActError, RefusalError) as error:
            self.status = f"failed: {error}"
        except Exception as error:
            self.status = f"broken off: {error!r}"
            raise
        finally:
            self._watch.ended = time.perf_counter()
            if self.status == RUNNING:
                self.status = "broken off"
            self._ended.set()

    async def _live(self) -> None:
        stage = self.stage
        members = Members(stage)
        deeds = Deeds(stage, members)
        weekday = datetime.fromtimestamp(stage.base, fields.SHANGHAI).weekday()
        setting = Setting(self.seed, len(stage.members), self.since, weekday)
        stream = Stream(stage.scenario, setting)
        acts = iter(stream)
        act = next(acts, None)
        while not self._over():
            reaction = stage.agenda[0] if stage.agenda else None
            at = min(
                act.at if act is not None else stream.until,
                reaction[0] if reaction is not None else stream.until,
            )
            if act is None and reaction is None and self._only_scripted():
                break
            if not await self._reach(at):
                members.watch()
                continue
            if at >= stream.until:
                break
            stage.at = at
            if act is not None and act.at <= at:
                await deeds.do(act)
                act = next(acts, None)
            else:
                await deeds.react(heapq.heappop(stage.agenda)[2])
            await self._breathe()

    def _only_scripted(self) -> bool:
        """Whether only acts of its own are in the scenario: it ends with the last of them."""
        scenario = self.stage.scenario
        calendar = scenario.campaigns or scenario.broadcasts or scenario.moments
        own = bool(scenario.script) or scenario.group_day is not None
        return own and not (calendar or scenario.codes)

    def _over(self) -> bool:
        """Whether somebody stopped it, or the company is no more."""
        stage = self.stage
        return self._stop.is_set() or self._world.corp(stage.corp.corpid) is not stage.corp

    async def _reach(self, at: float) -> bool:
        """Come to a moment; false where it is still ahead and something else may happen before."""
        world, moment = self._world, self.stage.base + at
        if self.pace.speed is None:
            self._wind(moment)
            return True
        left = moment - world.clock.now()
        if left <= 0:
            return True
        pause = min(_PAUSE, world.clock.real(left))
        try:
            await asyncio.wait_for(self._stop.wait(), pause)
        except TimeoutError:
            self._breath = time.perf_counter()
        self.stage.at = max(self.stage.at, world.clock.now() - self.stage.base)
        return False

    def _wind(self, moment: float) -> None:
        """Wind the clock on; what was due in between happens in between."""
        world, corp = self._world, self.stage.corp
        while corp.timers and corp.timers[0].at <= moment:
            self._set(corp.timers[0].at)
            world.run_due(corp)
        self._set(moment)

    def _set(self, moment: float) -> None:
        clock = self._world.clock
        if moment > clock.now():
            clock.offset = moment - time.time()

    async def _breathe(self) -> None:
        """Let others work now and then, and wait for an app that is slower."""
        await self._world.ease(_MOST_UNDER_WAY)
        if time.perf_counter() - self._breath > _SLICE:
            await asyncio.sleep(0)
            self._breath = time.perf_counter()

    def progress(self, rows: int = 20) -> dict[str, Any]:
        """How far it is, with the newest acts."""
        stage, ledger = self.stage, self.stage.ledger
        seconds = self._watch.seconds()
        days = stage.scenario.days
        return {
            "scenario": stage.scenario.name,
            "about": stage.scenario.about,
            "seed": self.seed,
            "speed": self.pace.speed,
            "status": self.status,
            "running": self.status == RUNNING,
            "day": min(days, int(stage.at // DAY) + 1),
            "days": days,
            "share": 1.0 if self.status == FINISHED else min(1.0, stage.at / (days * DAY)),
            "now": int(stage.base + stage.at),
            "until": int(stage.base + days * DAY),
            "acts": ledger.written,
            "seconds": round(seconds, 3),
            "acts_per_second": round(ledger.written / seconds, 1) if seconds else 0.0,
            "people": len(stage.visitors),
            "waiting": len(stage.agenda),
            "counts": {do: dict(counts) for do, counts in sorted(ledger.counts.items())},
            "refused": dict(ledger.why.most_common(10)),
            "recent": list(ledger.rows)[-rows:] if rows else [],
        }
