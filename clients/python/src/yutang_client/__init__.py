"""Typed client of Yutang's HTTP API: `connect`, then call what `generated.api` holds."""

from .calling import connect
from .errors import ProblemError
from .paging import aiterate, iterate

__all__ = ("ProblemError", "aiterate", "connect", "iterate")
