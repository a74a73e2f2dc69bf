"""Ids as messages write them, made into keys by which the same is known again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import Vault
from yutang.people.customers import service as customers
from yutang.people.suppressions import service as suppressions

from .reasoning import kind_of
from .schemas import LONGEST_ID, MOST_IDS, STRENGTH, Claim

AHEAD: Final = timedelta(minutes=10)
"""A clock that runs further ahead than this is not believed: its ties would come last for ever."""
_RANK: Final = {kind: place for place, kind in enumerate(STRENGTH)}


@dataclass(slots=True)
class Told:
    """A claim as it is worked with: its keys, the strongest first."""

    keys: list[str]
    at: datetime
    said: str


@dataclass(slots=True)
class Batch:
    """Claims in order; one without usable ids has no keys. `phones`: plain numbers by key."""

    told: list[Told]
    phones: dict[str, str] = field(default_factory=dict)


def rank(key: str) -> tuple[int, str]:
    """The strongest kind first."""
    return _RANK[kind_of(key)], key  # type: ignore[index]


def read(vault: Vault, claims: Sequence[Claim], now: datetime) -> Batch:
    """Clean values; what is no id of its kind is left out, as is a message that shows too many."""
    batch = Batch([])
    hashes: dict[str, str] = {}
    for claim in claims:
        keys: set[str] = set()
        for kind, value in claim.ids if len(claim.ids) <= MOST_IDS else ():
            bare = value.strip() if isinstance(value, str) else ""
            if kind not in _RANK or not 0 < len(bare) <= LONGEST_ID or not bare.isprintable():
                continue
            if kind == "phone":
                number = customers.phone_of(bare)
                if number is None:
                    continue
                found = hashes.get(number)
                if found is None:
                    found = hashes[number] = vault.fingerprint(number)
                    batch.phones[f"phone:{found}"] = number
                bare = found
            keys.add(f"{kind}:{bare}")
        at = min(claim.at, now + AHEAD)
        batch.told.append(Told(sorted(keys, key=rank), at, claim.said))
    return batch


async def keep_away(session: AsyncSession, vault: Vault, corp_id: int, batch: Batch) -> None:
    """Leave out ids of the erased, but for what came after, and phones that may not be kept."""
    if not await suppressions.has_any(session, corp_id):
        return
    by_kind: dict[str, set[str]] = {}
    for one in batch.told:
        for key in one.keys:
            kind, value = key.split(":", 1)
            by_kind.setdefault(kind, set()).add(value)
    since: dict[str, datetime] = {}
    for kind, values in by_kind.items():
        found = await suppressions.since_of(session, vault, corp_id, kind, values)
        since |= {f"{kind}:{value}": at for value, at in found.items()}
    withdrawn = await suppressions.withdrawn_among(session, corp_id, by_kind.get("phone", ()))
    gone = {f"phone:{value}" for value in withdrawn}
    for one in batch.told:
        one.keys = [
            key for key in one.keys if key not in gone and (key not in since or one.at > since[key])
        ]


def ties(told: Iterable[Told]) -> dict[tuple[str, str], tuple[datetime, str]]:
    """What ties what, by the strongest id of each message; of each tie the first that said so."""
    found: dict[tuple[str, str], tuple[datetime, str]] = {}
    for one in told:
        keys = [key for key in one.keys if kind_of(key) != "device"]
        for other in keys[1:]:
            pair = (keys[0], other)
            news = (one.at, one.said)
            if pair not in found or news < found[pair]:
                found[pair] = news
    return found


def visits(told: Iterable[Told]) -> dict[tuple[str, str], tuple[datetime, datetime]]:
    """Who was on which device: (device, his strongest id) with the first and the last time."""
    found: dict[tuple[str, str], tuple[datetime, datetime]] = {}
    for one in told:
        if not one.keys or kind_of(one.keys[0]) == "device":
            continue
        for device in (key for key in one.keys if kind_of(key) == "device"):
            pair = (device, one.keys[0])
            first, last = found.get(pair, (one.at, one.at))
            found[pair] = (min(first, one.at), max(last, one.at))
    return found
