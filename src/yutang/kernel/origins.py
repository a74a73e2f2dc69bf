"""From where an act comes: set once for a request, a command or a job, read by the audit."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

JOB = "job"
SESSION = "session"
TOKEN = "token"  # noqa: S105 - a word, not a secret
CLI = "cli"


@dataclass(slots=True)
class Origin:
    """`means` is session, token, cli or job; `session` names which one, as `session:12`.

    Changed in place: who asks is known later than from where, and in a thread of its own.
    """

    means: str = JOB
    session: str = ""
    ip: str = ""
    request_id: str = ""


_origin: ContextVar[Origin | None] = ContextVar("yutang_origin", default=None)


def current() -> Origin:
    """The origin of what runs now; of what nobody asked for just now, a job."""
    return _origin.get() or Origin()


def known_as(means: str, session: str = "") -> None:
    """Say by which means the request that runs now was let in; outside of one, nothing."""
    origin = _origin.get()
    if origin is not None:
        origin.means, origin.session = means, session


@contextmanager
def coming_from(origin: Origin) -> Iterator[Origin]:
    """What runs within comes from `origin`."""
    token = _origin.set(origin)
    try:
        yield origin
    finally:
        _origin.reset(token)


def from_command() -> None:
    """From here on this process acts for somebody who typed a command."""
    _origin.set(Origin(means=CLI))
