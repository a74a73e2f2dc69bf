"""A customer as one member may see him: what is between the two, and who else knows him."""

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import Vault

from .errors import NotYoursError
from .profile import read_customer
from .repository import CustomerRepository
from .schemas import CustomerRead

SEEN = frozenset({"half", "friend", "deleted_by_customer"})
"""Who was deleted or handed over by the member is his no more; who deleted him still is."""


async def read_own(
    session: AsyncSession, vault: Vault, corp_id: int, external_id: str, staff_id: int
) -> CustomerRead:
    """The customer; of others' relations only that they are. Raises NotYoursError."""
    customer_id = (await CustomerRepository(session, corp_id).ids([external_id])).get(external_id)
    if customer_id is None:
        raise NotYoursError
    whole = await read_customer(session, vault, corp_id, customer_id)
    if not any(f.staff_id == staff_id and f.state in SEEN for f in whole.follows):
        raise NotYoursError
    return whole.model_copy(
        update={
            "follows": [
                follow
                if follow.staff_id == staff_id
                else follow.model_copy(update={"remark": "", "tags": []})
                for follow in whole.follows
            ],
            "timeline": [
                entry
                for entry in whole.timeline
                if entry.props.get("staff_id", staff_id) == staff_id
            ],
        }
    )
