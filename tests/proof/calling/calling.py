"""How a call is written down: the client and what the sample sends, to the client's verb."""

from collections.abc import Callable
from typing import Any

from yutang.wecom.client import WeCom

Calls = dict[str, Callable[[WeCom, dict[str, Any]], Any]]
"""Each answers what the verb answers: something to await, or pages to walk through."""
FILE = ("a.png", b"sample bytes", "image/png")
"""What is uploaded: the client looks at its size, not into it."""
