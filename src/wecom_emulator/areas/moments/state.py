"""What is kept: Moments, the jobs that make them, who posted them and who saw and answered."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from wecom_emulator.acts import receive
from wecom_emulator.attachments import Content, shown
from wecom_emulator.state import SHOWN, Corp, new_id
from wecom_emulator.timers import set_timer
from wecom_emulator.world import World

FINISH = "moments.finish"
LIKE, COMMENT = "like", "comment"


@dataclass(slots=True)
class Reaction:
    """A like or comment of a customer or a member; WeCom never tells the words."""

    kind: str
    who: str
    by_customer: bool
    at: int
    text: str = ""


@dataclass(slots=True)
class Post:
    """One member's part; `posted_at` 0 is not yet."""

    userid: str
    posted_at: int = 0
    customers: list[str] = field(default_factory=list)
    """The range he chose when he posted."""
    reached: list[str] = field(default_factory=list)
    """Who of them can see it."""
    reactions: list[Reaction] = field(default_factory=list)


@dataclass(slots=True)
class Moment:
    """A Moment; without a creator it was made by the API, and each member posts it himself."""

    moment_id: str
    create_time: int
    content: Content
    posts: dict[str, Post]
    dispatched_at: float
    tags: list[str] = field(default_factory=list)
    public: bool = True
    creator: str = ""
    thumb_media_id: str = ""
    location: dict[str, str] = field(default_factory=dict)
    cancelled: bool = False
    deleted: bool = False


@dataclass(slots=True)
class Job:
    """The making of a Moment."""

    jobid: str
    created_at: float
    finishes_at: float
    content: Content
    members: list[str] | None
    """Who shall post; None is everybody whom the app sees."""
    tags: list[str]
    agentid: int
    invalid_users: list[str]
    invalid_departments: list[int]
    invalid_tags: list[str]
    thumb_media_id: str = ""
    moment_id: str = ""


@dataclass(slots=True)
class Moments:
    """All of a corp."""

    kept: dict[str, Moment] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)
    made: list[float] = field(default_factory=list)
    """When the API made one, of the last 31 days."""

    def running(self) -> int:
        """Jobs that are not finished."""
        return sum(not job.moment_id for job in self.jobs.values())


def begin(world: World, corp: Corp, job: Job, remembered_seconds: float) -> None:
    """A job begins; it ends at once where nothing makes it wait."""
    kept = corp.of(Moments)
    kept.jobs[job.jobid] = job
    kept.made = [at for at in kept.made if at > job.created_at - remembered_seconds]
    kept.made.append(job.created_at)
    if job.finishes_at <= job.created_at:
        finish(world, corp, job.jobid)
    else:
        set_timer(corp, job.finishes_at, FINISH, job.jobid)
    world.changed()


def finish(world: World, corp: Corp, jobid: str) -> None:
    """The Moment exists; its members have something to do."""
    job = corp.of(Moments).jobs.get(jobid)
    if job is None or job.moment_id:
        return
    app = corp.app(job.agentid)
    members = [
        member.userid
        for member in corp.staff.values()
        if member.contact and app is not None and app.sees(member, corp.departments)
    ]
    if job.members is not None:
        wanted = set(job.members)
        members = [userid for userid in members if userid in wanted]
    if job.tags:
        members = [userid for userid in members if _has_carrier(corp, userid, job.tags)]
    job.moment_id = new_id("mom")
    corp.of(Moments).kept[job.moment_id] = Moment(
        job.moment_id,
        int(job.finishes_at),
        job.content,
        {userid: Post(userid) for userid in members},
        job.finishes_at + corp.switches.dispatch_takes_seconds,
        job.tags,
        not job.tags,
        thumb_media_id=job.thumb_media_id,
    )
    world.changed()


def carries(corp: Corp, external_userid: str, tags: Collection[str]) -> bool:
    """Whether anybody gave the customer one of the tags."""
    wanted = set(tags)
    return any(not wanted.isdisjoint(r.tags) for r in corp.between(external_userid).values())


def _has_carrier(corp: Corp, userid: str, tags: Collection[str]) -> bool:
    """Whether one of the member's customers carries one of the tags; his own marks come first."""
    if any(relation.state in SHOWN for relation in corp.tagged(userid, tags)):
        return True
    return any(
        relation.state in SHOWN and carries(corp, relation.external_userid, tags)
        for relation in corp.relations_by(userid)
    )


def post(
    world: World,
    corp: Corp,
    moment: Moment,
    userid: str,
    base_url: str,
    *,
    without: Collection[str] = (),
    only: Collection[str] | None = None,
) -> Post:
    """A member posts it: those of his customers in its range see it who are his friends."""
    relations = [r for r in corp.customers_of([userid]) if r.external_userid not in set(without)]
    if moment.tags:
        relations = [r for r in relations if carries(corp, r.external_userid, moment.tags)]
    if only is not None:
        relations = [r for r in relations if r.external_userid in set(only)]
    mine = moment.posts.setdefault(userid, Post(userid))
    mine.posted_at = world.clock.seconds()
    mine.customers = [r.external_userid for r in relations]
    mine.reached = [r.external_userid for r in relations if r.state == "whole"]
    body: dict[str, Any] = {
        "moment_id": moment.moment_id,
        "text": moment.content.text,
        "attachments": shown(moment.content.attachments, base_url),
    }
    for external in mine.reached:
        receive(world, corp, userid, external, "moment", body)
    world.changed()
    return mine
