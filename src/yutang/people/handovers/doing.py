"""A handover while its job works on it."""

from dataclasses import dataclass
from typing import Any

from yutang.kernel.runtime import Runtime
from yutang.wecom.client import WeCom

from .schemas import Rule


@dataclass(frozen=True, slots=True)
class Doing:
    """A handover as its job holds it."""

    runtime: Runtime
    client: WeCom
    corp_id: int
    handover_id: int
    giver_id: int
    giver_account: str
    giver_name: str
    mode: str
    rule: Rule
    message: str

    @property
    def keys(self) -> dict[str, Any]:
        """What every statement is bound to."""
        return {"corp_id": self.corp_id, "handover_id": self.handover_id}
