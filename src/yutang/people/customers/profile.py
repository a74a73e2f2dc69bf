"""One customer, whole."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, column, select, table
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.db import table_of
from yutang.kernel.vault import Vault
from yutang.people.attributes import service as attributes
from yutang.people.consents import service as consents
from yutang.people.credits import service as credits_
from yutang.people.notes import service as notes
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import Relation, TagPlace, WornTag
from yutang.people.tasks import service as tasks

from .errors import UnknownCustomerError
from .models import Customer, CustomerIdentity, Follow
from .recording import PHONE_CONTEXT
from .repository import EXTERNAL, CustomerRepository
from .schemas import (
    CustomerRead,
    FollowRead,
    FollowTagRead,
    PersonRead,
    ProfileRead,
    ProfileTag,
    RelationRead,
    TimelineEntry,
    Watcher,
)

TIMELINE_ROWS = 50
_STAFF = table("staff", column("corp_id"), column("id"), column("name"), column("account"))
NOTES = 20


async def read_customer(
    session: AsyncSession, vault: Vault, corp_id: int, customer_id: int
) -> CustomerRead:
    """One customer with his relations and events; phones masked. Raises UnknownCustomerError."""
    person = await _person(session, vault, corp_id, customer_id)
    follows = await _relations(session, corp_id, customer_id)
    places = await tags.places_on_relations(
        session, corp_id, [Relation(customer_id, follow.staff_id) for follow in follows]
    )
    events = await CustomerRepository(session, corp_id).timeline(customer_id, TIMELINE_ROWS)
    return CustomerRead(
        **{name: value for name, value in person.items() if name != "consents"},
        follows=[
            FollowRead(
                **follow.model_dump(),
                tags=[
                    _place(place)
                    for place in places.get(Relation(customer_id, follow.staff_id), [])
                ],
            )
            for follow in follows
        ],
        timeline=[
            TimelineEntry(id=row.id, kind=row.kind, at=row.at, actor=row.actor, props=row.props)
            for row in events
        ],
    )


async def read_profile(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    customer_id: int,
    watcher: Watcher,
    now: datetime,
) -> ProfileRead:
    """What the 360 shows at once; phones masked, fields by the role that looks.

    A member sees of others' relations only that they are, and no tags that sit on those alone.
    Raises UnknownCustomerError.
    """
    person = await _person(session, vault, corp_id, customer_id)
    follows = await _relations(session, corp_id, customer_id)
    worn = (await tags.worn_by(session, corp_id, [customer_id])).get(customer_id, [])
    if watcher.staff_id is not None:
        mine = watcher.staff_id
        follows = [
            follow if follow.staff_id == mine else follow.model_copy(update={"remark": ""})
            for follow in follows
        ]
        worn = [tag for tag in worn if tag.kind == "own" or mine in tag.staff_ids]
    return ProfileRead(
        **person,
        follows=follows,
        tags=await _with_errors(session, corp_id, customer_id, worn),
        fields=await attributes.sheet_of(session, corp_id, customer_id, watcher.role),
        notes=await notes.list_notes(session, corp_id, customer_id, None, NOTES),
        tasks=await tasks.tasks_of(session, corp_id, customer_id, now),
        credit=(await credits_.of(session, corp_id, [customer_id])).get(customer_id),
    )


async def _person(
    session: AsyncSession, vault: Vault, corp_id: int, customer_id: int
) -> dict[str, Any]:
    """Who he is and what he agrees to, in one statement; raises UnknownCustomerError."""
    rows = (
        await session.execute(
            select(
                Customer,
                CustomerIdentity.kind,
                CustomerIdentity.value,
                CustomerIdentity.sealed,
                consents.living_column(corp_id, table_of(Customer).c.id).label("consents"),
            )
            .outerjoin(
                CustomerIdentity,
                and_(
                    CustomerIdentity.corp_id == corp_id,
                    CustomerIdentity.customer_id == Customer.id,
                ),
            )
            .where(Customer.corp_id == corp_id, Customer.id == customer_id)
            .order_by(CustomerIdentity.created_at, CustomerIdentity.value)
        )
    ).all()
    if not rows:
        raise UnknownCustomerError(customer_id)
    customer: Customer = rows[0][0]
    return {
        name: getattr(customer, name)
        for name in PersonRead.model_fields
        if name not in {"external_id", "phones"}
    } | {
        "external_id": next((row.value for row in rows if row.kind == EXTERNAL), None),
        "phones": [
            mask_phone(vault.unseal(row.sealed, PHONE_CONTEXT))
            for row in rows
            if row.kind == "phone" and row.sealed is not None
        ],
        "consents": consents.read_column(rows[0].consents),
    }


async def _relations(session: AsyncSession, corp_id: int, customer_id: int) -> list[RelationRead]:
    """His relations, newest first, in one statement."""
    rows = await session.execute(
        select(Follow, _STAFF.c.name, _STAFF.c.account)
        .join(_STAFF, and_(_STAFF.c.corp_id == Follow.corp_id, _STAFF.c.id == Follow.staff_id))
        .where(Follow.corp_id == corp_id, Follow.customer_id == customer_id)
        .order_by(Follow.added_at.desc(), Follow.staff_id)
    )
    return [
        RelationRead(
            staff_id=follow.staff_id,
            staff_name=name,
            account=account,
            state=follow.state,
            added_at=follow.added_at,
            changed_at=follow.changed_at,
            add_way=follow.add_way,
            channel=follow.channel,
            remark=follow.remark,
        )
        for follow, name, account in rows
    ]


async def _with_errors(
    session: AsyncSession, corp_id: int, customer_id: int, worn: Sequence[WornTag]
) -> list[ProfileTag]:
    """Why WeCom refused a tag is asked only where it does not have one."""
    waiting = [tag for tag in worn if tag.kind == "wecom" and not tag.mirrored]
    errors: dict[int, str] = {}
    if waiting:
        relations = {
            Relation(customer_id, staff_id) for tag in waiting for staff_id in tag.staff_ids
        }
        places = await tags.places_on_relations(session, corp_id, sorted(relations))
        errors = {
            place.tag_id: place.error
            for own in places.values()
            for place in own
            if place.error is not None
        }
    return [ProfileTag(**tag.model_dump(), error=errors.get(tag.id)) for tag in worn]


def _place(place: TagPlace) -> FollowTagRead:
    return FollowTagRead(
        id=place.tag_id,
        name=place.name,
        added_by=place.added_by,
        added_at=place.added_at,
        mirrored=place.mirrored,
        error=place.error,
    )


SHORT_PHONE = 8


def mask_phone(phone: str) -> str:
    """First three and last four digits, the rest hidden; short numbers are hidden whole."""
    return f"{phone[:3]} **** {phone[-4:]}" if len(phone) >= SHORT_PHONE else "••••"
