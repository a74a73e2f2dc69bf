"""What the log keeps no longer goes here too."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

import structlog

from yutang.kernel.eventlog import service as eventlog
from yutang.kernel.eventlog.schemas import add_months, month_of

if TYPE_CHECKING:
    from .engine import Engine

log = structlog.get_logger(__name__)

_KINDS: Final = (
    "select corp_id, kind, min(at) from events group by corp_id, kind order by corp_id, kind"
)
_EXPIRED: Final = (
    "corp_id = {corp_id:UInt32} and kind = {kind:String} and at < {before:DateTime64(6, 'UTC')}"
)


async def drop_expired(engine: "Engine") -> int:
    """How many kinds lost something."""
    rows = await engine.store.query(_KINDS)
    kinds: dict[int, dict[str, datetime]] = {}
    for corp_id, kind, oldest in rows:
        moment = oldest if oldest.tzinfo is not None else oldest.replace(tzinfo=UTC)
        kinds.setdefault(int(corp_id), {})[str(kind)] = moment
    running = month_of(engine.runtime.clock())
    total = 0
    for corp_id, oldest_of in kinds.items():
        kept = await eventlog.read_kept(engine.runtime, corp_id, oldest_of)
        for kind, oldest in oldest_of.items():
            months = kept[kind].months
            before = None if months is None else _start(add_months(running, -months))
            if before is None or oldest >= before:
                continue
            params = {"corp_id": corp_id, "kind": kind, "before": before}
            async with engine.feed.log_lock:
                await engine.feed.delete("events", _EXPIRED, params)
                engine.kept.happened(corp_id, [f"events:{kind}", f"expired:{kind}"])
            total += 1
            log.info("audience.expired", corp_id=corp_id, kind=kind, before=before.isoformat())
    return total


def _start(month: date) -> datetime:
    return datetime(month.year, month.month, 1, tzinfo=UTC)
