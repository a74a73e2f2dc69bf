"""Write how people ended, and what follows: each end happens once, with all that belongs to it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.customers import service as customers
from yutang.people.customers.schemas import Takeover
from yutang.people.privacy import service as privacy
from yutang.people.staff import service as staff
from yutang.people.tasks import service as tasks
from yutang.people.tasks.schemas import HANDOVER, WORDINGS, NewTask, TaskTitle, TaskWords

from .doing import Doing
from .reckoning import ACCEPTED, FULL, REFUSED, WAITING, Standing

CHUNK: Final = 200
TASK_SOURCE: Final = "handover"
TASK_DAYS: Final = timedelta(days=3)

_WAIT = text(
    """
    update handover_people p
    set state = 'waiting', settles_at = coalesce(v.at, p.settles_at)
    from unnest(cast(:ids as bigint[]), cast(:moments as timestamptz[])) as v(id, at)
    where p.corp_id = :corp_id and p.handover_id = :handover_id and p.customer_id = v.id
      and (p.state in ('asking', 'asked')
           or (p.state = 'waiting' and v.at is not null and p.settles_at is distinct from v.at))
    """
)
_END = text(
    """
    update handover_people p
    set state = v.state, reason = v.reason, settled_at = coalesce(v.at, cast(:now as timestamptz)),
        settles_at = coalesce(p.settles_at, p.asked_at + interval '24 hours'), errcode = null
    from unnest(cast(:ids as bigint[]), cast(:states as text[]), cast(:reasons as text[]),
                cast(:moments as timestamptz[])) as v(id, state, reason, at)
    where p.corp_id = :corp_id and p.handover_id = :handover_id and p.customer_id = v.id
      and p.state in ('asking', 'asked', 'waiting')
    returning p.customer_id, p.taker_staff_id, p.state, p.settled_at
    """
)
_TASKED = text(
    """
    update handover_people p set task_id = t.id
    from tasks t
    where p.corp_id = :corp_id and p.handover_id = :handover_id
      and p.customer_id = any(cast(:ids as bigint[]))
      and t.corp_id = p.corp_id and t.source = 'handover'
      and t.source_key = p.handover_id || ':' || p.customer_id
    """
)
_ENDS: Final = {
    ACCEPTED: ("accepted", ""),
    REFUSED: ("refused", "refused"),
    FULL: ("full", "full_at_the_end"),
}


@dataclass(frozen=True, slots=True)
class _Ended:
    customer_id: int
    taker_id: int
    state: str
    at: datetime


async def settle(doing: Doing, standing: Mapping[int, Standing]) -> int:
    """Write what WeCom tells of these people; returns how many came to an end.

    Chunks are transactions of their own; who has ended before stays as he is.
    """
    ended = 0
    told = sorted(standing.items())
    for start in range(0, len(told), CHUNK):
        chunk = told[start : start + CHUNK]
        async with doing.runtime.database.owner() as session:
            await _wait(session, doing, [pair for pair in chunk if pair[1].status == WAITING])
            ended += await _end(session, doing, [pair for pair in chunk if pair[1].status in _ENDS])
    return ended


async def _wait(session: AsyncSession, doing: Doing, chunk: Sequence[tuple[int, Standing]]) -> None:
    if chunk:
        asked = {"ids": [one for one, _ in chunk], "moments": [how.at for _, how in chunk]}
        await session.execute(_WAIT, doing.keys | asked)


async def _end(session: AsyncSession, doing: Doing, chunk: Sequence[tuple[int, Standing]]) -> int:
    if not chunk:
        return 0
    now = doing.runtime.clock()
    rows = await session.execute(
        _END,
        doing.keys
        | {
            "now": now,
            "ids": [one for one, _ in chunk],
            "states": [_ENDS[how.status][0] for _, how in chunk],
            "reasons": [_ENDS[how.status][1] for _, how in chunk],
            "moments": [how.at for _, how in chunk],
        },
    )
    ended = sorted(
        (_Ended(r.customer_id, r.taker_staff_id, r.state, r.settled_at) for r in rows),
        key=lambda one: one.customer_id,
    )
    await _go_along(session, doing, [one for one in ended if one.state == "accepted"])
    await _ask_again(session, doing, [one for one in ended if one.state != "accepted"], now)
    return len(ended)


async def _go_along(session: AsyncSession, doing: Doing, accepted: Sequence[_Ended]) -> None:
    """The relation, its event for the new member's timeline, and the open tasks.

    Notes, stage and our tags are the person's own and stay with him.
    """
    if not accepted:
        return
    taken = [Takeover(one.customer_id, doing.giver_id, one.taker_id, one.at) for one in accepted]
    await customers.record_takeovers(session, doing.corp_id, taken, doing.handover_id)
    takers = {one.customer_id: one.taker_id for one in accepted}
    await tasks.move_tasks(
        session, doing.corp_id, doing.giver_id, takers, "system", but=TASK_SOURCE
    )


async def _ask_again(
    session: AsyncSession, doing: Doing, lost: Sequence[_Ended], now: datetime
) -> None:
    """One friendly task for each taker and customer; none for who refuses marketing."""
    if not lost:
        return
    ids = [one.customer_id for one in lost]
    allowed = set(await privacy.may_market(session, doing.corp_id, ids, now))
    names = await staff.names_by_ids(session, doing.corp_id, {one.taker_id for one in lost})
    new = [
        NewTask(
            kind=HANDOVER.key,
            staff_id=one.taker_id,
            customer_id=one.customer_id,
            title=TaskWords(
                ADD_AGAIN, {"giver": doing.giver_name, "taker": names.get(one.taker_id, "")}
            ),
            due_at=now + TASK_DAYS,
            source=TASK_SOURCE,
            source_key=f"{doing.handover_id}:{one.customer_id}",
        )
        for one in lost
        if one.customer_id in allowed
    ]
    await tasks.add_tasks(session, doing.corp_id, new, "system", now)
    await session.execute(_TASKED, doing.keys | {"ids": ids})


def _add_again(told: Mapping[str, Any]) -> TaskTitle:
    # What is sent along is read by the customer, so it is Chinese in each language.
    note = f"您好，我是{told['taker']}，接替{told['giver']}为您服务，有事随时找我"
    return TaskTitle(
        zh=f"再加好友，附言：{note}", en=f"Add as a friend again and send along: {note}"
    )


ADD_AGAIN: Final = "handover_add_again"
WORDINGS[ADD_AGAIN] = _add_again


async def end_without_result(doing: Doing, ids: Iterable[int]) -> None:
    """WeCom tells nothing of these for days: they end as failed, and can be tried again."""
    wanted = list(ids)
    if not wanted:
        return
    async with doing.runtime.database.owner() as session:
        asked: dict[str, Any] = {"ids": wanted, "now": doing.runtime.clock()}
        await session.execute(_NO_RESULT, doing.keys | asked)


_NO_RESULT = text(
    """
    update handover_people
    set state = 'failed', reason = 'no_result', settled_at = :now
    where corp_id = :corp_id and handover_id = :handover_id
      and state in ('asking', 'asked', 'waiting')
      and customer_id = any(cast(:ids as bigint[]))
    """
)
