"""Calls whose effect shall be had once, by the rows of the table of unknown outcomes."""

from abc import abstractmethod
from typing import Any, ClassVar, Final

from typing_extensions import override

from tests.proof.faults.calls import (
    ROOT,
    Call,
    DeleteWay,
    Effects,
    Mark,
    Read,
    ReadPage,
    Remark,
    Told,
    UpdateWay,
    Welcome,
)
from tests.proof.faults.stage import AGENT_ID, Stage
from yutang.people.deeds import service as deeds
from yutang.people.deeds.guarantees import Effect
from yutang.wecom.acquisition_links import LinkRange
from yutang.wecom.app_messages import Receivers
from yutang.wecom.broadcasts import CustomerBroadcast
from yutang.wecom.contact_ways import NewContactWay
from yutang.wecom.errors import UnknownStaffError
from yutang.wecom.join_ways import NewJoinWay
from yutang.wecom.messages import TextMessage
from yutang.wecom.moments import NewMoment


class Deed(Call):
    """An effect that shall be had once."""

    @abstractmethod
    def effect(self, stage: Stage) -> Effect:
        """What is wanted."""

    @override
    async def do(self, stage: Stage, process: int) -> Any:
        outcome = await deeds.perform(
            stage.runtimes[process],
            stage.corp_id,
            self.name,
            self.effect(stage),
            agent_id=AGENT_ID,
            urgency=self.urgency,
        )
        return outcome.result


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
