"""How the three tiers stand, and who belongs into each."""

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.db import Seer
from yutang.kernel.runtime import Runtime
from yutang.people.groups.schemas import Tier

from . import summing
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

FRESH: Final = timedelta(seconds=60)
PATIENCE: Final = 60
"""Sums are kept for so many times as long as they took."""
QUICK: Final = timedelta(milliseconds=300)
"""What is reckoned in no time is reckoned anew each time."""
_TIERS = text(
    "select tier, share, rule, back_after_days, version from group_tiers where corp_id = :corp_id"
)


async def read_board(runtime: Runtime, corp_id: int, seer: Seer | None, now: datetime) -> TierBoard:
    """The three tiers; large sums are kept a while, for they read every stay."""
    sums = await _sums(runtime, corp_id, seer, now)
    async with runtime.database.corp(corp_id, seer) as session:
        kept = {row.tier: row for row in await session.execute(_TIERS, {"corp_id": corp_id})}
    total = sum(one.tasks_done for one in sums.tiers.values())
    items = []
    for tier, told in sums.tiers.items():
        row = kept.get(tier)
        rule = None if row is None or row.rule is None else EntryRule.model_validate(row.rule)
        items.append(
            TierRead(
                tier=tier,
                **asdict(told),
                share=SHARES[tier] if row is None else row.share,
                lived=round(100 * told.tasks_done / total) if total else None,
                rule=rule,
                back_after_days=BACK_AFTER_DAYS if row is None else row.back_after_days,
                version=0 if row is None else row.version,
            )
        )
    return TierBoard(
        items=items,
        in_several=sums.in_several,
        without_tier=sums.without_tier,
        as_of=sums.as_of,
    )


async def _sums(runtime: Runtime, corp_id: int, seer: Seer | None, now: datetime) -> summing.Sums:
    shelf: dict[tuple[int, Seer | None], summing.Sums] = runtime.once("tier sums", dict)
    kept = shelf.get((corp_id, seer))
    if kept is not None and kept.as_of <= now < kept.as_of + max(FRESH, kept.took * PATIENCE):
        return kept
    fresh = await summing.reckon(runtime, corp_id, seer, now)
    if fresh.took > QUICK:
        shelf[corp_id, seer] = fresh
    return fresh


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
