"""A company of any size that is derived from its seed: only what changed since is kept."""

from .joining import attach, generate
from .people import Population

__all__ = ["Population", "attach", "generate"]
