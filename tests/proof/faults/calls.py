"""Calls of every row of the table of unknown outcomes: how a job makes one, what must be there."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final, Literal

from typing_extensions import override

from tests.proof.faults.stage import AGENT_ID, Stage
from yutang.people.corps import service as corps
from yutang.people.deeds import service as deeds
from yutang.people.deeds.guarantees import Effect
from yutang.wecom.acquisition_links import LinkRange
from yutang.wecom.admission import Urgency
from yutang.wecom.app_messages import Receivers
from yutang.wecom.broadcasts import CustomerBroadcast
from yutang.wecom.client import WeCom
from yutang.wecom.contact_ways import NewContactWay
from yutang.wecom.errors import (
    AlreadyChattingError,
    UnknownContactWayError,
    UnknownStaffError,
    WeComError,
    WelcomeGoneError,
)
from yutang.wecom.join_ways import NewJoinWay
from yutang.wecom.messages import TextMessage
from yutang.wecom.moments import NewMoment

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


class Deed(Call):
    """An effect that shall be had once."""

    def effect(self, stage: Stage) -> Effect:
        """What is wanted."""
        raise NotImplementedError

    @override
    async def do(self, stage: Stage, process: int) -> Any:
        return await deeds.perform(
            stage.runtimes[process],
            stage.corp_id,
            self.name,
            self.effect(stage),
            agent_id=AGENT_ID,
            urgency=self.urgency,
        )


class AtMostOnce(Deed):
    """Found again in WeCom's list, or a person decides."""

    @override
    async def judge(self, stage: Stage, effects: Effects, told: Told) -> None:
        there = effects.get(self.name, ())
        assert len(there) <= 1
        if told.state == "done":
            assert len(there) == 1
            ids = {told.result[n] for n in ("msgid", "moment_id") if n in told.result}
            # The job of a Moment is no Moment; only one that was looked up has its id.
            assert ids <= set(there)
        else:
            assert told.state == "undecided"


class Broadcast(AtMostOnce):
    """add_msg_template."""

    path, look = f"{ROOT}/add_msg_template", f"{ROOT}/get_groupmsg_list_v2"

    @override
    def effect(self, stage: Stage) -> Effect:
        return deeds.BroadcastDeed(CustomerBroadcast(text=self.name, sender="ann"))


class Moment(AtMostOnce):
    """add_moment_task."""

    path, look = f"{ROOT}/add_moment_task", f"{ROOT}/get_moment_list"

    @override
    def effect(self, stage: Stage) -> Effect:
        return deeds.MomentDeed(NewMoment(text=self.name, senders=["ann"]))


class ExactlyOne(Deed):
    """One is used, spares are gone after the sweeps."""

    key: ClassVar[str]

    @override
    async def judge(self, stage: Stage, effects: Effects, told: Told) -> None:
        assert told.state == "done"
        assert list(effects.get(self.name, ())) == [told.result[self.key]]


class Way(ExactlyOne):
    """add_contact_way."""

    path, look, key = f"{ROOT}/add_contact_way", f"{ROOT}/list_contact_way", "config_id"

    @override
    def effect(self, stage: Stage) -> Effect:
        return deeds.ContactWayDeed(NewContactWay(userids=["ann"], state=self.name))


class Link(ExactlyOne):
    """create_link."""

    path = f"{ROOT}/customer_acquisition/create_link"
    look = f"{ROOT}/customer_acquisition/list_link"
    key = "link_id"

    @override
    def effect(self, stage: Stage) -> Effect:
        return deeds.LinkDeed(self.name, LinkRange(userids=["ann"]))


class Product(ExactlyOne):
    """add_product_album."""

    path, look = f"{ROOT}/add_product_album", f"{ROOT}/get_product_album_list"
    key = "product_id"

    @override
    def effect(self, stage: Stage) -> Effect:
        return deeds.ProductDeed(self.name, 9900, (stage.media_id,))


class AtLeastOnce(Deed):
    """No list exists: made again, the spare is counted."""

    key: ClassVar[str]

    @override
    async def judge(self, stage: Stage, effects: Effects, told: Told) -> None:
        there = effects.get(self.name, ())
        assert told.state == "done"
        assert told.result[self.key] in there
        assert await stage.spares(self.name) >= len(there) - 1


class JoinWay(AtLeastOnce):
    """add_join_way."""

    path, key = f"{ROOT}/groupchat/add_join_way", "config_id"

    @override
    def effect(self, stage: Stage) -> Effect:
        return deeds.JoinWayDeed(NewJoinWay(chat_ids=[stage.chat_id], remark=self.name))


class GroupWelcome(AtLeastOnce):
    """group_welcome_template/add."""

    path, key = f"{ROOT}/group_welcome_template/add", "template_id"

    @override
    def effect(self, stage: Stage) -> Effect:
        return deeds.GroupWelcomeDeed(self.name)


class Reminder(Deed):
    """remind_groupmsg_send: at most once, and nobody asks whether."""

    path = f"{ROOT}/remind_groupmsg_send"

    @override
    def effect(self, stage: Stage) -> Effect:
        return deeds.ReminderDeed(stage.broadcasts[self.number % len(stage.broadcasts)], 1)

    @override
    async def judge(self, stage: Stage, effects: Effects, told: Told) -> None:
        count = len(
            effects[f"reminders of {stage.broadcasts[self.number % len(stage.broadcasts)]}"]
        )
        assert told.state == "done"
        assert count == 1 if told.result["certain"] else count <= 1


class AppMessage(Deed):
    """message/send: WeCom itself drops the second."""

    path = "/cgi-bin/message/send"

    @override
    def effect(self, stage: Stage) -> Effect:
        return deeds.AppMessageDeed(AGENT_ID, Receivers(userids=["bob"]), TextMessage(self.name))

    @override
    async def judge(self, stage: Stage, effects: Effects, told: Told) -> None:
        assert told.state == "done"
        assert list(effects.get(self.name, ())) == [told.result["msgid"]]


class Impossible(Deed):
    """What WeCom refuses is told as not done, and is not there."""

    path, look = Way.path, Way.look
    refusals = (UnknownStaffError,)

    @override
    def effect(self, stage: Stage) -> Effect:
        return deeds.ContactWayDeed(NewContactWay(userids=["nobody"], state=self.name))

    @override
    async def judge(self, stage: Stage, effects: Effects, told: Told) -> None:
        assert told.state == "refused"
        assert self.name not in effects


CALLS: Final[tuple[type[Call], ...]] = (
    Read,
    ReadPage,
    Mark,
    Remark,
    UpdateWay,
    DeleteWay,
    Welcome,
    Broadcast,
    Moment,
    Way,
    Link,
    Product,
    JoinWay,
    GroupWelcome,
    Reminder,
    AppMessage,
    Impossible,
)
