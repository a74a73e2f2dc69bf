"""The messages between a member and a person, as each of the two sees them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from wecom_emulator.state import Corp, Message, Received, Relation
from wecom_emulator.world import World

ELSEWHERE = frozenset({"moment", "group_broadcast", "group_welcome"})
"""Kinds that a person reads in another place than the chat with the member."""
SAID = "message"
"""The kind of what a person received because a member wrote it: a message as well."""
MOST_ITEMS = 500
"""How far back a chat reaches."""


@dataclass(slots=True)
class Mail:
    """Where in the corp's lists each chat stands, counted as they grow.

    The key of a chat is its chat_id, or the two who have it.
    """

    received: int = 0
    said: int = 0
    got: dict[str, list[int]] = field(default_factory=dict)
    spoken: dict[str, list[int]] = field(default_factory=dict)
    of_person: dict[str, list[int]] = field(default_factory=dict)
    """All that a person received."""

    def read(self, corp: Corp) -> None:
        """Count what came since the last time."""
        for place in range(self.received, len(corp.received)):
            got = corp.received[place]
            self.of_person.setdefault(got.external_userid, []).append(place)
            chat = got.body.get("chat_id") if got.kind in ELSEWHERE else None
            if got.kind not in ELSEWHERE or chat:
                key = str(chat) if chat else pair_key(got.userid, got.external_userid)
                self.got.setdefault(key, []).append(place)
        for place in range(self.said, len(corp.messages)):
            said = corp.messages[place]
            key = said.to if said.to in corp.groups else pair_key(said.sender, said.to)
            self.spoken.setdefault(key, []).append(place)
        self.received, self.said = len(corp.received), len(corp.messages)


def pair_key(one: str, other: str) -> str:
    """The key of the chat of two."""
    return " ".join(sorted((one, other)))


def mail_of(corp: Corp) -> Mail:
    """The corp's, up to date."""
    mail = corp.of(Mail)
    mail.read(corp)
    return mail


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


def got_items(world: World, place: int, got: Received, *, mine: bool) -> list[dict[str, Any]]:
    """What was received, one item a part; `at` is real time, `clock` the emulator's."""
    when = {"at": got.at, "clock": world.clock.then(got.at)}
    return [
        {"id": f"r{place}-{part}", **when, "mine": mine, **shown}
        for part, shown in enumerate(parts(world, got.body))
    ]


def said_item(world: World, place: int, said: Message, *, mine: bool) -> dict[str, Any]:
    """What was said; `at` is real time, `clock` the emulator's."""
    item = {
        "id": f"m{place}",
        "at": said.at,
        "clock": world.clock.then(said.at),
        "mine": mine,
        "kind": "text",
        "text": words(said.body),
    }
    return item if said.reached else item | {"reached": False}


def _newest(places: Iterable[int]) -> list[int]:
    return list(places)[-MOST_ITEMS:]


def seen_by_person(world: World, corp: Corp, relation: Relation) -> list[dict[str, Any]]:
    """All he received from the member and what he wrote, oldest first."""
    mail = mail_of(corp)
    key = pair_key(relation.userid, relation.external_userid)
    items: list[dict[str, Any]] = []
    for place in _newest(mail.got.get(key, ())):
        items += got_items(world, place, corp.received[place], mine=False)
    for place in _newest(mail.spoken.get(key, ())):
        said = corp.messages[place]
        if said.sender == relation.external_userid:
            items.append(said_item(world, place, said, mine=True))
    return sorted(items, key=lambda item: item["at"])


def seen_by_member(world: World, corp: Corp, relation: Relation) -> list[dict[str, Any]]:
    """What was sent in his name, what he wrote and what the person wrote, oldest first."""
    mail = mail_of(corp)
    key = pair_key(relation.userid, relation.external_userid)
    items: list[dict[str, Any]] = []
    for place in _newest(mail.got.get(key, ())):
        if corp.received[place].kind != SAID:
            items += got_items(world, place, corp.received[place], mine=True)
    for place in _newest(mail.spoken.get(key, ())):
        said = corp.messages[place]
        items.append(said_item(world, place, said, mine=said.sender == relation.userid))
    return sorted(items, key=lambda item: item["at"])


def last_moment(corp: Corp, mail: Mail, key: str) -> float:
    """When a chat last had something new, real time; 0 where it never had."""
    got, said = mail.got.get(key), mail.spoken.get(key)
    return max(
        corp.received[got[-1]].at if got else 0.0, corp.messages[said[-1]].at if said else 0.0
    )


def last_words(
    world: World, corp: Corp, mail: Mail, userid: str, external_userid: str
) -> dict[str, Any] | None:
    """The newest message of a member's chat, as he sees it."""
    key = pair_key(userid, external_userid)
    found: list[dict[str, Any]] = []
    for place in reversed(mail.got.get(key, ())):
        if corp.received[place].kind != SAID:
            found += got_items(world, place, corp.received[place], mine=True)[-1:]
            break
    if key in mail.spoken:
        place = mail.spoken[key][-1]
        said = corp.messages[place]
        found.append(said_item(world, place, said, mine=said.sender == userid))
    return max(found, key=lambda item: float(item["at"]), default=None)
