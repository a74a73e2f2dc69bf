"""Tell segments which rules would miss them, and what they may not become for the rules."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.segments import service as segments
from yutang.people.segments.schemas import Use

from .checking import check_loops_of_segment
from .models import TagRule
from .writing import hold


def named(rule: Any) -> set[int]:
    """The segments that a rule names: by its trigger, its condition."""
    one = watched(rule)
    return set(segments.named_by(rule.condition)) | ({one} if one is not None else set())


def watched(rule: Any) -> int | None:
    """The segment whose comings and goings set it off."""
    trigger = rule.trigger
    return int(trigger["segment_id"]) if trigger["on"] == "segment" else None


async def rules_with_segments(
    session: AsyncSession, corp_id: int, ids: Collection[int]
) -> list[tuple[int, Use]]:
    """Living rules that name any of these segments, each with the one it names."""
    rows = await session.execute(
        select(TagRule.id, TagRule.name, TagRule.trigger, TagRule.condition)
        .where(TagRule.corp_id == corp_id, TagRule.deleted_at.is_(None))
        .order_by(TagRule.id)
    )
    return [
        (one, Use("tag_rule", row.id, row.name, watches=one == watched(row)))
        for row in rows
        for one in sorted(named(row).intersection(ids))
    ]


async def refuse_circles(
    session: AsyncSession, corp_id: int, segment_id: int, before: dict[str, Any]
) -> None:
    """Raise LoopError where rules would go round by what a segment says now."""
    await hold(session, corp_id)
    await check_loops_of_segment(session, corp_id, segment_id, before)


segments.register_use("tag_rules", rules_with_segments)
segments.register_check("tag_rules", refuse_circles)
