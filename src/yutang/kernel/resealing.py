"""Every sealed value of the database under the first master key, while the product runs."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from psycopg.errors import UndefinedTable
from sqlalchemy import MetaData, text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncSession

from .db import Database
from .keyring import PREFIX_BYTES
from .vault import UnsealError, Vault

CHUNK_ROWS = 2000
SEALED_AS = "sealed_as"
"""In the `info` of a column: the context of its values, where that is not `table.name`."""

# Names of the catalogue are quoted by the server itself.
_COLUMNS = text(
    """
    select n.nspname as schema, c.relname as table, a.attname as column,
           format('%I.%I', n.nspname, c.relname) as qualified, quote_ident(a.attname) as quoted,
           (select array_agg(quote_ident(k.attname) order by p.place)
            from unnest(i.indkey::int[]) with ordinality as p(attnum, place)
            join pg_attribute k on k.attrelid = c.oid and k.attnum = p.attnum) as keys,
           (select array_agg(format_type(k.atttypid, k.atttypmod) order by p.place)
            from unnest(i.indkey::int[]) with ordinality as p(attnum, place)
            join pg_attribute k on k.attrelid = c.oid and k.attnum = p.attnum) as types
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_index i on i.indrelid = c.oid and i.indisprimary
    where a.attname ^@ 'sealed' and a.atttypid = 'bytea'::regtype and not a.attisdropped
      and c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname <> 'information_schema' and not n.nspname ^@ 'pg_'
    order by 1, 2, 3
    """
)
# Looking only: such a transaction has no number and holds no reader of events back.
_UNHURRIED = text(
    "select set_config(name, '0', true) from pg_settings where name in"
    " ('transaction_timeout', 'idle_in_transaction_session_timeout')"
)


@dataclass(frozen=True, slots=True)
class SealedColumn:
    """A column of sealed values, with the key of its table and the contexts they may have."""

    schema: str
    table: str
    column: str
    qualified: str
    quoted: str
    keys: tuple[str, ...]
    types: tuple[str, ...]
    contexts: tuple[str, ...]

    @property
    def name(self) -> str:
        """For people."""
        folder = "" if self.schema == "public" else f"{self.schema}."
        return f"{folder}{self.table}.{self.column}"


@dataclass(frozen=True, slots=True)
class Counted:
    """How many values a column holds, and how many of them are under another key."""

    column: SealedColumn
    values: int
    older: int


@dataclass(slots=True)
class Resealed:
    """What one pass over a column did."""

    changed: int = 0
    unreadable: int = 0


async def find_columns(
    database: Database, metadata: MetaData, elsewhere: Mapping[str, str]
) -> list[SealedColumn]:
    """Every `sealed…` column of bytes there is in the database.

    `elsewhere`: the context of those in schemas of which no model tells.
    """
    async with database.owner() as session:
        rows = (await session.execute(_COLUMNS)).mappings().all()
    return [
        SealedColumn(
            schema=row["schema"],
            table=row["table"],
            column=row["column"],
            qualified=row["qualified"],
            quoted=row["quoted"],
            keys=tuple(row["keys"]),
            types=tuple(row["types"]),
            contexts=_contexts(metadata, elsewhere, row["schema"], row["table"], row["column"]),
        )
        for row in rows
    ]


def _contexts(
    metadata: MetaData, elsewhere: Mapping[str, str], schema: str, table: str, column: str
) -> tuple[str, ...]:
    if schema in elsewhere:
        return (elsewhere[schema],)
    model = metadata.tables.get(table)
    if model is not None and column in model.columns and SEALED_AS in model.columns[column].info:
        return (model.columns[column].info[SEALED_AS],)
    return f"{table}.{column.removeprefix('sealed_')}", f"{table}.{column}"


async def count_older(
    database: Database, columns: Iterable[SealedColumn], vault: Vault
) -> list[Counted]:
    """Count values, and those that are not under the first key; a read of each table."""
    prefix = vault.keys.current.prefix
    counted = []
    for one in columns:
        async with _unless_gone(), database.owner() as session:
            await session.execute(_UNHURRIED)
            found = await session.execute(
                text(
                    f"select count({one.quoted}) as values, count(*) filter (where"  # noqa: S608
                    f" substring({one.quoted} from 1 for {PREFIX_BYTES}) <> :prefix) as older"
                    f" from {one.qualified}"
                ),
                {"prefix": prefix},
            )
            row = found.mappings().one()
            counted.append(Counted(column=one, values=row["values"], older=row["older"]))
    return counted


async def reseal_chunk(
    database: Database,
    vault: Vault,
    column: SealedColumn,
    after: Sequence[Any] | None,
    done: Resealed,
) -> Sequence[Any] | None:
    """Seal the next values behind the key `after` anew; returns the last key, None at the end.

    Safe to repeat and to kill: what is done is told by the values themselves. A value that
    changed between reading and writing is left as it is, for it is newer.
    """
    rows: list[tuple[Any, ...]] = []
    async with _unless_gone():
        rows = await _read_chunk(database, vault, column, after)
    if not rows:
        return None
    new: list[bytes] = []
    kept = []
    for row in rows:
        plain = _unseal(vault, column, row[-1])
        if plain is None:
            done.unreadable += 1
            continue
        new.append(vault.seal(*plain))
        kept.append(row)
    async with _unless_gone():
        done.changed += await _write_chunk(database, column, kept, new)
    return rows[-1][:-1]


@asynccontextmanager
async def _unless_gone() -> AsyncIterator[None]:
    """The table of an import goes when the import ends; then nothing of it is left to do."""
    try:
        yield
    except ProgrammingError as error:
        if not isinstance(error.orig, UndefinedTable):
            raise


def _unseal(vault: Vault, column: SealedColumn, sealed: bytes) -> tuple[str, str] | None:
    for context in column.contexts:
        try:
            return vault.unseal(sealed, context), context
        except UnsealError:
            continue
    return None


async def _read_chunk(
    database: Database, vault: Vault, column: SealedColumn, after: Sequence[Any] | None
) -> list[tuple[Any, ...]]:
    keys = ", ".join(column.keys)
    behind, values = "", {}
    if after is not None:
        names = [f"after{place}" for place in range(len(column.keys))]
        casts = ", ".join(
            f"cast(:{name} as {kind})" for name, kind in zip(names, column.types, strict=True)
        )
        behind, values = f"and ({keys}) > ({casts})", dict(zip(names, after, strict=True))
    async with database.owner() as session:
        await session.execute(_UNHURRIED)
        found = await session.execute(
            text(
                f"select {keys}, {column.quoted} from {column.qualified}"  # noqa: S608
                f" where {column.quoted} is not null"
                f" and substring({column.quoted} from 1 for {PREFIX_BYTES}) <> :prefix {behind}"
                f" order by {keys} limit {CHUNK_ROWS}"
            ),
            {"prefix": vault.keys.current.prefix, **values},
        )
        return [tuple(row) for row in found]


async def _write_chunk(
    database: Database, column: SealedColumn, rows: list[tuple[Any, ...]], new: list[bytes]
) -> int:
    names = [f"k{place}" for place in range(len(column.keys))]
    values: dict[str, list[Any]] = {
        name: [row[place] for row in rows] for place, name in enumerate(names)
    }
    values |= {"old": [row[-1] for row in rows], "new": new}
    arrays = [
        *(f"cast(:{name} as {kind}[])" for name, kind in zip(names, column.types, strict=True)),
        "cast(:old as bytea[])",
        "cast(:new as bytea[])",
    ]
    same = " and ".join(f"t.{key} = v.{name}" for key, name in zip(column.keys, names, strict=True))
    async with database.owner() as session:
        return await _count_changed(
            session,
            f"update {column.qualified} t set {column.quoted} = v.new"  # noqa: S608
            f" from unnest({', '.join(arrays)}) as v({', '.join(names)}, old, new)"
            f" where {same} and t.{column.quoted} = v.old returning 1",
            values,
        )


async def _count_changed(session: AsyncSession, statement: str, values: dict[str, Any]) -> int:
    changed: int | None = await session.scalar(
        text(f"with changed as ({statement}) select count(*) from changed"),  # noqa: S608
        values,
    )
    return changed or 0
