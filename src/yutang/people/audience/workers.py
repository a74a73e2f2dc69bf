"""Where no engine reads, marks are left for nobody."""

from datetime import timedelta
from typing import Final

import structlog
from sqlalchemy import text

from yutang.kernel.jobs import clocked
from yutang.kernel.runtime import Runtime

log = structlog.get_logger(__name__)

PATIENCE: Final = timedelta(days=1)
"""Afterwards reading everything anew is no more work than all that changed."""
AT_ONCE: Final = 50_000
_LET_GO: Final = text(
    """
    update audience_states s set since = null, built_at = null
    where s.since is not null and exists (
      select from (select at from audience_marks m where m.corp_id = s.corp_id
                   order by m.id limit 1) m
      where m.at < :before)
    returning s.corp_id
    """
)
_DELETE: Final = text(
    """
    with old as (
      select m.corp_id, m.id from audience_marks m
      join audience_states s on s.corp_id = m.corp_id and s.since is null limit :rows
    )
    delete from audience_marks m using old where (m.corp_id, m.id) = (old.corp_id, old.id)
    """
)


@clocked("41 * * * *", "audience.let_go")
async def let_go(runtime: Runtime) -> None:
    """Of companies whose marks nobody has read for a day leave no more; the engine begins anew."""
    before = runtime.clock() - PATIENCE
    async with runtime.database.owner() as session:
        corps = list(await session.scalars(_LET_GO, {"before": before}))
    if corps:
        log.warning("audience.let_go", corps=corps)
    while True:
        async with runtime.database.owner() as session:
            gone = await session.execute(_DELETE, {"rows": AT_ONCE})
            if not gone.rowcount:  # type: ignore[attr-defined]
                return
