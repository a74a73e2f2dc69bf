"""What a timeline says of events: which kinds there are, how they are called."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.events import known_kinds

from .builtin import BUILT_IN, CUSTOM
from .schemas import Told, Type

_OWN: Final = text(
    "select name, label, main from event_kinds where corp_id = :corp_id order by name"
)
_MAIN_CHARS: Final = 80


async def kinds_of_family(session: AsyncSession, corp_id: int, family: str) -> list[str]:
    """Every kind of a family: those in code, and of `custom` those of the corp's own."""
    if family != CUSTOM:
        shipped = [kind for kind in BUILT_IN if kind.startswith(f"{family}.")]
        return list(dict.fromkeys([*known_kinds(family), *shipped]))
    rows = await session.execute(_OWN, {"corp_id": corp_id})
    return [row.name for row in rows if row.name.startswith(f"{CUSTOM}.")]


def shipped_properties() -> dict[str, dict[str, Type]]:
    """What the kinds that ship tell, by kind: each property with its type."""
    return {
        kind: {name: declared.type for name, declared in one.properties.items()}
        for kind, one in BUILT_IN.items()
    }


async def told_of(
    session: AsyncSession, corp_id: int, events: Sequence[tuple[str, dict[str, Any]]]
) -> list[Told]:
    """For each kind and its properties what the corp calls it, and its main property's value."""
    rows = await session.execute(_OWN, {"corp_id": corp_id})
    own = {row.name: row for row in rows}
    told = []
    for kind, props in events:
        row, shipped = own.get(kind), BUILT_IN.get(kind)
        main = (row.main if row is not None else None) or (shipped.main if shipped else None)
        words = _words(main, props.get(main)) if main is not None else None
        told.append(
            Told(
                name=row.label if row is not None else None,
                main=words[:_MAIN_CHARS] if words else None,
            )
        )
    return told


def _words(name: str, value: object) -> str | None:
    """Money in yuan with its sign, anything else as it is; lists and nothing are not told."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if name.endswith("_fen") and not isinstance(value, str):
        return f"¥{value / 100:,.2f}"
    return str(value)
