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
    CustomerRow,
)

router = APIRouter(
    prefix="/customers", tags=["customers"], dependencies=[Depends(needs("customers.read"))]
)


class CustomerListItem(CustomerRow):
    """A customer in a list, with the code he first came by where it was one of ours."""

    channel: ChannelRef | None


class CustomerPage(BaseModel):
    """One page; `next` goes into `after`, `previous` into `before`."""

    items: list[CustomerListItem]
    next: str | None
    previous: str | None
    as_of: datetime


class CustomerCount(BaseModel):
    """How many; `exact` is false where there are more than told."""

    total: int
    exact: bool


@router.get("")
async def list_customers(
    asked: Question,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    after: Annotated[str | None, Query(max_length=400)] = None,
    before: Annotated[str | None, Query(max_length=400)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> CustomerPage:
    """Customers, newest add first (`sort=-added`) or by name; every given condition holds.

    `q` is part of a name or remark, or a whole phone number or WeCom id. Staff, department and
    channel are asked of one living relation; of lost customers the ended ones are asked. A page
    may hold less than `limit` and have a next one. 404 `channels.unknown`, 422
    `customers.bad_cursor`, `customers.too_broad` (nobody was found in time).
    """
    corp_id = principal.corp_id
    wanted = await as_filter(session, corp_id, asked)
    page = await customers.list_customers(
        session, runtime.vault, corp_id, wanted, after, limit, before
    )
    names = await acquisition.channels_by_state(
        session, corp_id, {row.first_channel for row in page.items if row.first_channel}
    )
    return CustomerPage(
        items=[
            CustomerListItem(**dict(row), channel=names.get(row.first_channel or ""))
            for row in page.items
        ],
        next=page.next,
        previous=page.previous,
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
