"""How an effect is recognised in WeCom's lists, and how a spare is deleted."""

import hashlib
from collections.abc import Sequence
from typing import Any, Final

from yutang.wecom.attachments import SentAttachment
from yutang.wecom.client import WeCom
from yutang.wecom.errors import NotReadyError, UnknownContactWayError

from .guarantees import Made

ABOUT_CHARACTERS: Final = 60
_BY_CORP: Final = 0


def about(text: str) -> str:
    """What people read of it."""
    return text.strip().replace("\n", " ")[:ABOUT_CHARACTERS]


def digest(text: str) -> str:
    """A text that is recognised and not kept."""
    return hashlib.sha256(text.encode()).hexdigest()


def shapes(parts: Sequence[dict[str, Any]]) -> list[list[str]]:
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
    return shapes([part.model_dump() for part in parts])


async def look_for_broadcast(
    client: WeCom, wanted: dict[str, Any], since: int, until: int
) -> list[Made]:
    """Broadcasts of the corp with this text, these attachments and this sender."""
    found = []
    chat_type = wanted["chat_type"]
    async for row in client.broadcasts.list(chat_type, since, until, filter_type=_BY_CORP):
        same = digest(row.text.content) == wanted["text"]
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


async def look_for_moment(
    client: WeCom, wanted: dict[str, Any], since: int, until: int
) -> list[Made]:
    """The corp's Moments that look like it."""
    found = []
    # The window is open at both ends.
    async for row in client.moments.list(since - 1, until + 1, filter_type=_BY_CORP):
        told = {
            "text": digest(row.text.content),
            "images": len(row.image),
            "videos": int(bool(row.video.media_id)),
            "link": row.link.url,
            "partly": row.visible_type == 0,
        }
        if not row.creator and all(wanted[name] == value for name, value in told.items()):
            found.append((row.create_time, Made(row.moment_id, {"moment_id": row.moment_id})))
    return [made for _, made in sorted(found, key=lambda pair: pair[0])]


async def look_for_way(client: WeCom, wanted: dict[str, Any], since: int, until: int) -> list[Made]:
    """Ways of this state, and of this member where one is named; a state belongs to one code."""
    found = []
    async for config_id in client.contact_ways.config_ids(start_time=since, end_time=until):
        try:
            way = await client.contact_ways.get(config_id)
        except UnknownContactWayError:
            continue
        members = [one.lower() for one in way.user]
        if way.state == wanted["state"] and wanted.get("member") in {None, *members}:
            answer = {"config_id": config_id, "qr_code": way.qr_code}
            found.append(Made(config_id, answer))
    return found


async def drop_way(client: WeCom, config_id: str) -> None:
    """Delete a spare."""
    await client.contact_ways.delete(config_id)


async def look_for_link(
    client: WeCom, wanted: dict[str, Any], since: int, until: int
) -> list[Made]:
    """Links of this name."""
    found = []
    async for link_id in client.acquisition_links.list():
        link = (await client.acquisition_links.get(link_id)).link
        if link.link_name == wanted["name"] and since <= link.create_time <= until:
            answer = {"link_id": link_id, "url": link.url}
            found.append((link.create_time, Made(link_id, answer)))
    return [made for _, made in sorted(found, key=lambda pair: pair[0])]


async def drop_link(client: WeCom, link_id: str) -> None:
    """Delete a spare."""
    await client.acquisition_links.delete(link_id)


async def look_for_product(
    client: WeCom, wanted: dict[str, Any], since: int, until: int
) -> list[Made]:
    """Products of this description, price and number."""
    found = []
    async for row in client.products.list():
        if digest(row.description) != wanted["description"] or row.price != wanted["price"]:
            continue
        # Lists do not tell when a product was made.
        product = await client.products.get(row.product_id)
        same = product.product_sn == wanted["number"]
        if same and since <= product.create_time <= until:
            made = Made(row.product_id, {"product_id": row.product_id})
            found.append((product.create_time, made))
    return [made for _, made in sorted(found, key=lambda pair: pair[0])]


async def drop_product(client: WeCom, product_id: str) -> None:
    """Delete a spare."""
    await client.products.delete(product_id)
