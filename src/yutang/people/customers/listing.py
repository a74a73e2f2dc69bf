"""Many customers: found by what they are and by their relations, one page at a time."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    and_,
    func,
    literal_column,
    or_,
    select,
    tuple_,
)
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import Vault
from yutang.people.staff import service as staff
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import Relation, TagOption

from .choosing import LIVING, conditions
from .errors import BadCursorError
from .models import Customer, CustomerOrdinal, Follow
from .schemas import CustomerFilter, CustomerRow, OwnerRef, RowPage

COUNTED = 100_000
"""Larger filtered lists are told as "100,000+": counting them would read them all."""


async def list_customers(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    wanted: CustomerFilter,
    after: str | None,
    limit: int,
) -> RowPage:
    """One page, newest add first, or by name. Raises BadCursorError."""
    statement = select(Customer).where(*conditions(vault, corp_id, wanted))
    if wanted.sort == "name":
        statement = statement.order_by(Customer.name_sort, Customer.id)
    else:
        # Who was never added (half adds above all) stands first, as in the index read backwards.
        statement = statement.order_by(
            Customer.first_added_at.desc().nulls_first(), Customer.id.desc()
        )
    if after is not None:
        statement = statement.where(_beyond(wanted.sort, after))
    rows = (await session.scalars(statement.limit(limit + 1))).all()
    shown = rows[:limit]
    return RowPage(
        items=await _describe(session, corp_id, shown),
        next=_cursor(wanted.sort, shown[-1]) if len(rows) > limit else None,
    )


async def count_known(session: AsyncSession, corp_id: int) -> int:
    """How many persons the corp knows: ordinals are dense and never reused."""
    known = await session.scalar(
        select(CustomerOrdinal.next_id).where(CustomerOrdinal.corp_id == corp_id)
    )
    return (known or 1) - 1


async def count_customers(
    session: AsyncSession, vault: Vault, corp_id: int, wanted: CustomerFilter
) -> tuple[int, bool]:
    """How many there are, and whether that is exact: beyond 100,000 it is a lower bound.

    Without any condition the number is exact and comes from the corp's ordinals.
    """
    if not wanted.model_dump(exclude={"sort"}, exclude_defaults=True):
        return await count_known(session, corp_id), True
    found = (
        select(literal_column("1"))
        .select_from(Customer)
        .where(*conditions(vault, corp_id, wanted))
        .limit(COUNTED + 1)
        .subquery()
    )
    total = await session.scalar(select(func.count()).select_from(found)) or 0
    return min(total, COUNTED), total <= COUNTED


def _cursor(sort: str, row: Customer) -> str:
    if sort == "name":
        return f"{row.id}~{row.name_sort}"
    return f"{row.id}~{row.first_added_at.isoformat() if row.first_added_at else ''}"


def _beyond(sort: str, after: str) -> ColumnElement[bool]:
    head, _, tail = after.partition("~")
    if not head.isascii() or not head.isdigit():
        raise BadCursorError
    last_id = int(head)
    if sort == "name":
        return tuple_(Customer.name_sort, Customer.id) > (tail, last_id)
    if not tail:
        return or_(
            and_(Customer.first_added_at.is_(None), Customer.id < last_id),
            Customer.first_added_at.is_not(None),
        )
    try:
        moment = datetime.fromisoformat(tail)
    except ValueError as error:
        raise BadCursorError from error
    return tuple_(Customer.first_added_at, Customer.id) < (moment, last_id)


async def _describe(
    session: AsyncSession, corp_id: int, rows: Sequence[Customer]
) -> list[CustomerRow]:
    ids = [row.id for row in rows]
    follows: dict[int, list[Follow]] = {}
    for follow in await session.scalars(
        select(Follow)
        .where(Follow.corp_id == corp_id, Follow.customer_id.in_(ids))
        .order_by(Follow.added_at)
    ):
        follows.setdefault(follow.customer_id, []).append(follow)
    every = [follow for own in follows.values() for follow in own]
    names: dict[int, str] = {
        member.id: member.name
        for member in await staff.staff_by_ids(session, corp_id, {f.staff_id for f in every})
    }
    places = await tags.places_on_relations(
        session,
        corp_id,
        [Relation(f.customer_id, f.staff_id) for f in every if f.state in LIVING],
    )
    worn: dict[int, dict[int, str]] = {}
    for relation, own in places.items():
        worn.setdefault(relation.customer_id, {}).update({p.tag_id: p.name for p in own})
    return [
        CustomerRow(
            id=row.id,
            name=row.name,
            remark=_remark(follows.get(row.id, [])),
            state=row.state,
            platform=row.platform,
            company=row.company,
            tags=[TagOption(id=i, name=name) for i, name in worn.get(row.id, {}).items()],
            owners=[
                OwnerRef(id=f.staff_id, name=names[f.staff_id], state=f.state)
                for f in _shown_owners(follows.get(row.id, []))
                if f.staff_id in names
            ],
            first_added_at=row.first_added_at,
            added_at=max((f.added_at for f in follows.get(row.id, [])), default=None),
            first_channel=row.first_added_channel
            or next((f.channel for f in follows.get(row.id, []) if f.channel), None),
        )
        for row in rows
    ]


def _remark(follows: Sequence[Follow]) -> str:
    return next((f.remark for f in reversed(follows) if f.remark), "")


def _shown_owners(follows: Sequence[Follow]) -> Sequence[Follow]:
    """Who follows him now; of a lost one, who did."""
    living = [follow for follow in follows if follow.state in LIVING]
    return living or follows
