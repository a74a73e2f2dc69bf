"""Who was erased stays erased: what began before is not stored again, what begins after is new."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import func, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.copying import array_text
from yutang.kernel.vault import Vault

from .models import Suppression

ERASED: Final = "erased"
EXTERNAL: Final = "external"
PHONE: Final = "phone"

# A corp of ten million with nobody erased pays one look into an empty index per chunk.
_ANY = text("select exists (select from suppressions where corp_id = :corp_id and digest ^@ :kind)")
_FOUND = text(
    "select digest, since, why from suppressions"
    " where corp_id = :corp_id and digest = any(cast(:digests as text[]))"
)

_LIFT = text(
    "delete from suppressions where corp_id = :corp_id and digest ^@ :kind"
    " and why = any(cast(:words as text[]))"
)


def digest(vault: Vault, kind: str, value: str) -> str:
    """`<kind>:<keyed hash>` of an identity as it is stored: a phone is stored as its hash."""
    return f"{kind}:{value if kind == PHONE else vault.fingerprint(f'erased:{kind}:{value}')}"


async def suppress(
    session: AsyncSession, corp_id: int, digests: Iterable[str], why: str, now: datetime
) -> None:
    """Keep these identities away from now on."""
    rows = [
        {"corp_id": corp_id, "digest": one, "why": why, "since": now}
        for one in sorted(set(digests))
    ]
    if rows:
        write = insert(Suppression).values(rows)
        await session.execute(
            write.on_conflict_do_update(
                index_elements=["corp_id", "digest"],
                set_={"why": write.excluded.why, "since": write.excluded.since},
            )
        )


async def suppress_phones(
    session: AsyncSession, corp_id: int, hashes: Mapping[str, int], now: datetime
) -> None:
    """Keep numbers away whose owners (by keyed hash) took their consent back."""
    for customer_id in sorted(set(hashes.values())):
        own = [f"{PHONE}:{one}" for one, owner in hashes.items() if owner == customer_id]
        await suppress(session, corp_id, own, f"withdrawn:{customer_id}", now)


async def lift_withdrawn(session: AsyncSession, corp_id: int, customer_ids: Iterable[int]) -> None:
    """Let the numbers of these people be stored again: they agreed anew."""
    if not await has_any(session, corp_id, f"{PHONE}:"):
        return
    words = array_text([f"withdrawn:{one}" for one in sorted(set(customer_ids))])
    await session.execute(_LIFT, {"corp_id": corp_id, "kind": f"{PHONE}:", "words": words})


async def has_any(session: AsyncSession, corp_id: int, kind: str = "") -> bool:
    """Whether an identity is kept away: of this kind with its colon, or of any."""
    return bool(await session.scalar(_ANY, {"corp_id": corp_id, "kind": kind}))


async def since_of(
    session: AsyncSession, vault: Vault, corp_id: int, kind: str, values: Iterable[str]
) -> dict[str, datetime]:
    """From when on these identities are kept away; who is not has no entry."""
    wanted = list(dict.fromkeys(values))
    if not wanted or not await has_any(session, corp_id, f"{kind}:"):
        return {}
    by_digest = {digest(vault, kind, value): value for value in wanted}
    asked = {"corp_id": corp_id, "digests": array_text(list(by_digest))}
    return {by_digest[row.digest]: row.since for row in await session.execute(_FOUND, asked)}


async def erased_among(
    session: AsyncSession, vault: Vault, corp_id: int, kind: str, values: Iterable[str]
) -> set[str]:
    """Of these identities, those whose owners were erased."""
    by_digest = {digest(vault, kind, value): value for value in values}
    asked = {"corp_id": corp_id, "digests": array_text(list(by_digest))}
    rows = await session.execute(_FOUND, asked)
    return {by_digest[row.digest] for row in rows if row.why == ERASED}


async def withdrawn_among(session: AsyncSession, corp_id: int, hashes: Iterable[str]) -> set[str]:
    """Of these phones, by keyed hash, those whose owners allow no longer that they are kept."""
    wanted = sorted(set(hashes))
    if not wanted or not await has_any(session, corp_id, f"{PHONE}:"):
        return set()
    asked = {"corp_id": corp_id, "digests": array_text([f"{PHONE}:{one}" for one in wanted])}
    rows = await session.execute(_FOUND, asked)
    return {row.digest.removeprefix(f"{PHONE}:") for row in rows if row.why != ERASED}


async def count(session: AsyncSession, corp_id: int) -> int:
    """How many identities are kept away."""
    asked = select(func.count()).where(Suppression.corp_id == corp_id)
    return await session.scalar(asked) or 0
