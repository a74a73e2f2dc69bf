"""Persons who sit in several groups."""

from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.customers import service as customers

from . import repository
from .errors import BadCursorError
from .schemas import GroupDuplicate, GroupDuplicates, GroupPerson, GroupRef

DIGITS: Final = 19
"""Fewer has every number that a bigint holds."""


async def list_duplicates(
    session: AsyncSession,
    corp_id: int,
    q: str,
    owner_id: int | None,
    least: int,
    after: str | None,
    limit: int,
) -> GroupDuplicates:
    """One page, who is in most groups first. Raises BadCursorError."""
    asked: dict[str, Any] = {"limit": limit + 1}
    statement = _asked(session, corp_id, repository.DUPLICATES, q, owner_id, least, asked, after)
    rows = (await session.execute(text(statement), asked)).mappings().all()
    last = rows[limit - 1] if len(rows) > limit else None
    return GroupDuplicates(
        items=[
            GroupDuplicate(
                customer=GroupPerson(id=row["customer_id"], name=row["name"], state=row["state"]),
                groups=[GroupRef.model_validate(one) for one in row["groups"]],
                count=row["count"],
            )
            for row in rows[:limit]
        ],
        next=None if last is None else f"{last['count']}~{last['customer_id']}",
    )


async def count_duplicates(
    session: AsyncSession, corp_id: int, q: str, owner_id: int | None, least: int
) -> int:
    """How many there are."""
    asked: dict[str, Any] = {}
    statement = _asked(
        session, corp_id, repository.COUNT_DUPLICATES, q, owner_id, least, asked, None
    )
    return await session.scalar(text(statement), asked) or 0


def _asked(
    session: AsyncSession,
    corp_id: int,
    statement: str,
    q: str,
    owner_id: int | None,
    least: int,
    asked: dict[str, Any],
    after: str | None,
) -> str:
    asked |= {"corp_id": corp_id, "least": least}
    mine = repository.seen(session, asked, "m.group_id")
    having = more = ""
    if owner_id is not None:
        asked["owner_id"] = owner_id
        having = (
            " and bool_or(m.group_id in (select o.id from group_chats o"
            " where o.corp_id = :corp_id and o.owner_staff_id = :owner_id))"
        )
    if q:
        asked["grams"] = customers.query_grams(q)
        more += " and c.grams @> cast(:grams as text[])"
    if after is not None:
        count, _, customer_id = after.partition("~")
        if not all(
            one.isascii() and one.isdigit() and len(one) < DIGITS for one in (count, customer_id)
        ):
            raise BadCursorError
        asked |= {"after_count": int(count), "after_id": int(customer_id)}
        more += (
            " and (v.count < :after_count or v.count = :after_count and v.customer_id > :after_id)"
        )
    # The members of a group are the corp's own customers: whole corps are counted without them.
    named = repository.NAMED.format(more=more) if more or mine else ""
    return statement.format(mine=mine, having=having, more=more, named=named)
