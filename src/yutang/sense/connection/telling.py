"""Write findings: what a refusal means whichever question it answers."""

from dataclasses import dataclass
from typing import Final

from yutang.kernel.clock import Clock
from yutang.wecom.probe import Seen

from .schemas import CheckCode, CheckKey, CheckStatus, Facts, Finding

NOT_TRUSTED: Final = 60020
STOPPED: Final[dict[int, CheckCode]] = {50003: "wecom.50003", 301007: "wecom.301007"}
"""Refusals of the app or the corp itself: no question gets another answer."""
OTHER_APP: Final[dict[int, CheckCode]] = {301002: "wecom.301002", 40056: "wecom.40056"}
"""The token is another app's, or there is no app of this AgentId."""
_PASSING: Final[dict[int, CheckCode]] = {-1: "wecom.busy", 45009: "wecom.45009"}
_NOT_FOUND: Final = 404


@dataclass(frozen=True, slots=True)
class Silence:
    """WeCom gave no answer of its own; `status` is what another answered over HTTP."""

    code: CheckCode
    detail: str
    facts: Facts
    status: int | None = None


Answer = Seen | Silence


@dataclass(frozen=True, slots=True)
class Teller:
    """Writes findings of one app; of the whole corp where `app` is None."""

    clock: Clock
    app: int | None

    def ok(self, key: CheckKey, detail: str, facts: Facts | None = None) -> Finding:
        """All is well."""
        return self._finding(key, "ok", "ok", detail, facts)

    def failed(
        self, key: CheckKey, code: CheckCode, detail: str, facts: Facts | None = None
    ) -> Finding:
        """Something is to be mended."""
        return self._finding(key, "failed", code, detail, facts)

    def unknown(self, key: CheckKey, code: CheckCode, detail: str) -> Finding:
        """Something else is to be mended first."""
        return self._finding(key, "unknown", code, detail, None)

    def refused(self, key: CheckKey, seen: Seen, codes: dict[int, CheckCode]) -> Finding:
        """WeCom said no; `codes` knows what that means for this question."""
        facts: Facts = {"errcode": seen.errcode, "errmsg": seen.errmsg}
        code = codes.get(seen.errcode) or _PASSING.get(seen.errcode, "wecom.refused")
        return self.failed(key, code, f"WeCom answered {seen.errcode}: {seen.errmsg}", facts)

    def answered(self, key: CheckKey, answer: Answer) -> Seen | Finding:
        """WeCom's own answer to this question, or the finding that there is none."""
        if isinstance(answer, Silence):
            if answer.status == _NOT_FOUND:
                return self.unknown(key, "needs.call", answer.detail)
            return self.failed(key, answer.code, answer.detail, answer.facts)
        if answer.errcode == NOT_TRUSTED:
            return self.unknown(key, "needs.trusted_ip", "WeCom does not talk to this address")
        if answer.errcode in STOPPED or answer.errcode in OTHER_APP:
            return self.unknown(key, "needs.token", f"WeCom answered {answer.errcode}")
        if answer.errcode in _PASSING:
            return self.refused(key, answer, {})
        return answer

    def _finding(
        self, key: CheckKey, status: CheckStatus, code: CheckCode, detail: str, facts: Facts | None
    ) -> Finding:
        return Finding(
            key=key,
            app=self.app,
            status=status,
            code=code,
            detail=detail,
            seen_at=self.clock(),
            facts=facts or {},
        )
