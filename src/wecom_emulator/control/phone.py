"""What the phone page asks: one person's chats, and what a picture of a code holds."""

import io
from dataclasses import asdict
from typing import Any

import zxingcpp
from PIL import Image, UnidentifiedImageError
from starlette.requests import Request
from starlette.responses import JSONResponse

from wecom_emulator.state import Corp, Relation
from wecom_emulator.world import World

from .chats import seen_by_person
from .plumbing import Act, BadRequestError, bytes_of

PICTURE_BYTES = 10 << 20


async def read_phone(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """Everything on the phone of one person."""
    external = request.query_params["external_userid"]
    person = corp.persons.get(external)
    if person is None:
        message = f"nobody is {external}"
        raise BadRequestError(message, 404)
    relations = corp.relations.get(external, {}).values()
    return {
        "now": world.clock.now(),
        "person": asdict(person),
        "chats": [_chat(world, corp, relation) for relation in relations],
    }


def _chat(world: World, corp: Corp, relation: Relation) -> dict[str, Any]:
    member = corp.staff.get(relation.userid)
    return {
        "userid": relation.userid,
        "name": member.name if member is not None else relation.userid,
        "here": member is not None,
        "state": relation.state,
        "added_at": relation.createtime - world.clock.offset,
        "channel": relation.channel,
        "ended_by": relation.ended_by,
        "items": seen_by_person(world, corp, relation),
    }


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


VIEWS: dict[str, Act] = {"phone": read_phone}
