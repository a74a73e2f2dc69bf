"""Who holds a permission: for what the product itself has to tell somebody."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from .models import Role, User, UserScope
from .permissions import ROLES, WHOLE_CORP


async def users_who_may(session: AsyncSession, corp_id: int, permission: str) -> list[int]:
    """Persons of a corp whose role allows it, shut ones left out. Needs the owner's session."""
    rows = await session.execute(
        select(User.id, User.role, User.role_id, Role.permissions, UserScope.kind)
        .outerjoin(Role, (Role.corp_id == User.corp_id) & (Role.id == User.role_id))
        .outerjoin(
            UserScope,
            (UserScope.corp_id == User.corp_id)
            & (UserScope.user_id == User.id)
            & (UserScope.kind == "corp"),
        )
        .where(User.corp_id == corp_id, User.kind == "person", User.disabled_at.is_(None))
        .order_by(User.id)
    )
    return [
        row.id
        for row in rows
        if permission in (ROLES.get(row.role, ()) if row.role_id is None else row.permissions or ())
        and (row.kind == "corp" or permission not in WHOLE_CORP)
    ]
