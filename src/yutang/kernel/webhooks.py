"""A word to another system: a POST, signed, through the guard, and when it is tried again."""

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from .fetching import Fetcher, FetchFailedError, FetchRefusedError

SIGNATURE = "X-Yutang-Signature"
DELIVERY = "X-Yutang-Delivery"
SECONDS = 10.0
ANSWER_BYTES = 64 * 1024
_SHOWN = 200
_WELL = range(200, 300)
_REASON = 300
LATEST: Final = timedelta(hours=24)
PAUSES: Final = (10, 30, 120, 600, 1_800, 3_600, 7_200, 14_400)
"""Seconds before the next attempt; the last one repeats until the day is over."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """How the other system answered."""

    status: int
    seconds: float
    excerpt: str
    """The beginning of its answer, at most 200 characters."""

    @property
    def is_taken(self) -> bool:
        """Whether it said so: any 2xx."""
        return self.status in _WELL


@dataclass(frozen=True, slots=True)
class Attempt:
    """What is told, to whom, and how often it was tried."""

    url: str
    secret: bytes
    delivery_id: str
    body: bytes
    made_at: datetime
    tries: int
    """With this one."""
    once: bool = False
    """There is no other one."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one attempt, as it is kept with what was to be told."""

    state: str
    """taken; due: again at `next_at`; failed: for good."""
    reason: str | None
    status: int | None
    seconds: float | None
    next_at: datetime | None


async def attempt(fetcher: Fetcher, what: Attempt, clock: Callable[[], datetime]) -> Outcome:
    """Try it once."""
    delivery: Delivery | None = None
    reason: str | None = None
    once = what.once
    try:
        delivery = await post(fetcher, what.url, what.secret, what.delivery_id, what.body, clock())
    except FetchRefusedError as error:
        reason, once = error.why, True
    except FetchFailedError as error:
        reason = error.why
    if delivery is not None and not delivery.is_taken:
        reason = f"HTTP {delivery.status}: {delivery.excerpt}".strip(": ")
    found = Outcome(
        state="taken" if reason is None else "failed",
        reason=reason and reason.replace("\0", "")[:_REASON],
        status=delivery.status if delivery is not None else None,
        seconds=delivery.seconds if delivery is not None else None,
        next_at=None,
    )
    return found if found.reason is None or once else _again(found, what, clock())


def put_off(what: Attempt, reason: str, now: datetime) -> Outcome:
    """Nobody is called now: again after its pause."""
    return _again(Outcome("failed", reason, None, None, None), what, now)


def _again(found: Outcome, what: Attempt, now: datetime) -> Outcome:
    later = now + timedelta(seconds=PAUSES[min(what.tries, len(PAUSES)) - 1])
    if later > what.made_at + LATEST:
        return found
    return replace(found, state="due", next_at=later)


def new_secret() -> str:
    """With what one address's calls are signed."""
    return f"whsec_{secrets.token_urlsafe(32)}"


async def post(
    fetcher: Fetcher, url: str, secret: bytes, delivery_id: str, body: bytes, at: datetime
) -> Delivery:
    """Send JSON once, signed with `secret`; redirects are not followed and count as refusals.

    `delivery_id` stays the same when it is sent again, so that the other side knows a repeat.
    Raises FetchRefusedError (trying again is useless) and FetchFailedError (try again later).
    """
    began = time.monotonic()
    answer = await fetcher.fetch(
        url,
        method="POST",
        headers={
            "Content-Type": "application/json; charset=utf-8",
            SIGNATURE: sign(secret, body, at),
            DELIVERY: delivery_id,
        },
        content=body,
        limit_bytes=ANSWER_BYTES,
        seconds=SECONDS,
    )
    return Delivery(
        status=answer.status,
        seconds=round(time.monotonic() - began, 3),
        excerpt=answer.content[: _SHOWN * 4].decode("utf-8", "replace")[:_SHOWN],
    )


def sign(secret: bytes, body: bytes, at: datetime) -> str:
    """`t=<seconds>,v1=<HMAC-SHA256 of "<seconds>." and the body, in hex>`.

    The time is signed with it, so that the other side can refuse what somebody sends anew.
    """
    seconds = int(at.timestamp())
    digest = hmac.new(secret, b"%d." % seconds + body, hashlib.sha256).hexdigest()
    return f"t={seconds},v1={digest}"
