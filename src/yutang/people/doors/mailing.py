"""Mail what waits: one mail for all that a person has, written down before it goes."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any, Final
from uuid import UUID, uuid4

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.mailing import (
    Mail,
    Mailer,
    MailFailedError,
    MailNotSetUpError,
    MailRefusedError,
)
from yutang.kernel.notices import service as notices
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import repository
from .letters import Places, Waiting, letter

log = structlog.get_logger(__name__)

PERSONS: Final = 8
ROWS: Final = 2_000
SOON: Final = timedelta(seconds=15)
"""What would be due by then goes along with what is."""
AN_HOUR: Final = 60
"""Mails to one person."""
SEND_SECONDS: Final = 90.0
LOST: Final = timedelta(minutes=5)
"""Longer than sending may take: whoever wrote it down is no more."""
LATEST: Final = timedelta(hours=24)


@dataclass(slots=True)
class _Plan:
    """What becomes of the waiting rows."""

    letters: list[tuple[UUID, Mail, datetime]] = field(default_factory=list)
    """With the moment of the oldest notice in it."""
    receivers: list[str] = field(default_factory=list)
    joined: list[tuple[int, UUID]] = field(default_factory=list)
    refused: dict[str, list[int]] = field(default_factory=dict)
    put_off: list[int] = field(default_factory=list)


async def deliver_mail(runtime: Runtime) -> int:
    """Mail what is due in all corps; returns how many rows were worked on."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        found = await session.scalars(repository.MAIL_CORPS, {"now": now, "lost": now - LOST})
        corp_ids = sorted(found)
    worked = 0
    for corp_id in corp_ids:
        worked += await _deliver(runtime, corp_id)
    return worked


async def _deliver(runtime: Runtime, corp_id: int) -> int:
    now = runtime.clock()
    mailer: Mailer | None = None
    with suppress(MailNotSetUpError, MailRefusedError):
        mailer = Mailer.of(runtime.settings)
    async with runtime.database.owner() as session:
        asked: dict[str, Any] = {"corp_id": corp_id, "now": now, "lost": now - LOST}
        if not await session.scalar(repository.LOCK, asked):
            return 0
        await session.execute(repository.LOSE, asked)
        refusal = {**asked, "before": now - LATEST, "reason": "too_late"}
        if mailer is None:
            refusal |= {"before": now + LATEST, "reason": "no_server"}
        await session.execute(repository.REFUSE_ALL, refusal)
        if mailer is None:
            return 0
        waiting, places = await _look(runtime, session, corp_id, now)
        if not waiting:
            return 0
        plan = _planned(waiting, places)
        await _keep(session, asked, plan)
    # From here on each is sent once or not at all: what is not known is told, not repeated.
    async with asyncio.TaskGroup() as group:
        for mail_id, mail, since in plan.letters:
            group.create_task(_send(runtime, mailer, corp_id, mail_id, mail, since))
    return len(waiting)


async def _look(
    runtime: Runtime, session: AsyncSession, corp_id: int, now: datetime
) -> tuple[list[Waiting], Places]:
    corp = await corps.read_facts(session, corp_id)
    zone = (await corps.describe(session, corp_id)).timezone
    rules = await notices.read_rules(session, corp_id, zone)
    until = notices.quiet_until(now, zone, rules.quiet_from, rules.quiet_to)
    if until is not None:
        await session.execute(repository.PUT_OFF_QUIET, {"corp_id": corp_id, "until": until})
    found = await session.execute(
        repository.DUE,
        {
            "corp_id": corp_id,
            "now": now,
            "soon": now + SOON,
            "quiet": until is not None,
            "persons": PERSONS,
            "rows": ROWS,
        },
    )
    agent_id = corp.agent_ids[0] if corp.agent_ids else None
    places = Places(runtime.settings.address, corp.corpid, agent_id)
    return [Waiting(**row) for row in found.mappings()], places


def _planned(waiting: list[Waiting], places: Places) -> _Plan:
    plan = _Plan()
    for receiver, rows in groupby(waiting, lambda one: one.receiver):
        own = list(rows)
        ids, first = [one.id for one in own], own[0]
        if not first.is_here:
            plan.refused.setdefault("member_left", []).extend(ids)
        elif first.address is None:
            plan.refused.setdefault("no_address", []).extend(ids)
        elif first.hour >= AN_HOUR:
            plan.put_off += ids
        else:
            mail_id = uuid4()
            mail = letter(mail_id, first.address, own, places)
            plan.letters.append((mail_id, mail, min(one.created_at for one in own)))
            plan.receivers.append(receiver)
            plan.joined += [(one, mail_id) for one in ids]
    return plan


async def _keep(session: AsyncSession, asked: dict[str, Any], plan: _Plan) -> None:
    if plan.letters:
        mails = [mail_id for mail_id, _, _ in plan.letters]
        await session.execute(
            repository.MAKE, {**asked, "mails": mails, "receivers": plan.receivers}
        )
        ids = [one for one, _ in plan.joined]
        joined = [mail_id for _, mail_id in plan.joined]
        await session.execute(repository.JOIN, {**asked, "ids": ids, "mails": joined})
    for reason, refused in plan.refused.items():
        await session.execute(repository.REFUSE, {**asked, "reason": reason, "ids": refused})
    if plan.put_off:
        until = asked["now"] + timedelta(minutes=5)
        await session.execute(
            repository.PUT_OFF, {**asked, "until": until, "reason": "hour", "ids": plan.put_off}
        )


async def _send(
    runtime: Runtime, mailer: Mailer, corp_id: int, mail_id: UUID, mail: Mail, since: datetime
) -> None:
    state = "sent"
    reason: str | None = None
    until: datetime | None = None
    try:
        async with asyncio.timeout(SEND_SECONDS):
            await mailer.send(mail)
    except MailRefusedError as error:
        state, reason = "refused", error.detail[:200]
    except MailFailedError as error:
        reason = error.detail[:200]
        if error.is_surely_not_sent:
            now = runtime.clock()
            pause = min(max(now - since, timedelta(seconds=30)), timedelta(hours=1))
            state, until = "failed", now + pause
        else:
            state = "unknown"
    except TimeoutError:
        state, reason = "unknown", "no_answer"
    async with runtime.database.owner() as session:
        await session.execute(
            repository.MAIL_ENDED,
            {
                "corp_id": corp_id,
                "id": mail_id,
                "state": state,
                "reason": reason,
                "until": until,
                "now": runtime.clock(),
            },
        )
    if state != "sent":
        log.warning("notices.mail_not_sent", corp_id=corp_id, state=state, reason=reason)
