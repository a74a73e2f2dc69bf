"""What channels cost: as the operator entered it, with their touchpoints and gifts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import delete, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.gifts import service as gifts
from yutang.act.touchpoints import service as touchpoints
from yutang.kernel import audit

from .errors import BadMonthError
from .models import ChannelCost
from .schemas import ChannelMonthCost

_OF_SPAN = text(
    """
    select channel_id, month, fen from channel_costs
    where corp_id = :corp_id and month >= date_trunc('month', cast(:first as date))
      and month <= :last
    """
)
_STATES = text("select id, state from channels where corp_id = :corp_id and id = any(:ids)")


@dataclass(frozen=True, slots=True)
class ChannelFen:
    """What a channel costs in a span."""

    channel_id: int
    state: str
    fen: int


async def cost_of(
    session: AsyncSession, corp_id: int, first: date, last: date, zone: str
) -> list[ChannelFen]:
    """Costs of a span by channel; of a month that lies in it in part, that part by days."""
    months = await touchpoints.costs_by_month(session, corp_id, first, last, zone)
    for row in await session.execute(_OF_SPAN, {"corp_id": corp_id, "first": first, "last": last}):
        following = (row.month + timedelta(days=32)).replace(day=1)
        length = (following - row.month).days
        begins, ends = max(first, row.month), min(last, following - timedelta(days=1))
        # Who says what a month cost says all of it but gifts: its touchpoints are in it.
        months[row.channel_id, row.month] = row.fen * ((ends - begins).days + 1) / length
    exact: dict[int, float] = {}
    for (channel_id, _), fen in months.items():
        exact[channel_id] = exact.get(channel_id, 0.0) + fen
    for channel_id, fen in (
        await gifts.costs_by_channel(session, corp_id, first, last, zone)
    ).items():
        exact[channel_id] = exact.get(channel_id, 0.0) + fen
    rows = await session.execute(_STATES, {"corp_id": corp_id, "ids": list(exact)})
    return [ChannelFen(row.id, row.state, round(exact[row.id])) for row in rows]


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
