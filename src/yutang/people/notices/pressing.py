"""Do what a button says, once, and show on the card what was done and by whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import structlog
from sqlalchemy import Row, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.db import Seer
from yutang.kernel.errors import DomainError
from yutang.kernel.jobs import enqueue
from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import Answer, Press
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.staff import service as staff
from yutang.wecom.admission import Urgency
from yutang.wecom.app_messages import Receivers
from yutang.wecom.errors import RefusedError, TooLateError
from yutang.wecom.template_cards import ButtonCard

from .jobs import AnswerPress
from .models import NoticeSend
from .schemas import CardPress
from .wording import answered_card, failed_card, send_of

log = structlog.get_logger(__name__)

BUTTON_CHARACTERS: Final = 10

_PRESSED = text(
    """
    select id, kind, ref, answer, answered_by, answered_at from notices
    where corp_id = :corp_id and send_id = :send_id and staff_id = :staff_id
    """
)
_LOCKED = text(
    """
    select answer, answered_by, answered_at from notices
    where corp_id = :corp_id and id = :id for update
    """
)
_ANSWER = text(
    """
    update notices set answer = :zh, answer_en = :en, answered_by = :by, answered_at = :at,
                       read_at = coalesce(read_at, :at)
    where corp_id = :corp_id and id = :id
    """
)
_ANSWER_ALL = text(
    """
    update notices set answer = :zh, answer_en = :en, answered_by = :by, answered_at = :at
    where corp_id = :corp_id and send_id = :send_id and answered_at is null
    """
)


@dataclass(frozen=True, slots=True)
class _Done:
    """How a press ended: `answer` is None when it failed."""

    answer: str | None
    by: str
    at: datetime
    for_all: bool


async def record_presses(session: AsyncSession, corp_id: int, presses: Sequence[CardPress]) -> None:
    """Have buttons answered, in the transaction that takes note of their callbacks."""
    await enqueue(
        session,
        *(
            AnswerPress(
                corp_id=corp_id,
                agent_id=press.agent_id,
                account=press.account,
                task_id=press.task_id,
                key=press.key,
                response_code=press.response_code,
                at=press.at,
            )
            for press in presses
        ),
    )


async def answer_press(runtime: Runtime, job: AnswerPress) -> None:
    """Do what the button says and change the card; safe to run twice.

    What was done is kept with the notice in the transaction in which it was done.
    """
    send_id = send_of(job.task_id)
    if send_id is None:
        return
    async with runtime.database.owner() as session:
        send = await session.scalar(
            select(NoticeSend).where(NoticeSend.corp_id == job.corp_id, NoticeSend.id == send_id)
        )
        members = await staff.staff_by_accounts(session, job.corp_id, [job.account])
        if send is None or not members:
            log.info("notices.unknown_card", corp_id=job.corp_id)
            return
        member = members[0]
        asked = {"corp_id": job.corp_id, "send_id": send_id, "staff_id": member.id}
        notice = (await session.execute(_PRESSED, asked)).one_or_none()
        zone = (await corps.describe(session, job.corp_id)).timezone
    if notice is None or not send.message:
        # Who was named in it was erased, and it with him.
        return
    done = await _do(runtime, job, notice, member.id, member.name)
    if done.answer is not None and done.for_all and len(send.staff_ids) > 1:
        async with runtime.database.owner() as session:
            told = {"zh": done.answer, "en": done.answer, "by": done.by, "at": done.at}
            await session.execute(_ANSWER_ALL, {**asked, **told})
    card = (
        failed_card(send.message, send_id)
        if done.answer is None
        else answered_card(send.message, send_id, done.answer, done.by, done.at, zone)
    )
    accounts = send.accounts if done.for_all and done.answer is not None else [member.account]
    await _show(runtime, job, tuple(accounts), card, done.answer)


async def _do(
    runtime: Runtime, job: AnswerPress, notice: Row[Any], staff_id: int, name: str
) -> _Done:
    """Do it in the member's own transaction, unless it was done before."""
    handler = notices.handler_of(notice.kind, job.key)
    if handler is None:
        log.warning("notices.unknown_button", kind=notice.kind, key=job.key)
        return _Done(None, name, job.at, for_all=False)
    press = Press(job.corp_id, notice.id, notice.kind, job.key, notice.ref, staff_id, name, job.at)
    seer = Seer(press.actor, staff_ids=(staff_id,))
    try:
        async with runtime.database.corp(job.corp_id, seer) as session:
            asked = {"corp_id": job.corp_id, "id": notice.id}
            now = (await session.execute(_LOCKED, asked)).one()
            if now.answered_at is not None:
                return _Done(now.answer, now.answered_by, now.answered_at, for_all=True)
            answer: Answer = await handler(session, press)
            told = {"zh": answer.text.zh, "en": answer.text.en, "by": name, "at": job.at}
            await session.execute(_ANSWER, {**asked, **told})
    except DomainError as error:
        log.info("notices.button_failed", kind=notice.kind, key=job.key, code=error.code)
        return _Done(None, name, job.at, for_all=False)
    return _Done(answer.text.zh, name, job.at, answer.for_all)


async def _show(
    runtime: Runtime,
    job: AnswerPress,
    accounts: tuple[str, ...],
    card: ButtonCard,
    replace_text: str | None,
) -> None:
    client = await corps.connect(runtime, job.corp_id, job.agent_id, urgency=Urgency.INTERACTIVE)
    try:
        await client.app_messages.replace_card(
            job.agent_id,
            job.response_code,
            Receivers(userids=accounts),
            card,
            replace_text=replace_text[:BUTTON_CHARACTERS] if replace_text else None,
        )
    except TooLateError:
        # The job ran before and its answer got lost, or the code's 72 hours are over.
        log.info("notices.card_not_changed", corp_id=job.corp_id)
    except RefusedError as error:
        log.warning("notices.card_refused", corp_id=job.corp_id, errcode=error.errcode)
