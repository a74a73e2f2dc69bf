"""What WeCom looks at before it does anything: the code of a welcome."""

from wecom_emulator import fields
from wecom_emulator.calls import Call
from wecom_emulator.errors import Refusal
from wecom_emulator.state import WelcomeCode

from .errors import CHATTING, DISTRIBUTING, INVALID_CODE, MISSING_CODE, NO_CONSENT
from .state import Consents, between


def code(call: Call) -> WelcomeCode:
    """A code that may be used now; each try is counted with its answer."""
    found = call.corp.codes.get(fields.text(call.body, "welcome_code", missing=MISSING_CODE))
    if found is None:
        raise INVALID_CODE.error()
    found.attempts += 1
    refusal = _why_not(call, found)
    if refusal is not None:
        found.last_errcode = refusal.errcode
        raise refusal.error()
    return found


def _why_not(call: Call, found: WelcomeCode) -> Refusal | None:
    if between(call.corp, found) in call.world.distributing:
        return DISTRIBUTING
    relation = call.corp.relation(found.userid, found.external_userid)
    if found.sent_at is not None or (
        relation is not None and (relation.talked or relation.welcomed)
    ):
        return CHATTING
    if call.world.clock.now() - found.issued_at > call.world.limits.welcome_seconds:
        return INVALID_CODE
    if call.corp.switches.archive_consent and not call.corp.of(Consents).given(found):
        return NO_CONSENT
    return None
