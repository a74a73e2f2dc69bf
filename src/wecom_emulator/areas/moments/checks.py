"""What WeCom looks at before it does anything: a new Moment's words, pictures and range."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

from wecom_emulator import fields, uploads
from wecom_emulator.attachments import Content
from wecom_emulator.calls import MISSING_MEMBER, Call
from wecom_emulator.errors import NO_PRIVILEGE, TOO_OFTEN, refuse_field
from wecom_emulator.state import below, new_id
from wecom_emulator.uploads import FILMS, MOMENTS, PICTURES

from .errors import (
    DISPATCHING,
    EMPTY,
    EXPIRED_JOB,
    INVALID_KINDS,
    INVALID_MESSAGE,
    INVALID_TEXT,
    MISSING_ID,
    MONTH_FULL,
    NOT_HIS,
    NOT_OPENED,
    NOT_POSTED,
    TOO_MANY_ATTACHMENTS,
    TOO_MANY_JOBS,
    UNKNOWN_ID,
    UNKNOWN_JOB,
    UNKNOWN_TAG,
    WRONG_KIND,
)
from .state import Job, Moment, Moments, Post

MINUTE, MONTH = 60, 31 * 24 * 3600
LONGEST_SPAN = 30 * 24 * 3600
_MOST_OF = {"image": 9, "video": 1, "link": 1}
_TITLE, _TITLE_BYTES, _ADDRESS = 64, 128, 2048
_SCENES = frozenset({MOMENTS})
_SHANGHAI = timezone(timedelta(hours=8))


def job(call: Call) -> Job:
    """Everything of add_moment_task."""
    if not call.corp.switches.moments_open:
        raise NOT_OPENED.error()
    said = content(call, call.body)
    wanted = fields.optional_object(call.body, "visible_range")
    members, bad_users, bad_departments = _senders(
        call, fields.optional_object(wanted, "sender_list")
    )
    tags, bad_tags = _tags(call, fields.optional_object(wanted, "external_contact_list"))
    _limits(call)
    now = call.world.clock.now()
    return Job(
        new_id("job", 40),
        now,
        now + call.corp.switches.jobs_take_seconds,
        said,
        members,
        tags,
        call.app.agentid,
        bad_users,
        bad_departments,
        bad_tags,
    )


def content(call: Call, body: dict[str, Any]) -> Content:
    """A text and attachments of one kind, not both empty."""
    text = fields.optional_text(fields.optional_object(body, "text"), "content")
    limits = call.world.limits
    if len(text) > limits.moment_characters or len(text.encode()) > limits.text_bytes:
        raise INVALID_TEXT.error()
    given = fields.objects(body, "attachments")
    if not text and not given:
        raise EMPTY.error()
    kinds = [each.get("msgtype") for each in given]
    if not all(isinstance(kind, str) and kind in _MOST_OF for kind in kinds):
        raise INVALID_KINDS.error()
    if any(kind != kinds[0] for kind in kinds):
        raise INVALID_KINDS.error()
    if given and len(given) > _MOST_OF[str(kinds[0])]:
        raise TOO_MANY_ATTACHMENTS.error()
    return Content(text, [_attachment(call, str(each["msgtype"]), each) for each in given])


def _attachment(call: Call, kind: str, given: dict[str, Any]) -> dict[str, Any]:
    told = given.get(kind)
    if not isinstance(told, dict):
        raise INVALID_MESSAGE.error()
    read = {}
    if kind == "link":
        title = fields.optional_text(told, "title", most=_TITLE)
        if title and fields.length(title, "bytes") > _TITLE_BYTES:
            refuse_field("title", f"exceed max length {_TITLE_BYTES}")
        read["title"] = title
        read["url"] = fields.text(told, "url", most=_ADDRESS, unit="bytes", missing=INVALID_MESSAGE)
    media_id = fields.text(told, "media_id", missing=INVALID_MESSAGE)
    uploads.find(call, media_id, FILMS if kind == "video" else PICTURES, _SCENES)
    return {"msgtype": kind, kind: {**read, "media_id": media_id}}


def _senders(call: Call, wanted: dict[str, Any]) -> tuple[list[str] | None, list[str], list[int]]:
    users = fields.strings(wanted, "user_list", most=call.world.limits.moment_senders)
    departments = fields.integers(wanted, "department_list")
    if not users and not departments:
        return None, [], []
    known = {name: member for name in dict.fromkeys(users) if (member := call.corp.member(name))}
    seen = {name: m for name, m in known.items() if call.app.sees(m, call.corp.departments)}
    bad_users = [name for name in dict.fromkeys(users) if name not in seen]
    visible = call.visible_staff()
    good = [
        id_
        for id_ in dict.fromkeys(departments)
        if id_ in call.corp.departments and call.app.sees_department(id_, call.corp.departments)
    ]
    members = dict.fromkeys(member.userid for member in seen.values())
    for member in visible:
        if good and any(below(call.corp.departments, mine, good) for mine in member.department):
            members[member.userid] = None
    if not members and not good:
        raise NO_PRIVILEGE.error()
    return list(members), bad_users, [d for d in dict.fromkeys(departments) if d not in set(good)]


def _tags(call: Call, wanted: dict[str, Any]) -> tuple[list[str], list[str]]:
    tags = list(dict.fromkeys(fields.strings(wanted, "tag_list")))
    known = {tag.id for group in call.corp.tag_groups.values() for tag in group.tags}
    good = [tag for tag in tags if tag in known]
    if tags and not good:
        raise UNKNOWN_TAG.error()
    return good, [tag for tag in tags if tag not in known]


def _limits(call: Call) -> None:
    kept, limits, now = call.corp.of(Moments), call.world.limits, call.world.clock.now()
    if sum(at > now - MINUTE for at in kept.made) >= limits.moments_a_minute:
        raise TOO_OFTEN.error()
    month = datetime.fromtimestamp(now, _SHANGHAI).replace(
        day=1, hour=0, minute=0, second=0, microsecond=0
    )
    if sum(at >= month.timestamp() for at in kept.made) >= limits.moments_a_month:
        raise MONTH_FULL.error()
    if kept.running() >= limits.moment_jobs:
        raise TOO_MANY_JOBS.error()


def known_job(call: Call) -> Job:
    """The job that `jobid` of the query names, for 24 hours."""
    found = call.corp.of(Moments).jobs.get(call.query.get("jobid", ""))
    if found is None:
        raise UNKNOWN_JOB.error()
    if call.world.clock.now() > found.created_at + call.world.limits.job_seconds:
        raise EXPIRED_JOB.error()
    return found


def moment(call: Call, *, by_corp: bool = False) -> Moment:
    """The one that `moment_id` names; with `by_corp` a personal one is refused (41067)."""
    found = call.corp.of(Moments).kept.get(fields.text(call.body, "moment_id", missing=MISSING_ID))
    if found is None or found.deleted:
        raise UNKNOWN_ID.error()
    if by_corp and found.creator:
        raise WRONG_KIND.error()
    return found


def dispatched(call: Call, *, by_corp: bool = False) -> Moment:
    """The same once it has reached its members (41079)."""
    found = moment(call, by_corp=by_corp)
    if call.world.clock.now() < found.dispatched_at:
        raise DISPATCHING.error()
    return found


def posted(call: Call) -> tuple[Moment, Post]:
    """A Moment and what the member named by `userid` posted of it."""
    found = dispatched(call)
    userid = fields.text(call.body, "userid", missing=MISSING_MEMBER).lower()
    mine = next((p for p in found.posts.values() if p.userid.lower() == userid), None)
    if mine is None:
        raise NOT_HIS.error()
    if not mine.posted_at:
        raise NOT_POSTED.error()
    return found, mine


def listed(call: Call) -> Iterator[Moment]:
    """Those that get_moment_list asks for: made after `start_time` and before `end_time`."""
    start = fields.integer(call.body, "start_time", least=0)
    end = fields.integer(call.body, "end_time", least=0)
    if end < start or end - start > LONGEST_SPAN:
        refuse_field("end_time", "is out of range")
    kind = fields.integer(call.body, "filter_type", 2, least=0, most=2)
    creator = fields.optional_text(call.body, "creator").lower()
    return (
        each
        for each in call.corp.of(Moments).kept.values()
        if start < each.create_time < end
        and not each.deleted
        and kind in {2, 1 if each.creator else 0}
        and (not creator or each.creator.lower() == creator)
        and (not each.creator or call.sees(each.creator))
    )
