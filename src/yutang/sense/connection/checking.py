"""Ask WeCom and our own address, in the order in which things should be mended."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from yutang.people.corps.schemas import AppSecrets
from yutang.wecom.probe import Seen

from .asking import Asker, Clocks, Way, ask_all, read_visible
from .domain import is_local, judge_js_sdk, unserved_file
from .judging import (
    judge_contacts,
    judge_customer_contact,
    judge_no_token,
    judge_token,
    judge_trusted_ip,
    judge_visible_range,
)
from .quotas import Calls, Door, check_quotas
from .schemas import Facts, Finding
from .selftest import knock
from .telling import Teller

CLOCK_SECONDS: Final = 300


@dataclass(frozen=True, slots=True)
class Known:
    """What this installation knows of a corp; of one that was not added only the app."""

    apps: tuple[AppSecrets, ...]
    added: bool = False
    staff: Mapping[str, str] = field(default_factory=dict)
    """Names by account."""
    verify_files: Mapping[str, str] = field(default_factory=dict)
    """Contents by name."""
    last_callback_at: datetime | None = None
    refused: Mapping[int, str] = field(default_factory=dict)
    """Why the door refused an app's callbacks, by AgentId."""
    calls: Calls | None = None


async def examine(way: Way, known: Known, tell: Callable[[Finding], None]) -> None:
    """Tell every finding as soon as those before it are told; takes at most some 30 s.

    App by app, then what concerns the corp. Nothing is written to WeCom.
    """
    clocks = Clocks()
    ready: list[asyncio.Queue[Finding | None]] = [asyncio.Queue() for _ in known.apps]
    async with asyncio.TaskGroup() as group:
        examined = [
            group.create_task(_App(way, known, app, clocks, queue.put_nowait).examine())
            for app, queue in zip(known.apps, ready, strict=True)
        ]
        for queue in ready:
            while (finding := await queue.get()) is not None:
                tell(finding)
    told = Teller(way.clock, None)
    tell(_judge_clock(told, clocks))
    doors = [task.result() for task in examined]
    door = next((door for door in doors if door is not None), None)
    tell(await check_quotas(told, door, known.calls))


class _App:
    """The examination of one app."""

    def __init__(
        self,
        way: Way,
        known: Known,
        app: AppSecrets,
        clocks: Clocks,
        tell: Callable[[Finding | None], None],
    ) -> None:
        self._way = way
        self._known = known
        self._app = app
        self._asker = Asker(way, app, clocks)
        self._told = Teller(way.clock, app.agent_id)
        self._tell = tell

    async def examine(self) -> Door | None:
        """Tell what there is to tell, then None; returns the way into customer contact."""
        try:
            async with asyncio.TaskGroup() as group:
                knocked = group.create_task(self._knock())
                unserved = group.create_task(unserved_file(self._way, self._known.verify_files))
                return await self._ask(knocked, unserved)
        finally:
            self._tell(None)

    async def _ask(
        self, knocked: asyncio.Task[Finding], unserved: asyncio.Task[tuple[str, str] | None]
    ) -> Door | None:
        told, tell = self._told, self._tell
        answer = await self._asker.ask(self._asker.probe.token())
        if not isinstance(answer, Seen) or answer.errcode:
            findings = judge_no_token(told, answer)
            for finding in findings:
                tell(finding)
            tell(await knocked)
            code = next(f.code for f in findings if f.status == "unknown")
            tell(told.unknown("js_sdk", code, "it takes an access token"))
            return None
        token = str(answer.payload["access_token"])
        answers = await ask_all(self._asker, token, self._app.agent_id)
        tell(judge_token(told, answers))
        tell(judge_trusted_ip(told, answers))
        visible = await read_visible(self._asker, token, answers)
        # The first app reads the staff; another's range may well be narrower.
        first = self._app is self._known.apps[0]
        tell(judge_visible_range(told, answers, visible, self._known.staff if first else {}))
        tell(judge_customer_contact(told, answers.followers))
        tell(judge_contacts(told, answers.departments, visible))
        tell(await knocked)
        tell(judge_js_sdk(told, self._way, answers, await unserved))
        followers = answers.followers
        may_contact = isinstance(followers, Seen) and not followers.errcode
        return Door(self._asker, token) if may_contact else None

    async def _knock(self) -> Finding:
        told, way, known = self._told, self._way, self._known
        if not known.added:
            return told.unknown("callback", "needs.corp", "the corp was not added to Yutang")
        agent_id = self._app.agent_id
        url = callback_url(way.address, self._app.corpid, agent_id)
        found = await knock(way.http, url, self._app, self._app.corpid)
        if found.code != "ok":
            return told.failed("callback", found.code, found.detail, {"url": url, **found.facts})
        if is_local(way.address) and not is_local(way.wecom_url):
            detail = f"{way.address} cannot be opened from the internet"
            return told.failed("callback", "callback.local", detail, {"address": way.address})
        facts: Facts = dict(found.facts)
        if known.last_callback_at is not None:
            facts["last_at"] = known.last_callback_at.isoformat(timespec="minutes")
        elif reason := known.refused.get(agent_id):
            detail = f"WeCom's callbacks come but are refused: {reason}"
            return told.failed("callback", "callback.refused", detail, {"reason": reason})
        return told.ok("callback", found.detail, facts)


def _judge_clock(told: Teller, clocks: Clocks) -> Finding:
    if not clocks.pairs:
        return told.unknown("clock", "needs.answer", "WeCom gave no answer that tells the time")
    # The slowest answer says least about the clock, so the smallest difference counts.
    seconds = min(
        (round((ours - theirs).total_seconds()) for ours, theirs in clocks.pairs), key=abs
    )
    if abs(seconds) > CLOCK_SECONDS:
        side = "ahead of" if seconds > 0 else "behind"
        detail = f"our clock is {abs(seconds)} s {side} WeCom's"
        return told.failed("clock", "clock.off", detail, {"seconds": seconds})
    return told.ok("clock", f"{abs(seconds)} s from WeCom's clock", {"seconds": seconds})


def callback_url(address: str, corpid: str, agent_id: int) -> str:
    """Where WeCom sends this app's callbacks."""
    return f"{address}/callbacks/wecom/{corpid}/{agent_id}"
