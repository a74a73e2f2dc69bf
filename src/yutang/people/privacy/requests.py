"""What customers ask for on their own page: a copy of their data, or to be erased.

Only a person who may (`privacy.erase`) hands out or erases; the customer is told until when he is
answered, and what was said.
"""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.access import service as access
from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import Kind, NewNotice, Words
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers

from .errors import DoneByErasingError, RequestEndedError, UnknownRequestError
from .models import PrivacyRequest
from .schemas import Asked, OwnRequest, PrivacyRequestPage, PrivacyRequestRead

DUE_DAYS: Final = 15
ASKED: Final = notices.register_kind(
    Kind("privacy_requests", Words("客户要自己的资料", "Customers ask for their data"))
)
_TITLES: Final[dict[Asked, Words]] = {
    "copy": Words("一位客户要自己资料的副本", "A customer asks for a copy of their data"),
    "erase": Words("一位客户要求删除自己的资料", "A customer asks to be erased"),
}

# The lock waits for an erasure that is about to delete him: no request outlives its person.
_ASK = text(
    """
    insert into privacy_requests (corp_id, customer_id, kind, state, asked_at, due_at)
    select c.corp_id, c.id, :kind, 'waiting', :now, :due_at from customers c
    where c.corp_id = :corp_id and c.id = :customer_id
    for key share
    on conflict (corp_id, customer_id, kind) where state = 'waiting' do nothing
    returning id
    """
)
_TAKE_BACK = text(
    """
    update privacy_requests set state = 'taken_back', ended_at = :now, ended_by = :by
    where corp_id = :corp_id and customer_id = :customer_id and kind = :kind
      and state = 'waiting'
    returning id
    """
)
_DONE = text(
    """
    update privacy_requests set state = 'done', ended_at = :now, ended_by = :by
    where corp_id = :corp_id and customer_id = :customer_id and state = 'waiting'
    """
)
_WAITING = text(
    """
    select id, customer_id, kind, asked_at, due_at from privacy_requests
    where corp_id = :corp_id and state = 'waiting' and id > :after order by id limit :limit
    """
)
_OWN = text(
    """
    select distinct on (kind) kind, state, words, asked_at, due_at, ended_at
    from privacy_requests where corp_id = :corp_id and customer_id = :customer_id
    order by kind, id desc
    """
)


async def ask(runtime: Runtime, corp_id: int, customer_id: int, kind: Asked) -> bool:
    """Write down what a customer asks for, and tell who may do it; false if he waits already.

    Raises UnknownCustomerError.
    """
    now = runtime.clock()
    due_at = now + timedelta(days=DUE_DAYS)
    async with runtime.database.owner() as session:
        holders = await access.users_who_may(session, corp_id, "privacy.erase")
        zone = ZoneInfo((await corps.describe(session, corp_id)).timezone)
    async with runtime.database.corp(corp_id) as session:
        asked = {"corp_id": corp_id, "customer_id": customer_id, "kind": kind}
        request_id = await session.scalar(_ASK, {**asked, "now": now, "due_at": due_at})
        if request_id is None:
            await customers.demand_known(session, corp_id, customer_id)
            return False
        await audit.record(
            session,
            corp_id,
            actor=f"customer:{customer_id}",
            action="privacy_request.asked",
            target=f"customer:{customer_id}",
            after={"request": request_id, "kind": kind},
        )
        day = f"{due_at.astimezone(zone):%m-%d}"
        notice = NewNotice(
            kind=ASKED.name,
            key=f"privacy_request:{request_id}",
            title=_TITLES[kind],
            body=Words(
                f"{day} 前答复，在「隐私」的「删除申请」里处理。",
                f"Answer by {day}, on Privacy under Requests to erase.",
            ),
            user_ids=holders,
            link="/privacy?part=erasures",
            customer_ids=[customer_id],
            bundle="privacy_requests",
        )
        await notices.tell(session, corp_id, notice, now=now)
    return True


async def take_back(
    session: AsyncSession, corp_id: int, customer_id: int, kind: Asked, now: datetime
) -> bool:
    """What he asked for he wants no more; false if nothing of it waits."""
    asked = {"corp_id": corp_id, "customer_id": customer_id, "kind": kind, "now": now}
    request_id = await session.scalar(_TAKE_BACK, {**asked, "by": f"customer:{customer_id}"})
    if request_id is None:
        return False
    await audit.record(
        session,
        corp_id,
        actor=f"customer:{customer_id}",
        action="privacy_request.taken_back",
        target=f"customer:{customer_id}",
        after={"request": request_id, "kind": kind},
    )
    return True


async def end_by_erasing(
    session: AsyncSession, corp_id: int, customer_id: int, by: str, now: datetime
) -> None:
    """His erasure begins: nobody has to answer him any more."""
    asked = {"corp_id": corp_id, "customer_id": customer_id, "now": now, "by": by}
    await session.execute(_DONE, asked)


async def list_waiting(
    session: AsyncSession, corp_id: int, after: int | None, limit: int
) -> PrivacyRequestPage:
    """Requests that wait, the oldest first."""
    asked = {"corp_id": corp_id, "after": after or 0, "limit": limit + 1}
    rows = (await session.execute(_WAITING, asked)).all()
    shown = rows[:limit]
    names = await customers.names_of(session, corp_id, [row.customer_id for row in shown])
    return PrivacyRequestPage(
        items=[
            PrivacyRequestRead(
                id=row.id,
                customer_id=row.customer_id,
                name=names.get(row.customer_id, ""),
                kind=row.kind,
                asked_at=row.asked_at,
                due_at=row.due_at,
            )
            for row in shown
        ],
        next=shown[-1].id if len(rows) > limit else None,
    )


async def own_requests(session: AsyncSession, corp_id: int, customer_id: int) -> list[OwnRequest]:
    """The newest of each kind, as the customer sees it."""
    rows = await session.execute(_OWN, {"corp_id": corp_id, "customer_id": customer_id})
    return [OwnRequest(**row) for row in rows.mappings()]


async def answer(
    session: AsyncSession,
    corp_id: int,
    request_id: int,
    *,
    done: bool,
    words: str,
    actor: str,
    now: datetime,
) -> None:
    """Say that a copy was given, or decline a request; the customer reads the words.

    Raises UnknownRequestError, RequestEndedError, DoneByErasingError.
    """
    row = await session.get(PrivacyRequest, (corp_id, request_id), with_for_update=True)
    if row is None:
        raise UnknownRequestError(request_id)
    if row.state != "waiting":
        raise RequestEndedError(row.state)
    if done and row.kind == "erase":
        raise DoneByErasingError
    row.state = "done" if done else "declined"
    row.words, row.ended_at, row.ended_by = words, now, actor
    # What was said stays out of the audit: it may name the person, and the audit outlives him.
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="privacy_request.done" if done else "privacy_request.declined",
        target=f"customer:{row.customer_id}",
        after={"request": row.id, "kind": row.kind},
    )
