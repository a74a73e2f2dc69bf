"""What the customer of the chat bought, and what may suit him."""

from fastapi import APIRouter

from yutang.kernel.web import CurrentRuntime
from yutang.people.orders import service as orders
from yutang.people.orders.schemas import CustomerOrders

from .customers import OwnCustomer
from .members import CurrentMember, MemberSession

router = APIRouter(prefix="/staff", tags=["staff pages"])
SHOWN = 3


@router.get("/customers/{external_id}/orders")
async def list_own_customer_orders(
    external_id: str,  # noqa: ARG001 - `customer_id` is made of it
    customer_id: OwnCustomer,
    member: CurrentMember,
    session: MemberSession,
    runtime: CurrentRuntime,
) -> CustomerOrders:
    """The last three orders of a customer of the member, totals, and advice with its reason.

    `known` is false where nobody ever told of orders. 404 `customers.not_yours`.
    """
    return await orders.customer_orders(
        session, member.corp_id, customer_id, SHOWN, runtime.clock()
    )
