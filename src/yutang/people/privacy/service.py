"""People's rights: what they allow and refuse, all that is known of one handed out or erased."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.access.schemas import Principal
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.consents import service as consents
from yutang.people.consents.schemas import MARKETING, PHONE, NewConsent
from yutang.people.customer_sessions import service as customer_sessions
from yutang.people.customers import service as customers
from yutang.people.exports import service as exports
from yutang.people.suppressions import service as suppressions

from .erasing import carry_on, confirm, drop, erase_persons, find_erasure, plan
from .errors import BadLinkError, NoProofError
from .handing import gather, write_person
from .jobs import WritePerson
from .links import PATH, Addressee, longest_link, read_token, refusal_link
from .listing import NAME, Entry, entries_of_database, read_list, suppress_again
from .marketing import barred, mark_minor, may_market, minor_mark
from .models import Erasure
from .own import own_page, set_own_refusal
from .proving import proof_page
from .requests import answer, ask, list_waiting, take_back
from .retaining import end_what_it_allowed, keep, keep_all, read_retentions, set_retention
from .schemas import (
    ErasurePage,
    ErasureRead,
    Kept,
    PersonPrivacy,
    PersonWish,
    PrivacyRead,
    Proof,
    TableCount,
)
from .tables import KEPT, rules

__all__ = (
    "NAME",
    "PATH",
    "Addressee",
    "Entry",
    "answer",
    "ask",
    "barred",
    "carry_on",
    "confirm",
    "drop",
    "end_consent",
    "entries_of_database",
    "erase_again",
    "gather",
    "hand_out",
    "keep",
    "keep_all",
    "list_erasures",
    "list_waiting",
    "longest_link",
    "mark_minor",
    "may_market",
    "own_page",
    "person_privacy",
    "plan",
    "proof_of",
    "proof_page",
    "read_erasure",
    "read_list",
    "read_privacy",
    "read_token",
    "record_consent",
    "refusal_link",
    "refuse_by_link",
    "set_own_refusal",
    "set_retention",
    "standing_of",
    "take_back",
    "write_person",
)

_OPEN = ("planned", "queued", "running")
_CORP = text("select name from corps where id = :corp_id")
_CORPID = text("select corpid from corps where id = :corp_id")
_STANDING = text(
    "select marketing_refused_at is not null from customers"
    " where corp_id = :corp_id and id = :customer_id"
)
_FRIENDS = text(
    """
    select f.customer_id, s.name from follows f
    join staff s on s.corp_id = f.corp_id and s.id = f.staff_id
    where f.corp_id = :corp_id and f.customer_id = any(:ids)
      and f.state in ('friend', 'half', 'deleted_by_customer')
    order by f.customer_id, s.name
    """
)
BY_LINK = "by his own link"


async def record_consent(
    session: AsyncSession,
    corp_id: int,
    customer_id: int,
    consent: NewConsent,
    by: str,
    now: datetime,
) -> None:
    """Record that a person agreed; a phone that was kept away since he withdrew may come again.

    Raises FutureConsentError, UnknownPurposeError, UnknownCustomerError.
    """
    await customers.demand_known(session, corp_id, customer_id)
    if await consents.record_consents(session, corp_id, [customer_id], consent, by, now):
        # Where he gave it stands in the consent: in the audit it would outlive him.
        await audit.record(
            session,
            corp_id,
            actor=by,
            action="consent.recorded",
            target=f"customer:{customer_id}",
            after={"purpose": consent.purpose, "given_at": consent.given_at.isoformat()},
        )
    if consent.purpose == PHONE:
        await suppressions.lift_withdrawn(session, corp_id, [customer_id])


async def end_consent(
    session: AsyncSession, corp_id: int, customer_id: int, purpose: str, by: str, now: datetime
) -> bool:
    """Record that a person takes a consent back, and end what it allowed; false if there was none.

    Values of sensitive fields and phone numbers go, and no reading brings the numbers back;
    without his consent to marketing he counts as one who refused it. `by` is `customer:` with his
    number where he did it himself. Raises UnknownCustomerError.
    """
    if not await consents.withdraw(session, corp_id, customer_id, purpose, by, now):
        return False
    if purpose == MARKETING:
        await customers.set_refusal(
            session, corp_id, customer_id, refused=True, reason="consent withdrawn", by=by, now=now
        )
    # Events outlive people, so they do not name him.
    said_by = "customer" if by == f"customer:{customer_id}" else by
    await end_what_it_allowed(session, corp_id, [customer_id], purpose, said_by, now)
    return True


async def person_privacy(
    session: AsyncSession, runtime: Runtime, corp_id: int, customer_id: int
) -> PersonPrivacy:
    """What a person allows and refuses, with his link. Raises UnknownCustomerError."""
    await customers.demand_known(session, corp_id, customer_id)
    why = await barred(session, corp_id, [customer_id], runtime.clock())
    mark = await minor_mark(session, corp_id, customer_id)
    erasure_id = await session.scalar(
        select(Erasure.id).where(
            Erasure.corp_id == corp_id,
            Erasure.customer_id == customer_id,
            Erasure.state.in_(_OPEN),
        )
    )
    return PersonPrivacy(
        refuse_link=refusal_link(runtime.settings, runtime.vault, corp_id, customer_id),
        barred=why.get(customer_id),
        minor_marked_at=mark.marked_at if mark is not None else None,
        consents=await consents.living_of(session, corp_id, customer_id),
        erasure_id=erasure_id,
    )


async def standing_of(runtime: Runtime, who: Addressee) -> tuple[str, bool | None]:
    """The corp's name, and whether the person refuses; None where nobody is known by his number.

    Raises BadLinkError where the corp is gone.
    """
    async with runtime.database.owner() as session:
        corp = await session.scalar(_CORP, {"corp_id": who.corp_id})
        if corp is None:
            raise BadLinkError
        refused: bool | None = await session.scalar(
            _STANDING, {"corp_id": who.corp_id, "customer_id": who.customer_id}
        )
    return corp, refused


async def refuse_by_link(runtime: Runtime, who: Addressee, *, refused: bool) -> None:
    """Do what the person asks for on his page; at once, and once however often he taps.

    Raises UnknownCustomerError.
    """
    async with runtime.database.corp(who.corp_id) as session:
        await customers.set_refusal(
            session,
            who.corp_id,
            who.customer_id,
            refused=refused,
            reason=BY_LINK,
            by="customer",
            now=runtime.clock(),
            source="link",
        )


async def hand_out(
    session: AsyncSession, customer_id: int, wish: PersonWish, principal: Principal, now: datetime
) -> int:
    """Ask for the file of all that is known of a person; returns the export's id.

    Raises UnknownCustomerError.
    """
    await customers.demand_known(session, principal.corp_id, customer_id)
    export_id = await exports.register_person(
        session, customer_id, wish.reason, wish.language, principal, now
    )
    await enqueue(session, WritePerson(corp_id=principal.corp_id, export_id=export_id))
    return export_id


async def list_erasures(
    session: AsyncSession, corp_id: int, before: int | None, limit: int
) -> ErasurePage:
    """Requests to erase somebody, newest first."""
    asked = select(Erasure).where(Erasure.corp_id == corp_id)
    if before is not None:
        asked = asked.where(Erasure.id < before)
    rows = (await session.scalars(asked.order_by(Erasure.id.desc()).limit(limit + 1))).all()
    shown = rows[:limit]
    return ErasurePage(
        items=await _describe(session, corp_id, shown),
        next=shown[-1].id if len(rows) > limit else None,
    )


async def read_erasure(session: AsyncSession, corp_id: int, erasure_id: int) -> ErasureRead:
    """One request as it stands. Raises UnknownErasureError."""
    row = await find_erasure(session, corp_id, erasure_id)
    return (await _describe(session, corp_id, [row]))[0]


async def _describe(
    session: AsyncSession, corp_id: int, rows: Sequence[Erasure]
) -> list[ErasureRead]:
    open_ids = [row.customer_id for row in rows if row.state in _OPEN]
    names = await customers.names_of(session, corp_id, open_ids)
    friends: dict[int, list[str]] = {}
    for row in await session.execute(_FRIENDS, {"corp_id": corp_id, "ids": open_ids}):
        friends.setdefault(row.customer_id, []).append(row.name)
    return [
        ErasureRead.model_validate(
            {
                "id": row.id,
                "customer_id": row.customer_id,
                "name": names.get(row.customer_id),
                "state": row.state,
                "reason": row.reason,
                "asked_by_name": row.asked_by_name,
                "plan": _counts(row.plan),
                "erased": _counts(row.erased),
                "kept": [Kept(table=table, why=why) for table, why in KEPT.items()],
                "still_friend_of": friends.get(row.customer_id, []),
                "trouble": row.trouble,
                "asked_at": row.asked_at,
                "confirmed_at": row.confirmed_at,
                "ended_at": row.ended_at,
            }
        )
        for row in rows
    ]


def _counts(told: Mapping[str, int | None]) -> list[TableCount]:
    """In the order in which they are erased: who he is first."""
    how = {rule.table: rule.how for rule in rules()}
    order = {table: place for place, table in enumerate(how)}
    return [
        TableCount(table=table, rows=count, how=how.get(table, "deleted"))
        for table, count in sorted(told.items(), key=lambda one: order.get(one[0], len(order)))
        if count != 0
    ]


async def proof_of(session: AsyncSession, corp_id: int, erasure_id: int) -> Proof:
    """What proves an erasure. Raises UnknownErasureError, NoProofError."""
    row = await find_erasure(session, corp_id, erasure_id)
    if row.proof is None:
        raise NoProofError(row.state)
    return Proof.model_validate(row.proof)


async def read_privacy(runtime: Runtime, corp_id: int) -> PrivacyRead:
    """How long data is kept and how many people stay erased."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        corpid = await session.scalar(_CORPID, {"corp_id": corp_id})
        under_way = await session.scalar(
            select(func.count()).where(
                Erasure.corp_id == corp_id, Erasure.state.in_(["queued", "running"])
            )
        )
        return PrivacyRead(
            retentions=await read_retentions(session, corp_id, runtime.settings, now),
            suppressed=await suppressions.count(session, corp_id),
            erasures_under_way=under_way or 0,
            customers_page=f"{runtime.settings.address}{customer_sessions.SIGN_IN}?corp={corpid}",
            as_of=now,
        )


async def erase_again(runtime: Runtime, entries: Sequence[Entry]) -> dict[int, int]:
    """After a restore: erase those of a list who are here again; how many by corp."""
    found = await suppress_again(runtime, entries)
    for corp_id, ids in found.items():
        if ids:
            await erase_persons(runtime, corp_id, sorted(ids))
    return {corp_id: len(ids) for corp_id, ids in found.items()}
