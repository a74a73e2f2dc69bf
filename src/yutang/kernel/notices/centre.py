"""A person's own notices: list them, count the unread, mark them read, forget them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import CursorResult, Select, delete, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from .models import Notice
from .schemas import ButtonAnswer, NoticePage, OwnNotice, ReadThese, TextRead

COUNTED: Final = 100
KEPT: Final = timedelta(days=30)
"""Notices name customers: they are kept no longer than they may have to be explained."""
FORGET_ROWS: Final = 5_000

_FORGET = text(
    """
    delete from notices where corp_id = :corp_id and id in (
      select id from notices where corp_id = :corp_id and created_at < :before order by id
      limit :rows)
    """
)


def receivers(user_id: int | None, staff_id: int | None) -> tuple[str, ...]:
    """Under which names a person is told: as a member, and as he was before he was known as one."""
    names = (staff_id and f"staff:{staff_id}", user_id and f"user:{user_id}")
    return tuple(name for name in names if name)


async def list_notices(
    session: AsyncSession,
    corp_id: int,
    own: Sequence[str],
    *,
    unread: bool = False,
    kind: str | None = None,
    after: int | None = None,
    limit: int = 30,
) -> NoticePage:
    """One page of what was told to `own` (see `receivers`), the newest first."""
    statement = _own(corp_id, own)
    if unread:
        statement = statement.where(Notice.read_at.is_(None))
    if kind is not None:
        statement = statement.where(Notice.kind == kind)
    if after is not None:
        statement = statement.where(Notice.id < after)
    found = await session.scalars(statement.order_by(Notice.id.desc()).limit(limit + 1))
    rows = found.all()
    return NoticePage(
        items=[_read(row) for row in rows[:limit]],
        next=rows[limit - 1].id if len(rows) > limit else None,
        unread=await count_unread(session, corp_id, own),
    )


def _own(corp_id: int, own: Sequence[str]) -> Select[Notice]:
    return select(Notice).where(Notice.corp_id == corp_id, Notice.receiver.in_(own))


async def count_unread(session: AsyncSession, corp_id: int, own: Sequence[str]) -> int:
    """How many are unread, counted up to 100."""
    some = (
        select(Notice.id)
        .where(Notice.corp_id == corp_id, Notice.receiver.in_(own), Notice.read_at.is_(None))
        .limit(COUNTED)
        .subquery()
    )
    return await session.scalar(select(func.count()).select_from(some)) or 0


async def mark_read(
    session: AsyncSession, corp_id: int, own: Sequence[str], these: ReadThese, now: datetime
) -> int:
    """Mark notices read; returns how many are unread then. What he has read is not sent to him."""
    statement = update(Notice).where(
        Notice.corp_id == corp_id, Notice.receiver.in_(own), Notice.read_at.is_(None)
    )
    if these.until is not None:
        statement = statement.where(Notice.id <= these.until)
        if these.kind is not None:
            statement = statement.where(Notice.kind == these.kind)
    else:
        statement = statement.where(Notice.id.in_(these.ids))
    await session.execute(statement.values(read_at=now))
    await session.execute(
        update(Notice)
        .where(
            Notice.corp_id == corp_id,
            Notice.receiver.in_(own),
            Notice.state == "waiting",
            Notice.read_at.is_not(None),
        )
        .values(state="none", reason="read", due_at=None)
    )
    await session.execute(
        update(Notice)
        .where(
            Notice.corp_id == corp_id,
            Notice.receiver.in_(own),
            Notice.mail_state == "waiting",
            Notice.read_at.is_not(None),
        )
        .values(mail_state="none", mail_reason="read", mail_due_at=None)
    )
    return await count_unread(session, corp_id, own)


async def forget_old(session: AsyncSession, corp_id: int, now: datetime) -> int:
    """Delete notices of 30 days ago, the oldest first, up to 5,000; returns how many."""
    asked = {"corp_id": corp_id, "before": now - KEPT, "rows": FORGET_ROWS}
    return _rows(await session.execute(_FORGET, asked))


async def forget_customers(session: AsyncSession, corp_id: int, ids: Sequence[int]) -> int:
    """Delete every notice that names one of these customers. Needs the owner's session."""
    return _rows(
        await session.execute(
            delete(Notice).where(Notice.corp_id == corp_id, Notice.customer_ids.overlap(list(ids)))
        )
    )


def _rows(result: Any) -> int:
    return result.rowcount if isinstance(result, CursorResult) else 0


def _read(row: Notice) -> OwnNotice:
    answer = None
    if row.answer is not None and row.answered_at is not None:
        text_read = TextRead(zh=row.answer, en=row.answer_en or row.answer)
        answer = ButtonAnswer(text=text_read, by=row.answered_by, at=row.answered_at)
    return OwnNotice(
        id=row.id,
        kind=row.kind,
        title=TextRead(zh=row.title, en=row.title_en),
        body=TextRead(zh=row.body, en=row.body_en),
        link=row.link,
        staff_link=row.staff_link,
        customer_id=row.customer_ids[0] if len(row.customer_ids) == 1 else None,
        urgent=row.urgent,
        created_at=row.created_at,
        read_at=row.read_at,
        state=row.state,  # type: ignore[arg-type]  # the table's check allows no other
        reason=row.reason,
        due_at=row.due_at,
        sent_at=row.sent_at,
        mail_state=row.mail_state,  # type: ignore[arg-type]  # as above
        mail_reason=row.mail_reason,
        mail_due_at=row.mail_due_at,
        answer=answer,
    )
