"""Read all that is known around some ids: walked from tie to tie until nothing new is met."""

from collections.abc import Collection
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.copying import array_text

from .reasoning import Known, Link, kind_of

TIES: Final = 50
"""An id ties by the first so many that it was shown with: a test number does not tie everybody."""
MOST_KEYS: Final = 20_000
MERGED: Final = "merged"

_HELD = text(
    """
    select i.kind || ':' || i.value as key, i.customer_id, i.claimed, i.home_id
    from unnest(cast(:kinds as text[]), cast(:values as text[])) as v(kind, value)
    cross join lateral (
      select * from customer_identities i
      where i.corp_id = :corp_id and i.kind = v.kind and i.value = v.value offset 0) i
    """
)
_LINKS = text(
    f"""
    select k.key, l.a, l.b, l.at
    from unnest(cast(:keys as text[])) as k(key)
    cross join lateral (
      (select a, b, at from identity_links
       where corp_id = :corp_id and a = k.key order by at, b limit {TIES})
      union all
      (select a, b, at from identity_links
       where corp_id = :corp_id and b = k.key order by at, a limit {TIES})
      order by at, a, b limit {TIES}) l
    """  # noqa: S608 - a number of ours
)
_OF_CUSTOMERS = text(
    """
    select i.kind || ':' || i.value as key, i.customer_id, i.claimed, i.home_id
    from customer_identities i
    where i.corp_id = :corp_id and i.customer_id = any(:ids) and i.kind <> 'device'
    union
    select i.kind || ':' || i.value, i.customer_id, i.claimed, i.home_id
    from customer_identities i
    where i.corp_id = :corp_id and i.home_id = any(:ids) and i.kind <> 'device'
    """
)
_MERGES = text(
    """
    select id, from_id, into_id from person_merges
    where corp_id = :corp_id and from_id = any(:ids) and undone_at is null
    union
    select id, from_id, into_id from person_merges
    where corp_id = :corp_id and into_id = any(:ids) and undone_at is null
    """
)
_DECISIONS = text(
    """
    select kind, key, one_id, other_id from identity_decisions
    where corp_id = :corp_id and undone_at is null
      and (key = any(cast(:keys as text[])) or one_id = any(:ids) or other_id = any(:ids))
    """
)
_ANY_DECISION = text("select exists (select from identity_decisions where corp_id = :corp_id)")
_STATES = text(
    "select id, state from customers where corp_id = :corp_id and id = any(:ids) order by id"
)


class TangledError(Exception):
    """More hangs together than can be reckoned at once."""


def split(keys: Collection[str]) -> dict[str, list[str]]:
    """Kinds and values, as statements take them."""
    pairs = [key.split(":", 1) for key in sorted(keys)]
    return {"kinds": [kind for kind, _ in pairs], "values": [value for _, value in pairs]}


async def look_up(
    session: AsyncSession, corp_id: int, keys: Collection[str]
) -> dict[str, tuple[int, bool, int | None]]:
    """Who has these ids: customer, whether a message claimed it, whom it was given to."""
    if not keys:
        return {}
    pairs = split(keys)
    rows = await session.execute(
        _HELD,
        {
            "corp_id": corp_id,
            "kinds": array_text(pairs["kinds"]),
            "values": array_text(pairs["values"]),
        },
    )
    return {row.key: (row.customer_id, row.claimed, row.home_id) for row in rows}


class Walk:
    """Reads what hangs together with some ids or customers. Owner's session."""

    def __init__(self, session: AsyncSession, corp_id: int) -> None:
        self.session = session
        self.corp_id = corp_id
        self.known = Known()
        self._shown: dict[str, set[tuple[str, str]]] = {}
        self._links: dict[tuple[str, str], Link] = {}
        self._decided = False

    async def run(self, keys: Collection[str], customers: Collection[int] = ()) -> Known:
        """Walk to the end. Raises TangledError where that is too far."""
        known = self.known
        most = MOST_KEYS + 20 * len(keys)
        met_keys, met_customers = set(keys), set(customers)
        asked = {"corp_id": self.corp_id}
        self._decided = bool(await self.session.scalar(_ANY_DECISION, asked))
        while met_keys or met_customers:
            known.keys |= met_keys
            if len(known.keys) > most:
                raise TangledError
            new_keys, new_customers = await self._from_keys(met_keys)
            met_customers = (met_customers | new_customers) - known.customers.keys()
            more_keys, more_customers = await self._from_customers(met_customers)
            met_keys = (new_keys | more_keys) - known.keys
            met_customers = more_customers - known.customers.keys()
        known.links = {
            link
            for pair, link in self._links.items()
            if all(pair in self._shown.get(key, ()) for key in pair)
        }
        return known

    async def _from_keys(self, keys: set[str]) -> tuple[set[str], set[int]]:
        if not keys:
            return set(), set()
        found = await look_up(self.session, self.corp_id, keys)
        customers = self._hold(found)
        customers |= await self._read_decisions(keys, ())
        met: set[str] = set()
        # What an operator said ties nobody is no bridge.
        asked = {"corp_id": self.corp_id, "keys": array_text(sorted(keys - self.known.shared))}
        for row in await self.session.execute(_LINKS, asked):
            pair = (row.a, row.b)
            self._shown.setdefault(row.key, set()).add(pair)
            self._links[pair] = Link(row.at, *pair)
            met.update(pair)
        return met, customers

    def _hold(self, found: dict[str, tuple[int, bool, int | None]]) -> set[int]:
        known, customers = self.known, set()
        for key, (customer_id, claimed, home) in found.items():
            known.held[key] = customer_id
            customers.add(customer_id)
            if home is not None or not claimed:
                known.homes[key] = home or customer_id
                customers.add(home or customer_id)
        return customers

    async def _from_customers(self, ids: set[int]) -> tuple[set[str], set[int]]:
        if not ids:
            return set(), set()
        asked = {"corp_id": self.corp_id, "ids": sorted(ids)}
        rows = await self.session.execute(_OF_CUSTOMERS, asked)
        found = {row.key: (row.customer_id, row.claimed, row.home_id) for row in rows}
        met = self._hold(found)
        for row in await self.session.execute(_MERGES, asked):
            self.known.merges[row.id] = (row.from_id, row.into_id)
            met |= {row.from_id, row.into_id}
        self.known.customers |= dict.fromkeys(ids, MERGED)
        for row in await self.session.execute(_STATES, asked):
            self.known.customers[row.id] = row.state
        decided = await self._read_decisions(set(), ids)
        return set(found), met | decided

    async def _read_decisions(self, keys: set[str], ids: Collection[int]) -> set[int]:
        known = self.known
        met: set[int] = set()
        if not self._decided:
            return met
        rows = await self.session.execute(
            _DECISIONS,
            {"corp_id": self.corp_id, "keys": array_text(sorted(keys)), "ids": sorted(ids)},
        )
        for row in rows:
            if row.kind == "belongs":
                known.belongs[row.key] = row.one_id
                met.add(row.one_id)
            elif row.kind == "shared":
                known.shared.add(row.key)
            else:
                pairs = known.joined if row.kind == "merged" else known.apart
                if (row.one_id, row.other_id) not in pairs:
                    pairs.append((row.one_id, row.other_id))
                met |= {row.one_id, row.other_id}
        return met


def strong(keys: Collection[str]) -> set[str]:
    """Without devices, which tie nobody."""
    return {key for key in keys if kind_of(key) != "device"}
