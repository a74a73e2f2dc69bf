"""Drives the main job from outside: people scan, and everything they should become is checked."""

import asyncio
import random
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .clients import DriverError, EmulatorDoor, YutangDoor
from .observing import Watch
from .results import Add, Result, summarise
from .scenario import Kind, Visit
from .script import Step, play, steps_of

READY_SECONDS = 120.0
FIRST_WELCOME_SECONDS = 30.0
STAFF = 3
TAGS = 2
# WeCom stamps whole seconds: what happens to one pair within one of them cannot be told apart.
A_SECOND = 1.1


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is, for whoever shows it."""

    planned: int
    scanned: int
    stored: int
    tagged: int
    ended: int


@dataclass(frozen=True, slots=True)
class Code:
    """The channel code of a run."""

    id: int
    config_id: str
    accounts: tuple[str, ...]
    tag_ids: frozenset[int]
    tag_names: frozenset[tuple[str, str]]
    """(group, tag): the names are what both sides share."""


class Driver:
    """One run. `prepare`, then `scan`, then `settle`; or `run` for all three."""

    def __init__(
        self,
        yutang: YutangDoor,
        emulator: EmulatorDoor,
        secret: str,
        on_progress: Callable[[Progress], None] = lambda _: None,
    ) -> None:
        self.run_name = secrets.token_hex(5)
        self.adds: list[Add] = []
        self._yutang = yutang
        self._emulator = emulator
        self._secret = secret
        self._show = on_progress
        self._planned = 0
        self._code: Code | None = None
        self._watch: Watch | None = None
        self._firsts: list[Add] = []

    async def run(self, visits: Sequence[Visit], rate: float, patience: float) -> Result:
        """Everything, one after another; `patience` is in seconds after the last scan."""
        await self.prepare(visits)
        await self.meet_first(visits, rate)
        await self.scan(visits)
        return await self.settle(patience)

    async def prepare(self, visits: Sequence[Visit], seed: int = 1) -> None:
        """Wait for staff and tags, make the channel code, wait until WeCom has it."""
        self._planned = len(visits)
        staff, tags = await self._options()
        chance = random.Random(seed)  # noqa: S311 - a repeatable choice, not a secret
        chosen = chance.sample(staff, STAFF)
        chosen_tags = chance.sample(tags, TAGS)
        channel = await self._yutang.call(
            "POST",
            "/api/channels",
            json={
                "name": f"自检 {self.run_name}",
                "staff_ids": [member["id"] for member in chosen],
                "tag_ids": [tag["id"] for _, tag in chosen_tags],
                "skip_verify": True,
                "welcome": {
                    "text": "{name}，你好！欢迎来到青禾母婴，有问题随时问我。",
                    "text_nameless": "你好！欢迎来到青禾母婴，有问题随时问我。",
                    "attachments": [
                        {
                            "kind": "link",
                            "title": "新客礼",
                            "url": "https://qinghe.example.com/welcome",
                            "description": "到店领取一份新客礼",
                            "picture_url": "https://qinghe.example.com/welcome.png",
                        }
                    ],
                },
            },
        )
        config_id = await self._until_active(channel["id"])
        self._code = Code(
            id=channel["id"],
            config_id=config_id,
            accounts=tuple(member["account"] for member in chosen),
            tag_ids=frozenset(tag["id"] for _, tag in chosen_tags),
            tag_names=frozenset((group, tag["name"]) for group, tag in chosen_tags),
        )
        self._watch = await Watch.start(
            self._yutang, self._emulator, self._secret, self._code.accounts
        )

    async def _options(self) -> tuple[list[dict[str, Any]], list[tuple[str, dict[str, Any]]]]:
        """Staff, and tags with their group's name, as soon as the first sync brought enough."""
        loop = asyncio.get_running_loop()
        until = loop.time() + READY_SECONDS
        while True:
            staff = [m async for m in self._yutang.pages("/api/staff") if m["status"] == "active"]
            groups = (await self._yutang.read("/api/tags"))["items"]
            tags = [(group["name"], tag) for group in groups for tag in group["tags"]]
            if len(staff) >= STAFF and len(tags) >= TAGS:
                return staff, tags
            if loop.time() > until:
                message = f"after {READY_SECONDS:.0f} s there are {len(staff)} staff and "
                message += f"{len(tags)} tags; did the first sync of the corp run?"
                raise DriverError(message)
            await asyncio.sleep(0.5)

    async def _until_active(self, channel_id: int) -> str:
        loop = asyncio.get_running_loop()
        until = loop.time() + READY_SECONDS
        while True:
            channel = await self._yutang.read(f"/api/channels/{channel_id}")
            if channel["status"] == "active":
                return str(channel["config_id"])
            if channel["status"] != "creating" or loop.time() > until:
                message = f"channel {channel_id} is {channel['status']}: {channel['error']}"
                raise DriverError(message)
            await asyncio.sleep(0.1)

    async def meet_first(self, visits: Sequence[Visit], rate: float) -> None:
        """Those who will come back scan once, are welcomed, and leave."""
        returning = [visit for visit in visits if visit.kind is Kind.RETURNING]
        if not returning:
            return
        self._firsts = [Add(visit) for visit in returning]
        scans = steps_of(self._firsts, self._config_id)
        paced = [replace(step, at_seconds=place / rate) for place, step in enumerate(scans)]
        await self._play("first", paced)
        watch, loop = self._watching, asyncio.get_running_loop()
        until = loop.time() + FIRST_WELCOME_SECONDS
        while any(add.sends == 0 for add in self._firsts) and loop.time() < until:
            await asyncio.sleep(0.25)
            await watch.welcomes(self._firsts)
        unwelcomed = [add for add in self._firsts if add.sends == 0]
        if unwelcomed:
            first = unwelcomed[0]
            message = f"{len(unwelcomed)} of {len(self._firsts)} who were to come back were not "
            message += f"welcomed in {FIRST_WELCOME_SECONDS:.0f} s: {first.problem or 'no welcome'}"
            raise DriverError(message)
        leaving = [
            Step(add, "unfollow", A_SECOND, {**_pair(add), "by": "customer"})
            for add in self._firsts
        ]
        await self._play("leaving", leaving)
        await asyncio.sleep(A_SECOND)
        for add in self._firsts:
            if add.problem is not None:
                message = f"one who was to come back could not leave: {add.problem}"
                raise DriverError(message)

    async def scan(self, visits: Sequence[Visit]) -> None:
        """Each visit at its moment, lived by the emulator."""
        self.adds += [Add(visit) for visit in visits]
        await self._play("scans", steps_of(self.adds, self._config_id))
        self._report()

    @property
    def _config_id(self) -> str:
        if self._code is None:
            message = "call prepare first"
            raise DriverError(message)
        return self._code.config_id

    async def _play(self, name: str, steps: Sequence[Step]) -> None:
        await play(self._emulator, f"{self.run_name}-{name}", steps, self._report)

    async def settle(self, patience: float) -> Result:
        """Wait until every add has ended, or `patience` seconds are over; then count."""
        loop = asyncio.get_running_loop()
        until = loop.time() + patience
        pause = 0.5
        while True:
            over = loop.time() >= until
            await self.look(last=over)
            self._report()
            if over or all(add.settled for add in self.adds):
                return summarise(self.adds)
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, 2.0)

    async def look(self, *, last: bool = False) -> None:
        """See what both sides hold of the adds; WeCom's tags when Yutang has set all, or `last`."""
        if self._code is None:
            return
        watch, everyone = self._watching, self.everyone
        await watch.entries(everyone, self._code.id, self._code.tag_ids)
        await watch.welcomes(everyone)
        waiting = [add for add in self.adds if not add.tagged_here and add.problem is None]
        unseen = [add for add in everyone if add.tagged_here and not add.tagged_there]
        # Reading every relation costs the machine more than a run of adds may be disturbed by.
        if unseen and (last or not waiting):
            await watch.tags(everyone, self._code.tag_names)

    @property
    def everyone(self) -> list[Add]:
        """The adds of the run, and the earlier ones of those who came back."""
        return [*self._firsts, *self.adds]

    @property
    def _watching(self) -> Watch:
        if self._watch is None:
            message = "call prepare first"
            raise DriverError(message)
        return self._watch

    def _report(self) -> None:
        self._show(
            Progress(
                planned=self._planned,
                scanned=sum(bool(add.external_userid or add.problem) for add in self.adds),
                stored=sum(add.stored for add in self.adds),
                tagged=sum(add.tagged_here for add in self.adds),
                ended=sum(add.settled for add in self.adds),
            )
        )


def _pair(add: Add) -> dict[str, object]:
    return {"userid": add.userid, "external_userid": add.external_userid}
