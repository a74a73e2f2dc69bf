"""Ids that WeCom shows of somebody and that stand at another: settled after the fact."""

from sqlalchemy import text

from yutang.kernel.runtime import Runtime

from .ids import Batch, Told
from .scene import Scene
from .settling import settle_told

AT_ONCE = 500

_TAKE = text(
    """
    delete from identity_waiting w
    where (w.corp_id, w.a, w.b) in (
      select corp_id, a, b from identity_waiting where corp_id = :corp_id
      order by a, b limit :rows for update skip locked)
    returning w.a, w.b, w.at
    """
)
_CORPS = text("select distinct corp_id from identity_waiting")


async def settle_waiting(runtime: Runtime) -> int:
    """Settle what waits, of every corp; how many ties that were."""
    async with runtime.database.owner() as session:
        corps = list(await session.scalars(_CORPS))
    done = 0
    for corp_id in corps:
        async with runtime.database.owner() as session:
            rows = (await session.execute(_TAKE, {"corp_id": corp_id, "rows": AT_ONCE})).all()
            told = [Told([row.a, row.b], row.at, "wecom") for row in rows]
            scene = Scene(session, runtime.vault, corp_id, runtime.clock())
            await settle_told(scene, Batch(told))
            done += len(rows)
    return done
