"""What channels cost, month by month, as the operator entered it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import delete, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit

from .errors import BadMonthError
from .models import ChannelCost
from .schemas import ChannelMonthCost

_OF_SPAN = text(
    """
    select k.channel_id, c.state, k.month, k.fen
    from channel_costs k
    join channels c on c.corp_id = :corp_id and c.id = k.channel_id
    where k.corp_id = :corp_id and k.month >= date_trunc('month', cast(:first as date))
      and k.month <= :last
    """
)


@dataclass(frozen=True, slots=True)
class ChannelFen:
    """What a channel costs in a span."""

    channel_id: int
    state: str
    fen: int


async def cost_of(session: AsyncSession, corp_id: int, first: date, last: date) -> list[ChannelFen]:
    """Costs of a span by channel; of a month that lies in it in part, that part by days."""
    rows = await session.execute(_OF_SPAN, {"corp_id": corp_id, "first": first, "last": last})
    exact: dict[tuple[int, str], float] = {}
    for row in rows:
        following = (row.month + timedelta(days=32)).replace(day=1)
        length = (following - row.month).days
        begins, ends = max(first, row.month), min(last, following - timedelta(days=1))
        share = ((ends - begins).days + 1) / length
        key = (row.channel_id, row.state)
        exact[key] = exact.get(key, 0.0) + row.fen * share
    return [ChannelFen(*key, round(fen)) for key, fen in sorted(exact.items())]


async def list_costs(
    session: AsyncSession, corp_id: int, channel_id: int
) -> list[ChannelMonthCost]:
    """What was entered for a channel, the newest month first."""
    rows = await session.scalars(
        select(ChannelCost)
        .where(ChannelCost.corp_id == corp_id, ChannelCost.channel_id == channel_id)
        .order_by(ChannelCost.month.desc())
    )
    return [ChannelMonthCost(month=row.month, fen=row.fen) for row in rows]


async def set_costs(
    session: AsyncSession,
    corp_id: int,
    channel_id: int,
    months: Mapping[date, int | None],
    actor: str,
) -> None:
    """Write or take away what months cost. Raises BadMonthError; then nothing was changed."""
    if any(month.day != 1 for month in months):
        raise BadMonthError
    before = {one.month: one.fen for one in await list_costs(session, corp_id, channel_id)}
    changed = {month: fen for month, fen in months.items() if before.get(month) != fen}
    if not changed:
        return
    gone = [month for month, fen in changed.items() if fen is None]
    await session.execute(
        delete(ChannelCost).where(
            ChannelCost.corp_id == corp_id,
            ChannelCost.channel_id == channel_id,
            ChannelCost.month.in_(gone),
        )
    )
    kept = [
        {"corp_id": corp_id, "channel_id": channel_id, "month": m, "fen": fen, "set_by": actor}
        for m, fen in changed.items()
        if fen is not None
    ]
    if kept:
        new = insert(ChannelCost)
        await session.execute(
            new.on_conflict_do_update(
                index_elements=["corp_id", "channel_id", "month"],
                set_={"fen": new.excluded.fen, "set_by": new.excluded.set_by},
            ),
            kept,
        )
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="channel.costs_set",
        target=f"channel:{channel_id}",
        before={f"{month:%Y-%m}": before.get(month) for month in changed},
        after={f"{month:%Y-%m}": fen for month, fen in changed.items()},
    )
