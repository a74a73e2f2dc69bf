"""Fields in conditions: asked only by who may see them."""

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.access.schemas import Principal
from yutang.people.attributes import service as attributes
from yutang.people.attributes.errors import UnknownFieldError
from yutang.people.conditions import service as conditions
from yutang.people.conditions.schemas import Node


async def hidden_fields(session: AsyncSession, principal: Principal, node: Node) -> set[int]:
    """Fields that it names and his role does not see."""
    named = conditions.ids_named(node).fields
    if not named:
        return named
    seen = await attributes.list_fields(session, principal.corp_id, principal.role, archived=True)
    return named - {one.id for one in seen}


async def demand_fields(session: AsyncSession, principal: Principal, node: Node) -> None:
    """Raise UnknownFieldError for a field that his role does not see: it is not to be guessed."""
    if hidden := await hidden_fields(session, principal, node):
        raise UnknownFieldError(min(hidden))
