"""Who only takes: marked by night, with the reason; a fact and a tag, never a worse price."""

from datetime import datetime
from typing import Final

from sqlalchemy import text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.runtime import Runtime
from yutang.people.tags import service as tags
from yutang.people.tags.errors import ArchivedTagError, ReasonNeededError
from yutang.people.tags.errors import UnknownTagError as NoTagError

from .errors import BadCursorError, UnknownTagError
from .models import GiftSettings
from .schemas import TakerPage, TakerRead, TakerRules, TakerRulesRead

CHUNK: Final = 5_000
BY: Final = "job:gifts"

# Who never spoke is only known of whom a source tells: for the others nothing is said.
_JUDGE = text(
    """
    with chunk as materialized (
      select distinct customer_id from gift_claims
      where corp_id = :corp_id and customer_id > :after order by customer_id limit :rows
    ), claims as (
      select m.customer_id, m.claimed_at from gift_claims m
      where m.corp_id = :corp_id and m.customer_id in (select customer_id from chunk)
    ), gone as (
      select distinct on (m.customer_id) m.customer_id, 'left' as reason, m.claimed_at,
             l.at as lost_at
      from claims m
      join losses l on l.corp_id = :corp_id and l.customer_id = m.customer_id and l.person
        and l.person_returned_at is null and l.at >= m.claimed_at
        and l.at < m.claimed_at + make_interval(days => :days)
      order by m.customer_id, m.claimed_at
    ), mute as (
      select m.customer_id, 'many' as reason, max(m.claimed_at) as claimed_at,
             cast(null as timestamptz) as lost_at
      from claims m
      join customers c on c.corp_id = :corp_id and c.id = m.customer_id
        and c.last_active_at is null
      where m.customer_id not in (select customer_id from gone)
        and exists (select from activations a where a.corp_id = :corp_id
                    and a.customer_id = m.customer_id)
        and not exists (select from activations a where a.corp_id = :corp_id
                        and a.customer_id = m.customer_id and a.messages > 0)
      group by m.customer_id having count(*) >= :claims
    ), judged as materialized (
      select j.*, (select count(*) from claims m where m.customer_id = j.customer_id) as gifts
      from (select * from gone union all select * from mute) j
    ), cleared as (
      delete from gift_takers t
      where t.corp_id = :corp_id and t.customer_id in (select customer_id from chunk)
        and t.customer_id not in (select customer_id from judged)
      returning t.customer_id
    ), marked as (
      insert into gift_takers as t (corp_id, customer_id, reason, gifts, claimed_at, lost_at)
      select :corp_id, customer_id, reason, gifts, claimed_at, lost_at from judged
      on conflict (corp_id, customer_id) do update
        set reason = excluded.reason, gifts = excluded.gifts, claimed_at = excluded.claimed_at,
            lost_at = excluded.lost_at
      returning t.customer_id
    )
    select (select max(customer_id) from chunk) as last,
           array(select customer_id from marked order by 1) as marked,
           array(select customer_id from cleared order by 1) as cleared
    """
)
_TAKERS = text(
    """
    select t.*, c.name, c.state as person, count(*) over () as total
    from gift_takers t join customers c on c.corp_id = t.corp_id and c.id = t.customer_id
    where t.corp_id = :corp_id and (cast(:reason as text) is null or t.reason = :reason)
    order by t.marked_at desc, t.customer_id desc offset :skipped limit :rows
    """
)
_OWN_TAG = text(
    "select id from tags where corp_id = :corp_id and id = :tag_id and kind = 'own'"
    " and archived_at is null"
)


async def judge(runtime: Runtime, corp_id: int) -> int:
    """Mark and unmark everybody who ever claimed; how many are marked. Safe to repeat."""
    async with runtime.database.corp(corp_id) as session:
        rules = await read_rules(session, corp_id)
    after: int | None = 0
    marked = 0
    while after is not None:
        async with runtime.database.corp(corp_id) as session:
            row = (
                await session.execute(
                    _JUDGE,
                    {
                        "corp_id": corp_id,
                        "after": after,
                        "rows": CHUNK,
                        "days": rules.days,
                        "claims": rules.claims,
                    },
                )
            ).one()
            after = row.last
            marked += len(row.marked)
            await _tag(session, corp_id, rules, row.marked, row.cleared, runtime.clock())
    async with runtime.database.corp(corp_id) as session:
        await _write(session, corp_id, judged_at=runtime.clock())
    return marked


async def _tag(
    session: AsyncSession,
    corp_id: int,
    rules: TakerRulesRead,
    marked: list[int],
    cleared: list[int],
    now: datetime,
) -> None:
    if rules.tag_id is None:
        return
    manner = tags.Manner(BY, now)
    try:
        if marked:
            await tags.put_tag(session, corp_id, marked, rules.tag_id, manner)
        if cleared:
            await tags.take_tag(session, corp_id, cleared, rules.tag_id, manner)
    except (NoTagError, ArchivedTagError, ReasonNeededError):
        # The tag was put away since: the marks stay, and the page says that none is chosen.
        await _write(session, corp_id, tag_id=None)


async def list_takers(
    session: AsyncSession, corp_id: int, reason: str | None, after: str | None, limit: int
) -> TakerPage:
    """One page, the newest marks first. Raises BadCursorError."""
    if after is not None and not (after.isascii() and after.isdigit() and len(after) < 9):  # noqa: PLR2004 - of any list a person turns over
        raise BadCursorError
    skipped = int(after or 0)
    rows = (
        await session.execute(
            _TAKERS,
            {"corp_id": corp_id, "reason": reason, "skipped": skipped, "rows": limit + 1},
        )
    ).all()
    return TakerPage(
        items=[
            TakerRead(
                customer_id=row.customer_id,
                customer_name=row.name,
                customer_state=row.person,
                reason=row.reason,
                gifts=row.gifts,
                claimed_at=row.claimed_at,
                lost_at=row.lost_at,
                marked_at=row.marked_at,
            )
            for row in rows[:limit]
        ],
        next=str(skipped + limit) if len(rows) > limit else None,
        total=rows[0].total if rows else 0,
        judged_at=(await read_rules(session, corp_id)).judged_at,
    )


async def read_rules(session: AsyncSession, corp_id: int) -> TakerRulesRead:
    """The corp's, or the usual ones."""
    row = await session.get(GiftSettings, corp_id, populate_existing=True)
    rules = TakerRules() if row is None else TakerRules.model_validate(row, from_attributes=True)
    found = await tags.tags_by_ids(session, corp_id, [rules.tag_id] if rules.tag_id else [])
    return TakerRulesRead(
        **rules.model_dump(),
        tag=found.get(rules.tag_id or 0),
        judged_at=row.judged_at if row is not None else None,
    )


async def change_rules(
    session: AsyncSession, corp_id: int, rules: TakerRules, actor: str
) -> TakerRulesRead:
    """Judge by these from the next night on. Raises UnknownTagError."""
    if rules.tag_id is not None:
        asked = {"corp_id": corp_id, "tag_id": rules.tag_id}
        if await session.scalar(_OWN_TAG, asked) is None:
            raise UnknownTagError(rules.tag_id)
    before = await read_rules(session, corp_id)
    await _write(session, corp_id, **rules.model_dump())
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="gift.taker_rules_changed",
        target=f"corp:{corp_id}",
        before=before.model_dump(include={"days", "claims", "tag_id"}),
        after=rules.model_dump(),
    )
    return await read_rules(session, corp_id)


async def _write(session: AsyncSession, corp_id: int, **values: object) -> None:
    await session.execute(
        insert(GiftSettings)
        .values(corp_id=corp_id, **values)
        .on_conflict_do_update(index_elements=["corp_id"], set_=values)
    )
