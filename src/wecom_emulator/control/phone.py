"""What the phone page asks: one person's chats, and what a picture of a code holds."""

import io
from dataclasses import asdict
from typing import Any

import zxingcpp
from PIL import Image, UnidentifiedImageError
from starlette.requests import Request
from starlette.responses import JSONResponse

from wecom_emulator.state import Corp, Person, Relation
from wecom_emulator.world import World

from .chats import got_items, mail_of, seen_by_person
from .declaring import Answer, declare
from .group_chats import groups_of, shown_group
from .plumbing import Act, BadRequestError, bytes_of
from .shapes import GroupRow, Item, OfPerson

PICTURE_BYTES = 10 << 20
MOST_ROWS = 200


class OwnChat(Answer):
    """A chat with a member."""

    userid: str
    name: str
    here: bool
    """False once the member left the company."""
    state: str
    added_at: float
    """Real time."""
    createtime: int
    channel: str
    ended_by: str
    items: list[Item]


class Phone(Answer):
    """A phone."""

    now: float
    person: Person
    chats: list[OwnChat]
    groups: list[GroupRow]


class OfHistory(OfPerson):
    """Whose, and how much."""

    limit: int = 50


class HistoryRow(Answer):
    """Something he received."""

    id: str
    at: float
    """Real time."""
    clock: float
    """The emulator's time."""
    kind: str
    userid: str
    name: str
    group: str | None
    parts: list[Item]


class History(Answer):
    """What he received."""

    now: float
    total: int
    rows: list[HistoryRow]


class Text(Answer):
    """What the code holds."""

    content: str


def _person(corp: Corp, external: str) -> Person:
    person = corp.persons.get(external)
    if person is None:
        message = f"nobody is {external}"
        raise BadRequestError(message, 404)
    return person


@declare(asks=OfPerson, answers=Phone)
async def read_phone(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """Everything on the phone of one person: chats whole, groups with their last words."""
    external = request.query_params["external_userid"]
    person = _person(corp, external)
    relations = corp.between(external).values()
    return {
        "now": world.clock.now(),
        "person": asdict(person),
        "chats": [_chat(world, corp, relation) for relation in relations],
        "groups": [
            shown_group(world, corp, group, external) for group in groups_of(corp, external)
        ],
    }


def _chat(world: World, corp: Corp, relation: Relation) -> dict[str, Any]:
    member = corp.staff.get(relation.userid)
    return {
        "userid": relation.userid,
        "name": member.name if member is not None else relation.userid,
        "here": member is not None,
        "state": relation.state,
        "added_at": relation.createtime - world.clock.offset,
        "createtime": relation.createtime,
        "channel": relation.channel,
        "ended_by": relation.ended_by,
        "items": seen_by_person(world, corp, relation),
    }


@declare(asks=OfHistory, answers=History)
async def read_history(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """What a person received, newest first: `kind`, from whom, in which group, all parts.

    `limit` is at most 200; `total` counts all. `clock` is the emulator's time.
    """
    query = request.query_params
    external = _person(corp, query["external_userid"]).external_userid
    limit = max(1, min(int(query.get("limit", "50")), MOST_ROWS))
    places = mail_of(corp).of_person.get(external, [])
    return {
        "now": world.clock.now(),
        "total": len(places),
        "rows": [_received(world, corp, place) for place in reversed(places[-limit:])],
    }


def _received(world: World, corp: Corp, place: int) -> dict[str, Any]:
    got = corp.received[place]
    group = corp.groups.get(str(got.body.get("chat_id")))
    member = corp.staff.get(got.userid) or corp.leavers.get(got.userid)
    return {
        "id": f"r{place}",
        "at": got.at,
        "clock": world.clock.then(got.at),
        "kind": got.kind,
        "userid": got.userid,
        "name": member.name if member is not None else got.userid,
        "group": group.name if group is not None else None,
        "parts": got_items(world, place, got, mine=False),
    }


@declare(picture=True, answers=Text)
async def read_qr(request: Request) -> JSONResponse:
    """The text a picture of a QR code holds; the body is the picture."""
    content = await bytes_of(request, PICTURE_BYTES)
    try:
        picture = Image.open(io.BytesIO(content)).convert("L")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError):
        return JSONResponse({"error": "this is no picture"}, 400)
    found = zxingcpp.read_barcodes(
        picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    if not found:
        return JSONResponse({"error": "there is no QR code in the picture"}, 404)
    return JSONResponse({"content": found[0].text})


VIEWS: dict[str, Act] = {"phone": read_phone, "phone/received": read_history}
