"""One customer, whole."""

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import Vault
from yutang.people.staff import service as staff
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import Relation

from .errors import UnknownCustomerError
from .models import Customer
from .recording import PHONE_CONTEXT
from .repository import EXTERNAL, CustomerRepository
from .schemas import CustomerRead, FollowRead, FollowTagRead, TimelineEntry

TIMELINE_ROWS = 50


async def read_customer(
    session: AsyncSession, vault: Vault, corp_id: int, customer_id: int
) -> CustomerRead:
    """One customer, whole; phones masked. Raises UnknownCustomerError."""
    customer = await session.get(Customer, (corp_id, customer_id))
    if customer is None:
        raise UnknownCustomerError(customer_id)
    repository = CustomerRepository(session, corp_id)
    follows = await repository.follows(customer_id)
    identities = await repository.identities(customer_id)
    members = {
        member.id: member
        for member in await staff.staff_by_ids(session, corp_id, (f.staff_id for f in follows))
    }
    states = await tags.places_on_relations(
        session, corp_id, [Relation(customer_id, follow.staff_id) for follow in follows]
    )
    return CustomerRead(
        id=customer.id,
        name=customer.name,
        state=customer.state,
        external_id=next((i.value for i in identities if i.kind == EXTERNAL), None),
        avatar=customer.avatar,
        gender=customer.gender,
        platform=customer.platform,
        company=customer.company,
        phones=[
            mask_phone(vault.unseal(i.sealed, PHONE_CONTEXT))
            for i in identities
            if i.kind == "phone" and i.sealed is not None
        ],
        first_added_at=customer.first_added_at,
        first_added_staff_id=customer.first_added_staff_id,
        first_added_channel=customer.first_added_channel,
        marketing_refused_at=customer.marketing_refused_at,
        follows=[
            FollowRead(
                staff_id=follow.staff_id,
                staff_name=members[follow.staff_id].name,
                account=members[follow.staff_id].account,
                state=follow.state,
                added_at=follow.added_at,
                changed_at=follow.changed_at,
                add_way=follow.add_way,
                channel=follow.channel,
                remark=follow.remark,
                tags=[
                    FollowTagRead(
                        id=place.tag_id,
                        name=place.name,
                        added_by=place.added_by,
                        added_at=place.added_at,
                        mirrored=place.mirrored,
                        error=place.error,
                    )
                    for place in states.get(Relation(customer_id, follow.staff_id), [])
                ],
            )
            for follow in follows
            if follow.staff_id in members
        ],
        timeline=[
            TimelineEntry(id=row.id, kind=row.kind, at=row.at, actor=row.actor, props=row.props)
            for row in await repository.timeline(customer_id, TIMELINE_ROWS)
        ],
    )


SHORT_PHONE = 8


def mask_phone(phone: str) -> str:
    """First three and last four digits, the rest hidden; short numbers are hidden whole."""
    return f"{phone[:3]} **** {phone[-4:]}" if len(phone) >= SHORT_PHONE else "••••"
