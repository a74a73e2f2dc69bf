"""Tell segments which rules would miss them, and what they may not become for the rules."""

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
    found = {rule.trigger["segment_id"]} if rule.trigger["on"] == "segment" else set()
    return found | set(segments.named_by(rule.condition))


async def rules_with_segment(session: AsyncSession, corp_id: int, segment_id: int) -> list[Use]:
    """Living rules that name a segment."""
    rows = await session.execute(
        select(TagRule.id, TagRule.name, TagRule.trigger, TagRule.condition)
        .where(TagRule.corp_id == corp_id, TagRule.deleted_at.is_(None))
        .order_by(TagRule.id)
    )
    return [Use("tag_rule", row.id, row.name) for row in rows if segment_id in named(row)]


async def refuse_circles(
    session: AsyncSession, corp_id: int, segment_id: int, before: dict[str, Any]
) -> None:
    """Raise LoopError where rules would go round by what a segment says now."""
    await hold(session, corp_id)
    await check_loops_of_segment(session, corp_id, segment_id, before)


segments.register_use("tag_rules", rules_with_segment)
segments.register_check("tag_rules", refuse_circles)
