"""What a member's workbench shows beside his to-dos: whom one would reach, and what is done."""

from typing import Any

from pydantic import Field
from starlette.requests import Request

from wecom_emulator.areas.broadcasts.state import CONFIRMED, GROUP, Broadcast, Broadcasts, owned
from wecom_emulator.areas.moments.state import COMMENT, LIKE, Moment, Moments, Reaction, carries
from wecom_emulator.attachments import Content
from wecom_emulator.greeting import GroupWelcomes, Template
from wecom_emulator.state import Corp
from wecom_emulator.world import World

from .broadcasts import Outcomes, summary
from .chats import parts
from .declaring import Answer, declare
from .plumbing import Act, BadRequestError, member_of
from .shapes import OfMember, Part, Search

MOST_ROWS = 100


class OfDone(OfMember):
    """Whose, and how much."""

    limit: int = 20


class AllOutcomes(Outcomes):
    """How many of each."""

    left_out: int


class ReactionRow(Answer):
    """Who reacted."""

    name: str
    customer: bool
    text: str
    clock: float


class DoneRow(Answer):
    """Something that is done or was called off."""

    kind: str
    id: str
    clock: float
    """The emulator's time."""
    cancelled: bool
    own: bool
    """Whether the member made it himself."""
    parts: list[Part]
    chat_type: str = ""
    outcomes: AllOutcomes | None = None
    range: int = 0
    reached: int = 0
    likes: list[ReactionRow] = Field(default_factory=list)
    comments: list[ReactionRow] = Field(default_factory=list)
    groups: list[str] = Field(default_factory=list)


class Reach(OfMember, Search):
    """Whose part of what."""

    msgid: str | None = None
    moment_id: str | None = None


class Recipient(Answer):
    """A customer or a group."""

    id: str
    name: str
    remark: str
    members: int | None
    """Of a group."""


class Recipients(Answer):
    """Whom it would reach."""

    total: int
    rows: list[Recipient]


def _parts(world: World, content: Content) -> list[dict[str, Any]]:
    return parts(world, {"text": content.text, "attachments": content.attachments})


def _name(corp: Corp, who: str) -> str:
    known = corp.persons.get(who) or corp.staff.get(who)
    return known.name if known is not None else who


def _broadcast(world: World, broadcast: Broadcast, userid: str) -> dict[str, Any]:
    task = broadcast.tasks[userid]
    # Who was left out has no outcome.
    rest = set(task.targets) - set(task.outcomes) if task.status == CONFIRMED else set()
    return {
        "kind": "broadcast",
        "id": broadcast.msgid,
        "chat_type": broadcast.chat_type,
        "clock": task.send_time or broadcast.create_time,
        "cancelled": task.status != CONFIRMED,
        "own": broadcast.creator == userid,
        "parts": _parts(world, broadcast.content),
        "outcomes": summary(task.outcomes) | {"left_out": len(rest)},
    }


def _reaction(corp: Corp, reaction: Reaction) -> dict[str, Any]:
    return {
        "name": _name(corp, reaction.who),
        "customer": reaction.by_customer,
        "text": reaction.text,
        "clock": reaction.at,
    }


def _moment(world: World, corp: Corp, moment: Moment, userid: str) -> dict[str, Any]:
    post = moment.posts[userid]
    told: dict[str, list[dict[str, Any]]] = {LIKE: [], COMMENT: []}
    for reaction in post.reactions:
        told[reaction.kind].append(_reaction(corp, reaction))
    return {
        "kind": "moment",
        "id": moment.moment_id,
        "clock": post.posted_at or moment.create_time,
        "cancelled": not post.posted_at,
        "own": moment.creator == userid,
        "parts": _parts(world, moment.content),
        "range": len(post.customers),
        "reached": len(post.reached),
        "likes": told[LIKE],
        "comments": told[COMMENT],
    }


def _template(world: World, template: Template, groups: list[str]) -> dict[str, Any]:
    return {
        "kind": "group_welcome",
        "id": template.template_id,
        "clock": template.create_time,
        "cancelled": False,
        "own": False,
        "parts": _parts(world, template.content),
        "groups": groups,
    }


@declare(asks=OfDone, answers=list[DoneRow])
async def read_done(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """What a member (`userid`) sent, posted and applied, and what was called off, newest first.

    Broadcasts tell their `outcomes`, Moments their `likes` and `comments`, welcomes their
    `groups`; `clock` is the emulator's time, `limit` at most 100.
    """
    member = member_of(corp, request.query_params["userid"]).userid
    limit = max(1, min(int(request.query_params.get("limit", "20")), MOST_ROWS))
    rows = [
        _broadcast(world, each, member)
        for each in corp.of(Broadcasts).kept.values()
        if member in each.tasks and (each.cancelled or each.tasks[member].status == CONFIRMED)
    ]
    rows += [
        _moment(world, corp, each, member)
        for each in corp.of(Moments).kept.values()
        if member in each.posts
        and not each.deleted
        and (each.cancelled or each.posts[member].posted_at)
    ]
    kept = corp.of(GroupWelcomes)
    mine = {chat_id: corp.groups[chat_id].name for chat_id in owned(corp, member)}
    for template in kept.kept.values():
        applied = [
            name for chat, name in mine.items() if kept.applied.get(chat) == template.template_id
        ]
        if applied:
            rows.append(_template(world, template, applied))
    return sorted(rows, key=lambda row: float(row["clock"]), reverse=True)[:limit]


def _range(corp: Corp, userid: str, query: Any) -> list[str]:
    """Whom a member would reach."""
    if "msgid" in query:
        broadcast = corp.of(Broadcasts).kept.get(query["msgid"])
        task = broadcast.tasks.get(userid) if broadcast is not None else None
        if broadcast is None or task is None:
            message = f"{userid} has no part in {query['msgid']}"
            raise BadRequestError(message, 404)
        chooses = broadcast.chat_type == GROUP and not task.targets
        return owned(corp, userid) if chooses else task.targets
    if "moment_id" in query:
        moment = corp.of(Moments).kept.get(query["moment_id"])
        if moment is None or userid not in moment.posts:
            message = f"{userid} has no part in {query['moment_id']}"
            raise BadRequestError(message, 404)
        theirs = [each.external_userid for each in corp.customers_of([userid])]
        if not moment.tags:
            return theirs
        return [each for each in theirs if carries(corp, each, moment.tags)]
    return owned(corp, userid)


@declare(asks=Reach, answers=Recipients)
async def read_recipients(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """Whom a member (`userid`) would reach with his part of `msgid` or `moment_id`.

    Without either the groups he owns. Customers or groups with names; `q` looks in names and
    remarks, `limit` is at most 100, `total` counts all.
    """
    del world
    query = request.query_params
    member = member_of(corp, query["userid"]).userid
    wanted = query.get("q", "").strip().lower()
    limit = max(1, min(int(query.get("limit", "50")), MOST_ROWS))
    found = _range(corp, member, query)
    rows: list[dict[str, Any]] = []
    for each in found:
        group, relation = corp.groups.get(each), corp.relation(member, each)
        name = group.name if group is not None else _name(corp, each)
        remark = relation.remark if relation is not None else ""
        if wanted in f"{name}\n{remark}".lower():
            members = len(group.members) if group is not None else None
            rows.append({"id": each, "name": name, "remark": remark, "members": members})
        if len(rows) == limit:
            break
    return {"total": len(found), "rows": rows}


VIEWS: dict[str, Act] = {"desk/done": read_done, "desk/recipients": read_recipients}
