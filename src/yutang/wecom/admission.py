"""Who may call WeCom now: asked before every request, told of every refusal.

The client knows no quota. Whoever does (``yutang.people.gateway``) hands a :class:`Transport` an
:class:`Admission`; without one every call goes at once.
"""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime
from enum import IntEnum
from typing import Protocol

from yutang.wecom.errors import UnreachableError


class Urgency(IntEnum):
    """What a call is for; the upper ones have a reserve that the lower ones cannot touch."""

    BULK = 0
    """Reading or writing a whole company: imports, synchronisations, mirrors."""
    SCHEDULED = 1
    """Work by the clock: renewals, results that are fetched, nightly comparisons."""
    INTERACTIVE = 2
    """Somebody waits for it, or it follows from what somebody just did."""
    WELCOME = 3
    """Welcomes: their code lives 20 s."""


class NoQuotaError(UnreachableError):
    """The call was not sent: the API's quota is used up, at least until ``until``.

    ``why`` is ``quota`` (ours: a window or its reserve), ``parallel`` (too many calls of this
    API are under way), ``lockout`` (WeCom answered 45009) or ``gateway`` (who knows the quota is
    away). A job that ends with it is done
    again at ``until`` and loses none of its tries.
    """

    def __init__(self, path: str, until: datetime, reason: str) -> None:
        super().__init__(path, f"no {reason} before {until.isoformat(timespec='seconds')}")
        self.until = until
        self.why = reason


class Admission(Protocol):
    """What a Transport asks; one may serve Transports of any urgency."""

    def admit(self, path: str, urgency: Urgency) -> AbstractAsyncContextManager[float | None]:
        """Wait for the right to send one request, and hold it while the request is under way.

        Yields the seconds within which the request must end, or None. Raises NoQuotaError.
        """

    async def refused(self, path: str, errcode: int) -> bool:
        """Take note of a refusal for too many calls: 45009, 45033, 45035, 45036.

        Returns whether asking for admission again is of use: it will wait, or say until when.
        """


class OpenDoor:
    """Admits everything at once: for a client without company, in tests and in checks."""

    @asynccontextmanager
    async def admit(self, path: str, urgency: Urgency) -> AsyncIterator[None]:  # noqa: ARG002
        """Nothing to wait for."""
        yield None

    async def refused(self, path: str, errcode: int) -> bool:  # noqa: ARG002
        """Nothing is noted, so that asking again would only hammer."""
        return False
