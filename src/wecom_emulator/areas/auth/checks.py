"""What WeCom looks at before it says who somebody is."""

from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call
from wecom_emulator.errors import NOT_FRIENDS, Refusal, refuse_field, refuse_missing
from wecom_emulator.state import SHOWN, Staff

from . import errors, state
from .state import Code, SignIns

GRANT = "authorization_code"


def _refusal(call: Call, exact: Refusal) -> Refusal:
    return exact if call.corp.switches.exact_code_refusals else errors.INVALID_CODE


def oauth_code(call: Call, code: str) -> dict[str, Any]:
    """Whom an OAuth code stands for; it is used up by this."""
    found = call.world.oauth.get(code)
    if found is None or found["corpid"] != call.corp.corpid:
        raise errors.INVALID_CODE.error()
    if found.get("agentid") not in {None, call.app.agentid}:
        raise errors.INVALID_CODE.error()
    if found["used"]:
        raise _refusal(call, errors.USED_CODE).error()
    if found["expires_at"] < call.world.clock.now():
        raise _refusal(call, errors.EXPIRED_CODE).error()
    found["used"] = True
    return found


def one_time(call: Call, kind: str, name: str, refusal: Refusal) -> Code:
    """A code of another kind; using it up is left to the caller."""
    found = state.find_code(call.world, call.corp, kind, name, call.app.agentid)
    if found is None:
        raise refusal.error()
    return found


def ticket_owner(call: Call) -> Staff:
    """The member whose user_ticket the body names; refused with 84014, 84015."""
    name = fields.text(call.body, "user_ticket", missing=errors.INVALID_USER_TICKET)
    ticket = call.corp.of(SignIns).tickets.get(name)
    if ticket is None or ticket.agentid != call.app.agentid:
        raise errors.INVALID_USER_TICKET.error()
    if ticket.expires_at <= call.world.clock.now():
        raise errors.EXPIRED_USER_TICKET.error()
    return call.member(ticket.userid)


def grant_type(call: Call) -> None:
    """Refuse any other grant than the one there is."""
    if call.query.get("grant_type") != GRANT:
        refuse_field("grant_type", f"is not {GRANT}")


def chat_partner(call: Call, operator: Staff) -> str:
    """Whom the body's single chat is with: a colleague, or a customer of the operator."""
    chat = fields.optional_object(call.body, "single_chat")
    external = fields.optional_text(chat, "external_userid")
    if external:
        relation = call.corp.relation(operator.userid, external)
        if relation is None or relation.state not in SHOWN:
            raise NOT_FRIENDS.error()
        return external
    if not chat.get("userid"):
        refuse_missing("single_chat")
    return call.member(fields.text(chat, "userid")).userid
