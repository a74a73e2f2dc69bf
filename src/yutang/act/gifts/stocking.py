"""Put a list of codes into a gift: sealed, numbered, in short transactions one after another."""

import asyncio
from datetime import datetime
from typing import Final

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.runtime import Runtime
from yutang.kernel.vault import Vault

from .errors import BadGiftError, UnknownGiftError
from .lists import read_codes
from .models import SEALED_AS, Gift
from .schemas import CodesFound

CHUNK: Final = 5_000

# What is known is found by one hash, even by a plan of the time when there were few codes.
# The gift's row is held, so that numbers have no holes; claims do not ask for it.
_STOCK = text(
    """
    with known as materialized (
      select fingerprint from gift_codes
      where corp_id = :corp_id and gift_id = :gift_id
        and fingerprint = any(cast(:fingerprints as bytea[]))
    ), fresh as (
      select v.fingerprint, v.sealed, row_number() over (order by v.place) as place
      from unnest(cast(:fingerprints as bytea[]), cast(:sealed as bytea[]))
        with ordinality as v(fingerprint, sealed, place)
      where v.fingerprint not in (select fingerprint from known)
    ), put as (
      insert into gift_codes (corp_id, gift_id, number, fingerprint, sealed)
      select :corp_id, :gift_id, :last + place, fingerprint, sealed from fresh
      returning 1
    )
    select count(*) from put
    """
)


async def add_codes(
    runtime: Runtime, corp_id: int, gift_id: int, name: str, content: bytes, actor: str
) -> CodesFound:
    """Take in what a file holds; what is in already is counted, so sending it again is safe.

    Raises UnknownGiftError, BadGiftError (stopped), BadCodesError, TooManyCodesError.
    """
    async with runtime.database.corp(corp_id) as session:
        await _locked(session, corp_id, gift_id)
    found = await asyncio.to_thread(read_codes, content, name)
    added = 0
    codes = 0
    for start in range(0, len(found.codes), CHUNK):
        some = found.codes[start : start + CHUNK]
        sealed = await asyncio.to_thread(_seal, runtime.vault, gift_id, some)
        async with runtime.database.corp(corp_id) as session:
            gift = await _locked(session, corp_id, gift_id)
            put = await session.scalar(
                _STOCK,
                {
                    "corp_id": corp_id,
                    "gift_id": gift_id,
                    "last": gift.codes,
                    "fingerprints": [one for one, _ in sealed],
                    "sealed": [one for _, one in sealed],
                },
            )
            gift.codes += put or 0
            codes = gift.codes
        added += put or 0
    async with runtime.database.corp(corp_id) as session:
        gift = await _locked(session, corp_id, gift_id)
        codes = gift.codes
        await audit.record(
            session,
            corp_id,
            actor=actor,
            action="gift.codes_added",
            target=f"gift:{gift_id}",
            after={"added": added, "lines": found.lines, "codes": codes},
        )
    return CodesFound(
        lines=found.lines,
        added=added,
        known=len(found.codes) - added,
        repeated=found.repeated,
        empty=found.empty,
        bad=found.bad,
        bad_lines=found.bad_lines,
        codes=codes,
    )


def _seal(vault: Vault, gift_id: int, codes: list[str]) -> list[tuple[bytes, bytes]]:
    return [
        (bytes.fromhex(vault.fingerprint(f"gift:{gift_id}:{one}")), vault.seal(one, SEALED_AS))
        for one in codes
    ]


async def _locked(session: AsyncSession, corp_id: int, gift_id: int) -> Gift:
    gift = await session.scalar(
        select(Gift).where(Gift.corp_id == corp_id, Gift.id == gift_id).with_for_update()
    )
    if gift is None:
        raise UnknownGiftError(gift_id)
    if gift.state == "stopped":
        message = "this gift was stopped: codes that are added would never be given out"
        raise BadGiftError(message)
    return gift


def phase_of(gift: Gift, left: int, now: datetime) -> str:
    """How it stands for a person who looks."""
    if gift.state != "running":
        return gift.state
    if now < gift.starts_at:
        return "scheduled"
    if gift.ends_at is not None and now >= gift.ends_at:
        return "ended"
    return "running" if left else "sold_out"
