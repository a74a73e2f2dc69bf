"""How a job makes a call and what must be there then; calls that have the same effect twice."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final, Literal

from typing_extensions import override

from tests.proof.faults.stage import AGENT_ID, Stage
from yutang.people.corps import service as corps
from yutang.wecom.admission import Urgency
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    AlreadyChattingError,
    UnknownContactWayError,
    WeComError,
    WelcomeGoneError,
)

ROOT: Final = "/cgi-bin/externalcontact"
Effects = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Told:
    """What a job was told in the end."""

    state: Literal["done", "undecided", "refused"]
    result: Any = None


@dataclass
class Call(ABC):
    """One thing that a job wants; `name` is its own."""

    name: str
    number: int
    urgency: Urgency
    path: ClassVar[str]
    look: ClassVar[str] = "/cgi-bin/gettoken"
    """The other API whose failure matters to it."""
    refusals: ClassVar[tuple[type[WeComError], ...]] = ()
    """What ends the job."""
    means_done: ClassVar[tuple[type[WeComError], ...]] = ()
    """Refusals that say that it is done, by a try whose process was killed."""
    pause_seconds: ClassVar[float] = 61.0

    @abstractmethod
    async def do(self, stage: Stage, process: int) -> Any:
        """One try of one process."""

    @abstractmethod
    async def judge(self, stage: Stage, effects: Effects, told: Told) -> None:
        """Fail where the promise is not kept."""

    async def client(self, stage: Stage, process: int) -> WeCom:
        """WeCom as that process sees it."""
        return await corps.connect(
            stage.runtimes[process], stage.corp_id, AGENT_ID, urgency=self.urgency
        )


class Read(Call):
    """A read is repeated until it is answered."""

    path = f"{ROOT}/get"

    @override
    async def do(self, stage: Stage, process: int) -> str:
        _, external_userid = stage.relations[self.number]
        detail = await (await self.client(stage, process)).customers.get(external_userid)
        return detail.external_contact.external_userid

    @override
    async def judge(self, stage: Stage, effects: Effects, told: Told) -> None:
        assert told == Told("done", stage.relations[self.number][1])


class ReadPage(Call):
    """A page of a bulk run."""

    path = f"{ROOT}/batch/get_by_user"

    @override
    async def do(self, stage: Stage, process: int) -> int:
        pages = (await self.client(stage, process)).customers.batch_by_user(["ann", "bob"])
        return sum([len(page.external_contact_list) async for page in pages])

    @override
    async def judge(self, stage: Stage, effects: Effects, told: Told) -> None:
        assert told.state == "done"
        assert told.result >= len(stage.relations)


class Mark(Call):
    """mark_tag: the same effect the second time."""

    path = f"{ROOT}/mark_tag"

    @override
    async def do(self, stage: Stage, process: int) -> None:
        pair = stage.relations[self.number]
        await (await self.client(stage, process)).tags.mark(*pair, add=[stage.tag_id])

    @override
    async def judge(self, stage: Stage, effects: Effects, told: Told) -> None:
        userid, external_userid = stage.relations[self.number]
        assert told.state == "done"
        for person in await stage.tell("people", limit=100):
            if person["external_userid"] == external_userid:
                [kept] = [r for r in person["relations"] if r["userid"] == userid]
                assert kept["tags"].count(stage.tag_id) == 1
                return
        raise AssertionError(external_userid)


class Remark(Call):
    """remark: the same effect the second time."""

    path = f"{ROOT}/remark"

    @override
    async def do(self, stage: Stage, process: int) -> None:
        pair = stage.relations[self.number]
        await (await self.client(stage, process)).customers.remark(*pair, remark=self.name)

    @override
    async def judge(self, stage: Stage, effects: Effects, told: Told) -> None:
        assert told.state == "done"
        remarks = [
            relation["remark"]
            for person in await stage.tell("people", limit=100)
            for relation in person["relations"]
        ]
        assert remarks.count(self.name) == 1


class UpdateWay(Call):
    """update_*: the same effect the second time."""

    path = f"{ROOT}/update_contact_way"

    @override
    async def do(self, stage: Stage, process: int) -> None:
        way = stage.ways[2 * (self.number % 4)]
        await (await self.client(stage, process)).contact_ways.update(way, remark="new")

    @override
    async def judge(self, stage: Stage, effects: Effects, told: Told) -> None:
        assert told.state == "done"
        assert list(effects[f"remark of {stage.ways[2 * (self.number % 4)]}"]) == ["new"]


class DeleteWay(Call):
    """del_*: gone, and the second time is no failure."""

    path = f"{ROOT}/del_contact_way"
    means_done = (UnknownContactWayError,)

    @override
    async def do(self, stage: Stage, process: int) -> None:
        way = stage.ways[2 * (self.number % 4) + 1]
        await (await self.client(stage, process)).contact_ways.delete(way)

    @override
    async def judge(self, stage: Stage, effects: Effects, told: Told) -> None:
        assert told.state == "done"
        assert f"prepared {2 * (self.number % 4) + 1}" not in effects


@dataclass
class Welcome(Call):
    """send_welcome_msg: within 20 s, once."""

    code: str = field(default="", init=False)
    path = f"{ROOT}/send_welcome_msg"
    refusals = (WelcomeGoneError,)
    means_done = (AlreadyChattingError,)
    pause_seconds = 1.0

    @override
    async def do(self, stage: Stage, process: int) -> None:
        if not self.code:
            person = {"name": self.name}
            self.code = (await stage.act("add", userid="ann", person=person))["welcome_code"]
        await (await self.client(stage, process)).welcome.send(self.code, self.name)

    @override
    async def judge(self, stage: Stage, effects: Effects, told: Told) -> None:
        count = len(effects.get(self.name, ()))
        assert count == 1 if told.state == "done" else count <= 1
