"""Move a person's rows to another, and back: found from the tables themselves, like erasing.

A row that the other person has the like of is put away whole; it comes back when the merge is
undone. The event log is not written anew: who reads a life reads that of all parts.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from sqlalchemy import Table, UniqueConstraint, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.db import Base

_STAYS: Final = frozenset(
    {
        "customer_identities",
        "erasures",
        "events",
        "facet_marks",
        "identity_decisions",
        "person_moves",
    }
)
"""Moved by others, or about the number and not about the person."""
OWN_ROW: Final = "customers"
TAKEN_OVER: Final = "customers+"
FILLED: Final = (
    "name",
    "avatar",
    "gender",
    "company",
    "birthday",
    "stage",
    "marketing_refused_at",
    "consented_at",
    "last_active_at",
)
"""What the other's own row takes over where it says nothing."""
_WITH: Final = {
    "name": ("name_sort", "grams"),
    "stage": ("stage_changed_at",),
    "marketing_refused_at": ("marketing_refused_through",),
}
_EMPTY: Final[tuple[object, ...]] = (None, "", 0)


@dataclass(frozen=True, slots=True)
class Place:
    """A table with rows about people, and its statements."""

    name: str
    move: str
    unmove: str
    restore: str


@cache
def places() -> tuple[Place, ...]:
    """Every table whose rows go with a person."""
    found = []
    for name, table in sorted(Base.metadata.tables.items()):
        columns = table.columns.keys()
        if "customer_id" in columns and "corp_id" in columns and name not in _STAYS:
            found.append(_place(name, table))
    return tuple(found)


def _place(name: str, table: Table) -> Place:
    ours = {"corp_id", "customer_id"}
    key = [one.name for one in table.primary_key.columns if one.name not in ours]
    told = ", ".join(f"'{one}', t.{one}" for one in key)
    same = " and ".join(f"t.{one} = k.{one}" for one in key) or "true"
    # Each set of columns of which there is one row: partial ones too, at worst a row is put away.
    alike = [
        " and ".join(
            ["o.corp_id = t.corp_id", "o.customer_id = p.into_id"]
            + [f"o.{one} = t.{one}" for one in columns if one not in ours]
            # Each of our conditions begins with the column that it is about.
            + ([f"o.{where} and t.{where}"] if where else [])
        )
        for columns, where in _unique(table)
    ]
    twin = " or ".join(f"exists (select from {name} o where {one})" for one in alike) or "false"
    written = ", ".join(column.name for column in table.columns if column.computed is None)
    pairs = (
        "unnest(cast(:froms as bigint[]), cast(:intos as bigint[]), cast(:merges as bigint[]))"
        " as p(from_id, into_id, merge_id)"
    )
    mine = "t.corp_id = :corp_id and t.customer_id = p.from_id"
    move = f"""
    with away as (
      delete from {name} t using {pairs} where {mine} and ({twin})
      returning p.merge_id, p.from_id, jsonb_build_object({told}) as key, to_jsonb(t) as kept
    ), moved as (
      update {name} t set customer_id = p.into_id from {pairs} where {mine} and not ({twin})
      returning p.merge_id, p.from_id, jsonb_build_object({told}) as key
    )
    insert into person_moves (corp_id, merge_id, customer_id, place, key, kept)
    select :corp_id, merge_id, from_id, '{name}', key, kept from away
    union all
    select :corp_id, merge_id, from_id, '{name}', key, null from moved
    """  # noqa: S608 - names of our own tables
    unmove = f"""
    update {name} t set customer_id = :from_id
    from person_moves m cross join lateral jsonb_populate_record(null::{name}, m.key) k
    where m.corp_id = :corp_id and m.merge_id = :merge_id and m.place = '{name}'
      and m.kept is null and t.corp_id = :corp_id and t.customer_id = :into_id and {same}
    """  # noqa: S608 - names of our own tables
    restore = f"""
    insert into {name} ({written}) overriding system value
    select {", ".join("k." + one for one in written.split(", "))}
    from person_moves m cross join lateral jsonb_populate_record(null::{name}, m.kept) k
    where m.corp_id = :corp_id and m.merge_id = :merge_id and m.place = '{name}'
      and m.kept is not null
    on conflict do nothing
    """  # noqa: S608 - names of our own tables
    return Place(name, move, unmove, restore)


def _unique(table: Table) -> list[tuple[list[str], str]]:
    found = [(list(table.primary_key.columns.keys()), "")]
    found += [
        (list(one.columns.keys()), "")
        for one in table.constraints
        if isinstance(one, UniqueConstraint)
    ]
    for index in table.indexes:
        if index.unique:
            where = index.dialect_options["postgresql"].get("where")
            found.append((list(index.columns.keys()), "" if where is None else str(where)))
    return [(columns, where) for columns, where in found if "customer_id" in columns]


async def places_with(session: AsyncSession, corp_id: int, ids: Collection[int]) -> list[Place]:
    """The tables that hold anything of these people: most hold nothing of a visitor."""
    told = " union all ".join(
        f"select '{one.name}' where exists (select from {one.name}"  # noqa: S608 - our own names
        " where corp_id = :corp_id and customer_id = any(:ids))"
        for one in places()
    )
    asked = {"corp_id": corp_id, "ids": sorted(ids)}
    found = set(await session.scalars(text(told), asked))
    return [one for one in places() if one.name in found]


async def count_rows(session: AsyncSession, corp_id: int, customer_id: int) -> dict[str, int]:
    """How many rows would go with a person, by table."""
    found = {}
    for one in await places_with(session, corp_id, [customer_id]):
        found[one.name] = await session.scalar(
            text(
                f"select count(*) from {one.name}"  # noqa: S608 - a name of ours
                " where corp_id = :corp_id and customer_id = :customer_id"
            ),
            {"corp_id": corp_id, "customer_id": customer_id},
        )
    return {name: int(count or 0) for name, count in found.items()}


async def move_rows(
    session: AsyncSession, corp_id: int, merges: Sequence[tuple[int, int, int]]
) -> None:
    """Give the rows of each (merge, from, into) to the other; `into` stands in one of them only."""
    asked = {
        "corp_id": corp_id,
        "merges": [merge for merge, _, _ in merges],
        "froms": [one for _, one, _ in merges],
        "intos": [other for _, _, other in merges],
    }
    for one in await places_with(session, corp_id, asked["froms"]):  # type: ignore[arg-type]
        await session.execute(text(one.move), asked)
    await _take_over(session, corp_id, merges)


_PEOPLE = text(
    "select to_jsonb(c) as told from customers c"
    " where c.corp_id = :corp_id and c.id = any(:ids) order by c.id for update"
)
_PUT_AWAY = text(
    """
    with gone as (
      delete from customers c
      using unnest(cast(:merges as bigint[]), cast(:froms as bigint[])) as p(merge_id, from_id)
      where c.corp_id = :corp_id and c.id = p.from_id
      returning p.merge_id, p.from_id, to_jsonb(c) as kept
    )
    insert into person_moves (corp_id, merge_id, customer_id, place, key, kept)
    select :corp_id, merge_id, from_id, 'customers', '{}', kept from gone
    """
)
_JOURNAL = text(
    """
    insert into person_moves (corp_id, merge_id, customer_id, place, key, kept)
    select :corp_id, v.merge_id, v.from_id, 'customers+', '{}', cast(v.kept as jsonb)
    from unnest(cast(:merges as bigint[]), cast(:froms as bigint[]), cast(:kepts as text[]))
      as v(merge_id, from_id, kept)
    """
)


async def _take_over(
    session: AsyncSession, corp_id: int, merges: Sequence[tuple[int, int, int]]
) -> None:
    ids = sorted({one for _, *pair in merges for one in pair})
    rows = await session.scalars(_PEOPLE, {"corp_id": corp_id, "ids": ids})
    people: dict[int, dict[str, Any]] = {row["id"]: row for row in rows}
    for merge, one, other in merges:
        patch = _patch(people.get(one, {}), people.get(other, {}))
        if patch:
            await _apply(session, corp_id, other, patch)
            before = {name: people[other][name] for name in patch}
            await session.execute(
                _JOURNAL,
                {
                    "corp_id": corp_id,
                    "merges": [merge],
                    "froms": [one],
                    "kepts": [_json({"before": before, "after": patch})],
                },
            )
    await session.execute(
        _PUT_AWAY,
        {
            "corp_id": corp_id,
            "merges": [merge for merge, _, _ in merges],
            "froms": [one for _, one, _ in merges],
        },
    )


def _patch(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    patch: dict[str, Any] = {}
    if not one or not other:
        return patch
    for name in FILLED:
        given, has = one[name], other[name]
        newer = name == "last_active_at" and given is not None and has is not None and given > has
        if (has in _EMPTY and given not in _EMPTY) or newer:
            patch[name] = given
            patch |= {more: one[more] for more in _WITH.get(name, ())}
    return patch


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


async def _apply(
    session: AsyncSession, corp_id: int, customer_id: int, patch: dict[str, Any]
) -> None:
    names = ", ".join(f"{name} = v.{name}" for name in sorted(patch))
    await session.execute(
        text(
            f"update customers c set {names}"  # noqa: S608 - our own columns
            " from jsonb_populate_record(null::customers, cast(:patch as jsonb)) v"
            " where c.corp_id = :corp_id and c.id = :customer_id"
        ),
        {"corp_id": corp_id, "customer_id": customer_id, "patch": _json(patch)},
    )


_MOVED_IN = text(
    "select distinct place from person_moves where corp_id = :corp_id and merge_id = :merge_id"
)
_TAKEN = text(
    "select kept from person_moves"
    " where corp_id = :corp_id and merge_id = :merge_id and place = 'customers+'"
)
_NOW = text(
    "select to_jsonb(c) from customers c where c.corp_id = :corp_id and c.id = :customer_id"
)
_BACK = text(
    """
    insert into customers
    select k.* from person_moves m
    cross join lateral jsonb_populate_record(null::customers, m.kept) k
    where m.corp_id = :corp_id and m.merge_id = :merge_id and m.place = 'customers'
    on conflict do nothing
    """
)
_FORGET = text("delete from person_moves where corp_id = :corp_id and merge_id = :merge_id")


async def move_back(
    session: AsyncSession, corp_id: int, merge_id: int, from_id: int, into_id: int
) -> None:
    """Give back what a merge moved and is still there; the person has his own row again."""
    asked = {"corp_id": corp_id, "merge_id": merge_id}
    moved = set(await session.scalars(_MOVED_IN, asked))
    pair = asked | {"from_id": from_id, "into_id": into_id}
    for one in places():
        if one.name in moved:
            await session.execute(text(one.unmove), pair)
            await session.execute(text(one.restore), asked)
    if TAKEN_OVER in moved:
        taken = await session.scalar(_TAKEN, asked) or {"before": {}, "after": {}}
        now = await session.scalar(_NOW, {"corp_id": corp_id, "customer_id": into_id}) or {}
        # What was changed since by somebody is not taken from him.
        patch = {
            name: taken["before"][name]
            for name, value in taken["after"].items()
            if now.get(name) == value
        }
        if patch:
            await _apply(session, corp_id, into_id, patch)
    await session.execute(_BACK, asked)
    await session.execute(_FORGET, asked)


async def rows_of(session: AsyncSession, corp_id: int, merge_id: int) -> dict[str, int]:
    """How many rows a merge moved or put away, by table."""
    rows = await session.execute(
        text(
            "select place, count(*) as rows from person_moves where corp_id = :corp_id"
            " and merge_id = :merge_id and place not like 'customers%' group by place order by 1"
        ),
        {"corp_id": corp_id, "merge_id": merge_id},
    )
    return {row.place: row.rows for row in rows}
