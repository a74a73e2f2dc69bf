"""Customers over HTTP: persons (people) with the codes they came by (act), so it stands above."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.schemas import ChannelRef
from yutang.customer_questions import Question, as_filter
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import (
    CustomerRead,
    CustomerRow,
    HappeningKind,
    OwnerRef,
)
from yutang.people.tags.schemas import TagOption

router = APIRouter(
    prefix="/customers", tags=["customers"], dependencies=[Depends(needs("customers.read"))]
)


class CustomerListItem(CustomerRow):
    """A customer in a list, with the code he first came by where it was one of ours."""

    channel: ChannelRef | None


class CustomerPage(BaseModel):
    """One page; `next` goes into `after`."""

    items: list[CustomerListItem]
    next: str | None
    as_of: datetime


class CustomerCount(BaseModel):
    """How many; `exact` is false where there are more than told."""

    total: int
    exact: bool


class ChannelOfState(BaseModel):
    """Which of our codes a relation's `channel` stands for."""

    state: str
    channel: ChannelRef


class CustomerProfile(CustomerRead):
    """One customer, whole, with the codes his relations came by."""

    channels: list[ChannelOfState]
    as_of: datetime


class LifeEntry(BaseModel):
    """One thing that happened: a relation's change, a tag's, or how a welcome ended."""

    id: str
    kind: str
    at: datetime
    by_customer: bool
    staff: OwnerRef | None
    tag: TagOption | None
    channel: ChannelRef | None
    by: str | None
    """For tags: `channel:<id>`, `wecom` or `user:<id>`."""
    first: bool | None
    ending: str | None
    outcome: str | None
    reason: str | None
    detail: str | None


class LifePage(BaseModel):
    """One page, newest first; `next` goes into `after`."""

    items: list[LifeEntry]
    next: str | None


@router.get("")
async def list_customers(
    asked: Question,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    after: Annotated[str | None, Query(max_length=400)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> CustomerPage:
    """Customers, newest add first (`sort=-added`) or by name; every given condition holds.

    `q` is part of a name or remark, or a whole phone number or WeCom id. Staff, department and
    channel are asked of one living relation; of lost customers the ended ones are asked. 404
    `channels.unknown`, 422 `customers.bad_cursor`.
    """
    corp_id = principal.corp_id
    wanted = await as_filter(session, corp_id, asked)
    page = await customers.list_customers(session, runtime.vault, corp_id, wanted, after, limit)
    names = await acquisition.channels_by_state(
        session, corp_id, {row.first_channel for row in page.items if row.first_channel}
    )
    return CustomerPage(
        items=[
            CustomerListItem(**row.model_dump(), channel=names.get(row.first_channel or ""))
            for row in page.items
        ],
        next=page.next,
        as_of=runtime.clock(),
    )


@router.get("/count")
async def count_customers(
    asked: Question, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> CustomerCount:
    """How many the same conditions find; exact up to 100,000, and always without conditions."""
    wanted = await as_filter(session, principal.corp_id, asked)
    total, exact = await customers.count_customers(
        session, runtime.vault, principal.corp_id, wanted
    )
    return CustomerCount(total=total, exact=exact)


@router.get("/{customer_id}")
async def read_customer(
    customer_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> CustomerProfile:
    """One customer: identity, relations with their tags, first add, newest 50 events.

    404 `customers.unknown` for an id of another corp as for one that does not exist.
    """
    corp_id = principal.corp_id
    read = await customers.read_customer(session, runtime.vault, corp_id, customer_id)
    states = {follow.channel for follow in read.follows if follow.channel}
    names = await acquisition.channels_by_state(
        session,
        corp_id,
        states | ({read.first_added_channel} if read.first_added_channel else set()),
    )
    return CustomerProfile(
        **read.model_dump(),
        channels=[ChannelOfState(state=state, channel=ref) for state, ref in names.items()],
        as_of=runtime.clock(),
    )


@router.get("/{customer_id}/timeline")
async def read_timeline(
    customer_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    kind: HappeningKind | None = None,
    after: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> LifePage:
    """What happened between him and us, newest first; `kind` narrows it.

    404 `customers.unknown`, 422 `customers.bad_cursor`.
    """
    corp_id = principal.corp_id
    page = await customers.read_timeline(session, corp_id, customer_id, kind, after, limit)
    by_state = await acquisition.channels_by_state(
        session, corp_id, {entry.channel for entry in page.items if entry.channel}
    )
    by_id = await acquisition.channels_by_id(
        session,
        corp_id,
        {found for entry in page.items if (found := acquisition.labelled(entry.by)) is not None},
    )
    return LifePage(
        items=[
            LifeEntry(
                **entry.model_dump(exclude={"channel"}),
                channel=by_state.get(entry.channel or "")
                or by_id.get(acquisition.labelled(entry.by) or 0),
            )
            for entry in page.items
        ],
        next=page.next,
    )
