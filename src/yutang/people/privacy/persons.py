"""The identities of people, and statements over the rows that are about them."""

import json
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime
from yutang.kernel.vault import Vault
from yutang.people.suppressions import service as suppressions

from .tables import Rule, key_of

AT_ONCE: Final = 1_000
"""Rows changed in one transaction."""
PAGES: Final = 2_000
"""Pages of 8 kB that are read through in one transaction."""
SEALED_CONTEXT: Final = "erasures.sealed"
SEALED_KINDS: Final = frozenset({"phone"})

_IDENTITIES = text(
    "select kind, value from customer_identities"
    " where corp_id = :corp_id and customer_id = any(:ids) order by kind, value"
)
_PARTS = text(
    "select distinct p.id from unnest(cast(:ids as bigint[])) v(id)"
    " cross join lateral unnest(person_ids(:corp_id, v.id)) p(id) order by 1"
)
_ANY_PAGE = text("select pg_relation_size(cast(:name as regclass)) / 8192 as pages")


@dataclass(frozen=True, slots=True)
class Persons:
    """Some people of one corp: their numbers, and by kind what they are recognised by."""

    corp_id: int
    ids: tuple[int, ...]
    identities: tuple[tuple[str, str], ...]

    @property
    def external_ids(self) -> list[str]:
        """WeCom's."""
        return [value for kind, value in self.identities if kind == "external"]

    def digests(self, vault: Vault) -> list[str]:
        """What is kept of them so that they stay away."""
        return sorted({suppressions.digest(vault, *one) for one in self.identities})

    def asked(self) -> dict[str, object]:
        """The parameters of a rule's statements."""
        found = self.external_ids
        quoted = [json.dumps(one) for one in found]
        return {
            "corp_id": self.corp_id,
            "ids": list(self.ids),
            "keys": [f"{kind}:{value}" for kind, value in self.identities],
            "external_ids": found,
            "likes": [*quoted, *(f"[{one}]" for one in found), *(f">{one}<" for one in found)],
            "pattern": "|".join(map(re.escape, quoted)) or "(?!)",
        }

    def seal(self, vault: Vault) -> bytes:
        """For the job, which may begin anew when the identities are deleted already."""
        told = json.dumps({"ids": self.ids, "identities": self.identities})
        return vault.seal(told, SEALED_CONTEXT)


def unseal(vault: Vault, corp_id: int, sealed: bytes) -> Persons:
    """What `Persons.seal` gave."""
    told: dict[str, Any] = json.loads(vault.unseal(sealed, SEALED_CONTEXT))
    pairs = tuple((kind, value) for kind, value in told["identities"])
    return Persons(corp_id, tuple(told["ids"]), pairs)


async def find(session: AsyncSession, corp_id: int, ids: Sequence[int]) -> Persons:
    """These people with all their identities, and with the numbers of who was merged into them."""
    asked = {"corp_id": corp_id, "ids": list(ids)}
    parts = tuple(await session.scalars(_PARTS, asked))
    rows = await session.execute(_IDENTITIES, asked | {"ids": list(parts)})
    return Persons(
        corp_id,
        (*ids, *(one for one in parts if one not in ids)),
        tuple((row.kind, row.value) for row in rows),
    )


@asynccontextmanager
async def unhurried(runtime: Runtime) -> AsyncIterator[AsyncSession]:
    """The owner's session for reading only: it holds no xid, so it may last."""
    async with runtime.database.owner() as session:
        await session.execute(
            text(
                "select set_config(name, '0', true) from pg_settings where name in"
                " ('transaction_timeout', 'idle_in_transaction_session_timeout')"
            )
        )
        await session.execute(text("set transaction read only"))
        yield session


async def count_rows(session: AsyncSession, persons: Persons, rule: Rule) -> int:
    """How many rows the rule finds; not for those that are scanned."""
    found = await session.scalar(
        text(f"select count(*) from {rule.table} where {_where(rule)}"),  # noqa: S608 - constants
        persons.asked(),
    )
    return found or 0


async def read_rows(
    session: AsyncSession, persons: Persons, rule: Rule, pages: tuple[int, int] | None = None
) -> list[dict[str, Any]]:
    """The rows the rule finds, as JSON tells them; of a stretch of pages where it is scanned."""
    rows = await session.scalars(
        text(
            f"select to_jsonb(t) from {rule.table} t"  # noqa: S608 - constants
            f" where {_where(rule)}{_stretch(pages)}"
        ),
        persons.asked(),
    )
    return list(rows)


async def erase_rows(
    session: AsyncSession, persons: Persons, rule: Rule, pages: tuple[int, int] | None = None
) -> int:
    """Erase up to AT_ONCE rows that the rule finds; how many. 0: it finds no more."""
    key = ", ".join(key_of(rule.table))
    act = "delete from" if rule.strip is None else "update"
    change = "" if rule.strip is None else f" set {rule.strip}"
    done = await session.execute(
        text(
            f"{act} {rule.table}{change} where ({key}) in (select {key} from {rule.table}"  # noqa: S608
            f" where {_where(rule)}{_stretch(pages)} limit {AT_ONCE})"
        ),
        persons.asked(),
    )
    return int(getattr(done, "rowcount", 0))


async def pages_of(session: AsyncSession, rule: Rule) -> int:
    """How many pages a table has."""
    return int(await session.scalar(_ANY_PAGE, {"name": rule.table}) or 0)


def _where(rule: Rule) -> str:
    return f"corp_id = :corp_id and ({rule.where})"


def _stretch(pages: tuple[int, int] | None) -> str:
    # Numbers of ours: a range of places is read without an index and without the rest.
    return "" if pages is None else f" and ctid >= '({pages[0]:d},0)' and ctid < '({pages[1]:d},0)'"
