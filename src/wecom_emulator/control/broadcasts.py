"""What members do with broadcasts: send those of the corp, make their own."""

from typing import Any, Literal

from starlette.requests import Request

from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.areas.broadcasts import state
from wecom_emulator.areas.broadcasts.state import (
    GROUP,
    SINGLE,
    Broadcast,
    Broadcasts,
    Outcome,
    Task,
)
from wecom_emulator.attachments import SHAPES, Content, read_fields
from wecom_emulator.errors import RefusalError
from wecom_emulator.state import Corp
from wecom_emulator.world import World

from .declaring import Answer, Body, declare
from .plumbing import Act, BadRequestError, member_of
from .shapes import Fields

_WORDS = {
    state.SENT: "sent",
    state.NO_FRIEND: "no_friend",
    state.HAD_TOO_MANY: "had_too_many",
}


def content_of(body: dict[str, Any]) -> Content:
    """Text and attachments as a member wrote them, in the shapes of WeCom's API."""
    text = body.get("text") or ""
    words = str(text.get("content") or "") if isinstance(text, dict) else str(text)
    attachments = [_attachment(each) for each in body.get("attachments") or []]
    if not words and not attachments:
        message = "text and attachments are both empty"
        raise BadRequestError(message)
    return Content(words, attachments)


def _attachment(given: dict[str, Any]) -> dict[str, Any]:
    kind = str(given["msgtype"])
    if kind not in SHAPES:
        message = f"msgtype is one of {', '.join(SHAPES)}, not {kind}"
        raise BadRequestError(message)
    try:
        return {"msgtype": kind, kind: read_fields(kind, dict(given[kind]))}
    except RefusalError as error:
        raise BadRequestError(error.text) from None


def ids_of(body: dict[str, Any], name: str) -> list[str]:
    """A list of ids; raises BadRequestError."""
    found = body.get(name) or []
    if not isinstance(found, list):
        message = f"{name} is a list"
        raise BadRequestError(message)
    return list(dict.fromkeys(str(each) for each in found))


def summary(outcomes: dict[str, Outcome]) -> dict[str, int]:
    """How many of each outcome."""
    return {
        word: sum(each.status == status for each in outcomes.values())
        for status, word in _WORDS.items()
    }


def _waiting(broadcast: Broadcast, task: Task | None, userid: str, now: float) -> Task:
    if task is None:
        message = f"{userid} has no part in {broadcast.msgid}"
        raise ImpossibleActError(message)
    if now < broadcast.dispatched_at:
        message = f"{broadcast.msgid} is still being dispatched"
        raise ImpossibleActError(message)
    if broadcast.cancelled:
        message = f"{broadcast.msgid} is cancelled"
        raise ImpossibleActError(message)
    if task.status != state.UNSENT:
        message = f"{userid} has sent his part of {broadcast.msgid} already"
        raise ImpossibleActError(message)
    return task


async def confirm(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """A member sends his part of `msgid`, `except` some where he may choose.

    Of a broadcast to groups without a list he sends to `chat_ids`, all that he owns by default.
    Answers how many were `sent`, how many are `no_friend` any more, how many `had_too_many`.
    """
    member = member_of(corp, body["userid"])
    broadcast = corp.of(Broadcasts).kept.get(str(body["msgid"]))
    if broadcast is None:
        message = f"no broadcast {body['msgid']}"
        raise BadRequestError(message, 404)
    task = broadcast.tasks.get(member.userid)
    task = _waiting(broadcast, task, member.userid, world.clock.now())
    without = set(ids_of(body, "except"))
    if without and broadcast.chat_type == SINGLE and not broadcast.allow_select:
        message = f"{broadcast.msgid} was made without allow_select: its choice stands"
        raise ImpossibleActError(message)
    targets = task.targets
    if broadcast.chat_type == GROUP:
        theirs = state.owned(corp, member.userid)
        targets = targets or ids_of(body, "chat_ids") or theirs
        if not set(targets) <= set(theirs) | set(task.targets):
            message = f"{member.userid} does not own all of these groups"
            raise ImpossibleActError(message)
    chosen = [to for to in targets if to not in without]
    state.send(world, corp, broadcast, task, chosen, str(request.base_url).rstrip("/"))
    return summary(task.outcomes)


class Written(Body):
    """What is sent."""

    text: str | Fields | None = None
    """The words, or `{"content": …}`; may be left out where there are attachments."""
    attachments: list[Fields] | None = None
    """In the shapes of WeCom's API: `{"msgtype": "link", "link": {…}}`."""


class OwnBroadcast(Written):
    """A broadcast of a member's own."""

    userid: str
    chat_type: Literal["single", "group"] | None = None
    """single without it."""
    external_userid: list[str] | None = None
    chat_ids: list[str] | None = None


class Outcomes(Answer):
    """How many of each."""

    sent: int
    no_friend: int
    had_too_many: int


class Sent(Outcomes):
    """What came of it."""

    msgid: str


@declare(takes=OwnBroadcast, answers=Sent)
async def make(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """A member makes a broadcast of his own and sends it at once.

    To `external_userid`, all his customers by default, or with `chat_type` group to `chat_ids`.
    """
    member = member_of(corp, body["userid"])
    chat_type = str(body.get("chat_type") or SINGLE)
    if chat_type not in {SINGLE, GROUP}:
        message = f"chat_type is single or group, not {chat_type}"
        raise BadRequestError(message)
    if chat_type == SINGLE:
        theirs = [r.external_userid for r in corp.customers_of([member.userid])]
        wanted = ids_of(body, "external_userid") or theirs
    else:
        theirs = state.owned(corp, member.userid)
        wanted = ids_of(body, "chat_ids") or theirs
    if not wanted or not set(wanted) <= set(theirs):
        message = f"these are not all customers or groups of {member.userid}"
        raise ImpossibleActError(message)
    made = state.make(
        world, corp, chat_type, content_of(body), {member.userid: wanted}, creator=member.userid
    )
    task = made.tasks[member.userid]
    state.send(world, corp, made, task, wanted, str(request.base_url).rstrip("/"))
    return {"msgid": made.msgid, **summary(task.outcomes)}


ACTS: dict[str, Act] = {"broadcasts": make}
