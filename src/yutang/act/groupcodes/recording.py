"""What happened to a code by itself: its audit entry and its event, written together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.events import Event, NewEvent, append

_SOURCE: Final = "job:groupcodes.tend"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one code was and is, and what is said of it."""

    code_id: int
    before: dict[str, Any] | None
    after: dict[str, Any]
    event: Event


async def record(
    session: AsyncSession, corp_id: int, action: str, turns: Sequence[Turn], now: datetime
) -> None:
    """Write all of them, in one statement each."""
    changes = [
        audit.Change(f"group_code:{turn.code_id}", turn.before, turn.after) for turn in turns
    ]
    await audit.record_many(session, corp_id, actor="system", action=action, changes=changes)
    told = [
        NewEvent(customer_id=None, at=now, actor="system", source=_SOURCE, event=turn.event)
        for turn in turns
    ]
    await append(session, corp_id, told)
