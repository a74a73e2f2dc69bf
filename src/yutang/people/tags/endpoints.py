"""The tag library over HTTP, and tags of one customer by hand."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from yutang.kernel.jobs import enqueue
from yutang.kernel.languages import Language
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.corps import service as corps
from yutang.people.gateway import service as gateway

from . import service
from .jobs import CountTags, MirrorTags
from .schemas import (
    Kind,
    MergePlan,
    TagChange,
    TagGroupChange,
    TagGroupCreate,
    TagGroupDetail,
    TagLibrary,
    TagList,
    TagMerge,
    TagOrder,
    TagPut,
    TagsCreate,
    TagsOfCustomer,
)
from .starters import StarterList, StarterUse

router = APIRouter(tags=["tags"])
_READ = [Depends(needs("tags.read"))]
_WRITE = [Depends(needs("tags.write"))]


@router.get("/tags", dependencies=_READ)
async def list_tags(principal: CurrentPrincipal, session: CorpSession) -> TagList:
    """All tags that can be put, WeCom's and ours, by group in order; archived ones are left out."""
    return TagList(items=await service.list_groups(session, principal.corp_id))


@router.get("/tags/groups", dependencies=_READ)
async def list_tag_groups(
    principal: CurrentPrincipal,
    session: CorpSession,
    q: Annotated[str, Query(max_length=30)] = "",
    kind: Kind | None = None,
    archived: bool = False,  # noqa: FBT001, FBT002 - a query parameter
    after: Annotated[str | None, Query(max_length=60)] = None,
) -> TagLibrary:
    """Groups in order, 60 a page, WeCom's before ours, with the room left in WeCom.

    `q` is any part of a group's or a tag's name; `archived` shows what is archived instead.
    """
    limit = (await corps.read_preferences(session, principal.corp_id)).tag_limit
    return await service.read_library(
        session,
        principal.corp_id,
        limit,
        query=q.strip(),
        kind=kind,
        archived=archived,
        after=after,
    )


@router.post("/tags/groups", status_code=201, dependencies=_WRITE)
async def create_tag_group(
    body: TagGroupCreate, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> TagGroupDetail:
    """Make a group with its tags, in WeCom too where it is of that kind.

    409 `tags.name_taken`, `tags.no_room`; 422 `tags.apart`; 502 `tags.refused`; 503
    `tags.no_answer`: WeCom gave no answer and its list does not show it.
    """
    group_id = await service.create_group(runtime, principal.corp_id, body, principal.actor)
    return await _group(runtime, principal.corp_id, group_id)


@router.put("/tags/groups/order", status_code=204, dependencies=_WRITE)
async def order_tag_groups(
    body: TagOrder, kind: Kind, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> None:
    """Put all groups of a kind in an order; 422 `tags.order` where one is missing.

    409 `tags.locked`: WeCom's that others made stay where they are; nothing was changed.
    """
    await service.order_groups(runtime, principal.corp_id, kind, body.ids, principal.actor)


@router.get("/tags/groups/{group_id}", dependencies=_READ)
async def read_tag_group(
    group_id: int, principal: CurrentPrincipal, session: CorpSession
) -> TagGroupDetail:
    """A group with its tags, who may change them, and how many wear each as last counted."""
    return await service.read_group(session, principal.corp_id, group_id)


@router.patch("/tags/groups/{group_id}", dependencies=_WRITE)
async def change_tag_group(
    group_id: int, body: TagGroupChange, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> TagGroupDetail:
    """Rename (in WeCom too), archive, make exclusive or ordered.

    409 `tags.locked`: WeCom lets only who made it rename it; 409 `tags.name_taken`.
    """
    corp_id = principal.corp_id
    await service.change_group(runtime, corp_id, group_id, body, principal.actor)
    return await _group(runtime, corp_id, group_id)


@router.delete("/tags/groups/{group_id}", status_code=204, dependencies=_WRITE)
async def delete_tag_group(
    group_id: int, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> None:
    """Delete a group with its tags: WeCom's for good, ours so that it can be restored."""
    await service.delete_group(runtime, principal.corp_id, group_id, principal.actor)


@router.post("/tags/groups/{group_id}/restore", dependencies=_WRITE)
async def restore_tag_group(
    group_id: int, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> TagGroupDetail:
    """Bring back a group of ours with the tags that went with it."""
    await service.restore_group(runtime, principal.corp_id, group_id, principal.actor)
    return await _group(runtime, principal.corp_id, group_id)


@router.post("/tags/groups/{group_id}/check", dependencies=_WRITE)
async def check_tag_group(
    group_id: int, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> TagGroupDetail:
    """Learn what of a group WeCom lets us change, by a change that changes nothing."""
    await service.check_group(runtime, principal.corp_id, group_id)
    return await _group(runtime, principal.corp_id, group_id)


@router.post("/tags/groups/{group_id}/tags", status_code=201, dependencies=_WRITE)
async def create_tags(
    group_id: int, body: TagsCreate, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> TagGroupDetail:
    """Add tags at the end of a group; errors as for making a group."""
    corp_id = principal.corp_id
    await service.add_tags(runtime, corp_id, group_id, body.names, principal.actor)
    return await _group(runtime, corp_id, group_id)


@router.put("/tags/groups/{group_id}/order", dependencies=_WRITE)
async def order_tags(
    group_id: int, body: TagOrder, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> TagGroupDetail:
    """Put all tags of a group in an order; of an ordered group the first is the lowest level."""
    corp_id = principal.corp_id
    await service.order_tags(runtime, corp_id, group_id, body.ids, principal.actor)
    return await _group(runtime, corp_id, group_id)


@router.patch("/tags/{tag_id}", status_code=204, dependencies=_WRITE)
async def change_tag(
    tag_id: int, body: TagChange, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> None:
    """Rename (in WeCom too), archive, or move one of ours to another group."""
    await service.change_tag(runtime, principal.corp_id, tag_id, body, principal.actor)


@router.delete("/tags/{tag_id}", status_code=204, dependencies=_WRITE)
async def delete_tag(tag_id: int, principal: CurrentPrincipal, runtime: CurrentRuntime) -> None:
    """Delete a tag: WeCom's for good and off everybody, ours so that it can be restored."""
    await service.delete_tag(runtime, principal.corp_id, tag_id, principal.actor)


@router.post("/tags/{tag_id}/restore", status_code=204, dependencies=_WRITE)
async def restore_tag(tag_id: int, principal: CurrentPrincipal, runtime: CurrentRuntime) -> None:
    """Bring back one of ours, with everybody who wore it."""
    await service.restore_tag(runtime, principal.corp_id, tag_id, principal.actor)


@router.get("/tags/{tag_id}/merge", dependencies=_READ)
async def plan_merge(
    tag_id: int,
    into: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> MergePlan:
    """How many customers a merge touches, how many wear both, and what it costs in WeCom."""
    flow = gateway.flow(runtime, principal.corp_id, service.PATH)
    return await service.plan_merge(session, principal.corp_id, tag_id, into, flow)


@router.post("/tags/{tag_id}/merge", status_code=202, dependencies=_WRITE)
async def merge_tag(
    tag_id: int,
    body: TagMerge,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> None:
    """Put another tag in this one's place, on everybody, in the background.

    This one is archived at once; asked again the run goes on where it stood. 422 `tags.apart`.
    """
    await service.begin_merge(
        session, principal.corp_id, tag_id, body.into, principal.actor, runtime.clock()
    )


@router.post("/tags/count", status_code=202, dependencies=_READ)
async def count_tags(principal: CurrentPrincipal, session: CorpSession) -> None:
    """Ask for the counts anew; small corps are counted every five minutes, large ones at night."""
    await enqueue(session, CountTags(corp_id=principal.corp_id))


@router.post("/tags/mirror", status_code=202, dependencies=_WRITE)
async def mirror_tags(principal: CurrentPrincipal, session: CorpSession) -> None:
    """Have WeCom told now of what was tagged in bulk; the quota's page shows the run."""
    await enqueue(session, MirrorTags(corp_id=principal.corp_id))


@router.get("/tags/starters", dependencies=_READ)
async def list_starters(language: Language = "zh") -> StarterList:
    """Ready-made sets of tags to begin with."""
    return StarterList(items=list(service.list_starters(language)))


@router.post("/tags/starters/{key}", status_code=201, dependencies=_WRITE)
async def use_starter(
    key: str, body: StarterUse, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> TagGroupDetail:
    """Make a group of a set, ours or WeCom's; a sensitive one comes archived, which is off."""
    group_id = await service.use_starter(runtime, principal.corp_id, key, body, principal.actor)
    return await _group(runtime, principal.corp_id, group_id)


@router.post(
    "/customers/{customer_id}/tags",
    tags=["customers"],
    dependencies=[Depends(needs("customers.write"))],
)
async def put_tag(
    customer_id: int,
    body: TagPut,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> TagsOfCustomer:
    """Put a tag on a customer; one of WeCom's goes on every living relation, or on those named.

    422 `tags.no_relation`, `tags.archived`, `tags.reason_needed`.
    """
    return await service.put_by_hand(
        session, principal.corp_id, customer_id, body, principal.actor, runtime.clock()
    )


@router.delete(
    "/customers/{customer_id}/tags/{tag_id}",
    tags=["customers"],
    dependencies=[Depends(needs("customers.write"))],
)
async def take_tag(
    customer_id: int,
    tag_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> TagsOfCustomer:
    """Take a tag off a customer, and off all his relations in WeCom where it is one of WeCom's."""
    return await service.take_by_hand(
        session, principal.corp_id, customer_id, tag_id, principal.actor, runtime.clock()
    )


async def _group(runtime: CurrentRuntime, corp_id: int, group_id: int) -> TagGroupDetail:
    async with runtime.database.corp(corp_id) as session:
        return await service.read_group(session, corp_id, group_id)
