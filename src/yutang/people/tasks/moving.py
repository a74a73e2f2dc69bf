"""Tasks about customers go along when these change their member."""

from collections.abc import Mapping

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit

_MOVE = text(
    """
    with going as (
      select * from unnest(cast(:customers as bigint[]), cast(:takers as bigint[]))
                    as g(customer_id, staff_id)
    ), chosen as (
      select t.id, g.staff_id, t.staff_id as had, t.pooled as waited
      from going g
      join tasks t on t.corp_id = :corp_id and t.customer_id = g.customer_id
                  and t.state = 'open'
                  and (t.staff_id = :giver or (t.pooled and t.from_staff_id = :giver))
                  and t.source <> :but
      order by t.id
      for update of t
    )
    update tasks t
    set staff_id = c.staff_id, pooled = false, from_staff_id = null, snoozes = 0,
        escalated_at = null, escalated_to = null
    from chosen c
    where t.corp_id = :corp_id and t.id = c.id
    returning t.id, t.staff_id, c.had, c.waited
    """
)


async def move_tasks(
    session: AsyncSession,
    corp_id: int,
    giver_id: int,
    takers: Mapping[int, int],
    by: str,
    *,
    but: str = "",
) -> int:
    """Give a member's open tasks about customers to who has these now; returns how many.

    `takers`: the new member by customer. What waits in a leader's pool since the member left goes
    too; what `but` made stays. Each keeps its history.
    """
    if not takers:
        return 0
    asked = {
        "corp_id": corp_id,
        "giver": giver_id,
        "customers": list(takers),
        "takers": list(takers.values()),
        "but": but,
    }
    rows = (await session.execute(_MOVE, asked)).all()
    changes = [
        audit.Change(
            f"task:{row.id}",
            {"staff_id": row.had, "pooled": row.waited},
            {"staff_id": row.staff_id, "pooled": False},
        )
        for row in rows
    ]
    await audit.record_many(session, corp_id, actor=by, action="task.reassigned", changes=changes)
    return len(rows)
