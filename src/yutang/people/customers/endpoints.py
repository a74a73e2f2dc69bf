"""Customers over HTTP."""

from fastapi import APIRouter, Depends

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import profile
from .schemas import CustomerRead

router = APIRouter(
    prefix="/customers", tags=["customers"], dependencies=[Depends(needs("customers.read"))]
)


@router.get("/{customer_id}")
async def read_customer(
    customer_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> CustomerRead:
    """One customer: identity, relations with their tags, first add, newest 50 events.

    404 `customers.unknown` for an id of another corp as for one that does not exist.
    """
    return await profile.read_customer(session, runtime.vault, principal.corp_id, customer_id)
