"""Groups over HTTP."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .day_counts import GroupDays
from .schemas import (
    CustomerGroups,
    GroupCount,
    GroupDetail,
    GroupDuplicates,
    GroupFilter,
    GroupLabels,
    GroupLife,
    GroupPage,
    GroupStayPage,
    GroupSummary,
    MemberFilter,
    Role,
    Sort,
    State,
)
from .sub_owners import SubOwners
from .wishes import (
    GroupProfile,
    GroupProfiles,
    GroupRoles,
    GroupRolesSet,
    GroupsChanged,
    InsiderWish,
)

router = APIRouter(prefix="/groups", tags=["groups"], dependencies=[Depends(needs("groups.read"))])
of_customers = APIRouter(
    prefix="/customers", tags=["groups"], dependencies=[Depends(needs("groups.read"))]
)
_WRITES = [Depends(needs("groups.write"))]
_MANY = Query(max_length=500)

KindAsked = Literal["product", "interest", "knowledge", "resource", "marketing", "none"]
TierAsked = Literal["pond", "transit", "core", "none"]
PhaseAsked = Literal["new", "active", "falling", "sinking", "last_push", "none"]
OwnRoleAsked = Literal["expert", "head_owner", "sub_owner", "admin", "host", "core", "customer"]
After = Annotated[str | None, Query(max_length=400)]
Limit = Annotated[int, Query(ge=1, le=200)]
Words = Annotated[str, Query(max_length=60)]
Id = Annotated[int | None, Query(ge=1)]
Number = Annotated[int | None, Query(ge=0, le=100_000)]
Day = Annotated[date | None, Query()]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which groups; every given condition holds."""

    q: Words = ""
    owner_id: Annotated[tuple[int, ...], _MANY] = ()
    department_id: Id = None
    kind: Annotated[tuple[KindAsked, ...], _MANY] = ()
    tier: Annotated[tuple[TierAsked, ...], _MANY] = ()
    label: Words = ""
    state: Annotated[tuple[State, ...], _MANY] = ()
    people_min: Number = None
    people_max: Number = None
    quiet_days: Annotated[int | None, Query(ge=1, le=3650)] = None
    unsorted: bool = False
    full: bool = False
    phase: Annotated[tuple[PhaseAsked, ...], _MANY] = ()

    def filter(self) -> GroupFilter:
        """The same for the service."""
        return GroupFilter(
            q=self.q.strip(),
            owner_ids=self.owner_id,
            department_id=self.department_id,
            kinds=self.kind,
            tiers=self.tier,
            label=self.label.strip(),
            states=self.state,
            people_min=self.people_min,
            people_max=self.people_max,
            quiet_days=self.quiet_days,
            unsorted=self.unsorted,
            full=self.full,
            phases=self.phase,
        )


Question = Annotated[Asked, Depends(Asked)]


@dataclass(frozen=True, slots=True)
class AskedStays:
    """Which stays; every given condition holds."""

    present: bool = True
    role: Role | None = None
    q: Words = ""
    friend: bool | None = None
    own_role: OwnRoleAsked | None = None


Stays = Annotated[AskedStays, Depends(AskedStays)]


@router.get("")
async def list_groups(
    asked: Question,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    sort: Sort = "-people",
    after: After = None,
    limit: Limit = 50,
) -> GroupPage:
    """Groups that one of your members owns or sits in.

    `q` is part of the name, how it sounds, or the whole WeCom id; `none` as kind or tier finds
    those without; `quiet_days`: nobody came or left for so long; `unsorted`: without kind or
    without tier; `full`: nobody gets in by their code any more. Dismissed ones come only where
    `state` asks for them. 422 `groups.bad_cursor`.
    """
    return await service.list_groups(
        session, principal.corp_id, asked.filter(), sort, runtime.clock(), after, limit
    )


@router.get("/count")
async def count_groups(
    asked: Question, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> GroupCount:
    """How many the same conditions find, exactly."""
    total = await service.count_groups(session, principal.corp_id, asked.filter(), runtime.clock())
    return GroupCount(total=total)


@router.get("/summary")
async def read_summary(
    principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> GroupSummary:
    """All living groups that you see, together; of the whole company up to 5 seconds old."""
    return await service.read_summary(session, runtime, principal.corp_id, runtime.clock())


@router.get("/labels")
async def list_labels(principal: CurrentPrincipal, session: CorpSession) -> GroupLabels:
    """Labels of living groups, the most used first."""
    return await service.list_labels(session, principal.corp_id)


@router.get("/days")
async def read_days(
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    first: Annotated[date | None, Query(alias="from")] = None,
    last: Annotated[date | None, Query(alias="to")] = None,
    owner_id: Id = None,
) -> GroupDays:
    """Days of UTC+8, by default the last 30: what we saw beside what WeCom counts.

    The two differ: WeCom counts the corp's own members too and lays a group to who owned it then;
    we lay it to who owns it now, and know of nobody who came and left between two readings. 422
    `groups.bad_span` (more than 366 days).
    """
    return await service.read_days(
        session, principal.corp_id, first, last, runtime.clock(), owner_id=owner_id
    )


@router.get("/duplicates")
async def list_duplicates(
    principal: CurrentPrincipal,
    session: CorpSession,
    q: Words = "",
    owner_id: Id = None,
    least: Annotated[int, Query(ge=2, le=500)] = 2,
    after: After = None,
    limit: Limit = 50,
) -> GroupDuplicates:
    """Persons who are in at least `least` groups that you see, who is in most first.

    With `owner_id` those of whom one group is his. 422 `groups.bad_cursor`.
    """
    return await service.list_duplicates(
        session, principal.corp_id, q.strip(), owner_id, least, after, limit
    )


@router.get("/duplicates/count")
async def count_duplicates(
    principal: CurrentPrincipal,
    session: CorpSession,
    q: Words = "",
    owner_id: Id = None,
    least: Annotated[int, Query(ge=2, le=500)] = 2,
) -> GroupCount:
    """How many persons the same conditions find."""
    total = await service.count_duplicates(session, principal.corp_id, q.strip(), owner_id, least)
    return GroupCount(total=total)


@router.get("/sub-owners")
async def list_sub_owners(
    principal: CurrentPrincipal,
    session: CorpSession,
    head_id: Id = None,
    after: After = None,
    limit: Limit = 50,
) -> SubOwners:
    """Sub-owners of groups that you see, who holds most first: 3 or 4 groups each is the rule.

    With `head_id` those of groups that he heads. 422 `groups.bad_cursor`.
    """
    return await service.list_sub_owners(session, principal.corp_id, head_id, after, limit)


@router.post("/profile", dependencies=_WRITES)
async def set_profiles(
    body: GroupProfiles,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> GroupsChanged:
    """Say of up to 500 groups at once what they are for; what is not sent stays.

    404 `groups.unknown`, and nothing changes.
    """
    changed = await service.set_profiles(
        session, principal.corp_id, body.group_ids, body.set, principal.actor, runtime.clock()
    )
    return GroupsChanged(changed=changed)


@router.get("/{group_id}")
async def read_group(
    group_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> GroupDetail:
    """One group. 404 `groups.unknown`."""
    return await service.read_group(session, principal.corp_id, group_id, runtime.clock())


@router.get("/{group_id}/members")
async def list_members(
    group_id: int,
    asked: Stays,
    principal: CurrentPrincipal,
    session: CorpSession,
    after: After = None,
    limit: Limit = 50,
) -> GroupStayPage:
    """Who is in it; with `present=false` who was.

    `q` is part of a name or nickname; `friend` asks for persons who are, or are not, a friend of
    some member. 404 `groups.unknown`, 422 `groups.bad_cursor`.
    """
    wanted = MemberFilter(asked.present, asked.role, asked.q.strip(), asked.friend, asked.own_role)
    return await service.list_stays(session, principal.corp_id, group_id, wanted, after, limit)


@router.get("/{group_id}/timeline")
async def read_timeline(
    group_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    before: After = None,
    limit: Limit = 50,
) -> GroupLife:
    """What happened, newest first; who came and left in one minute is one line.

    404 `groups.unknown`, 422 `groups.bad_cursor`.
    """
    return await service.read_life(session, principal.corp_id, group_id, before, limit)


@router.get("/{group_id}/days")
async def read_group_days(
    group_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    first: Annotated[date | None, Query(alias="from")] = None,
    last: Annotated[date | None, Query(alias="to")] = None,
) -> GroupDays:
    """Days of one group, by what we saw: WeCom counts by owner only.

    404 `groups.unknown`, 422 `groups.bad_span`.
    """
    return await service.read_days(
        session, principal.corp_id, first, last, runtime.clock(), group_id=group_id
    )


@router.put("/{group_id}/profile", dependencies=_WRITES)
async def set_profile(
    group_id: int,
    body: GroupProfile,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> GroupDetail:
    """Say what a group is for. 404 `groups.unknown`; 409 `groups.changed_meanwhile`."""
    return await service.set_profile(
        session, principal.corp_id, group_id, body, principal.actor, runtime.clock()
    )


@router.put("/{group_id}/roles", dependencies=_WRITES)
async def set_roles(
    group_id: int,
    body: GroupRoles,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> GroupRolesSet:
    """Say what up to 500 members of a group are in it; they keep it when they come back.

    Staff are expert, head_owner, sub_owner, admin or host; customers core. 404 `groups.unknown`,
    `groups.unknown_member`; 422 `groups.role_of_staff`, `groups.role_of_customers`: a member of
    staff, or the own WeChat of one, is never a customer. Then nothing changes.
    """
    changed = await service.set_roles(
        session,
        principal.corp_id,
        group_id,
        body.members,
        body.role,
        principal.actor,
        runtime.clock(),
    )
    return GroupRolesSet(changed=changed)


@router.put("/insiders", status_code=204, dependencies=_WRITES)
async def set_insider(
    body: InsiderWish, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> None:
    """Say that a customer is a member's own WeChat: he is shown as staff in every group.

    He loses the roles of customers. 404 `customers.unknown`, `groups.unknown_insider`.
    """
    await service.set_insider(
        session,
        principal.corp_id,
        body.customer_id,
        body.staff_id,
        principal.actor,
        runtime.clock(),
    )


@of_customers.get("/{customer_id}/groups")
async def list_groups_of_customer(
    customer_id: int, principal: CurrentPrincipal, session: CorpSession
) -> CustomerGroups:
    """Groups that he is in, then those he was in, as far as you see them.

    404 `customers.unknown`.
    """
    return await service.groups_of_customer(session, principal.corp_id, customer_id)
