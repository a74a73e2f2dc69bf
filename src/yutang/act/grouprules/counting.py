"""How many persons of each group have a nickname that fits: counted when a group was read anew."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime

from .statements import RULED

CHUNK: Final = 300
"""Groups in one statement: some hundred thousand stays."""
FIT: Final = """
    case when m.nickname = '' then 'nameless'
         when m.nickname ~ w.nickname_match then 'fits' else 'differs' end"""
_STALE = text(
    f"""
    with {RULED}
    select g.id, w.nickname_match
    from ruled g
    join group_rule_sets w on w.corp_id = :corp_id and w.id = g.set_id and w.nickname_match <> ''
    left join group_nickname_counts k on k.corp_id = :corp_id and k.group_id = g.id
    where g.read_at is not null
      and (k.group_id is null or k.nickname_match <> w.nickname_match or k.read_at < g.read_at)
    order by g.id
    """  # noqa: S608 - constants
)
_COUNT = text(
    f"""
    insert into group_nickname_counts as k
      (corp_id, group_id, nickname_match, fits, differs, nameless, read_at)
    select :corp_id, w.id, w.nickname_match,
           count(*) filter (where f.fit = 'fits'), count(*) filter (where f.fit = 'differs'),
           count(*) filter (where f.fit = 'nameless'), min(g.read_at)
    from unnest(cast(:ids as bigint[]), cast(:matches as text[])) as w(id, nickname_match)
    join group_chats g on g.corp_id = :corp_id and g.id = w.id and g.read_at is not null
    left join group_members m on m.corp_id = :corp_id and m.group_id = w.id and m.left_at is null
                             and m.customer_id is not null
    left join lateral (select {FIT} as fit where m.member is not null) f on true
    group by w.id, w.nickname_match
    on conflict (corp_id, group_id) do update
    set nickname_match = excluded.nickname_match, fits = excluded.fits,
        differs = excluded.differs, nameless = excluded.nameless, read_at = excluded.read_at
    """  # noqa: S608 - constants
)


async def count_nicknames(runtime: Runtime, corp_id: int) -> int:
    """Count groups that were read, or got another form, since; returns how many."""
    async with runtime.database.owner() as session:
        asked = {"corp_id": corp_id, "group_id": None}
        stale = (await session.execute(_STALE, asked)).all()
    for start in range(0, len(stale), CHUNK):
        async with runtime.database.owner() as session:
            await _count(session, corp_id, stale[start : start + CHUNK])
    return len(stale)


async def _count(session: AsyncSession, corp_id: int, rows: Sequence[Row[tuple[int, str]]]) -> None:
    await session.execute(
        _COUNT,
        {
            "corp_id": corp_id,
            "ids": [row.id for row in rows],
            "matches": [row.nickname_match for row in rows],
        },
    )
