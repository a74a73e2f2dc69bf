"""What is kept: rules against words in chats, and what they say to words."""

import re
from dataclasses import dataclass, field
from typing import Any

from wecom_emulator.company import Staff, below
from wecom_emulator.state import Corp

PHONE_NUMBER, E_MAIL, RED_PACKET = 1, 2, 3
BLOCKS, WARNS = 1, 2
_MEANINGS = {
    PHONE_NUMBER: re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)"),
    E_MAIL: re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w"),
}
_RED_PACKETS = frozenset({"redpacket", "external_redpacket"})
"""As the chat archive names them."""


@dataclass(slots=True)
class Rule:
    """A rule; `semantics_list` names kinds of content instead of words."""

    rule_id: str
    agentid: int
    create_time: int
    rule_name: str
    word_list: list[str]
    semantics_list: list[int]
    intercept_type: int
    user_list: list[str]
    department_list: list[int]
    deleted: bool = False

    def covers(self, corp: Corp, member: Staff) -> bool:
        """Whether it applies to a member, himself or through a department."""
        return member.userid in self.user_list or any(
            below(corp.departments, mine, self.department_list) for mine in member.department
        )

    def found(self, text: str, msgtype: str) -> list[str]:
        """The words of it that a message holds, and the meanings by their numbers."""
        lowered = text.lower()
        words = [word for word in self.word_list if word.lower() in lowered]
        meanings = [
            str(number)
            for number in self.semantics_list
            if (number == RED_PACKET and msgtype in _RED_PACKETS)
            or (number in _MEANINGS and _MEANINGS[number].search(text))
        ]
        return words + meanings


@dataclass(slots=True)
class Intercepts:
    """All of a corp, deleted ones too: WeCom tells them from unknown ones."""

    kept: dict[str, Rule] = field(default_factory=dict)

    def living(self) -> list[Rule]:
        """Those that are not deleted, oldest first."""
        return [each for each in self.kept.values() if not each.deleted]


def judge(corp: Corp, member: Staff, text: str, msgtype: str) -> list[dict[str, Any]]:
    """What the rules say to a member's message: none lets it pass unseen."""
    verdicts = []
    for rule in corp.of(Intercepts).living():
        found = rule.found(text, msgtype) if rule.covers(corp, member) else []
        if found:
            verdicts.append(
                {
                    "rule_id": rule.rule_id,
                    "rule_name": rule.rule_name,
                    "intercept_type": rule.intercept_type,
                    "found": found,
                }
            )
    return verdicts
