"""What WeCom looks at before it does anything: names, words and range of a rule."""

from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call
from wecom_emulator.errors import NO_PRIVILEGE, RefusalError, refuse_missing

from .errors import (
    BAD_MEANING,
    BAD_WORD,
    DELETED,
    SAME_NAME,
    TOO_MANY_RULES,
    TOO_MANY_WORDS,
    TOO_WIDE,
    UNKNOWN_ID,
)
from .state import BLOCKS, E_MAIL, PHONE_NUMBER, RED_PACKET, WARNS, Intercepts, Rule

_NAME, _WORD, _NODES = 20, 32, 1000
_MEANINGS = {PHONE_NUMBER, E_MAIL, RED_PACKET}


def name(call: Call, besides: Rule | None = None) -> str:
    """1–20 characters that no other rule has."""
    wanted = fields.text(call.body, "rule_name", most=_NAME)
    others = (each for each in call.corp.of(Intercepts).living() if each is not besides)
    if any(each.rule_name == wanted for each in others):
        raise SAME_NAME.error()
    return wanted


def words(call: Call) -> list[str]:
    """At most 300, of 1–32 characters each."""
    given = fields.strings(call.body, "word_list")
    if len(given) > call.world.limits.intercept_words:
        raise TOO_MANY_WORDS.error()
    if not all(0 < len(word) <= _WORD for word in given):
        raise BAD_WORD.error()
    return list(dict.fromkeys(given))


def meanings(body: dict[str, Any]) -> list[int]:
    """1 phone number, 2 e-mail address, 3 red packet."""
    try:
        given = fields.integers(body, "semantics_list")
    except RefusalError:
        raise BAD_MEANING.error() from None
    if not set(given) <= _MEANINGS:
        raise BAD_MEANING.error()
    return list(dict.fromkeys(given))


def kind(call: Call, default: int | None = None) -> int:
    """1 warns and blocks, 2 warns."""
    return fields.integer(call.body, "intercept_type", default, least=BLOCKS, most=WARNS)


def nodes(call: Call, field: str, *, seen: bool = True) -> tuple[list[str], list[int]]:
    """Members and departments of a range; with `seen` each must be visible to the app."""
    wanted = fields.optional_object(call.body, field)
    users = list(dict.fromkeys(fields.strings(wanted, "user_list", most=_NODES)))
    departments = list(dict.fromkeys(fields.integers(wanted, "department_list", most=_NODES)))
    if not seen:
        known = {name: call.corp.member(name) for name in users}
        return [m.userid if m is not None else name for name, m in known.items()], departments
    if not all(
        each in call.corp.departments and call.app.sees_department(each, call.corp.departments)
        for each in departments
    ):
        raise NO_PRIVILEGE.error()
    return list(dict.fromkeys(call.member(name).userid for name in users)), departments


def whole_range(call: Call) -> tuple[list[str], list[int]]:
    """The range of a new rule: not empty."""
    users, departments = nodes(call, "applicable_range")
    if not users and not departments:
        refuse_missing("applicable_range")
    return narrow(call, users), departments


def narrow(call: Call, users: list[str]) -> list[str]:
    """At most 10,000 members of a rule; more need departments."""
    if len(users) > call.world.limits.members_of_a_rule:
        raise TOO_WIDE.error()
    return users


def room(call: Call) -> None:
    """Whether there may be another rule."""
    if len(call.corp.of(Intercepts).living()) >= call.world.limits.intercept_rules:
        raise TOO_MANY_RULES.error()


def rule(call: Call) -> Rule:
    """The one that `rule_id` names."""
    found = call.corp.of(Intercepts).kept.get(fields.text(call.body, "rule_id", missing=UNKNOWN_ID))
    if found is None:
        raise UNKNOWN_ID.error()
    if found.deleted:
        raise DELETED.error()
    return found


def own_rule(call: Call) -> Rule:
    """The same, made by this app."""
    found = rule(call)
    if found.agentid != call.app.agentid:
        raise NO_PRIVILEGE.error()
    return found
