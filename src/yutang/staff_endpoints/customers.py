"""The customer of the chat, as one of his members may see him."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.schemas import ChannelRef
from yutang.act.grouptiers import service as tiers
from yutang.act.grouptiers.schemas import OwnInvitations
from yutang.kernel.web import CurrentRuntime
from yutang.people.attributes.schemas import FieldCell
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import Happening, HappeningKind, Watcher
from yutang.people.notes.schemas import NotePage
from yutang.people.staff_sessions.schemas import SignedInMember
from yutang.people.stages import service as stages
from yutang.people.stages.schemas import StageRead
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import TagList
from yutang.people.tasks.schemas import TaskRead

from .members import CurrentMember, MemberSession

router = APIRouter(prefix="/staff", tags=["staff pages"])
ROLE = "staff"


async def find_own(external_id: str, member: CurrentMember, session: MemberSession) -> int:
    """The customer's id; raises NotYoursError, for one of nobody's too."""
    return await customers.find_own(session, member.corp_id, external_id, member.staff_id)


OwnCustomer = Annotated[int, Depends(find_own)]


def watcher(member: SignedInMember) -> Watcher:
    """What a member may see: what is his, with the fields of his role."""
    return Watcher(ROLE, member.staff_id, member.account)


class OwnerRead(BaseModel):
    """A member whom the customer added."""

    staff_id: int
    name: str
    state: str
    left: bool
    """He left the corp."""
    added_at: datetime
    me: bool


class OwnTagRead(BaseModel):
    """A tag on the relation, or one of ours on the person; `by` is what kind put it there."""

    id: int
    kind: str
    """`wecom` or `own`."""
    name: str
    group: str
    by: str
    channel: ChannelRef | None
    added_at: datetime
    why: str | None
    mirrored: bool
    """WeCom has it; true for ours, of which it is never told."""


class OwnCustomerRead(BaseModel):
    """A customer as one of his members may see him; phones are masked."""

    id: int
    external_id: str
    name: str
    avatar: str
    platform: str
    company: str
    phones: list[str]
    state: str
    """Of the relation: half, friend or deleted_by_customer."""
    remark: str
    added_at: datetime
    channel: ChannelRef | None
    first_added_at: datetime | None
    marketing_refused_at: datetime | None
    stage: str | None
    stages: list[StageRead]
    """All stages as the corp calls them, in order."""
    last_active_at: datetime | None
    """Null where nothing tells: WeCom does not."""
    silent_since: datetime | None
    owners: list[OwnerRead]
    tags: list[OwnTagRead]
    tasks: list[TaskRead]
    """The member's open ones about him, the next due first; then those of members who left."""
    fields: list[FieldCell]
    notes: NotePage
    as_of: datetime


class OwnHappening(Happening):
    """One thing that happened, with the code where one of ours was in it."""

    channel: ChannelRef | None


class OwnLife(BaseModel):
    """One page, newest first; `next` goes into `after`."""

    items: list[OwnHappening]
    next: str | None


@router.get("/customers/{external_id}")
async def read_own_customer(
    external_id: str,
    customer_id: OwnCustomer,
    member: CurrentMember,
    session: MemberSession,
    runtime: CurrentRuntime,
) -> OwnCustomerRead:
    """A customer of the member, by WeCom's external_userid.

    404 `customers.not_yours` when he does not follow him, as for one that does not exist.
    """
    corp_id, now = member.corp_id, runtime.clock()
    whole = await customers.read_profile(
        session, runtime.vault, corp_id, customer_id, watcher(member), now
    )
    mine = next(f for f in whole.follows if f.staff_id == member.staff_id)
    by_state = await acquisition.channels_by_state(
        session, corp_id, {mine.channel} if mine.channel else set()
    )
    by_id = await acquisition.channels_by_id(
        session,
        corp_id,
        {i for i in (acquisition.labelled(tag.by) for tag in whole.tags) if i is not None},
    )
    return OwnCustomerRead(
        **{name: getattr(whole, name) for name in _TAKEN},
        external_id=external_id,
        state=mine.state,
        remark=mine.remark,
        added_at=mine.added_at,
        channel=by_state.get(mine.channel or ""),
        stages=await stages.list_stages(session, corp_id),
        owners=[
            OwnerRead(
                staff_id=follow.staff_id,
                name=follow.staff_name,
                state=follow.state,
                left=follow.staff_left,
                added_at=follow.added_at,
                me=follow.staff_id == member.staff_id,
            )
            for follow in whole.follows
        ],
        tags=[
            OwnTagRead(
                id=tag.id,
                kind=tag.kind,
                name=tag.name,
                group=tag.group,
                by=tag.by.partition(":")[0],
                channel=by_id.get(acquisition.labelled(tag.by) or 0),
                added_at=tag.at,
                why=tag.why,
                mirrored=tag.mirrored or tag.kind == "own",
            )
            for tag in whole.tags
        ],
        tasks=_to_do(whole.tasks, member.staff_id),
        as_of=now,
    )


def _to_do(found: Sequence[TaskRead], staff_id: int) -> list[TaskRead]:
    """What falls to a member: his own, then what stands on nobody's day.

    That is what its member left behind, and what waits in a leader's pool.
    """
    living = [task for task in found if task.state == "open"]
    own = [task for task in living if task.staff_id == staff_id]
    return own + [
        task for task in living if task.staff_id != staff_id and (task.staff_left or task.pooled)
    ]


_TAKEN = (
    "id",
    "name",
    "avatar",
    "platform",
    "company",
    "phones",
    "first_added_at",
    "marketing_refused_at",
    "stage",
    "last_active_at",
    "silent_since",
    "fields",
    "notes",
)


@router.get("/customers/{external_id}/timeline")
async def read_own_life(
    external_id: str,  # noqa: ARG001 - `customer_id` is made of it
    customer_id: OwnCustomer,
    member: CurrentMember,
    session: MemberSession,
    kind: Annotated[list[HappeningKind] | None, Query()] = None,
    after: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> OwnLife:
    """What happened between the two, and to the customer alone, newest first.

    404 `customers.not_yours`, 422 `customers.bad_cursor`.
    """
    corp_id = member.corp_id
    page = await customers.read_timeline(
        session, corp_id, customer_id, watcher(member), kind or [], after, limit
    )
    by_state = await acquisition.channels_by_state(
        session, corp_id, {entry.carried for entry in page.items if entry.carried}
    )
    labels = {entry.by: acquisition.labelled(entry.by) for entry in page.items if entry.by}
    by_id = await acquisition.channels_by_id(
        session, corp_id, {found for found in labels.values() if found is not None}
    )
    return OwnLife(
        items=[
            OwnHappening(
                **dict(entry),
                channel=by_state.get(entry.carried or "")
                or by_id.get(labels.get(entry.by or "") or 0),
            )
            for entry in page.items
        ],
        next=page.next,
    )


@router.get("/customers/{external_id}/invitations")
async def list_own_invitations(
    external_id: str,  # noqa: ARG001 - `customer_id` is made of it
    customer_id: OwnCustomer,
    member: CurrentMember,
    runtime: CurrentRuntime,
) -> OwnInvitations:
    """What the member was asked to send to the customer: the text, and a code into a group.

    404 `customers.not_yours`.
    """
    corp_id = member.corp_id
    # His own scope has no groups of others, into which a code may lead.
    async with runtime.database.corp(corp_id) as session:
        return await tiers.own_invitations(
            session, corp_id, customer_id, member.staff_id, runtime.clock()
        )


@router.get("/tags")
async def list_choosable_tags(member: CurrentMember, session: MemberSession) -> TagList:
    """Tags that can be put on a customer, WeCom's and ours; archived ones are left out."""
    return TagList(items=await tags.list_groups(session, member.corp_id))
