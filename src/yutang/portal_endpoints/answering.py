"""What all customers' pages share: headers, the language, how often one may ask."""

import time
from collections import OrderedDict
from typing import ClassVar, Final

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse

from yutang.kernel.asking import client_ip
from yutang.kernel.runtime import Runtime

from .shell import told_page
from .wording import Language

ASKS_A_MINUTE: Final = 60
"""Of one address: behind a company's or an operator's many people share one."""
_ADDRESSES: Final = 20_000
HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none';"
        " base-uri 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}


class Gentle:
    """How often each address asked within the minute; of this process, forgotten with it."""

    most: ClassVar[int] = ASKS_A_MINUTE

    def __init__(self) -> None:
        self._asked: OrderedDict[str, tuple[int, int]] = OrderedDict()

    def lets(self, address: str) -> bool:
        """Whether one more is answered."""
        minute = int(time.monotonic() // 60)
        at, count = self._asked.pop(address, (minute, 0))
        count = count + 1 if at == minute else 1
        self._asked[address] = (minute, count)
        if len(self._asked) > _ADDRESSES:
            self._asked.popitem(last=False)
        return count <= self.most


def lets(runtime: Runtime, request: Request, limit: type[Gentle] = Gentle) -> bool:
    """Whether who asks did not ask too often."""
    return runtime.once(limit, limit).lets(client_ip(request, runtime.settings))


def language_of(request: Request, asked: str | None) -> Language:
    """What was chosen, else what the browser prefers."""
    if asked in ("zh-CN", "en"):
        return "en" if asked == "en" else "zh-CN"
    wanted = request.headers.get("Accept-Language", "").lower()
    return "en" if wanted.startswith("en") else "zh-CN"


def show(page: str, status: int = 200) -> HTMLResponse:
    """A page, kept nowhere."""
    return HTMLResponse(page, status, headers=HEADERS)


def tell(
    what: str,
    language: Language,
    status: int,
    *,
    corp: str = "",
    again: str = "",
    to: str = "again",
) -> HTMLResponse:
    """What went wrong and what to do, in both languages; see `told_page`."""
    return show(told_page(what, language, corp=corp, again=again, to=to), status)


def lead(path: str) -> RedirectResponse:
    """Loading the page again must not send the form again."""
    return RedirectResponse(path, 303, headers=HEADERS)
