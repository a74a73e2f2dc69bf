"""Who owns groups, where something else than a reading of WeCom tells it."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.events import NewEvent, append

from .events import GroupOwnerChanged

_GIVE = text(
    """
    update group_chats g
    set owner_staff_id = v.staff_id, state = :state, updated_at = :now
    from unnest(cast(:ids as bigint[]), cast(:owners as bigint[])) as v(id, staff_id),
         group_chats o
    where g.corp_id = :corp_id and g.id = v.id and o.corp_id = g.corp_id and o.id = g.id
      and g.owner_staff_id is distinct from v.staff_id and g.state <> 'dismissed'
    returning g.id, g.owner_staff_id as staff_id, o.owner_staff_id as had
    """
)
_REMEMBER = text(
    """
    insert into group_happenings (corp_id, group_id, at, kind, actor, props)
    select :corp_id, v.id, :now, 'handed_over', 'system',
           jsonb_build_object('before', v.had, 'after', v.staff_id)
    from unnest(cast(:ids as bigint[]), cast(:had as bigint[]), cast(:owners as bigint[]))
      as v(id, had, staff_id)
    """
)


async def record_owners(
    session: AsyncSession,
    corp_id: int,
    owners: Mapping[int, int],
    now: datetime,
    *,
    inherited: bool,
    source: str,
) -> int:
    """Write new owners by group; `inherited` from members who left. Returns how many changed.

    A reading that finds the same later tells it no second time.
    """
    if not owners:
        return 0
    asked = {
        "corp_id": corp_id,
        "ids": list(owners),
        "owners": list(owners.values()),
        "state": "handed_over" if inherited else "normal",
        "now": now,
    }
    rows = (await session.execute(_GIVE, asked)).all()
    told = {
        "ids": [row.id for row in rows],
        "had": [row.had for row in rows],
        "owners": [row.staff_id for row in rows],
    }
    await session.execute(_REMEMBER, {"corp_id": corp_id, "now": now, **told})
    await append(
        session,
        corp_id,
        [
            NewEvent(
                customer_id=None,
                at=now,
                actor="system",
                source=source,
                event=GroupOwnerChanged(
                    group_id=row.id, staff_id=row.staff_id, from_staff_id=row.had
                ),
            )
            for row in rows
        ],
    )
    return len(rows)
