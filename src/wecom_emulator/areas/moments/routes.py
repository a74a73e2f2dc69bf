"""Moments that members post (documents 93506, 95094, 97612, 93333)."""

import asyncio
import io
from typing import Any

from PIL import Image

from wecom_emulator import paging
from wecom_emulator.areas.strategies.routes import verbs
from wecom_emulator.areas.strategies.state import MOMENTS as MOMENT_STRATEGIES
from wecom_emulator.calls import Call, Verb
from wecom_emulator.paging import Over
from wecom_emulator.state import Media, new_id
from wecom_emulator.timers import Handler
from wecom_emulator.uploads import MOMENTS, Uploads

from . import checks, state
from .state import COMMENT, LIKE, Job, Moment, Post

MADE, RUNNING, FINISHED = 1, 2, 3
_COVER = (320, 180)


async def add(call: Call) -> dict[str, Any]:
    """Begin a job that makes a Moment."""
    job = checks.job(call)
    if any(each["msgtype"] == "video" for each in job.content.attachments):
        job.thumb_media_id = await _keep_cover(call)
    state.begin(call.world, call.corp, job, checks.MONTH)
    return {"jobid": job.jobid}


def _cover() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", _COVER, "black").save(buffer, "JPEG")
    return buffer.getvalue()


async def _keep_cover(call: Call) -> str:
    """A film's cover; WeCom takes its first frame, here it is black."""
    media_id = new_id("3", 60)
    expires_at = call.world.clock.now() + call.world.limits.media_seconds
    media = Media(call.corp.corpid, "image", "cover.jpg", "image/jpeg", expires_at)
    call.corp.of(Uploads).scenes[media_id] = MOMENTS
    await call.world.keep_media(media_id, media, await asyncio.to_thread(_cover))
    return media_id


def _result(job: Job) -> dict[str, Any]:
    return {
        "errcode": 0,
        "errmsg": "ok",
        "moment_id": job.moment_id,
        "invalid_sender_list": {
            "user_list": job.invalid_users,
            "department_list": job.invalid_departments,
        },
        "invalid_external_contact_list": {"tag_list": job.invalid_tags},
    }


async def read_job(call: Call) -> dict[str, Any]:
    """How far a job is."""
    job = checks.known_job(call)
    told: dict[str, Any] = {"type": "add_moment_task"}
    if job.moment_id:
        return {"status": FINISHED, **told, "result": _result(job)}
    half = (job.created_at + job.finishes_at) / 2
    return {"status": RUNNING if call.world.clock.now() >= half else MADE, **told}


async def cancel(call: Call) -> dict[str, Any]:
    """Stop who has not posted yet."""
    checks.moment(call, by_corp=True).cancelled = True
    call.world.changed()
    return {}


def _moment(moment: Moment) -> dict[str, Any]:
    told: dict[str, Any] = {"moment_id": moment.moment_id}
    if moment.creator:
        told["creator"] = moment.creator
    told["create_time"] = moment.create_time
    told["create_type"] = 1 if moment.creator else 0
    told["visible_type"] = 1 if moment.public else 0
    if moment.content.text:
        told["text"] = {"content": moment.content.text}
    for attachment in moment.content.attachments:
        kind = attachment["msgtype"]
        body = attachment[kind]
        if kind == "image":
            told.setdefault("image", []).append({"media_id": body["media_id"]})
        elif kind == "video":
            told["video"] = {
                "media_id": body["media_id"],
                "thumb_media_id": moment.thumb_media_id,
            }
        else:
            told["link"] = {"title": body.get("title", ""), "url": body["url"]}
    if moment.location:
        told["location"] = moment.location
    return told


async def list_moments(call: Call) -> dict[str, Any]:
    """Page through Moments."""
    rows, cursor = paging.page(
        list(checks.listed(call)),
        call.body,
        default=20,
        most=20,
        over=Over.RESET,
        name="moments",
    )
    return {"moment_list": [_moment(each) for each in rows], "next_cursor": cursor}


async def list_tasks(call: Call) -> dict[str, Any]:
    """Who has posted."""
    moment = checks.dispatched(call, by_corp=True)
    rows, cursor = paging.page(
        list(moment.posts.values()),
        call.body,
        default=500,
        most=1000,
        over=Over.RESET,
        name=f"posts {moment.moment_id}",
    )
    return {
        "task_list": [
            {"userid": post.userid, "publish_status": 1 if post.posted_at else 0} for post in rows
        ],
        "next_cursor": cursor,
    }


async def list_customers(call: Call) -> dict[str, Any]:
    """The range that a member chose when he posted."""
    moment, post = checks.posted(call)
    rows, cursor = paging.page(
        post.customers,
        call.body,
        default=500,
        most=1000,
        over=Over.RESET,
        name=f"range {moment.moment_id} {post.userid}",
    )
    return {
        "customer_list": [{"userid": post.userid, "external_userid": each} for each in rows],
        "next_cursor": cursor,
    }


async def list_reached(call: Call) -> dict[str, Any]:
    """Who can see a member's post."""
    moment, post = checks.posted(call)
    rows, cursor = paging.page(
        post.reached,
        call.body,
        default=3000,
        most=5000,
        over=Over.RESET,
        name=f"reached {moment.moment_id} {post.userid}",
    )
    return {"customer_list": [{"external_userid": each} for each in rows], "next_cursor": cursor}


def _reactions(post: Post, kind: str) -> list[dict[str, Any]]:
    return [
        {"external_userid" if each.by_customer else "userid": each.who, "create_time": each.at}
        for each in post.reactions
        if each.kind == kind
    ]


async def list_comments(call: Call) -> dict[str, Any]:
    """Likes and comments, without their words."""
    _, post = checks.posted(call)
    return {"comment_list": _reactions(post, COMMENT), "like_list": _reactions(post, LIKE)}


VERBS = {
    **verbs(MOMENT_STRATEGIES),
    "externalcontact/add_moment_task": Verb(
        "POST",
        add,
        document="95094",
        open=(
            "A range without one good sender is refused with 60011, without one good tag with"
            " 40068; some bad ones stand in the job's result. Nobody to post it is no error. How"
            " many jobs may run (41078) is no documented number; ours is 10."
        ),
    ),
    "externalcontact/get_moment_task_result": Verb(
        "GET",
        read_job,
        document="95094",
        open="A job is 1 for the first half of its time and 2 for the second; 40089 after a day.",
    ),
    "externalcontact/cancel_moment_task": Verb(
        "POST", cancel, document="97612", open="A second time answers 0."
    ),
    "externalcontact/get_moment_list": Verb(
        "POST",
        list_moments,
        {"moment_list": []},
        document="93333",
        open="The order is ours, oldest first; a film's cover is black here.",
    ),
    "externalcontact/get_moment_task": Verb(
        "POST", list_tasks, {"task_list": []}, document="93333"
    ),
    "externalcontact/get_moment_customer_list": Verb(
        "POST", list_customers, {"customer_list": []}, document="93333"
    ),
    "externalcontact/get_moment_send_result": Verb(
        "POST",
        list_reached,
        {"customer_list": []},
        document="93333",
        open="Who deleted the member before he posted does not see it.",
    ),
    "externalcontact/get_moment_comments": Verb(
        "POST", list_comments, {"comment_list": [], "like_list": []}, document="93333"
    ),
}
TIMERS: dict[str, Handler] = {state.FINISH: state.finish}
