"""Whom rows of a staging table name: by which ids, and who has them."""

from collections.abc import Callable, Sequence
from typing import Any

from yutang.people.persons.schemas import IdKind

from .sealing import Unseal


def ids_of(
    cell: Callable[[str], Any], kinds: Sequence[IdKind], unseal: Unseal
) -> tuple[tuple[IdKind, str], ...]:
    """The ids that stand there, in order; `cell` gives what a staged column holds."""
    found: list[tuple[IdKind, str]] = []
    for kind in kinds:
        value = cell("sealed" if kind == "phone" else kind)
        if value is not None:
            found.append((kind, unseal(value) if kind == "phone" else value))
    return tuple(found)


def key_in_sql(kinds: Sequence[IdKind]) -> str:
    """The first id of a staged row `t`, of whatever kind; null where it has none."""
    ids = ", ".join(f"'{kind}:' || t.{kind}" for kind in kinds)
    return f"coalesce({ids})"


def holder_in_sql(kinds: Sequence[IdKind]) -> str:
    """The customer of `:corp_id` who has the first id of a staged row `t` that is known.

    Each id is a look by key of its own: joined, all ids of the corp would be read for each row.
    """
    listed = ", ".join(f"('{kind}', t.{kind}, {place})" for place, kind in enumerate(kinds))
    # Kinds of ids are ours.
    return f"""
        (select i.customer_id from (values {listed}) as v(kind, value, place)
         cross join lateral (
           select customer_id from customer_identities i
           where i.corp_id = :corp_id and i.kind = v.kind and i.value = v.value offset 0) i
         order by v.place limit 1)
    """  # noqa: S608
