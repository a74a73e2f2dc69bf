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

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from yutang.wecom.acquisition_links import LinkPriority, LinkRange
from yutang.wecom.app_messages import Receivers
from yutang.wecom.attachments import Attachment, SentAttachment
from yutang.wecom.broadcasts import CustomerBroadcast, GroupBroadcast
from yutang.wecom.client import WeCom
from yutang.wecom.contact_ways import NewContactWay
from yutang.wecom.errors import NotReadyError, UnknownContactWayError, UnknownIdError
from yutang.wecom.join_ways import NewJoinWay
from yutang.wecom.messages import AppMessage
from yutang.wecom.moments import NewMoment

from .guarantees import Finding, Guarantee, Made

ABOUT_CHARACTERS: Final = 60
CHECKED_SECONDS: Final = 14_400
"""For so long WeCom knows a message again (document 90236)."""
_BY_CORP: Final = 0


def _about(text: str) -> str:
    return text.strip().replace("\n", " ")[:ABOUT_CHARACTERS]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _shapes(parts: Sequence[dict[str, Any]]) -> list[list[str]]:
    """What WeCom's lists still tell of attachments: kinds, titles and addresses, no pictures."""
    return [
        [
            str(part.get("msgtype") or ""),
            *(
                str((part.get(str(part.get("msgtype"))) or {}).get(name) or "")
                for name in ("title", "url", "appid", "page")
            ),
        ]
        for part in parts
    ]


def _sent_shapes(parts: Sequence[SentAttachment]) -> list[list[str]]:
    return _shapes([part.model_dump() for part in parts])


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
            "about": _about(new.text),
            "text": _digest(new.text),
            "attachments": _shapes([part.json() for part in new.attachments]),
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


async def _look_for_broadcast(
    client: WeCom, wanted: dict[str, Any], since: int, until: int
) -> list[Made]:
    found = []
    chat_type = wanted["chat_type"]
    async for row in client.broadcasts.list(chat_type, since, until, filter_type=_BY_CORP):
        same = _digest(row.text.content) == wanted["text"]
        if same and not row.creator and _sent_shapes(row.attachments) == wanted["attachments"]:
            if wanted["sender"] and not await _is_of(client, row.msgid, wanted["sender"]):
                continue
            answer = {"msgid": row.msgid, "fail_list": None}
            found.append((row.create_time, Made(row.msgid, answer)))
    return [made for _, made in sorted(found, key=lambda pair: pair[0])]


async def _is_of(client: WeCom, msgid: str, sender: str) -> bool:
    try:
        senders = {task.userid.lower() async for task in client.broadcasts.tasks(msgid)}
    except NotReadyError:
        # Still being dispatched: it cannot be told apart, so it may be the one.
        return True
    return senders == {sender.lower()}


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
            "about": _about(self.moment.text),
            "text": _digest(self.moment.text),
            "images": sum(part["msgtype"] == "image" for part in parts),
            "videos": sum(part["msgtype"] == "video" for part in parts),
            "link": links[0] if links else "",
            "partly": bool(self.moment.tag_ids),
        }

    async def do(self, client: WeCom) -> Made:
        """Begin the job."""
        jobid = await client.moments.add_task(self.moment)
        return Made(jobid, {"jobid": jobid})


async def _look_for_moment(
    client: WeCom, wanted: dict[str, Any], since: int, until: int
) -> list[Made]:
    found = []
    # The window is open at both ends.
    async for row in client.moments.list(since - 1, until + 1, filter_type=_BY_CORP):
        told = {
            "text": _digest(row.text.content),
            "images": len(row.image),
            "videos": int(bool(row.video.media_id)),
            "link": row.link.url,
            "partly": row.visible_type == 0,
        }
        if not row.creator and all(wanted[name] == value for name, value in told.items()):
            found.append((row.create_time, Made(row.moment_id, {"moment_id": row.moment_id})))
    return [made for _, made in sorted(found, key=lambda pair: pair[0])]


@dataclass(frozen=True, slots=True)
class ContactWayDeed:
    """A contact way, known by its `state`, which must be its own.

    Its result is {config_id, qr_code, found}; `found` says that it was looked up after a lost
    answer, and may hold what an earlier call asked for. A temporary one stands in no list: it is
    made again, and a spare dies by itself.
    """

    way: NewContactWay
    kind: ClassVar[str] = "contact_way"

    @property
    def guarantee(self) -> Guarantee:
        """One that lists tell of is had once."""
        return Guarantee.ONE if self.way.temporary is None else Guarantee.AGAIN

    def wanted(self) -> dict[str, Any]:
        """Its state."""
        return {"about": _about(self.way.remark), "state": self.way.state}

    async def do(self, client: WeCom) -> Made:
        """Make it."""
        made = await client.contact_ways.add(self.way)
        answer = {"config_id": made.config_id, "qr_code": made.qr_code, "found": False}
        return Made(made.config_id, answer)


async def _look_for_way(
    client: WeCom, wanted: dict[str, Any], since: int, until: int
) -> list[Made]:
    found = []
    async for config_id in client.contact_ways.config_ids(start_time=since, end_time=until):
        try:
            way = await client.contact_ways.get(config_id)
        except UnknownContactWayError:
            continue
        if way.state == wanted["state"]:
            answer = {"config_id": config_id, "qr_code": way.qr_code, "found": True}
            found.append(Made(config_id, answer))
    return found


async def _drop_way(client: WeCom, config_id: str) -> None:
    await client.contact_ways.delete(config_id)


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


async def _look_for_link(
    client: WeCom, wanted: dict[str, Any], since: int, until: int
) -> list[Made]:
    found = []
    async for link_id in client.acquisition_links.list():
        link = (await client.acquisition_links.get(link_id)).link
        if link.link_name == wanted["name"] and since <= link.create_time <= until:
            answer = {"link_id": link_id, "url": link.url}
            found.append((link.create_time, Made(link_id, answer)))
    return [made for _, made in sorted(found, key=lambda pair: pair[0])]


async def _drop_link(client: WeCom, link_id: str) -> None:
    await client.acquisition_links.delete(link_id)


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
            "about": _about(self.description),
            "description": _digest(self.description),
            "price": self.price,
            "number": self.number or "",
        }

    async def do(self, client: WeCom) -> Made:
        """Add it."""
        product_id = await client.products.add(
            self.description, self.price, self.media_ids, number=self.number
        )
        return Made(product_id, {"product_id": product_id})


async def _look_for_product(
    client: WeCom, wanted: dict[str, Any], since: int, until: int
) -> list[Made]:
    found = []
    async for row in client.products.list():
        if _digest(row.description) != wanted["description"] or row.price != wanted["price"]:
            continue
        # Lists do not tell when a product was made.
        product = await client.products.get(row.product_id)
        same = product.product_sn == wanted["number"]
        if same and since <= product.create_time <= until:
            made = Made(row.product_id, {"product_id": row.product_id})
            found.append((product.create_time, made))
    return [made for _, made in sorted(found, key=lambda pair: pair[0])]


async def _drop_product(client: WeCom, product_id: str) -> None:
    await client.products.delete(product_id)


@dataclass(frozen=True, slots=True)
class JoinWayDeed:
    """A code into groups, of which WeCom has no list. Result {config_id}."""

    way: NewJoinWay
    kind: ClassVar[str] = "join_way"
    guarantee: ClassVar[Guarantee] = Guarantee.AGAIN

    def wanted(self) -> dict[str, Any]:
        """Only what people read."""
        return {"about": _about(self.way.remark)}

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
        return {"about": _about(self.text)}

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
    BroadcastDeed.kind: Finding(_look_for_broadcast),
    MomentDeed.kind: Finding(_look_for_moment),
    ContactWayDeed.kind: Finding(_look_for_way, _drop_way),
    LinkDeed.kind: Finding(_look_for_link, _drop_link),
    ProductDeed.kind: Finding(_look_for_product, _drop_product),
}
GONE: Final = (UnknownContactWayError, UnknownIdError)
"""What the second deletion of a spare answers."""
