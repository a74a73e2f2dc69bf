"""What somebody says on a page of the JS-SDK, and what a customer agrees to."""

import base64
import binascii
from typing import Any

from starlette.requests import Request

from wecom_emulator import acts
from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.areas.media.state import keep
from wecom_emulator.areas.welcomes.state import Consents
from wecom_emulator.state import Corp
from wecom_emulator.uploads import VOICE, Uploads
from wecom_emulator.world import World

from .declaring import Answer, Body, declare
from .plumbing import Act, BadRequestError, relation_of
from .shapes import Pair


def _bytes(body: dict[str, Any], name: str) -> bytes:
    try:
        return base64.b64decode(str(body[name]), validate=True)
    except (ValueError, binascii.Error):
        message = f"{name} is no base64"
        raise BadRequestError(message) from None


class Voice(Body):
    """A voice in both forms, base64."""

    amr: str
    speex: str


class MediaId(Answer):
    """Where it is kept."""

    media_id: str


class Code(Answer):
    """The code of the event."""

    welcome_code: str | None


@declare(takes=Voice, answers=MediaId)
async def say_aloud(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A page uploads a voice (uploadVoice): `amr` of 8 kHz and `speex` of 16 kHz, in base64.

    Answers the `media_id` that both media/get and media/get/jssdk take.
    """
    low, high = _bytes(body, "amr"), _bytes(body, "speex")
    media_id, _now = await keep(world, corp, "voice", ("voice.amr", "voice/amr", low), VOICE)
    speex, _now = await keep(world, corp, "voice", ("voice.speex", "voice/speex", high), VOICE)
    corp.of(Uploads).speex[media_id] = speex
    world.changed()
    return {"media_id": media_id}


@declare(takes=Pair, answers=Code, tells=("msg_audit_approved",))
async def agree(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A customer agrees to the archive of his chats with a member; the apps are told.

    Answers the welcome code of that event; none where one was used before or the two talk.
    """
    relation = relation_of(corp, body["userid"], body["external_userid"])
    if relation.state not in {"whole", "half"}:
        message = f"the relation is {relation.state}, so there is nothing to agree to"
        raise ImpossibleActError(message)
    if not corp.of(Consents).give(relation.userid, relation.external_userid):
        message = f"{relation.external_userid} has agreed already"
        raise ImpossibleActError(message)
    code = None if relation.welcomed else acts.issue_code(world, corp, relation, "consent")
    fields = {
        "Event": acts.CONTACT,
        "ChangeType": "msg_audit_approved",
        "UserID": relation.userid,
        "ExternalUserID": relation.external_userid,
    }
    if code is not None:
        fields["WelcomeCode"] = code.code
    world.deliveries.send(corp, fields, code=code)
    world.changed()
    return {"welcome_code": code.code if code is not None else None}


ACTS: dict[str, Act] = {"voices": say_aloud, "consent": agree}
