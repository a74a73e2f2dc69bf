"""One call of WeCom's API: who calls, with what, and how a refusal looks."""

import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from wecom_emulator.state import App, Corp
from wecom_emulator.world import World


@dataclass(slots=True)
class Call:
    """A call that passed the gate."""

    world: World
    corp: Corp
    app: App
    query: dict[str, str]
    body: dict[str, Any]
    base_url: str
    file: tuple[str, str, bytes] | None = None

    def text(self, name: str, missing: int = 40058) -> str:
        """A required string of the body; refused with `missing` where it is absent."""
        value = self.body.get(name)
        if not isinstance(value, str) or not value:
            raise RefusalError(missing, f"missing {name}")
        return value

    def texts(self, name: str) -> list[str]:
        """An optional list of strings."""
        value = self.body.get(name) or []
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise RefusalError(
                40058, f"field `{name}` is no list of strings. invalid Request Parameter"
            )
        return value


class RefusalError(Exception):
    """WeCom says no; `kept` are the empty fields it leaves in the body."""

    def __init__(self, errcode: int, text: str, **kept: Any) -> None:
        super().__init__(text)
        self.errcode = errcode
        self.text = text
        self.kept = kept


@dataclass(frozen=True, slots=True)
class Verb:
    """One API: its method, its doer, the fields its refusals keep."""

    method: str
    do: Callable[[Call], Awaitable[dict[str, Any]]]
    kept: dict[str, Any] = field(default_factory=dict)
    counts_parallel: bool = False


def hint_text(text: str, errcode: int, ip: str) -> str:
    """WeCom's wording of a refusal."""
    hint = f"{int(time.time())}{secrets.randbelow(10**15):015d}"
    return (
        f"{text}, hint: [{hint}], from ip: {ip}, more info at"
        f" https://open.work.weixin.qq.com/devtool/query?e={errcode}"
    )
