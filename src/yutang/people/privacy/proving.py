"""The document that says what was erased, for the person and for who supervises."""

import hashlib
import html
import json
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from .models import Erasure
from .schemas import Kept, Proof
from .tables import KEPT
from .wording import Language, say, table_name

_CORP = text("select name from corps where id = :corp_id")
_CHAIN = text(
    "select place, encode(hash, 'hex') as hash from audit_chains where corp_id = :corp_id"
)
STYLE: Final = (
    "body{font:16px/1.6 system-ui,'PingFang SC','Microsoft YaHei',sans-serif;max-width:46rem;"
    "margin:2rem auto;padding:0 1rem;color:#1f2329}h1{font-size:1.4rem}h2{font-size:1.1rem;"
    "margin-top:2rem}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.3rem"
    " .6rem .3rem 0;border-bottom:1px solid #e5e6eb;vertical-align:top;overflow-wrap:anywhere}"
    "code{font-size:.85em;overflow-wrap:anywhere}"
)


async def prove(session: AsyncSession, row: Erasure) -> dict[str, object]:
    """What is kept as proof when the erasure has ended; owner's session."""
    corp = await session.scalar(_CORP, {"corp_id": row.corp_id})
    chain = (await session.execute(_CHAIN, {"corp_id": row.corp_id})).one_or_none()
    erased = {table: int(rows) for table, rows in sorted(row.erased.items()) if rows}
    canonical = json.dumps(erased, sort_keys=True, separators=(",", ":"))
    if row.confirmed_at is None or row.ended_at is None:
        message = "an erasure that has not ended proves nothing"
        raise ValueError(message)
    proof = Proof(
        request=row.id,
        corp=corp or "",
        asked_at=row.asked_at,
        asked_by=row.asked_by_name,
        confirmed_at=row.confirmed_at,
        ended_at=row.ended_at,
        reason=row.reason,
        erased=erased,
        kept=[Kept(table=table, why=why) for table, why in KEPT.items()],
        identities=row.digests,
        counts_sha256=hashlib.sha256(canonical.encode()).hexdigest(),
        audit_place=chain.place if chain is not None else None,
        audit_hash=chain.hash if chain is not None else None,
    )
    return proof.model_dump(mode="json")


def proof_page(proof: Proof, language: Language) -> str:
    """The proof as a page that can be printed."""
    rows = "".join(
        f"<tr><td>{html.escape(table_name(table, language))}</td><td><code>{html.escape(table)}"
        f"</code></td><td>{rows:,}</td></tr>"
        for table, rows in proof.erased.items()
    )
    kept = "".join(
        f"<tr><td>{html.escape(table_name(one.table, language))}</td>"
        f"<td>{html.escape(say(f'kept.{one.why}', language))}</td></tr>"
        for one in proof.kept
    )
    facts = "".join(
        f"<tr><th>{html.escape(say(key, language))}</th><td>{html.escape(value)}</td></tr>"
        for key, value in (
            ("proof.corp", proof.corp),
            ("proof.request", str(proof.request)),
            ("proof.asked", f"{proof.asked_at:%Y-%m-%d %H:%M:%S %Z} · {proof.asked_by}"),
            ("proof.reason", proof.reason),
            ("proof.confirmed", f"{proof.confirmed_at:%Y-%m-%d %H:%M:%S %Z}"),
            ("proof.ended", f"{proof.ended_at:%Y-%m-%d %H:%M:%S %Z}"),
            ("proof.sum", proof.counts_sha256),
            (
                "proof.chain",
                f"{proof.audit_place}: {proof.audit_hash}" if proof.audit_hash else "–",
            ),
        )
    )
    hashes = "".join(f"<li><code>{html.escape(one)}</code></li>" for one in proof.identities)
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8">'
        f"<title>{html.escape(say('proof.title', language))}</title><style>{STYLE}</style>"
        f"<h1>{html.escape(say('proof.title', language))}</h1><table>{facts}</table>"
        f"<h2>{html.escape(say('proof.erased', language))}</h2><table>{rows}</table>"
        f"<h2>{html.escape(say('proof.kept', language))}</h2><table>{kept}</table>"
        f"<h2>{html.escape(say('proof.hashes', language))}</h2><ul>{hashes}</ul></html>"
    )
