"""Whose an order is, by the ids that came with it."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import Vault

KINDS: Final = ("external", "unionid", "phone", "member_number", "openid")
_FIND = text(
    """
    select i.kind, i.value, i.customer_id from customer_identities i
    join unnest(cast(:kinds as text[]), cast(:values as text[])) as v(kind, value)
      on i.kind = v.kind and i.value = v.value
    where i.corp_id = :corp_id
    """
)


async def resolve(
    session: AsyncSession, vault: Vault, corp_id: int, ids: Sequence[dict[str, str]]
) -> list[int | None]:
    """The customer of each, by the first of external, unionid, phone and member number known here.

    Phones are given as they are stored, in digits. Nobody new is made.
    """
    keys = [
        [
            (kind, vault.fingerprint(one[kind]) if kind == "phone" else one[kind])
            for kind in KINDS
            if kind in one
        ]
        for one in ids
    ]
    wanted = sorted({key for one in keys for key in one})
    if not wanted:
        return [None] * len(ids)
    asked = {
        "corp_id": corp_id,
        "kinds": [kind for kind, _ in wanted],
        "values": [value for _, value in wanted],
    }
    known = {(row.kind, row.value): row.customer_id for row in await session.execute(_FIND, asked)}
    return [next((known[key] for key in one if key in known), None) for one in keys]
