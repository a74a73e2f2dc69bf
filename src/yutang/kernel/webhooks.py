"""A notice to another system: one POST, signed, through the guard. Who calls it tries again."""

import hashlib
import hmac
import time
from dataclasses import dataclass
from datetime import datetime

from .fetching import Fetcher

SIGNATURE = "X-Yutang-Signature"
DELIVERY = "X-Yutang-Delivery"
SECONDS = 10.0
ANSWER_BYTES = 64 * 1024
_SHOWN = 200
_WELL = range(200, 300)


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
