"""One tag of one customer, by hand: from the admin's page and the sidebar."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import column, select, table
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit

from .errors import NobodyKnowsHimError, UnknownPersonError
from .putting import Manner, put_tag, take_tag
from .repository import TagRepository
from .schemas import TagOutcome, TagPut, TagRef, TagsOfCustomer
from .wearing import worn_by

_CUSTOMERS = table("customers", column("corp_id"), column("id"))


async def put_by_hand(
    session: AsyncSession, corp_id: int, customer_id: int, put: TagPut, actor: str, now: datetime
) -> TagsOfCustomer:
    """Put a tag on a customer; WeCom is told at once of one of its own.

    On the relations of `put.staff_ids`, else on every living one. An exclusive group gives up
    what it had. Raises UnknownPersonError, UnknownTagError, ArchivedTagError, ReasonNeededError,
    NobodyKnowsHimError.
    """
    await _check_person(session, corp_id, customer_id)
    manner = Manner(
        actor,
        now,
        push="now",
        why=put.why or None,
        every_relation=put.staff_ids is None,
        staff_ids=put.staff_ids,
    )
    done = await put_tag(session, corp_id, [customer_id], put.tag_id, manner)
    if "lost" in done.skipped:
        raise NobodyKnowsHimError
    if done.changed:
        after = {"tag_id": put.tag_id, "why": put.why, "staff_ids": put.staff_ids}
        await _record(session, corp_id, actor, "customer.tagged", customer_id, after)
    return await _told(session, corp_id, customer_id, done)


async def take_by_hand(
    session: AsyncSession,
    corp_id: int,
    customer_id: int,
    tag_id: int,
    actor: str,
    now: datetime,
    *,
    staff_ids: Sequence[int] | None = None,
) -> TagsOfCustomer:
    """Take a tag off a customer, from all his relations or those of `staff_ids`; WeCom is told.

    Raises UnknownPersonError, UnknownTagError.
    """
    await _check_person(session, corp_id, customer_id)
    manner = Manner(actor, now, push="now", staff_ids=staff_ids)
    done = await take_tag(session, corp_id, [customer_id], tag_id, manner)
    if done.changed:
        after = {"tag_id": tag_id}
        await _record(session, corp_id, actor, "customer.untagged", customer_id, after)
    return await _told(session, corp_id, customer_id, done)


async def _told(
    session: AsyncSession, corp_id: int, customer_id: int, done: TagOutcome
) -> TagsOfCustomer:
    gone = list(dict.fromkeys(tag_id for _, tag_id in done.displaced))
    named = await TagRepository(session, corp_id).by_ids(gone)
    return TagsOfCustomer(
        items=(await worn_by(session, corp_id, [customer_id])).get(customer_id, []),
        changed=bool(done.changed),
        displaced=[TagRef(id=tag.id, name=tag.name, group=group.name) for group, tag in named],
    )


async def _check_person(session: AsyncSession, corp_id: int, customer_id: int) -> None:
    known = await session.scalar(
        select(_CUSTOMERS.c.id).where(
            _CUSTOMERS.c.corp_id == corp_id, _CUSTOMERS.c.id == customer_id
        )
    )
    if known is None:
        raise UnknownPersonError(customer_id)


async def _record(
    session: AsyncSession,
    corp_id: int,
    actor: str,
    action: str,
    customer_id: int,
    after: Mapping[str, object],
) -> None:
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action=action,
        target=f"customer:{customer_id}",
        after=dict(after),
    )
