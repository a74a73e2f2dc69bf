"""Set targets, take them away, say when leaders are told."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.db import staff_in_scope

from . import repository
from .errors import BadSpanError, UnknownHoldersError, UnknownTargetError
from .models import Target, TargetRules
from .schemas import HolderKind, NewTargets, Period, RulesWish, TargetRulesRead, TargetWish

MOST_DAYS: Final = 366
USUAL_HOUR: Final = 9


async def set_targets(session: AsyncSession, corp_id: int, new: NewTargets, actor: str) -> int:
    """Write a list of targets, or none; returns how many holders have one.

    Raises BadSpanError, UnknownHoldersError.
    """
    if not new.first <= new.last <= new.first + timedelta(days=MOST_DAYS - 1):
        raise BadSpanError(MOST_DAYS)
    refs = await find_holders(session, corp_id, new.kind, new.items)
    unknown = [
        one.who or one.ref_id for one, ref in zip(new.items, refs, strict=True) if ref is None
    ]
    if unknown:
        raise UnknownHoldersError(unknown)
    # Of one who is named twice the last counts.
    aims = {ref: one.aim for one, ref in zip(new.items, refs, strict=True) if ref is not None}
    await put(session, corp_id, new, aims, actor)
    return len(aims)


async def put(
    session: AsyncSession, corp_id: int, period: Period, aims: Mapping[int, int], actor: str
) -> None:
    """Write aims by the holder's id; who has one of the same days gets the new one."""
    span = {"kind": period.kind, "kept_days": period.kept_days}
    await session.execute(
        repository.PUT,
        {
            "corp_id": corp_id,
            **span,
            "first": period.first,
            "last": period.last,
            "actor": actor,
            "ids": list(aims),
            "aims": list(aims.values()),
        },
    )
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="targets.set",
        target="targets",
        after={
            **span,
            "first": period.first.isoformat(),
            "last": period.last.isoformat(),
            "aims": {str(one): aim for one, aim in aims.items()},
        },
    )


async def find_holders(
    session: AsyncSession, corp_id: int, kind: HolderKind, wishes: Sequence[TargetWish]
) -> list[int | None]:
    """Whom each wish means; None where nobody, several, or not all the session's own."""
    seen = staff_in_scope(session)
    rows = await session.execute(
        text(repository.HOLDERS[kind]),
        {
            "corp_id": corp_id,
            "ids": [one.ref_id for one in wishes if one.ref_id is not None],
            "who": [_folded(one.who) for one in wishes if one.ref_id is None],
            "scoped": seen is not None,
            "seen": list(seen or ()),
        },
    )
    by_id: set[int] = set()
    # The account or number goes before a name that somebody else has, too.
    exact: dict[str, int] = {}
    named: dict[str, list[int]] = {}
    for row in rows:
        by_id.add(row.id)
        first, *others = [_folded(name) for name in row.names]
        if others:
            exact[first] = row.id
        for name in others or [first]:
            named.setdefault(name, []).append(row.id)
    found = [
        one.ref_id if one.ref_id is not None else _match(_folded(one.who), exact, named)
        for one in wishes
    ]
    return [one if one in by_id else None for one in found]


def _match(who: str, exact: Mapping[str, int], named: Mapping[str, list[int]]) -> int | None:
    if who in exact:
        return exact[who]
    same = named.get(who, [])
    return same[0] if len(same) == 1 else None


def _folded(who: str) -> str:
    return who.strip().lower()


async def delete_target(session: AsyncSession, corp_id: int, target_id: int, actor: str) -> None:
    """Take a target away. Raises UnknownTargetError."""
    row = await session.get(Target, (corp_id, target_id), with_for_update=True)
    if row is None:
        raise UnknownTargetError(target_id)
    before: dict[str, Any] = {
        "kind": row.kind,
        "ref_id": row.ref_id,
        "first": row.first.isoformat(),
        "last": row.last.isoformat(),
        "aim": row.aim,
    }
    await session.delete(row)
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="targets.deleted",
        target=f"target:{target_id}",
        before=before,
    )


async def read_rules(session: AsyncSession, corp_id: int) -> TargetRulesRead:
    """When leaders are told."""
    row = await session.get(TargetRules, corp_id)
    if row is None:
        return TargetRulesRead(digest=True, hour=USUAL_HOUR)
    return TargetRulesRead(digest=row.digest, hour=row.hour)


async def change_rules(
    session: AsyncSession, corp_id: int, wish: RulesWish, actor: str
) -> TargetRulesRead:
    """Change when leaders are told."""
    before = await read_rules(session, corp_id)
    if (before.digest, before.hour) == (wish.digest, wish.hour):
        return before
    new = insert(TargetRules).values(corp_id=corp_id, digest=wish.digest, hour=wish.hour)
    await session.execute(
        new.on_conflict_do_update(
            index_elements=["corp_id"], set_={"digest": wish.digest, "hour": wish.hour}
        )
    )
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="targets.rules_changed",
        target="targets",
        before=before.model_dump(),
        after=wish.model_dump(),
    )
    return TargetRulesRead(digest=wish.digest, hour=wish.hour)
