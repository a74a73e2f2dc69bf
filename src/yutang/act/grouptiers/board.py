"""How the three tiers stand, and who belongs into each."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.db import staff_in_scope
from yutang.kernel.runtime import Runtime
from yutang.people.groups.schemas import SCANNED_UP_TO, Tier

from .errors import BadSharesError, ChangedMeanwhileError, NoRuleForPondError
from .models import GroupTier
from .schemas import (
    BACK_AFTER_DAYS,
    SHARES,
    TIERS,
    EntryRule,
    TierBoard,
    TierRead,
    TierRule,
    TierShares,
)

SPAN: Final = timedelta(days=30)
FRESH: Final = timedelta(seconds=60)
_RANKS: Final = {tier: rank for rank, tier in enumerate(TIERS)}
_RANK: Final = "case g.tier when 'pond' then 0 when 'transit' then 1 when 'core' then 2 end"
_GROUPS = text(
    """
    select g.tier, count(*) as groups,
           count(*) filter (where g.people + g.staff >= :full) as full_groups
    from group_chats g where g.corp_id = :corp_id and g.state <> 'dismissed' group by 1
    """
)
_PERSONS = text(
    f"""
    select x.tiers, count(*) as persons
    from (
      select bit_or(1 << {_RANK}) as tiers
      from group_members m
      join group_chats g on g.corp_id = m.corp_id and g.id = m.group_id and g.tier is not null
      where m.corp_id = :corp_id and m.customer_id is not null and m.left_at is null
      group by m.customer_id
    ) x
    group by 1
    """  # noqa: S608 - a constant
)
_TASKS = text(
    f"""
    select x.top, count(*) as done
    from (
      select (select max({_RANK}) from group_members m
              join group_chats g on g.corp_id = m.corp_id and g.id = m.group_id
              where m.corp_id = t.corp_id and m.customer_id = t.customer_id
                and m.left_at is null) as top
      from tasks t
      where t.corp_id = :corp_id and t.state = 'done' and t.done_at >= :since
        and t.customer_id is not null
    ) x
    where x.top is not null
    group by 1
    """  # noqa: S608 - a constant
)
_CAME = text(
    f"""
    with fresh as (
      select {_RANK} as rank, g.tier, m.customer_id, min(m.joined_at) as at
      from group_members m
      join group_chats g on g.corp_id = m.corp_id and g.id = m.group_id and g.tier is not null
      where m.corp_id = :corp_id and m.joined_at >= :since and m.customer_id is not null
        and (m.left_at is null or m.left_at > m.joined_at)
      group by 1, 2, 3
    )
    select f.tier, count(*) as came,
           count(*) filter (where exists (
             select from group_members m
             join group_chats g on g.corp_id = m.corp_id and g.id = m.group_id
             where m.corp_id = :corp_id and m.customer_id = f.customer_id
               and m.joined_at < f.at and {_RANK} < f.rank)) as came_up
    from fresh f
    where not exists (
      select from group_members m
      join group_chats g on g.corp_id = m.corp_id and g.id = m.group_id
      where m.corp_id = :corp_id and m.customer_id = f.customer_id and g.tier = f.tier
        and m.joined_at < :since)
    group by 1
    """  # noqa: S608 - a constant
)
_FELL = text(
    """
    select g.tier, count(distinct m.customer_id) as fell
    from group_members m
    join group_chats g on g.corp_id = m.corp_id and g.id = m.group_id and g.tier is not null
    where m.corp_id = :corp_id and m.left_at >= :since and m.customer_id is not null
      and m.left_at > m.joined_at
      and not exists (
        select from group_members o
        join group_chats h on h.corp_id = o.corp_id and h.id = o.group_id
        where o.corp_id = :corp_id and o.customer_id = m.customer_id and h.tier = g.tier
          and o.left_at is null)
    group by 1
    """
)
_TIERS = text(
    "select tier, share, rule, back_after_days, version from group_tiers where corp_id = :corp_id"
)
_Sums = dict[str, Any]


async def read_board(
    session: AsyncSession, runtime: Runtime, corp_id: int, now: datetime
) -> TierBoard:
    """The three tiers; sums of a whole corp up to a minute old, for they read every stay."""
    sums = await _sums(session, runtime, corp_id, now)
    kept = {row.tier: row for row in await session.execute(_TIERS, {"corp_id": corp_id})}
    done: dict[int, int] = sums["done"]
    total = sum(done.values())
    items = []
    for tier in TIERS:
        row, rank = kept.get(tier), _RANKS[tier]
        mine = done.get(rank, 0)
        items.append(
            TierRead(
                tier=tier,
                **sums["groups"].get(tier, {"groups": 0, "full_groups": 0}),
                persons=sum(n for bits, n in sums["persons"].items() if bits >> rank & 1),
                share=SHARES[tier] if row is None else row.share,
                tasks_done=mine,
                lived=round(100 * mine / total) if total else None,
                **sums["came"].get(tier, {"came": 0, "came_up": 0}),
                fell_out=sums["fell"].get(tier, 0),
                rule=None
                if row is None or row.rule is None
                else EntryRule.model_validate(row.rule),
                back_after_days=BACK_AFTER_DAYS if row is None else row.back_after_days,
                version=0 if row is None else row.version,
            )
        )
    return TierBoard(
        items=items,
        in_several=sum(n for bits, n in sums["persons"].items() if bits.bit_count() > 1),
        without_tier=sums["without"],
        as_of=sums["as_of"],
    )


async def _sums(session: AsyncSession, runtime: Runtime, corp_id: int, now: datetime) -> _Sums:
    if staff_in_scope(session) is not None:
        return await _sum(session, corp_id, now)
    shelf: dict[int, _Sums] = runtime.once("tier sums", dict)
    kept = shelf.get(corp_id)
    if kept is None or not kept["as_of"] <= now < kept["as_of"] + max(FRESH, kept["took"] * 60):
        began = runtime.clock()
        kept = await _sum(session, corp_id, now)
        took = runtime.clock() - began
        # What is reckoned in no time is reckoned anew each time.
        shelf[corp_id] = kept | {"took": took}
        if took < _QUICK:
            del shelf[corp_id]
    return kept


_QUICK: Final = timedelta(milliseconds=300)


async def _sum(session: AsyncSession, corp_id: int, now: datetime) -> _Sums:
    asked = {"corp_id": corp_id, "since": now - SPAN, "full": SCANNED_UP_TO}
    groups = {row.tier: row for row in await session.execute(_GROUPS, asked)}
    persons = {row.tiers: row.persons for row in await session.execute(_PERSONS, asked)}
    done = {row.top: row.done for row in await session.execute(_TASKS, asked)}
    came = await session.execute(_CAME, asked)
    fell = await session.execute(_FELL, asked)
    return {
        "groups": {
            tier: {"groups": row.groups, "full_groups": row.full_groups}
            for tier, row in groups.items()
            if tier is not None
        },
        "without": groups[None].groups if None in groups else 0,
        "persons": persons,
        "done": done,
        "came": {row.tier: {"came": row.came, "came_up": row.came_up} for row in came},
        "fell": {row.tier: row.fell for row in fell},
        "as_of": now,
    }


async def set_shares(
    session: AsyncSession, corp_id: int, shares: TierShares, actor: str, now: datetime
) -> None:
    """Say how much of the effort goes to each tier. Raises BadSharesError."""
    wanted: dict[str, int] = {tier: getattr(shares, tier) for tier in TIERS}
    if (total := sum(wanted.values())) != 100:  # noqa: PLR2004 - percent
        raise BadSharesError(total)
    before: dict[str, int] = {}
    for tier in TIERS:
        row = await _locked(session, corp_id, tier, actor)
        before[tier] = row.share
        if row.share != wanted[tier]:
            row.share, row.changed_by, row.changed_at = wanted[tier], actor, now
    if before != wanted:
        await audit.record(
            session,
            corp_id,
            actor=actor,
            action="group_tier.shares_changed",
            target="group_tiers",
            before=before,
            after=wanted,
        )


async def set_rule(
    session: AsyncSession, corp_id: int, tier: Tier, change: TierRule, actor: str, now: datetime
) -> None:
    """Say who belongs into a tier. Raises NoRuleForPondError, ChangedMeanwhileError."""
    if tier == "pond":
        raise NoRuleForPondError
    row = await session.get(GroupTier, (corp_id, tier), with_for_update=True)
    if change.version != (0 if row is None else row.version):
        raise ChangedMeanwhileError
    row = row or await _locked(session, corp_id, tier, actor)
    rule = None if change.rule is None else change.rule.model_dump(mode="json")
    before = {"rule": row.rule, "back_after_days": row.back_after_days}
    after = {"rule": rule, "back_after_days": change.back_after_days}
    if before == after:
        return
    row.rule, row.back_after_days = rule, change.back_after_days
    row.version, row.changed_by, row.changed_at = row.version + 1, actor, now
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="group_tier.rule_changed",
        target=f"group_tier:{tier}",
        before=before,
        after=after,
    )


async def kept_tier(
    session: AsyncSession, corp_id: int, tier: Tier
) -> tuple[EntryRule | None, int]:
    """Its rule, and after how many days who left is asked back."""
    row = await session.get(GroupTier, (corp_id, tier))
    if row is None:
        return None, BACK_AFTER_DAYS
    return (None if row.rule is None else EntryRule.model_validate(row.rule)), row.back_after_days


async def _locked(session: AsyncSession, corp_id: int, tier: Tier, actor: str) -> GroupTier:
    found = await session.get(GroupTier, (corp_id, tier), with_for_update=True)
    if found is None:
        found = GroupTier(
            corp_id=corp_id,
            tier=tier,
            share=SHARES[tier],
            rule=None,
            back_after_days=BACK_AFTER_DAYS,
            version=0,
            changed_by=actor,
        )
        session.add(found)
        await session.flush()
    return found
