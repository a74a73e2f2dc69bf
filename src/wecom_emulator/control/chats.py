"""The messages between a member and a person, as each of the two sees them."""

from typing import Any

from wecom_emulator.state import Corp, Message, Received, Relation
from wecom_emulator.world import World

ELSEWHERE = frozenset({"moment", "group_broadcast", "group_welcome"})
"""Kinds that a person reads in another place than the chat with the member."""
SAID = "message"
"""The kind of what a person received because a member wrote it: a message as well."""


def words(body: dict[str, Any]) -> str:
    """The text of a message: plain, or in the object that WeCom's own messages have."""
    text = body.get("text") or body.get("content") or ""
    return str(text.get("content", "")) if isinstance(text, dict) else str(text)


def _attachment(world: World, kind: str, content: dict[str, Any]) -> dict[str, Any]:
    """What a phone shows of it: files with their names, pictures with their addresses here."""
    shown = dict(content)
    media_id = str(content.get("media_id") or content.get("pic_media_id") or "")
    media = world.state.media.get(media_id)
    if media is not None:
        shown["media_url"] = f"/media/{media_id}"
        shown["name"] = media.name
        shown["bytes"] = len(world.media_content(media_id))
    return {"kind": kind, "content": shown}


def parts(world: World, body: dict[str, Any]) -> list[dict[str, Any]]:
    """A message of several parts arrives as several messages."""
    found: list[dict[str, Any]] = []
    if text := words(body):
        found.append({"kind": "text", "text": text})
    for attachment in body.get("attachments", []):
        kind = attachment["msgtype"]
        found.append(_attachment(world, kind, attachment[kind]))
    return found


def _got(world: World, place: int, got: Received, *, mine: bool) -> list[dict[str, Any]]:
    return [
        {"id": f"r{place}-{part}", "at": got.at, "mine": mine, **shown}
        for part, shown in enumerate(parts(world, got.body))
    ]


def _said(place: int, said: Message, *, mine: bool) -> dict[str, Any]:
    item = {
        "id": f"m{place}",
        "at": said.at,
        "mine": mine,
        "kind": "text",
        "text": words(said.body),
    }
    return item if said.reached else item | {"reached": False}


def seen_by_person(world: World, corp: Corp, relation: Relation) -> list[dict[str, Any]]:
    """All he received from the member and what he wrote, oldest first."""
    items: list[dict[str, Any]] = []
    for place, got in enumerate(corp.received):
        if got.kind in ELSEWHERE:
            continue
        if (got.userid, got.external_userid) == (relation.userid, relation.external_userid):
            items += _got(world, place, got, mine=False)
    for place, said in enumerate(corp.messages):
        if (said.sender, said.to) == (relation.external_userid, relation.userid):
            items.append(_said(place, said, mine=True))
    return sorted(items, key=lambda item: item["at"])


def seen_by_member(world: World, corp: Corp, relation: Relation) -> list[dict[str, Any]]:
    """What was sent in his name, what he wrote and what the person wrote, oldest first."""
    pair = (relation.userid, relation.external_userid)
    items: list[dict[str, Any]] = []
    for place, got in enumerate(corp.received):
        if (got.userid, got.external_userid) == pair and got.kind not in {SAID, *ELSEWHERE}:
            items += _got(world, place, got, mine=True)
    for place, said in enumerate(corp.messages):
        if (said.sender, said.to) in {pair, pair[::-1]}:
            items.append(_said(place, said, mine=said.sender == relation.userid))
    return sorted(items, key=lambda item: item["at"])


def last_words(world: World, corp: Corp, userid: str) -> dict[str, dict[str, Any]]:
    """The newest message of each of a member's chats, by person."""
    last: dict[str, dict[str, Any]] = {}
    for place, got in enumerate(corp.received):
        if got.userid == userid and got.kind not in {SAID, *ELSEWHERE}:
            for item in _got(world, place, got, mine=True):
                last[got.external_userid] = item
    for place, said in enumerate(corp.messages):
        if userid in {said.sender, said.to}:
            other = said.to if said.sender == userid else said.sender
            if other not in last or last[other]["at"] <= said.at:
                last[other] = _said(place, said, mine=said.sender == userid)
    return last
