"""A change that is asked for twice with one `Idempotency-Key` happens once.

The key is claimed in a transaction of its own, for a while; the answer is kept in the transaction
of the act where the endpoint has one, else right after it. A claim whose process died ends by
itself, and what it did was rolled back with it.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Index, LargeBinary, PrimaryKeyConstraint, SmallInteger, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from .db import Base, Database
from .errors import DomainError
from .runtime import Runtime

CLAIM_SECONDS = 60
KEEP_HOURS = 24
MOST_ANSWER_BYTES = 64 << 10
MOST_KEY_CHARACTERS = 255
FORGET_ROWS = 5_000

_CONTEXT = "idempotency_keys.sealed_answer"
_CLAIM = text(
    "insert into idempotency_keys as k"
    " (corp_id, actor, key, request_hash, claim, claimed_until, created_at)"
    " values (:corp, :actor, :key, :hash, :claim, now() + :seconds * interval '1 second', now())"
    " on conflict (corp_id, actor, key) do update set request_hash = excluded.request_hash,"
    "   claim = excluded.claim, claimed_until = excluded.claimed_until,"
    "   created_at = excluded.created_at, status = null, sealed_answer = null"
    " where (k.status is null and k.claimed_until <= now())"
    "    or k.created_at <= now() - :hours * interval '1 hour'"
    " returning claim"
)
_FIND = text(
    "select request_hash, status, sealed_answer,"
    " ceil(extract(epoch from claimed_until - now()))::int as seconds"
    " from idempotency_keys where corp_id = :corp and actor = :actor and key = :key"
)
_KEEP = text(
    "update idempotency_keys set status = :status, sealed_answer = :answer"
    " where corp_id = :corp and actor = :actor and key = :key and claim = :claim"
    " returning claim"
)
_LET_GO = text(
    "delete from idempotency_keys where corp_id = :corp and actor = :actor and key = :key"
    " and claim = :claim and status is null"
)
_FORGET = text(
    "delete from idempotency_keys where (corp_id, actor, key) in (select k.corp_id, k.actor, k.key"
    " from corps c join idempotency_keys k on k.corp_id = c.id"
    "  and k.created_at < now() - :hours * interval '1 hour' limit :rows)"
)


class IdempotencyKey(Base):
    """What one actor asked for under a key, and the sealed answer once there is one."""

    __tablename__ = "idempotency_keys"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "actor", "key"),
        Index("ix_idempotency_keys_created", "corp_id", "created_at"),
    )

    corp_id: Mapped[int]
    actor: Mapped[str]
    key: Mapped[str]
    request_hash: Mapped[bytes] = mapped_column(LargeBinary)
    """SHA-256 of method, address and body."""
    claim: Mapped[int]
    """A number drawn at random by who works on it."""
    claimed_until: Mapped[datetime]
    status: Mapped[int | None] = mapped_column(SmallInteger)
    """None while it is under way."""
    sealed_answer: Mapped[bytes | None] = mapped_column(LargeBinary)
    """None of a done act whose answer is not kept: too large, no JSON, or shown once."""
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class BadKeyError(DomainError):
    """The key is empty, too long, or no plain text."""

    code = "idempotency.bad_key"
    status = 422

    def __init__(self) -> None:
        super().__init__(f"an Idempotency-Key has 1 to {MOST_KEY_CHARACTERS} printable characters")


class MismatchError(DomainError):
    """The key was used for something else."""

    code = "idempotency.mismatch"
    status = 422

    def __init__(self) -> None:
        super().__init__("this Idempotency-Key was used for another call; use a new key")


class UnderWayError(DomainError):
    """The first call with the key has no answer yet."""

    code = "idempotency.under_way"
    status = 409

    def __init__(self, seconds: int) -> None:
        super().__init__(
            "the first call with this Idempotency-Key is under way; ask again with the same key"
        )
        self.headers = {"Retry-After": str(max(1, min(seconds, CLAIM_SECONDS)))}


class DoneError(DomainError):
    """It was done, but the answer is not kept."""

    code = "idempotency.done"
    status = 409

    def __init__(self, status: int) -> None:
        super().__init__(
            f"this was done, with status {status}; its answer is not kept: read it by GET"
        )


class LostClaimError(DomainError):
    """It took so long that another call with the key began; this one was rolled back."""

    code = "idempotency.lost"
    status = 409

    def __init__(self) -> None:
        super().__init__("this took too long and was undone; ask again with the same key")
        self.headers = {"Retry-After": "1"}


class NotForFilesError(DomainError):
    """Uploads are not compared."""

    code = "idempotency.not_for_files"
    status = 422

    def __init__(self) -> None:
        super().__init__("uploads take no Idempotency-Key; leave the header out")


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to do what a key stands for, until it ends."""

    corp_id: int
    actor: str
    key: str
    number: int

    @property
    def names(self) -> dict[str, object]:
        """What statements find it by."""
        return {
            "corp": self.corp_id,
            "actor": self.actor,
            "key": self.key,
            "claim": self.number,
        }


@dataclass(frozen=True, slots=True)
class Kept:
    """The answer of the first call; an empty body stands for none."""

    status: int
    body: str


def hash_request(method: str, address: str, body: bytes) -> bytes:
    """What tells one call from another; `address` is path and query."""
    return hashlib.sha256(b"\n".join((method.encode(), address.encode(), body))).digest()


async def claim(
    runtime: Runtime, corp_id: int, actor: str, key: str, request_hash: bytes
) -> Claim | Kept:
    """The right to act, or what came of it before.

    Raises BadKeyError, MismatchError, UnderWayError and DoneError.
    """
    if not 1 <= len(key) <= MOST_KEY_CHARACTERS or not (key.isascii() and key.isprintable()):
        raise BadKeyError
    mine = Claim(corp_id, actor, key, secrets.randbits(62))
    settings = {"hash": request_hash, "seconds": CLAIM_SECONDS, "hours": KEEP_HOURS}
    async with runtime.database.single.connect() as connection:
        if await connection.scalar(_CLAIM, {**mine.names, **settings}) is not None:
            return mine
        found = (await connection.execute(_FIND, mine.names)).one_or_none()
    if found is None:
        # Let go between the two statements: whoever asks again finds it free.
        raise UnderWayError(1)
    if found.request_hash != request_hash:
        raise MismatchError
    if found.status is None:
        raise UnderWayError(found.seconds)
    if found.sealed_answer is None:
        raise DoneError(found.status)
    return Kept(found.status, runtime.vault.unseal(found.sealed_answer, _CONTEXT))


async def keep(
    runtime: Runtime, session: AsyncSession, mine: Claim, status: int, body: bytes | None
) -> None:
    """Remember the answer in this transaction: with the act, or not at all.

    Raises LostClaimError where another call took over; the transaction must end then.
    """
    short = body is not None and len(body) <= MOST_ANSWER_BYTES
    # The answer may hold what is sealed elsewhere, such as a phone number.
    answer = runtime.vault.seal(body.decode(), _CONTEXT) if short and body is not None else None
    kept = await session.scalar(_KEEP, {**mine.names, "status": status, "answer": answer})
    if kept is None:
        raise LostClaimError


async def let_go(database: Database, mine: Claim) -> None:
    """Nothing was done: the key is free again."""
    async with database.single.connect() as connection:
        await connection.execute(_LET_GO, mine.names)


async def forget_old(database: Database) -> None:
    """Answers older than a day, a few thousand at a time."""
    while True:
        async with database.owner() as session:
            gone = await session.execute(_FORGET, {"hours": KEEP_HOURS, "rows": FORGET_ROWS})
        if getattr(gone, "rowcount", 0) < FORGET_ROWS:
            return
