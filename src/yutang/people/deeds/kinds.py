"""The rows of the table of unknown outcomes: what each kind does, and how it is found again.

========================================  ==================================  ==================
kind                                      after a lost answer                 guarantee
========================================  ==================================  ==================
broadcast, moment                         looked up in the window's list      at most once; after
                                                                              15 min a person
contact way, acquisition link, product    looked up, else made again          one is used, spares
                                                                              are deleted
join way, group welcome                   made again                          at least once, the
                                                                              spare is counted
reminder                                  nothing                             at most once
app message                               sent again, WeCom drops the second  once
========================================  ==================================  ==================

What has the same effect a second time (mark_tag, remark, update, delete, cancel) needs no deed:
the transport repeats it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from yutang.wecom.acquisition_links import LinkPriority, LinkRange
from yutang.wecom.app_messages import Receivers
from yutang.wecom.attachments import Attachment
from yutang.wecom.broadcasts import CustomerBroadcast, GroupBroadcast
from yutang.wecom.client import WeCom
from yutang.wecom.contact_ways import NewContactWay
from yutang.wecom.errors import UnknownContactWayError, UnknownIdError
from yutang.wecom.join_ways import NewJoinWay
from yutang.wecom.messages import AppMessage
from yutang.wecom.moments import NewMoment

from .guarantees import Finding, Guarantee, Made
from .recognising import (
    about,
    digest,
    drop_link,
    drop_product,
    drop_way,
    look_for_broadcast,
    look_for_link,
    look_for_moment,
    look_for_product,
    look_for_way,
    shapes,
)

CHECKED_SECONDS: Final = 14_400
"""For so long WeCom knows a message again (document 90236)."""


@dataclass(frozen=True, slots=True)
class BroadcastDeed:
    """A broadcast to customers or groups. Its result is {msgid, fail_list}.

    Found again by text, attachments and sender; then `fail_list` is None, for nobody told it.
    """

    broadcast: CustomerBroadcast | GroupBroadcast
    kind: ClassVar[str] = "broadcast"
    guarantee: ClassVar[Guarantee] = Guarantee.FOUND

    def wanted(self) -> dict[str, Any]:
        """Text, attachments, sender and whether it goes to groups."""
        new = self.broadcast
        return {
            "about": about(new.text),
            "text": digest(new.text),
            "attachments": shapes([part.json() for part in new.attachments]),
            "chat_type": "group" if isinstance(new, GroupBroadcast) else "single",
            "sender": new.sender,
        }

    async def do(self, client: WeCom) -> Made:
        """Make the task."""
        if isinstance(self.broadcast, GroupBroadcast):
            made = await client.broadcasts.add_to_groups(self.broadcast)
        else:
            made = await client.broadcasts.add_to_customers(self.broadcast)
        return Made(made.msgid, {"msgid": made.msgid, "fail_list": list(made.fail_list)})


@dataclass(frozen=True, slots=True)
class MomentDeed:
    """A Moment of the corp. Its result is {jobid}, or {moment_id} where it was found again."""

    moment: NewMoment
    kind: ClassVar[str] = "moment"
    guarantee: ClassVar[Guarantee] = Guarantee.FOUND

    def wanted(self) -> dict[str, Any]:
        """Text, and what the list tells of attachments."""
        parts = [part.json() for part in self.moment.attachments]
        links = [part["link"].get("url", "") for part in parts if part["msgtype"] == "link"]
        return {
            "about": about(self.moment.text),
            "text": digest(self.moment.text),
            "images": sum(part["msgtype"] == "image" for part in parts),
            "videos": sum(part["msgtype"] == "video" for part in parts),
            "link": links[0] if links else "",
            "partly": bool(self.moment.tag_ids),
        }

    async def do(self, client: WeCom) -> Made:
        """Begin the job."""
        jobid = await client.moments.add_task(self.moment)
        return Made(jobid, {"jobid": jobid})


@dataclass(frozen=True, slots=True)
class ContactWayDeed:
    """A contact way, known by its `state`, which must be its own. Result {config_id, qr_code}.

    One of a single member is known by state and member: several members may each have theirs.
    A temporary one stands in no list: it is made again, and a spare dies by itself. Raises
    ValueError without a state: every way without one would pass for a spare of it.
    """

    way: NewContactWay
    kind: ClassVar[str] = "contact_way"

    def __post_init__(self) -> None:
        """Refuse what could not be told from others."""
        if self.way.temporary is None and not self.way.state:
            message = "a contact way needs a state of its own to be found again"
            raise ValueError(message)

    @property
    def guarantee(self) -> Guarantee:
        """One that lists tell of is had once."""
        return Guarantee.ONE if self.way.temporary is None else Guarantee.AGAIN

    def wanted(self) -> dict[str, Any]:
        """Its state, and of a single member's the member."""
        wanted = {"about": about(self.way.remark), "state": self.way.state}
        if not self.way.multiple and not self.way.departments and len(self.way.userids) == 1:
            wanted["member"] = self.way.userids[0].lower()
        return wanted

    async def do(self, client: WeCom) -> Made:
        """Make it."""
        made = await client.contact_ways.add(self.way)
        return Made(made.config_id, {"config_id": made.config_id, "qr_code": made.qr_code})


@dataclass(frozen=True, slots=True)
class LinkDeed:
    """An acquisition link, known by its name, which must be its own. Result {link_id, url}."""

    name: str
    range: LinkRange
    skip_verify: bool = True
    priority: LinkPriority | None = None
    kind: ClassVar[str] = "acquisition_link"
    guarantee: ClassVar[Guarantee] = Guarantee.ONE

    def wanted(self) -> dict[str, Any]:
        """Its name."""
        return {"about": self.name, "name": self.name}

    async def do(self, client: WeCom) -> Made:
        """Make it."""
        link = await client.acquisition_links.create(
            self.name, self.range, skip_verify=self.skip_verify, priority=self.priority
        )
        return Made(link.link_id, {"link_id": link.link_id, "url": link.url})


@dataclass(frozen=True, slots=True)
class ProductDeed:
    """A product of the album, known by its description, price and number. Result {product_id}."""

    description: str
    price: int
    media_ids: tuple[str, ...]
    number: str | None = None
    kind: ClassVar[str] = "product"
    guarantee: ClassVar[Guarantee] = Guarantee.ONE

    def wanted(self) -> dict[str, Any]:
        """Description, price and number."""
        return {
            "about": about(self.description),
            "description": digest(self.description),
            "price": self.price,
            "number": self.number or "",
        }

    async def do(self, client: WeCom) -> Made:
        """Add it."""
        product_id = await client.products.add(
            self.description, self.price, self.media_ids, number=self.number
        )
        return Made(product_id, {"product_id": product_id})


@dataclass(frozen=True, slots=True)
class JoinWayDeed:
    """A code into groups, of which WeCom has no list. Result {config_id}."""

    way: NewJoinWay
    kind: ClassVar[str] = "join_way"
    guarantee: ClassVar[Guarantee] = Guarantee.AGAIN

    def wanted(self) -> dict[str, Any]:
        """Only what people read."""
        return {"about": about(self.way.remark)}

    async def do(self, client: WeCom) -> Made:
        """Make it."""
        config_id = await client.join_ways.add(self.way)
        return Made(config_id, {"config_id": config_id})


@dataclass(frozen=True, slots=True)
class GroupWelcomeDeed:
    """A template of a group's welcome, of which WeCom has no list. Result {template_id}."""

    text: str = ""
    attachment: Attachment | None = None
    notify: bool = True
    kind: ClassVar[str] = "group_welcome"
    guarantee: ClassVar[Guarantee] = Guarantee.AGAIN

    def wanted(self) -> dict[str, Any]:
        """Only what people read."""
        return {"about": about(self.text)}

    async def do(self, client: WeCom) -> Made:
        """Make it."""
        template_id = await client.group_welcomes.add(
            self.text, self.attachment, notify=self.notify
        )
        return Made(template_id, {"template_id": template_id})


@dataclass(frozen=True, slots=True)
class ReminderDeed:
    """Members are told again of a broadcast. Result {certain}: False where no answer came."""

    msgid: str
    number: int
    """Which reminder of the broadcast it is, since each counts."""
    kind: ClassVar[str] = "reminder"
    guarantee: ClassVar[Guarantee] = Guarantee.NEVER

    def wanted(self) -> dict[str, Any]:
        """The broadcast."""
        return {"about": self.msgid}

    async def do(self, client: WeCom) -> Made:
        """Remind."""
        await client.broadcasts.remind(self.msgid)
        return Made(f"{self.msgid}#{self.number}", {"certain": True})


@dataclass(frozen=True, slots=True)
class AppMessageDeed:
    """A message of the app to members. Result {msgid, response_code}."""

    agent_id: int
    receivers: Receivers
    message: AppMessage
    safe: int = 0
    kind: ClassVar[str] = "app_message"
    guarantee: ClassVar[Guarantee] = Guarantee.CHECKED

    def wanted(self) -> dict[str, Any]:
        """Only what people read."""
        return {"about": self.message.msgtype}

    async def do(self, client: WeCom) -> Made:
        """Send it; WeCom drops the same one within four hours."""
        sent = await client.app_messages.send(
            self.agent_id,
            self.receivers,
            self.message,
            safe=self.safe,
            duplicate_seconds=CHECKED_SECONDS,
        )
        return Made(sent.msgid, {"msgid": sent.msgid, "response_code": sent.response_code})


FINDINGS: Final[dict[str, Finding]] = {
    BroadcastDeed.kind: Finding(look_for_broadcast),
    MomentDeed.kind: Finding(look_for_moment),
    ContactWayDeed.kind: Finding(look_for_way, drop_way),
    LinkDeed.kind: Finding(look_for_link, drop_link),
    ProductDeed.kind: Finding(look_for_product, drop_product),
}
GONE: Final = (UnknownContactWayError, UnknownIdError)
"""What the second deletion of a spare answers."""
DECIDED: Final[dict[str, Callable[[str], dict[str, Any]]]] = {
    BroadcastDeed.kind: lambda id_: {"msgid": id_, "fail_list": None},
    MomentDeed.kind: lambda id_: {"moment_id": id_},
    AppMessageDeed.kind: lambda id_: {"msgid": id_, "response_code": ""},
}
"""The result of what a person says was made; only these kinds are ever left to one."""
WITHOUT_ID: Final = frozenset({AppMessageDeed.kind})
"""WeCom's console shows no id of them."""
