"""What waits for a member in his workbench, and his yes to it."""

from typing import Any

from pydantic import Field
from starlette.requests import Request

from wecom_emulator.areas.broadcasts.state import UNSENT, Broadcasts
from wecom_emulator.areas.group_welcomes.state import notified
from wecom_emulator.areas.moments.state import Moments
from wecom_emulator.state import Corp
from wecom_emulator.world import World

from . import broadcasts, moments
from .chats import parts
from .declaring import Answer, Body, declare
from .plumbing import Act, BadRequestError, member_of
from .shapes import OfMember, Part


class Yes(Body):
    """What a member confirms."""

    userid: str
    msgid: str | None = None
    moment_id: str | None = None
    without: list[str] | None = Field(None, alias="except")
    """Customers or groups that are left out, where he may choose."""
    chat_ids: list[str] | None = None
    """Groups that get a broadcast which names none; all of his without it."""


class Todo(Answer):
    """Something that waits for a member."""

    kind: str
    at: float
    """Real time."""
    parts: list[Part]
    msgid: str | None = None
    moment_id: str | None = None
    template_id: str | None = None
    chat_type: str | None = None
    recipients: int | None = None
    targets: list[str] | None = None
    allow_select: bool | None = None
    reminders: int | None = None
    public: bool | None = None
    """Whether all his customers see the Moment."""


@declare(
    takes=Yes,
    answers=broadcasts.Outcomes | moments.InRange,
)
async def confirm(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """A member confirms a broadcast (`msgid`) or posts a Moment (`moment_id`)."""
    if body.get("msgid"):
        return await broadcasts.confirm(world, corp, body, request)
    if body.get("moment_id"):
        return await moments.confirm(world, corp, body, request)
    message = "neither msgid nor moment_id"
    raise BadRequestError(message)


@declare(asks=OfMember, answers=list[Todo])
async def read(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """All that a member (`userid`) may do now, oldest first.

    `kind` is broadcast, moment or group_welcome; `recipients` counts customers or groups, of
    groups that he chooses himself it is null.
    """
    member = member_of(corp, request.query_params["userid"])
    now, offset = world.clock.now(), world.clock.offset
    rows: list[dict[str, Any]] = []
    for broadcast in corp.of(Broadcasts).kept.values():
        task = broadcast.tasks.get(member.userid)
        if task is None or task.status != UNSENT or broadcast.cancelled:
            continue
        if now >= broadcast.dispatched_at:
            content = broadcast.content
            rows.append(
                {
                    "kind": "broadcast",
                    "msgid": broadcast.msgid,
                    "chat_type": broadcast.chat_type,
                    "at": broadcast.create_time - offset,
                    "parts": parts(
                        world, {"text": content.text, "attachments": content.attachments}
                    ),
                    "recipients": len(task.targets) or None,
                    "targets": task.targets,
                    "allow_select": broadcast.allow_select,
                    "reminders": len(broadcast.reminders),
                }
            )
    for moment in corp.of(Moments).kept.values():
        post = moment.posts.get(member.userid)
        if post is None or post.posted_at or moment.cancelled or moment.deleted:
            continue
        if now >= moment.dispatched_at:
            content = moment.content
            rows.append(
                {
                    "kind": "moment",
                    "moment_id": moment.moment_id,
                    "at": moment.create_time - offset,
                    "parts": parts(
                        world, {"text": content.text, "attachments": content.attachments}
                    ),
                    "public": moment.public,
                }
            )
    rows += [
        {
            "kind": "group_welcome",
            "template_id": template.template_id,
            "at": template.create_time - offset,
            "parts": parts(
                world,
                {"text": template.content.text, "attachments": template.content.attachments},
            ),
        }
        for template in notified(corp, member.userid)
    ]
    return sorted(rows, key=lambda row: float(row["at"]))


ACTS: dict[str, Act] = {"confirm": confirm, **broadcasts.ACTS, **moments.ACTS}
VIEWS: dict[str, Act] = {"todos": read, **moments.VIEWS}
