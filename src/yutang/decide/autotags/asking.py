"""Whom a condition is about: asked of the audience, which may lag behind the log.

A rule must judge by a state that includes its event. So before a person is judged the audience
must have read the log beyond it, and nothing of him may wait to be read.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from pyroaring import BitMap
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime
from yutang.people.audience import service as audience
from yutang.people.segments import service as segments

_BEHIND: Final = text(
    """
    select exists (
      select from unnest(cast(:moments as timestamptz[]), cast(:events as bigint[])) as v(at, id)
      join events e on e.corp_id = :corp_id and e.at = v.at and e.id = v.id
      left join event_readers r on r.name = 'audience'
      where r.name is null or (e.era, e.xid, e.id) > (r.era, r.xid, r.id)
    ) or exists (
      select from audience_marks m
      where m.corp_id = :corp_id and m.what = 'person' and m.ref = any(cast(:ids as bigint[]))
    ) or exists (
      select from audience_marks m
      join orders o on o.corp_id = m.corp_id and o.id = m.ref
      where m.corp_id = :corp_id and m.what = 'order'
        and o.customer_id = any(cast(:ids as bigint[]))
    )
    """
)
_TREES: Final = text("select id, tree from segments where corp_id = :corp_id and tree is not null")
_KEPT: Final = text("select id, name from segments where corp_id = :corp_id and kind = 'kept'")


async def is_behind(
    session: AsyncSession,
    corp_id: int,
    people: Collection[int],
    events: Sequence[tuple[Any, int]],
) -> bool:
    """Whether the audience does not know yet what these events (moment, id) brought.

    In the owner's session: marks and cursors are nobody else's.
    """
    return bool(
        await session.scalar(
            _BEHIND,
            {
                "corp_id": corp_id,
                "ids": list(people),
                "moments": [at for at, _ in events],
                "events": [event_id for _, event_id in events],
            },
        )
    )


async def expand(session: AsyncSession, corp_id: int, tree: dict[str, Any]) -> dict[str, Any]:
    """The tree with the segments that it names in their places; raises what segments raise."""
    return await segments.expand(session, corp_id, tree)


async def find(runtime: Runtime, corp_id: int, tree: dict[str, Any]) -> BitMap:
    """Everybody whom an expanded tree is about. Raises AudienceSilentError."""
    return await audience.ids(runtime, corp_id, tree)


async def trees(session: AsyncSession, corp_id: int) -> Mapping[int, Mapping[str, Any]]:
    """Conditions of all segments by id; lists have none."""
    rows = await session.execute(_TREES, {"corp_id": corp_id})
    return {row.id: row.tree for row in rows}


async def kept(session: AsyncSession, corp_id: int) -> Mapping[int, str]:
    """Names of the segments that tell who enters and leaves, by id."""
    rows = await session.execute(_KEPT, {"corp_id": corp_id})
    return {row.id: row.name for row in rows}


async def sentences(
    session: AsyncSession, corp_id: int, conditions: Mapping[int, dict[str, Any]]
) -> Mapping[int, Mapping[str, str]]:
    """Each condition in Chinese and English."""
    found = await segments.sentences_of(session, corp_id, conditions.values())
    return {
        key: {"zh": words.zh, "en": words.en}
        for key, words in zip(conditions, found, strict=True)
        if words is not None
    }
