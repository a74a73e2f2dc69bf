"""What WeCom looks at before it tells another name of somebody."""

from wecom_emulator import fields
from wecom_emulator.calls import Call
from wecom_emulator.errors import MISSING_CUSTOMER, UNKNOWN_CUSTOMER, UNKNOWN_MEMBER
from wecom_emulator.state import Person

from . import errors, state
from .state import MEMBER, PERSON, Ids, Temporary

IDS_A_CALL, TEMPORARY_A_CALL = 1000, 100
ON_WECHAT = 1
BUSINESSES, USERS = 3, 4


def seen_person(call: Call, external_userid: str) -> Person:
    """A person whom a member in the visible range follows; refused with 40096."""
    person = call.corp.persons.get(external_userid)
    followers = call.corp.relations_of(external_userid)
    if person is None or not any(call.sees(relation.userid) for relation in followers):
        raise UNKNOWN_CUSTOMER.error()
    return person


def on_wechat(call: Call) -> Person:
    """The body's person, who is on WeChat; a partner on WeCom has no openid (41056)."""
    person = seen_person(call, fields.text(call.body, "external_userid", missing=MISSING_CUSTOMER))
    if person.type != ON_WECHAT:
        raise errors.WRONG_KIND.error()
    return person


def member_of_openid(call: Call) -> str:
    """The member whose openid the body has; refused with 60111."""
    userid = state.member_of(call.corp, fields.text(call.body, "openid"))
    if userid is None:
        raise UNKNOWN_MEMBER.error()
    return call.member(userid).userid


def person_of_provider(call: Call) -> str:
    """The person behind the body's id in a provider's form; refused with 40096."""
    given = fields.text(call.body, "external_userid", missing=MISSING_CUSTOMER)
    agentid = fields.integer(call.body, "source_agentid")
    external = state.of_provider(call.corp, agentid, PERSON, given)
    return seen_person(call, external or "").external_userid


def member_of_provider(call: Call, agentid: int, given: str) -> str | None:
    """The visible member behind an open_userid of an app."""
    userid = state.of_provider(call.corp, agentid, MEMBER, given)
    return userid if userid is not None and call.sees(userid) else None


def temporary(call: Call) -> tuple[list[tuple[str, Temporary]], list[str]]:
    """The body's temporary ids that this app got for this business, and those it did not."""
    body = call.body
    business = fields.integer(body, "business_type", least=1, most=BUSINESSES)
    kind = fields.integer(body, "user_type", least=1, most=USERS)
    wanted = fields.strings(body, "tmp_external_userid_list", most=TEMPORARY_A_CALL, required=True)
    known = call.corp.of(Ids).temporary
    right = (call.app.agentid, business, kind)
    good, bad = [], []
    for name in dict.fromkeys(wanted):
        found = known.get(name)
        if found is None or (found.agentid, found.business_type, found.user_type) != right:
            bad.append(name)
        else:
            good.append((name, found))
    return good, bad
