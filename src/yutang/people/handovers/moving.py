"""Give groups another owner: 100 a call, 300 a day of one giver, the rest on the next days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from sqlalchemy import text

from yutang.people.groups import service as groups
from yutang.wecom.errors import RefusedError, UnknownGroupError, UnknownOutcomeError
from yutang.wecom.handover import GroupRefused

from . import repository
from .asking import NOT_SENT
from .choosing import midnight
from .doing import Doing
from .planning import AT_ONCE, GROUPS_A_DAY
from .wording import reason_of

log = structlog.get_logger(__name__)

NEXT_DAY: Final = timedelta(days=1, minutes=5)
"""After WeCom's midnight, our clocks being a little apart."""
TOO_MANY: Final = 45009
IN_PROGRESS: Final = 90507
INHERITED: Final = 90508
UNCHANGED: Final = 90504
LOST_ANSWERS: Final = 3

_TAKE = text(
    """
    with turn as (
      select taker_staff_id from handover_groups
      where corp_id = :corp_id and handover_id = :handover_id and state = 'planned'
      order by taker_staff_id, group_id limit 1
    ), chosen as (
      select p.group_id from handover_groups p
      where p.corp_id = :corp_id and p.handover_id = :handover_id and p.state = 'planned'
        and p.taker_staff_id = (select taker_staff_id from turn)
        and exists (select from handovers h
                    where h.corp_id = :corp_id and h.id = :handover_id
                      and h.state in ('running', 'waiting'))
      order by p.group_id limit :limit
      for update
    )
    update handover_groups p
    set state = 'asking', tries = p.tries + 1, asked_at = :now
    from chosen c, group_chats g, staff s
    where p.corp_id = :corp_id and p.handover_id = :handover_id and p.group_id = c.group_id
      and g.corp_id = p.corp_id and g.id = p.group_id
      and s.corp_id = p.corp_id and s.id = p.taker_staff_id
    returning p.group_id, g.chat_id, p.taker_staff_id, s.account
    """
)
_UNKNOWN = text(
    """
    select p.group_id, g.chat_id, p.taker_staff_id, s.account
    from handover_groups p
    join group_chats g on g.corp_id = p.corp_id and g.id = p.group_id
    join staff s on s.corp_id = p.corp_id and s.id = p.taker_staff_id
    where p.corp_id = :corp_id and p.handover_id = :handover_id
      and p.state = any(cast(:states as text[]))
    order by p.group_id
    """
)
_WRITE = text(
    """
    update handover_groups p
    set state = v.state, reason = v.reason, errcode = v.code,
        settled_at = case when v.state in ('done', 'failed') then cast(:now as timestamptz) end
    from unnest(cast(:ids as bigint[]), cast(:states as text[]), cast(:reasons as text[]),
                cast(:codes as bigint[])) as v(id, state, reason, code)
    where p.corp_id = :corp_id and p.handover_id = :handover_id and p.group_id = v.id
      and p.state in ('asking', 'asked')
    """
)
_COUNT_CALL = text(
    "update handovers set calls = calls + 1 where corp_id = :corp_id and id = :handover_id"
)


@dataclass(frozen=True, slots=True)
class _Chat:
    group_id: int
    chat_id: str
    taker_id: int
    taker_account: str


@dataclass(frozen=True, slots=True)
class _End:
    state: str
    reason: str = ""
    code: int | None = None


async def move_groups(doing: Doing) -> datetime | None:
    """Move what fits today; returns when the rest can go on. Raises what cannot be helped now."""
    await _look_up(doing, "asking")
    await _look_up(doing, "asked")
    lost = 0
    while True:
        now = doing.runtime.clock()
        budget = GROUPS_A_DAY - await _today(doing, now)
        if budget <= 0:
            return midnight(now) + NEXT_DAY
        batch = await _take(doing, min(AT_ONCE, budget), now)
        if not batch:
            return None
        try:
            refused = await _call(doing, batch)
        except NOT_SENT:
            await _write(doing, {one: _End("planned") for one in batch})
            raise
        except UnknownOutcomeError:
            lost += 1
            await _look_up(doing, "asking")
            if lost == LOST_ANSWERS:
                raise
            continue
        except RefusedError as error:
            code = error.errcode
            end = _End("failed", reason_of(code), code)
            await _write(doing, dict.fromkeys(batch, end))
            continue
        lost = 0
        if await _settle(doing, batch, refused):
            return midnight(now) + NEXT_DAY


async def _today(doing: Doing, now: datetime) -> int:
    async with doing.runtime.database.owner() as session:
        asked = {"corp_id": doing.corp_id, "giver": doing.giver_id, "midnight": midnight(now)}
        return int(await session.scalar(repository.GROUPS_TODAY, asked) or 0)


async def _take(doing: Doing, limit: int, now: datetime) -> list[_Chat]:
    async with doing.runtime.database.owner() as session:
        rows = await session.execute(_TAKE, doing.keys | {"limit": limit, "now": now})
        return sorted(map(_chat, rows), key=lambda one: one.group_id)


def _chat(row: Any) -> _Chat:
    return _Chat(row.group_id, row.chat_id, row.taker_staff_id, row.account)


async def _call(doing: Doing, batch: Sequence[_Chat]) -> tuple[GroupRefused, ...]:
    async with doing.runtime.database.owner() as session:
        await session.execute(_COUNT_CALL, doing.keys)
    chats, taker = [one.chat_id for one in batch], batch[0].taker_account
    if doing.mode == "resigned":
        return await doing.client.handover.transfer_resigned_groups(chats, taker)
    return await doing.client.handover.transfer_groups(chats, taker)


async def _settle(doing: Doing, batch: Sequence[_Chat], refused: Sequence[GroupRefused]) -> bool:
    """Write what came of it; whether WeCom says that today's are used up."""
    codes = {row.chat_id: row.errcode for row in refused}
    ends: dict[_Chat, _End] = {}
    unclear: list[_Chat] = []
    for one in batch:
        code = codes.get(one.chat_id, 0)
        if not code:
            ends[one] = _End("done")
        elif code == TOO_MANY:
            ends[one] = _End("planned", "too_many_today", code)
        elif code in {IN_PROGRESS, INHERITED, UNCHANGED}:
            unclear.append(one)
        else:
            ends[one] = _End("failed", reason_of(code), code)
    for one in unclear:
        # It may be this very handover, whose first answer was lost.
        ends[one] = await _by_owner(doing, one, codes[one.chat_id])
    await _write(doing, ends)
    return TOO_MANY in codes.values()


async def _by_owner(doing: Doing, one: _Chat, code: int) -> _End:
    if await _owner(doing, one) == one.taker_account:
        return _End("done")
    if code == IN_PROGRESS:
        return _End("asked", "under_way", code)
    return _End("failed", reason_of(code), code)


async def _owner(doing: Doing, one: _Chat) -> str | None:
    """The present owner's account; None for a group that is no more."""
    try:
        return (await doing.client.groups.get(one.chat_id)).owner.lower()
    except UnknownGroupError:
        return None


async def _look_up(doing: Doing, state: str) -> None:
    """Groups of which nobody knows whether they moved: their owner says it."""
    async with doing.runtime.database.owner() as session:
        rows = await session.execute(_UNKNOWN, doing.keys | {"states": [state]})
        unknown = [_chat(row) for row in rows]
    ends: dict[_Chat, _End] = {}
    for one in unknown:
        owner = await _owner(doing, one)
        if owner == one.taker_account:
            ends[one] = _End("done")
        elif owner is None:
            ends[one] = _End("failed", "unknown_group")
        elif state == "asking":
            ends[one] = _End("planned")
        else:
            ends[one] = _End("asked", "under_way", IN_PROGRESS)
    await _write(doing, ends)


async def _write(doing: Doing, ends: Mapping[_Chat, _End]) -> None:
    if not ends:
        return
    now = doing.runtime.clock()
    async with doing.runtime.database.owner() as session:
        await session.execute(
            _WRITE,
            doing.keys
            | {
                "now": now,
                "ids": [one.group_id for one in ends],
                "states": [end.state for end in ends.values()],
                "reasons": [end.reason for end in ends.values()],
                "codes": [end.code for end in ends.values()],
            },
        )
        await groups.record_owners(
            session,
            doing.corp_id,
            {one.group_id: one.taker_id for one, end in ends.items() if end.state == "done"},
            now,
            inherited=doing.mode == "resigned",
            source=f"job:handover:{doing.handover_id}",
        )
