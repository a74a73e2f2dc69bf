"""Ask WeCom to hand customers over, 100 a call: nobody is asked for twice, whatever breaks.

Before a call its people are marked `asking` and that is committed. After a kill, or an answer that
was lost, WeCom's results say who of them was taken; only the others are asked for again.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from sqlalchemy import text

from yutang.wecom.errors import (
    BusyError,
    ConcurrencyError,
    FrequencyError,
    RefusedError,
    TokenError,
    UnknownOutcomeError,
    UnreachableError,
)
from yutang.wecom.handover import CustomerHandover

from .doing import Doing
from .giving import Block, pass_on
from .planning import AT_ONCE
from .reckoning import Asked, read_results, reckon
from .settling import end_without_result, settle
from .wording import reason_of

log = structlog.get_logger(__name__)

WAITS: Final = timedelta(hours=24)
"""So long a customer may refuse (92125)."""
UNKNOWN_FOR: Final = timedelta(days=2)
"""So long nobody may know whether WeCom took somebody, while it refuses to tell."""
TRIES: Final = 5
"""So often somebody is asked for of whom WeCom's answer says nothing."""
LOST_ANSWERS: Final = 3
NOT_SENT: Final = (UnreachableError, BusyError, ConcurrencyError, FrequencyError, TokenError)
"""Nothing was changed and it is nobody's fault: the job is done again."""
FULL: Final = 40099
OF_TAKERS: Final = {40098: "taker_not_ready", 41054: "taker_not_ready", 84074: "taker_not_ready"}
OF_GIVERS: Final = frozenset({40097, 40143})
UNDER_WAY: Final = frozenset({40100, 40129})

_TAKE = text(
    """
    with turn as (
      select taker_staff_id from handover_people
      where corp_id = :corp_id and handover_id = :handover_id and state = 'planned'
      order by taker_staff_id, customer_id limit 1
    ), chosen as (
      select p.customer_id, p.taker_staff_id from handover_people p
      where p.corp_id = :corp_id and p.handover_id = :handover_id and p.state = 'planned'
        and p.taker_staff_id = (select taker_staff_id from turn)
        and exists (select from handovers h
                    where h.corp_id = :corp_id and h.id = :handover_id
                      and h.state in ('running', 'waiting'))
      order by p.customer_id limit :limit
      for update
    )
    update handover_people p
    set state = 'asking', tries = p.tries + 1, asked_at = :now
    from chosen c
    where p.corp_id = :corp_id and p.handover_id = :handover_id and p.customer_id = c.customer_id
    returning p.customer_id, p.taker_staff_id, p.tries, p.asked_at,
              (select s.account from staff s
               where s.corp_id = :corp_id and s.id = p.taker_staff_id) as account,
              (select min(i.value) from customer_identities i
               where i.corp_id = :corp_id and i.customer_id = p.customer_id
                 and i.kind = 'external') as external_id
    """
)
_BACK = text(
    """
    update handover_people set state = 'planned'
    where corp_id = :corp_id and handover_id = :handover_id and state = 'asking'
      and customer_id = any(cast(:ids as bigint[]))
    """
)
_UNKNOWN = text(
    """
    select p.customer_id, p.taker_staff_id, p.tries, p.asked_at, s.account,
           (select min(i.value) from customer_identities i
            where i.corp_id = :corp_id and i.customer_id = p.customer_id
              and i.kind = 'external') as external_id
    from handover_people p
    join staff s on s.corp_id = p.corp_id and s.id = p.taker_staff_id
    where p.corp_id = :corp_id and p.handover_id = :handover_id and p.state = 'asking'
    order by p.taker_staff_id, p.customer_id
    """
)
_WRITE = text(
    """
    update handover_people p
    set state = v.state, reason = v.reason, errcode = v.errcode, settles_at = v.settles_at,
        settled_at = case when v.state = 'failed' then cast(:now as timestamptz) end
    from unnest(cast(:ids as bigint[]), cast(:states as text[]), cast(:reasons as text[]),
                cast(:codes as bigint[]), cast(:moments as timestamptz[]))
      as v(id, state, reason, errcode, settles_at)
    where p.corp_id = :corp_id and p.handover_id = :handover_id and p.customer_id = v.id
      and p.state = 'asking'
    """
)
_FAIL_ALL = text(
    """
    update handover_people
    set state = 'failed', reason = :reason, errcode = :code, settled_at = :now
    where corp_id = :corp_id and handover_id = :handover_id
      and (state = 'planned' or (state = 'asking' and customer_id = any(cast(:ids as bigint[]))))
      and (cast(:taker as bigint) is null or taker_staff_id = :taker)
    """
)
_COUNT_CALL = text(
    "update handovers set calls = calls + :calls where corp_id = :corp_id and id = :handover_id"
)


async def ask(doing: Doing) -> None:
    """Ask for everybody who is planned. Raises NoQuotaError and what cannot be helped now."""
    await look_up(doing)
    lost = 0
    while batch := await _take(doing):
        try:
            answers = await _call(doing, batch)
        except NOT_SENT:
            await _put_back(doing, batch)
            raise
        except UnknownOutcomeError:
            lost += 1
            log.warning("handovers.answer_lost", **doing.keys, people=len(batch), lost=lost)
            await look_up(doing)
            if lost == LOST_ANSWERS:
                raise
        except RefusedError as error:
            await _refused(doing, batch, error)
        else:
            lost = 0
            await _write(doing, batch, answers)


async def _take(doing: Doing) -> list[Asked]:
    """The next people of one taker, marked before anybody is asked."""
    async with doing.runtime.database.owner() as session:
        rows = await session.execute(
            _TAKE, doing.keys | {"limit": AT_ONCE, "now": doing.runtime.clock()}
        )
        return sorted(map(_asked, rows), key=lambda one: one.customer_id)


def _asked(row: Any) -> Asked:
    return Asked(
        row.customer_id,
        row.external_id,
        row.taker_staff_id,
        row.account,
        row.tries,
        row.asked_at,
    )


async def _call(doing: Doing, batch: Sequence[Asked]) -> tuple[CustomerHandover, ...]:
    ids = [one.external_id for one in batch if one.external_id is not None]
    taker = batch[0].taker_account
    if not ids:
        return ()
    async with doing.runtime.database.owner() as session:
        await session.execute(_COUNT_CALL, doing.keys | {"calls": 1})
    if doing.mode == "resigned":
        return await doing.client.handover.transfer_resigned(doing.giver_account, taker, ids)
    return await doing.client.handover.transfer(
        doing.giver_account, taker, ids, message=doing.message
    )


async def _put_back(doing: Doing, batch: Sequence[Asked]) -> None:
    async with doing.runtime.database.owner() as session:
        ids = [one.customer_id for one in batch]
        await session.execute(_BACK, doing.keys | {"ids": ids})


async def _write(doing: Doing, batch: Sequence[Asked], answers: Sequence[CustomerHandover]) -> None:
    """What WeCom said of each; who is missing in its answer stays unknown and is looked up."""
    codes = {answer.external_userid: answer.errcode for answer in answers}
    now = doing.runtime.clock()
    rows: list[tuple[int, str, str, int | None, Any]] = []
    full: list[int] = []
    unanswered = False
    for one in batch:
        if one.external_id is None:
            rows.append((one.customer_id, "failed", "erased", None, None))
            continue
        code = codes.get(one.external_id)
        if code is None and one.tries < TRIES:
            unanswered = True
        elif code is None:
            rows.append((one.customer_id, "failed", "no_result", None, None))
        elif not code or (code in UNDER_WAY and one.tries > 1):
            # Asked for before, and the answer was lost: it is this one that is under way.
            rows.append((one.customer_id, "asked", "", None, now + WAITS))
        elif code == FULL:
            full.append(one.customer_id)
        else:
            rows.append((one.customer_id, "failed", reason_of(code), code, None))
    async with doing.runtime.database.owner() as session:
        await session.execute(_WRITE, doing.keys | {"now": now} | _columns(rows))
        if full:
            block = Block("no_room", FULL)
            await pass_on(session, doing, batch[0].taker_id, full, block, now)
    if unanswered:
        await look_up(doing)


def _columns(rows: Sequence[tuple[int, str, str, int | None, Any]]) -> dict[str, Any]:
    return {
        "ids": [row[0] for row in rows],
        "states": [row[1] for row in rows],
        "reasons": [row[2] for row in rows],
        "codes": [row[3] for row in rows],
        "moments": [row[4] for row in rows],
    }


async def _refused(doing: Doing, batch: Sequence[Asked], error: RefusedError) -> None:
    """The call as a whole: the taker cannot, the giver cannot, or it is not known who."""
    taker = batch[0].taker_id
    now = doing.runtime.clock()
    ids = [one.customer_id for one in batch]
    log.info("handovers.refused", **doing.keys, errcode=error.errcode)
    async with doing.runtime.database.owner() as session:
        blocked = OF_TAKERS.get(error.errcode) or ("no_room" if error.errcode == FULL else None)
        if blocked is not None:
            await pass_on(session, doing, taker, ids, Block(blocked, error.errcode), now)
            return
        whole = error.errcode in OF_GIVERS
        await session.execute(
            _FAIL_ALL,
            doing.keys
            | {
                "ids": ids,
                "taker": None if whole else taker,
                "reason": reason_of(error.errcode),
                "code": error.errcode,
                "now": now,
            },
        )


def _given_up(people: Sequence[Asked], now: datetime) -> list[int]:
    return [one.customer_id for one in people if now - one.asked_at > UNKNOWN_FOR]


async def look_up(doing: Doing) -> None:
    """Of whom nobody knows whether WeCom took him: its results say it; the others are planned.

    Nothing is asked for before. Raises what WeCom refuses and NoQuotaError; then all stay unknown.
    """
    async with doing.runtime.database.owner() as session:
        unknown = [_asked(row) for row in await session.execute(_UNKNOWN, doing.keys)]
    for taker_id in dict.fromkeys(one.taker_id for one in unknown):
        mine = [one for one in unknown if one.taker_id == taker_id]
        try:
            found = await read_results(doing, mine[0].taker_account)
        except NOT_SENT:
            raise
        except RefusedError as error:
            log.warning("handovers.results_refused", **doing.keys, errcode=error.errcode)
            await end_without_result(doing, _given_up(mine, doing.runtime.clock()))
            continue
        standing = await reckon(doing, mine, found)
        missing = [one for one in mine if one.customer_id not in standing]
        await settle(doing, standing)
        await _put_back(doing, missing)
        log.info("handovers.looked_up", **doing.keys, found=len(standing), missing=len(missing))
