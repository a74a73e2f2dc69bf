"""How often sign-in may fail from one address, and for one login, before it has to wait.

Besides the lock-out of an account: this also slows who tries many logins, or one that is none.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from sqlalchemy import case, delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from .errors import TooManyTriesError
from .models import SignInRate

WINDOW = timedelta(minutes=10)
TRIES_OF_LOGIN = 20
TRIES_OF_ADDRESS = 100
"""A whole office may stand behind one address."""
_SWEPT = 100


@dataclass(frozen=True, slots=True)
class Bucket:
    """What is counted, and how much of it is let through in ten minutes."""

    key_hash: bytes
    limit: int


def buckets(login: str, ip: str) -> tuple[Bucket, ...]:
    """Both of one try, in an order in which two transactions never wait for each other."""
    kinds = [("login", login.casefold(), TRIES_OF_LOGIN)]
    if ip:
        kinds.append(("address", _household(ip), TRIES_OF_ADDRESS))
    found = [
        Bucket(hashlib.sha256(f"{kind}:{value}".encode()).digest(), limit)
        for kind, value, limit in kinds
    ]
    return tuple(sorted(found, key=lambda bucket: bucket.key_hash))


def _household(ip: str) -> str:
    """Of IPv6 the network of 64 bits: one household has all of it."""
    try:
        address = ip_address(ip)
    except ValueError:
        return ip
    if isinstance(address, IPv6Address):
        return str(ip_network((address.packed, 64), strict=False))
    return str(address)


async def take(
    session: AsyncSession, wanted: Iterable[Bucket], now: datetime
) -> TooManyTriesError | None:
    """Count one try before it is made, so that many at once are not let through as one.

    The refusal as a value: the count must be committed. What was right is given back.
    """
    oldest = now - WINDOW
    refused: TooManyTriesError | None = None
    for bucket in wanted:
        statement = insert(SignInRate).values(key_hash=bucket.key_hash, since=now, tries=1)
        old = SignInRate.since <= oldest
        counted = (
            await session.execute(
                statement.on_conflict_do_update(
                    index_elements=["key_hash"],
                    set_={
                        "tries": case((old, 1), else_=SignInRate.tries + 1),
                        "since": case((old, now), else_=SignInRate.since),
                    },
                ).returning(SignInRate.tries, SignInRate.since)
            )
        ).one()
        if counted.tries > bucket.limit:
            wait = max(1, round((counted.since + WINDOW - now).total_seconds()))
            refused = TooManyTriesError(wait)
    outdated = (
        select(SignInRate.key_hash)
        .where(SignInRate.since <= oldest)
        .limit(_SWEPT)
        .with_for_update(skip_locked=True)
    )
    await session.execute(delete(SignInRate).where(SignInRate.key_hash.in_(outdated)))
    return refused


async def give_back(session: AsyncSession, taken: Iterable[Bucket]) -> None:
    """The try was none of a stranger's."""
    for bucket in taken:
        await session.execute(
            update(SignInRate)
            .where(SignInRate.key_hash == bucket.key_hash, SignInRate.tries > 0)
            .values(tries=SignInRate.tries - 1)
        )
