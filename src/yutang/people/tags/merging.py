"""Put one tag in the place of another, on everybody: a resumable run over those who wear it.

The old tag is archived at once, so that nobody gets it meanwhile, and `merged_into` sends every
path that would put it to the new one. In each chunk the new tag is put where the old one sits and
the old one taken off; WeCom is told by the bulk run (`mirroring`), one call for each relation.
"""

from datetime import datetime
from typing import Final

import structlog
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.gateway import service as gateway

from .errors import Apart, ArchivedTagError, MergeRunningError, TagsApartError, UnknownTagError
from .jobs import CountTags, MergeTag, MirrorTags
from .models import Tag
from .pushing import PATH
from .putting import Manner, replace_tag
from .repository import TagRepository
from .schemas import MergePlan

CHUNK: Final = 2_000
COUNT_MOST: Final = 100_000
log = structlog.get_logger(__name__)

_PLAN = text(
    """
    with old as (
      select customer_id, staff_id, mirrored_at is not null or push_attempts > 0 as told
      from follow_tags where corp_id = :corp_id and tag_id = :source
      union all
      select customer_id, null, false from customer_tags
      where corp_id = :corp_id and tag_id = :source
      limit :most
    )
    select count(distinct o.customer_id) as people, count(*) as places,
           count(*) filter (where o.told) as told,
           count(distinct o.customer_id) filter (where exists (
             select from follow_tags t where t.corp_id = :corp_id
               and t.customer_id = o.customer_id and t.tag_id = :target
             union all
             select from customer_tags t where t.corp_id = :corp_id
               and t.customer_id = o.customer_id and t.tag_id = :target)) as both
    from old o
    """
)
_CHUNK = text(
    """
    select customer_id, staff_id,
           mirrored_at is not null or push_at is not null as told
    from follow_tags
    where corp_id = :corp_id and tag_id = :source and customer_id > :after
      and customer_id <= coalesce((
        select customer_id from follow_tags
        where corp_id = :corp_id and tag_id = :source and customer_id > :after
        order by customer_id offset :rows limit 1), 9223372036854775807)
    """
)
_CHUNK_OWN = text(
    """
    select customer_id, null as staff_id, false as told from customer_tags
    where corp_id = :corp_id and tag_id = :source and customer_id > :after
    order by customer_id limit :rows
    """
)
_TOTAL = text(
    """
    select (select count(*) from follow_tags where corp_id = :corp_id and tag_id = :source)
         + (select count(*) from customer_tags where corp_id = :corp_id and tag_id = :source)
    """
)


async def _pair(
    session: AsyncSession, corp_id: int, source_id: int, target_id: int
) -> tuple[Tag, Tag]:
    """Both tags, which go together; raises what `plan_merge` raises."""
    if source_id == target_id:
        raise TagsApartError(Apart.SAME)
    found = {
        tag.id: (group, tag)
        for group, tag in await TagRepository(session, corp_id).by_ids([source_id, target_id])
    }
    if missing := [id_ for id_ in (source_id, target_id) if id_ not in found]:
        raise UnknownTagError(missing)
    (source_group, source), (target_group, target) = found[source_id], found[target_id]
    if source.kind != target.kind:
        raise TagsApartError(Apart.KINDS)
    if source_group.sensitive != target_group.sensitive:
        raise TagsApartError(Apart.SENSITIVE)
    if target.archived_at is not None or target_group.archived_at is not None:
        raise ArchivedTagError(target.name)
    return source, target


async def plan_merge(
    session: AsyncSession, corp_id: int, source_id: int, target_id: int, calls_a_second: float
) -> MergePlan:
    """How many people it touches, how many wear both, what it costs, without doing it.

    Exact up to 100,000 places of the old tag, beyond that a floor (`exact` false). Raises
    UnknownTagError, ArchivedTagError, TagsApartError.
    """
    await _pair(session, corp_id, source_id, target_id)
    row = (
        await session.execute(
            _PLAN,
            {"corp_id": corp_id, "source": source_id, "target": target_id, "most": COUNT_MOST + 1},
        )
    ).one()
    return MergePlan(
        customers=row.people,
        both=row.both,
        calls=row.told,
        exact=row.places <= COUNT_MOST,
        seconds=round(row.told / calls_a_second) if row.told else 0,
    )


async def begin_merge(
    session: AsyncSession, corp_id: int, source_id: int, target_id: int, actor: str, now: datetime
) -> None:
    """Archive the old tag and ask for the run. Raises what `plan_merge` raises, MergeRunningError.

    Asked again for the same target it goes on where it stood.
    """
    source, target = await _pair(session, corp_id, source_id, target_id)
    if source.merged_into is not None and source.merged_into != target_id:
        raise MergeRunningError(source.name)
    # Chains are kept short: what was merged into the old one belongs to the new one now.
    former = select(Tag).where(Tag.corp_id == corp_id, Tag.merged_into == source_id)
    for tag in await session.scalars(former):
        tag.merged_into = target_id
    source.merged_into = target_id
    source.archived_at = source.archived_at or now
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="tag.merged",
        target=f"tag:{source_id}",
        before={"name": source.name},
        after={"into": target_id, "name": target.name},
    )
    await enqueue(session, MergeTag(corp_id=corp_id, tag_id=source_id))


async def merge_tag(runtime: Runtime, corp_id: int, source_id: int) -> int:
    """Do it, chunk by chunk, each with its place; returns how many places were merged.

    Killed, it goes on where it stood; done twice, the second time finds nothing.
    """
    async with runtime.database.owner() as session:
        source = await session.get(Tag, (corp_id, source_id))
        if source is None or source.merged_into is None:
            return 0
        target_id, kind = source.merged_into, source.kind
        total = int(await session.scalar(_TOTAL, {"corp_id": corp_id, "source": source_id}) or 0)
        begun = await gateway.begin_or_resume(
            session,
            corp_id,
            f"tags.merge:{source_id}",
            path=PATH,
            asked_by="system",
            now=runtime.clock(),
        )
        run = await gateway.begin_or_resume(
            session,
            corp_id,
            f"tags.merge:{source_id}",
            path=PATH,
            asked_by="system",
            now=runtime.clock(),
            total=begun.done + total,
        )
    done = 0
    statement = _CHUNK_OWN if kind == "own" else _CHUNK
    while True:
        now = runtime.clock()
        after = int(run.cursor.get("after", 0))
        async with runtime.database.owner() as session:
            rows = list(
                await session.execute(
                    statement,
                    {"corp_id": corp_id, "source": source_id, "after": after, "rows": CHUNK},
                )
            )
            if not rows:
                if kind == "wecom":
                    await enqueue(session, MirrorTags(corp_id=corp_id))
                await enqueue(session, CountTags(corp_id=corp_id))
                await gateway.end(session, run, now)
                break
            by = f"merge:{source_id}"
            for told, manner in ((True, Manner(by, now, push="bulk")), (False, Manner(by, now))):
                places = [(r.customer_id, r.staff_id, source_id) for r in rows if r.told is told]
                await replace_tag(session, corp_id, places, target_id, manner)
            last = max(row.customer_id for row in rows)
            run = await gateway.advance(session, run, {"after": last}, now, done=len(rows))
        done += len(rows)
    log.info("tags.merged", corp_id=corp_id, tag_id=source_id, places=done)
    return done
