"""Groups of which a callback told: read again when WeCom can know of it, each group once."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

import structlog

from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.groups import service as groups
from yutang.people.groups.service import DueGroup, GoneFacts, GroupFacts
from yutang.sense.group_reading import read_group
from yutang.wecom.admission import NoQuotaError
from yutang.wecom.client import WeCom
from yutang.wecom.errors import WeComError

log = structlog.get_logger(__name__)

AT_ONCE: Final = 20
CHUNK_ROWS: Final = 2_500
"""Members of one transaction."""
MOST_PAUSE: Final = timedelta(minutes=10)

Answer = GroupFacts | GoneFacts | Exception


async def read_due(runtime: Runtime) -> int:
    """Read the groups whose time has come; returns how many were due."""
    async with runtime.database.owner() as session:
        due = await groups.claim_due(session, runtime.clock(), AT_ONCE)
    by_corp: dict[int, list[DueGroup]] = {}
    for one in due:
        by_corp.setdefault(one.corp_id, []).append(one)
    for corp_id, own in by_corp.items():
        await _read(runtime, corp_id, own)
    return len(due)


async def _read(runtime: Runtime, corp_id: int, due: Sequence[DueGroup]) -> None:
    asked_at = runtime.clock()
    client = await corps.connect(runtime, corp_id)
    answers: list[Answer] = await asyncio.gather(
        *(_ask(client, one.chat_id, asked_at) for one in due)
    )
    told = list(zip(due, answers, strict=True))
    customers.get_ready()
    left = await _write_together(runtime, corp_id, told, asked_at)
    # Each of these is a transaction of its own: one that cannot be written spoils no other.
    for one, answer in left:
        try:
            await _write(runtime, corp_id, one, answer, asked_at)
        except Exception as error:  # noqa: BLE001 - it is tried again later, whatever it is
            await _write(runtime, corp_id, one, error, asked_at)


async def _write_together(
    runtime: Runtime,
    corp_id: int,
    told: Sequence[tuple[DueGroup, Answer]],
    asked_at: datetime,
) -> list[tuple[DueGroup, Answer]]:
    """Write groups that were shown, many in a transaction; what was not written is returned."""
    left: list[tuple[DueGroup, Answer]] = []
    chunk: list[tuple[DueGroup, GroupFacts]] = []
    for place, (one, answer) in enumerate(told):
        if isinstance(answer, GroupFacts):
            chunk.append((one, answer))
        else:
            left.append((one, answer))
        rows = sum(len(facts.members) for _, facts in chunk)
        if not chunk or (rows < CHUNK_ROWS and place < len(told) - 1):
            continue
        try:
            async with runtime.database.owner() as session:
                shown = [facts for _, facts in chunk]
                await groups.record_readings(
                    session, runtime.vault, corp_id, shown, runtime.clock(), source="callbacks"
                )
                await groups.finish_due(session, corp_id, [(due, asked_at) for due, _ in chunk])
        except Exception as error:  # noqa: BLE001 - whose fault it is shows when they are written alone
            log.warning(
                "groups.not_together", corp_id=corp_id, groups=len(chunk), error=str(error)[:300]
            )
            left += chunk
        chunk = []
    return left


async def _ask(client: WeCom, chat_id: str, asked_at: datetime) -> Answer:
    try:
        return await read_group(client, chat_id, asked_at)
    except (WeComError, OSError) as error:
        return error


async def _write(
    runtime: Runtime, corp_id: int, one: DueGroup, answer: Answer, asked_at: datetime
) -> None:
    now = runtime.clock()
    async with runtime.database.owner() as session:
        match answer:
            case GroupFacts():
                await groups.record_readings(
                    session, runtime.vault, corp_id, [answer], now, source="callbacks"
                )
                await groups.finish_due(session, corp_id, [(one, asked_at)])
            case GoneFacts():
                await groups.record_gone(session, runtime.vault, corp_id, [answer], now)
                await groups.finish_due(session, corp_id, [(one, asked_at)])
            case NoQuotaError():
                await groups.put_off(session, corp_id, [(one, answer.until)])
            case _:
                log.warning("group.not_read", corp_id=corp_id, group_id=one.group_id,
                            error=f"{type(answer).__name__}: {answer}"[:300])  # fmt: skip
                pause = min(timedelta(seconds=2.0 ** min(one.tries, 16)), MOST_PAUSE)
                await groups.put_off(session, corp_id, [(one, now + pause)])
