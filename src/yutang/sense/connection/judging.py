"""What WeCom's answers to one app come to."""

from collections.abc import Mapping
from typing import Final

from yutang.wecom.probe import Seen

from .asking import Answers, Visible, department_ids
from .schemas import CheckCode, CheckKey, Facts, Finding
from .telling import NOT_TRUSTED, OTHER_APP, STOPPED, Answer, Silence, Teller

SHOWN_NAMES: Final = 5
_TOKEN: Final[dict[int, CheckCode]] = {
    40001: "wecom.40001",
    40013: "wecom.40013",
    40091: "wecom.40091",
    41002: "wecom.41002",
    41004: "wecom.41004",
    **STOPPED,
    **OTHER_APP,
}
_RANGE: Final[dict[int, CheckCode]] = {
    48006: "wecom.48006",
    50002: "wecom.60011",
    60011: "wecom.60011",
    60021: "wecom.60021",
    60111: "wecom.60111",
}
_CONTACT: Final[dict[int, CheckCode]] = {
    48002: "wecom.48002",
    48006: "wecom.48006",
    60011: "wecom.60011",
    84074: "wecom.84074",
}
_CONTACTS: Final[dict[int, CheckCode]] = {
    48002: "contacts.48002",
    48009: "wecom.48009",
    **_RANGE,
}
_AFTER_TOKEN: Final[tuple[CheckKey, ...]] = (
    "trusted_ip",
    "visible_range",
    "customer_contact",
    "contacts",
)


def judge_no_token(told: Teller, token: Answer) -> list[Finding]:
    """What can be said where there is no token."""
    if isinstance(token, Silence):
        return [
            told.failed("token", token.code, token.detail, token.facts),
            *(told.unknown(key, "needs.answer", "WeCom gave no answer") for key in _AFTER_TOKEN),
        ]
    if token.errcode == NOT_TRUSTED:
        why = "WeCom does not talk to this address"
        first, *rest = _AFTER_TOKEN
        return [
            told.unknown("token", "needs.trusted_ip", why),
            _untrusted(told, first, token),
            *(told.unknown(key, "needs.trusted_ip", why) for key in rest),
        ]
    return [
        told.refused("token", token, _TOKEN),
        *(told.unknown(key, "needs.token", "it takes an access token") for key in _AFTER_TOKEN),
    ]


def judge_token(told: Teller, answers: Answers) -> Finding:
    """Whether corpid, secret and AgentId belong together and the app runs."""
    seen = [answer for answer in answers.all() if isinstance(answer, Seen)]
    for answer in seen:
        if answer.errcode in STOPPED:
            return told.refused("token", answer, _TOKEN)
    card = answers.card
    if isinstance(card, Seen):
        if card.errcode in OTHER_APP:
            return told.refused("token", card, _TOKEN)
        if card.errcode == 0 and card.payload.get("close") == 1:
            return told.failed("token", "app.stopped", "WeCom says that the app is stopped")
    return told.ok("token", "corpid and secret belong together")


def judge_trusted_ip(told: Teller, answers: Answers) -> Finding:
    """Whether WeCom takes calls from this machine."""
    seen = [answer for answer in answers.all() if isinstance(answer, Seen)]
    for answer in seen:
        if answer.errcode == NOT_TRUSTED:
            return _untrusted(told, "trusted_ip", answer)
    if seen:
        # WeCom looks at the address first: a refusal for anything else comes after it.
        return told.ok("trusted_ip", "WeCom takes calls from this machine's address")
    return told.unknown("trusted_ip", "needs.answer", "WeCom gave no answer")


def _untrusted(told: Teller, key: CheckKey, seen: Seen) -> Finding:
    facts: Facts = {"errcode": seen.errcode}
    if seen.from_ip is not None:
        facts["ip"] = seen.from_ip
    detail = f"WeCom does not trust {seen.from_ip or 'the address of this machine'}"
    return told.failed(key, "wecom.60020", detail, facts)


def judge_visible_range(
    told: Teller, answers: Answers, visible: Visible, staff: Mapping[str, str]
) -> Finding:
    """Whether the range holds anybody, and those of `staff` (names by account) too."""
    key: CheckKey = "visible_range"
    for answer in (answers.card, visible.refusal):
        seen = told.answered(key, answer) if answer is not None else None
        if isinstance(seen, Finding):
            return seen
        if seen is not None and seen.errcode:
            return told.refused(key, seen, _RANGE)
    if not visible.accounts and visible.whole:
        return told.failed(key, "range.empty", "nobody is in the app's visible range")
    missing = sorted(staff.keys() - visible.accounts) if visible.whole else []
    if missing:
        names = [staff[account] for account in missing[:SHOWN_NAMES]]
        facts: Facts = {"count": len(missing), "names": "\n".join(names)}
        return told.failed(
            key, "range.outside", f"{len(missing)} members are outside the visible range", facts
        )
    return told.ok(
        key, f"{len(visible.accounts)} members are in range", {"members": len(visible.accounts)}
    )


def judge_customer_contact(told: Teller, answer: Answer) -> Finding:
    """Whether the app may call customer contact, and for whom."""
    key: CheckKey = "customer_contact"
    seen = told.answered(key, answer)
    if isinstance(seen, Finding):
        return seen
    if seen.errcode:
        return told.refused(key, seen, _CONTACT)
    members = seen.payload.get("follow_user")
    count = len(members) if isinstance(members, list) else 0
    if count == 0:
        return told.failed(
            key, "contact.nobody", "nobody in the app's visible range has customer contact"
        )
    return told.ok(key, f"{count} members have customer contact", {"members": count})


def judge_contacts(told: Teller, listed: Answer, visible: Visible) -> Finding:
    """Whether departments and members can be read."""
    key: CheckKey = "contacts"
    for answer in (listed, visible.refusal):
        seen = told.answered(key, answer) if answer is not None else None
        if isinstance(seen, Finding):
            return seen
        if seen is not None and seen.errcode:
            return told.refused(key, seen, _CONTACTS)
    departments = len(department_ids(listed))
    members = len(visible.accounts)
    if not departments and not members:
        return told.failed(key, "contacts.nobody", "the app sees neither departments nor members")
    return told.ok(
        key,
        f"{departments} departments and {members} members can be read",
        {"departments": departments, "members": members},
    )
