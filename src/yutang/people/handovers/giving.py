"""A taker can take nobody more: who was to be his goes to the next one who has room."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.corps import service as corps

from . import repository
from .choosing import Taker
from .doing import Doing
from .splitting import deal, split

log = structlog.get_logger(__name__)

_BLOCK = text(
    """
    update handover_takers set blocked = :blocked, errcode = :code
    where corp_id = :corp_id and handover_id = :handover_id and staff_id = :taker
    """
)
_OPEN = text(
    """
    select staff_id, share, fits from handover_takers
    where corp_id = :corp_id and handover_id = :handover_id and blocked is null and fits
    order by place
    """
)
_WAITING = text(
    """
    select customer_id from handover_people
    where corp_id = :corp_id and handover_id = :handover_id and taker_staff_id = :taker
      and (state = 'planned'
           or (state = 'asking' and customer_id = any(cast(:ids as bigint[]))))
    order by customer_id for update
    """
)
_PASS = text(
    """
    update handover_people p
    set taker_staff_id = coalesce(v.taker, p.taker_staff_id),
        state = case when v.taker is null then :state else 'planned' end,
        reason = case when v.taker is null then :blocked else '' end,
        errcode = case when v.taker is null then cast(:code as bigint) end,
        settled_at = case when v.taker is null then cast(:now as timestamptz) end,
        tries = 0
    from unnest(cast(:ids as bigint[]), cast(:takers as bigint[])) as v(id, taker)
    where p.corp_id = :corp_id and p.handover_id = :handover_id and p.customer_id = v.id
    """
)
_STATES: Final = {"no_room": "full", "taker_not_ready": "failed"}


@dataclass(frozen=True, slots=True)
class Block:
    """Why a taker can take nobody any more, by WeCom's code."""

    reason: str
    errcode: int


async def pass_on(
    session: AsyncSession,
    doing: Doing,
    taker_id: int,
    ids: Sequence[int],
    block: Block,
    now: datetime,
) -> None:
    """Give these people, and all who were planned for him, to takers with room, by the rule.

    For whom nobody has room ends as `full`, or `failed` where the taker is not ready. Needs the
    owner's session.
    """
    asked = doing.keys | {
        "taker": taker_id,
        "ids": list(ids),
        "blocked": block.reason,
        "code": block.errcode,
    }
    await session.execute(_BLOCK, asked)
    waiting = list(await session.scalars(_WAITING, asked))
    takers = await _open_takers(session, doing)
    made = split(len(waiting), [one.seat for one in takers], doing.rule)
    turns = deal(made.counts)
    given: list[int | None] = [takers[place].id for place in turns]
    given += [None] * (len(waiting) - len(given))
    await session.execute(
        _PASS,
        asked | {"ids": waiting, "takers": given, "state": _STATES[block.reason], "now": now},
    )
    log.info(
        "handovers.passed_on",
        **doing.keys,
        taker_id=taker_id,
        reason=block.reason,
        people=len(waiting),
        left=made.leftover,
    )


async def _open_takers(session: AsyncSession, doing: Doing) -> list[Taker]:
    rows = (await session.execute(_OPEN, doing.keys)).all()
    limit = (await corps.read_preferences(session, doing.corp_id)).staff_customer_limit
    asked: dict[str, Any] = {"corp_id": doing.corp_id, "ids": [row.staff_id for row in rows]}
    facts = {row.id: row for row in await session.execute(repository.TAKERS, asked)}
    return [
        Taker(
            id=row.staff_id,
            name=facts[row.staff_id].name,
            account=facts[row.staff_id].account,
            ready=facts[row.staff_id].status == "active",
            fits=row.fits,
            share=row.share,
            has=facts[row.staff_id].has,
            coming=facts[row.staff_id].coming,
            groups=facts[row.staff_id].groups,
            limit=limit,
        )
        for row in rows
    ]
