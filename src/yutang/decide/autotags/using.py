"""Tell segments which rules would miss them."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.segments import service as segments
from yutang.people.segments.schemas import Use

from .models import TagRule


def named(rule: Any) -> set[int]:
    """The segments that a rule names: by its trigger, its filters, its condition."""
    found = set(_segments(rule.condition)) if rule.condition is not None else set()
    return found | {one for one in (watched(rule),) if one is not None}


def watched(rule: Any) -> int | None:
    """The segment whose comings and goings set it off."""
    trigger = rule.trigger
    return int(trigger["segment_id"]) if trigger["on"] == "segment" else None


def _segments(node: Mapping[str, Any]) -> Iterator[int]:
    if "op" in node:
        for one in node["of"]:
            yield from _segments(one)
    elif node.get("leaf") in {"segment", "list"}:
        yield int(node["segment"])


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


segments.register_use("tag_rules", rules_with_segments)
