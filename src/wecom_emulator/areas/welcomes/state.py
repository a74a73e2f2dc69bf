"""What is kept: the welcome message: within 20 s of the event, once a code."""

import time
from dataclasses import dataclass, field
from typing import Any

from wecom_emulator.acts import receive
from wecom_emulator.attachments import Content, shown
from wecom_emulator.state import Corp, WelcomeCode
from wecom_emulator.world import World


@dataclass(slots=True)
class Consents:
    """Who agreed to the archive of their chats with a member."""

    pairs: set[str] = field(default_factory=set)

    def give(self, userid: str, external_userid: str) -> bool:
        """The customer agrees; tells whether he had not before."""
        before = len(self.pairs)
        self.pairs.add(f"{userid} {external_userid}")
        return len(self.pairs) > before

    def given(self, code: WelcomeCode) -> bool:
        """Whether the two of a code may be archived."""
        return f"{code.userid} {code.external_userid}" in self.pairs


def between(corp: Corp, code: WelcomeCode) -> tuple[str, str, str]:
    """The two of a code, for what is on its way."""
    return corp.corpid, code.userid, code.external_userid


def deliver(world: World, corp: Corp, code: WelcomeCode, content: Content, base_url: str) -> None:
    """The person gets the welcome; the code is used up."""
    relation = corp.relation(code.userid, code.external_userid)
    if relation is not None:
        relation.welcomed = True
    code.sent_at, code.last_errcode = time.time(), 0
    body: dict[str, Any] = {
        "welcome_code": code.code,
        "text": content.text,
        "attachments": shown(content.attachments, base_url),
    }
    receive(world, corp, code.userid, code.external_userid, "welcome", body)
