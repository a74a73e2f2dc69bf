"""Tell segments which rules would miss them."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.segments import service as segments
from yutang.people.segments.schemas import Use

from .models import TagRule


def named(rule: Any) -> set[int]:
    """The segments that a rule names: by its trigger, its filters, its condition."""
    found = {rule.trigger["segment_id"]} if rule.trigger["on"] == "segment" else set()
    if rule.condition is not None:
        found |= set(_segments(rule.condition))
    return found


def _segments(node: Mapping[str, Any]) -> Iterator[int]:
    if "op" in node:
        for one in node["of"]:
            yield from _segments(one)
    elif node.get("leaf") in {"segment", "list"}:
        yield int(node["segment"])


async def rules_with_segment(session: AsyncSession, corp_id: int, segment_id: int) -> list[Use]:
    """Living rules that name a segment."""
    rows = await session.execute(
        select(TagRule.id, TagRule.name, TagRule.trigger, TagRule.condition)
        .where(TagRule.corp_id == corp_id, TagRule.deleted_at.is_(None))
        .order_by(TagRule.id)
    )
    return [Use("tag_rule", row.id, row.name) for row in rows if segment_id in named(row)]


segments.register_use("tag_rules", rules_with_segment)
