"""What people do with Moments: post, look, like, comment, delete."""

from typing import Any, Literal

from starlette.requests import Request

from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.areas.moments import state
from wecom_emulator.areas.moments.state import COMMENT, LIKE, Moment, Moments, Post, Reaction
from wecom_emulator.attachments import shown
from wecom_emulator.state import Corp, new_id
from wecom_emulator.world import World

from .broadcasts import Written, content_of, ids_of
from .declaring import Answer, Body, Empty, declare
from .plumbing import Act, BadRequestError, member_of
from .shapes import Fields, OfPerson

_KINDS, _MOST = frozenset({"image", "video", "link"}), 9


def _moment(corp: Corp, moment_id: object) -> Moment:
    found = corp.of(Moments).kept.get(str(moment_id))
    if found is None or found.deleted:
        message = f"no moment {moment_id}"
        raise BadRequestError(message, 404)
    return found


async def confirm(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """A member posts `moment_id`, not shown to those of `except`.

    Answers how many are in its range and how many of them can see it.
    """
    member = member_of(corp, body["userid"])
    moment = _moment(corp, body["moment_id"])
    mine = moment.posts.get(member.userid)
    if mine is None or moment.creator:
        message = f"{member.userid} has no part in {moment.moment_id}"
        raise ImpossibleActError(message)
    if world.clock.now() < moment.dispatched_at:
        message = f"{moment.moment_id} is still being dispatched"
        raise ImpossibleActError(message)
    if moment.cancelled:
        message = f"{moment.moment_id} is cancelled"
        raise ImpossibleActError(message)
    if mine.posted_at:
        message = f"{member.userid} has posted {moment.moment_id} already"
        raise ImpossibleActError(message)
    base_url = str(request.base_url).rstrip("/")
    without = ids_of(body, "except")
    post = state.post(world, corp, moment, member.userid, base_url, without=without)
    return {"range": len(post.customers), "reached": len(post.reached)}


class OwnMoment(Written):
    """A Moment of a member's own."""

    userid: str
    external_userid: list[str] | None = None
    """Who sees it; all his customers without it."""
    location: Fields | None = None
    """latitude, longitude and name."""


class Reacting(Body):
    """Who reacts, and how."""

    kind: Literal["like", "unlike", "comment"] | None = None
    """like without it."""
    userid: str | None = None
    external_userid: str | None = None
    text: str | None = None


class Posted(Answer):
    """What came of it."""

    moment_id: str
    reached: int
    """How many customers see it."""


class InRange(Answer):
    """Who sees it."""

    range: int
    reached: int


class Reactions(Answer):
    """All there are."""

    likes: int
    comments: int


class Comment(Answer):
    """A comment."""

    who: str
    text: str
    at: float
    """Real time."""


class SeenMoment(Answer):
    """A Moment on somebody's phone."""

    moment_id: str
    userid: str
    name: str
    at: float
    """Real time."""
    text: str
    attachments: list[Fields]
    location: Fields
    likes: list[str]
    comments: list[Comment]


@declare(takes=OwnMoment, answers=Posted)
async def make(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """A member posts a Moment of his own: to all his customers or only to `external_userid`."""
    member = member_of(corp, body["userid"])
    only, content = ids_of(body, "external_userid"), content_of(body)
    kinds = {each["msgtype"] for each in content.attachments}
    if len(kinds) > 1 or not kinds <= _KINDS or len(content.attachments) > _MOST:
        message = f"a Moment has up to {_MOST} pictures, one film or one link"
        raise BadRequestError(message)
    if any("media_id" not in each.get("image", ("media_id",)) for each in content.attachments):
        message = "a picture of a Moment has a media_id"
        raise BadRequestError(message)
    told = body.get("location") or {}
    now = world.clock.now()
    moment = Moment(
        new_id("mom"),
        int(now),
        content,
        {},
        now,
        public=not only,
        creator=member.userid,
        location={n: str(told[n]) for n in ("latitude", "longitude", "name")} if told else {},
    )
    corp.of(Moments).kept[moment.moment_id] = moment
    base_url = str(request.base_url).rstrip("/")
    post = state.post(world, corp, moment, member.userid, base_url, only=only or None)
    return {"moment_id": moment.moment_id, "reached": len(post.reached)}


def _seen(moment: Moment, external_userid: str, userid: str) -> Post:
    for post in moment.posts.values():
        if external_userid in post.reached and userid in {"", post.userid}:
            return post
    message = f"{external_userid} does not see {moment.moment_id}"
    raise ImpossibleActError(message)


@declare(takes=Reacting, answers=Reactions)
async def react(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """A customer (`external_userid`) or the poster himself likes, takes it back, or comments.

    `userid` says whose post; without it the first that the customer sees. With no
    `external_userid` the member `userid` reacts under his own.
    """
    moment = _moment(corp, request.path_params["moment_id"])
    kind, userid = str(body.get("kind") or LIKE), str(body.get("userid") or "")
    if kind not in {LIKE, COMMENT, "unlike"}:
        message = f"kind is like, unlike or comment, not {kind}"
        raise BadRequestError(message)
    external = str(body.get("external_userid") or "")
    if external:
        post = _seen(moment, external, userid)
    else:
        post = moment.posts.get(member_of(corp, userid).userid) or Post("")
        if not post.posted_at:
            message = f"{userid} has not posted {moment.moment_id}"
            raise ImpossibleActError(message)
    who = external or post.userid
    liked = [each for each in post.reactions if (each.kind, each.who) == (LIKE, who)]
    if bool(liked) is (kind == LIKE) and kind != COMMENT:
        message = f"{who} likes it already" if liked else f"{who} does not like it"
        raise ImpossibleActError(message)
    if kind == "unlike":
        post.reactions = [each for each in post.reactions if each not in liked]
    else:
        text = str(body.get("text") or "")
        at = world.clock.seconds()
        post.reactions.append(Reaction(kind, who, bool(external), at, text))
    world.changed()
    return {
        "likes": sum(each.kind == LIKE for each in post.reactions),
        "comments": sum(each.kind == COMMENT for each in post.reactions),
    }


@declare(answers=Empty)
async def delete(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """A Moment is deleted; WeCom's lists forget it."""
    _moment(corp, request.path_params["moment_id"]).deleted = True
    world.changed()
    return {}


@declare(asks=OfPerson, answers=list[SeenMoment])
async def read(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """The Moments that a customer sees (`external_userid`), newest first, with all reactions."""
    external = request.query_params["external_userid"]
    base_url = str(request.base_url).rstrip("/")
    rows = [
        {
            "moment_id": moment.moment_id,
            "userid": post.userid,
            "name": corp.staff[post.userid].name if post.userid in corp.staff else post.userid,
            "at": post.posted_at - world.clock.offset,
            "text": moment.content.text,
            "attachments": shown(moment.content.attachments, base_url),
            "location": moment.location,
            "likes": [each.who for each in post.reactions if each.kind == LIKE],
            "comments": [
                {"who": each.who, "text": each.text, "at": each.at - world.clock.offset}
                for each in post.reactions
                if each.kind == COMMENT
            ],
        }
        for moment in corp.of(Moments).kept.values()
        if not moment.deleted
        for post in moment.posts.values()
        if external in post.reached
    ]
    return sorted(rows, key=lambda row: float(str(row["at"])), reverse=True)


ACTS: dict[str, Act] = {
    "moments": make,
    "moments/{moment_id}/react": react,
    "moments/{moment_id}/delete": delete,
}
VIEWS: dict[str, Act] = {"moments": read}
