"""Make codes, choose people, ask members, follow what came of it."""

from sqlalchemy import select

from yutang.kernel.jobs import clocked, enqueue, handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import asking, choosing, following, jobs, ways
from .models import GroupInvitation

MORNING = 9


@handles(jobs.MakeJoinWays)
async def make_join_ways(job: jobs.MakeJoinWays, runtime: Runtime) -> None:
    """Have WeCom make the codes that are missing."""
    await ways.make_ways(runtime, job.corp_id, job.invitation_id)


@handles(jobs.DeleteJoinWays)
async def delete_join_ways(job: jobs.DeleteJoinWays, runtime: Runtime) -> None:
    """Have WeCom forget the codes; safe to run twice."""
    await ways.delete_ways(runtime, job.corp_id, job.invitation_id)


@handles(jobs.ChooseInvitees)
async def choose_invitees(job: jobs.ChooseInvitees, runtime: Runtime) -> None:
    """Write down whom it is for; goes on where a killed worker was."""
    await choosing.choose(runtime, job.corp_id, job.invitation_id)


@handles(jobs.AskInvitees)
async def ask_invitees(job: jobs.AskInvitees, runtime: Runtime) -> None:
    """Give the tasks of the day; safe to run twice."""
    await asking.ask(runtime, job.corp_id, job.invitation_id)


@handles(jobs.FollowInvitation)
async def follow_invitation(job: jobs.FollowInvitation, runtime: Runtime) -> None:
    """Bring every person's state up to date; safe to run twice."""
    await following.follow(runtime, job.corp_id, job.invitation_id, job.due_at)


@clocked("*/2 * * * *", "grouptiers.follow_all")
async def follow_all(runtime: Runtime) -> None:
    """Every two minutes: who joined, who left again."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        rows = await session.execute(
            select(GroupInvitation.corp_id, GroupInvitation.id)
            .where(GroupInvitation.followed_until.is_not(None))
            .order_by(GroupInvitation.corp_id, GroupInvitation.id)
        )
        await enqueue(
            session,
            *(
                jobs.FollowInvitation(corp_id=row.corp_id, invitation_id=row.id, due_at=now)
                for row in rows.all()
            ),
        )


@clocked("11 * * * *", "grouptiers.morning")
async def each_hour(runtime: Runtime) -> None:
    """At nine of each corp's day its members are asked for the day's invitations."""
    async with runtime.database.owner() as session:
        awake = await corps.corps_at_hour(session, MORNING, runtime.clock())
        rows = await session.execute(
            select(GroupInvitation.corp_id, GroupInvitation.id)
            .where(GroupInvitation.state == "running", GroupInvitation.corp_id.in_(awake))
            .order_by(GroupInvitation.corp_id, GroupInvitation.id)
        )
        await enqueue(
            session,
            *(jobs.AskInvitees(corp_id=row.corp_id, invitation_id=row.id) for row in rows.all()),
        )
