"""Rules against sensitive words in chats with customers (聊天敏感词, document 95097)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final

from pydantic import model_validator

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.errors import UnknownIdError
from yutang.wecom.measuring import check_any, check_characters, check_count
from yutang.wecom.shapes import given
from yutang.wecom.transport import Repeat, Transport

MAX_NAME_CHARACTERS: Final = 20
MAX_WORDS: Final = 300
MAX_WORD_CHARACTERS: Final = 32
MAX_NODES_A_CALL: Final = 1000
_ROOT: Final = "/cgi-bin/externalcontact"


class Intercept(IntEnum):
    """What a rule does with a message."""

    BLOCK = 1
    WARN = 2


class Semantics(IntEnum):
    """What a rule recognises without words."""

    PHONE_NUMBER = 1
    EMAIL_ADDRESS = 2
    RED_PACKET = 3


@dataclass(frozen=True, slots=True)
class Nodes:
    """Members and departments in the app's visible range, up to 1,000 of each in a call."""

    userids: Sequence[str] = ()
    departments: Sequence[int] = ()

    def __post_init__(self) -> None:
        """Count them."""
        check_count("members", self.userids, MAX_NODES_A_CALL)
        check_count("departments", self.departments, MAX_NODES_A_CALL)

    def json(self) -> dict[str, Any]:
        """Return them in WeCom's shape."""
        return given(user_list=self.userids or None, department_list=self.departments or None)


class Range(Lenient):
    """Whom a rule is for, as far as the app sees them."""

    user_list: tuple[str, ...] = ()
    department_list: tuple[Int, ...] = ()


class RuleName(Lenient):
    """A rule as the list tells it."""

    rule_id: str = ""
    rule_name: str = ""
    create_time: Int = 0


class Rule(RuleName):
    """A rule; ``intercept_type`` is 1 for block and 2 for warn."""

    word_list: tuple[str, ...] = ()
    semantics_list: tuple[Int, ...] = ()
    intercept_type: Int = 0
    applicable_range: Range = Range()

    @model_validator(mode="before")
    @classmethod
    def _unwrapped(cls, value: Any) -> Any:
        # Samples of WeCom show the list in the rule, its table shows it one level deeper.
        if isinstance(value, dict) and not value.get("semantics_list"):
            extra = value.get("extra_rule")
            if isinstance(extra, dict):
                return {**value, "semantics_list": extra.get("semantics_list")}
        return value


class _Made(Answer):
    rule_id: str = ""


class _Rules(Answer):
    rule_list: tuple[RuleName, ...] = ()


class _Found(Answer):
    rule: Rule = Rule()


class Intercepts:
    """Verbs on rules: 100 a corp, own ones can be changed."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def add(
        self,
        name: str,
        words: Sequence[str],
        *,
        intercept: Intercept,
        nodes: Nodes,
        semantics: Sequence[Semantics] = (),
    ) -> str:
        """Make a rule of up to 300 words of 32 characters; its name has 20, no other has it.

        Return its id. Not repeated by itself: a name that went through is refused the second
        time. Raises NothingToSendError, TextTooLongError, TooManyError, NameTakenError,
        QuotaError (41069, 41076), InvalidParameterError, ForbiddenError.
        """
        check_any("a rule needs a name", name)
        check_any("a rule needs words", words)
        check_any("a rule needs members or departments", nodes.json())
        _check(name, words)
        body = given(
            rule_name=name,
            word_list=words,
            semantics_list=semantics or None,
            intercept_type=intercept,
            applicable_range=nodes.json(),
        )
        path = f"{_ROOT}/add_intercept_rule"
        return (await self._transport.post(path, _Made, body, repeat=Repeat.NEVER)).rule_id

    async def list(self) -> tuple[RuleName, ...]:
        """Return all rules of the corp."""
        path = f"{_ROOT}/get_intercept_rule_list"
        return (await self._transport.get(path, _Rules)).rule_list

    async def get(self, rule_id: str) -> Rule:
        """Read a rule; raises UnknownIdError."""
        path = f"{_ROOT}/get_intercept_rule"
        body = {"rule_id": rule_id}
        return (await self._transport.post(path, _Found, body, repeat=Repeat.READ)).rule

    async def update(
        self,
        rule_id: str,
        *,
        name: str | None = None,
        words: Sequence[str] | None = None,
        intercept: Intercept | None = None,
        semantics: Sequence[Semantics] | None = None,
        add: Nodes | None = None,
        remove: Nodes | None = None,
    ) -> None:
        """Change what is given of an own rule; no ``semantics`` at all clears them.

        WeCom ignores an empty list of words, so it is refused here. Raises as ``add``, and
        UnknownIdError.
        """
        _check(name, words)
        if words is not None:
            check_any("a rule keeps at least one word", words)
        body = given(
            rule_name=name,
            word_list=words,
            intercept_type=intercept,
            extra_rule=None if semantics is None else {"semantics_list": [*semantics]},
            add_applicable_range=(add.json() if add else None) or None,
            remove_applicable_range=(remove.json() if remove else None) or None,
        )
        check_any("nothing to change", body)
        path = f"{_ROOT}/update_intercept_rule"
        body = {"rule_id": rule_id, **body}
        await self._transport.post(path, Answer, body, repeat=Repeat.WRITE)

    async def delete(self, rule_id: str) -> None:
        """Delete an own rule; a second deletion raises UnknownIdError."""
        path = f"{_ROOT}/del_intercept_rule"
        body, gone = {"rule_id": rule_id}, (UnknownIdError,)
        await self._transport.post(path, Answer, body, repeat=Repeat.WRITE, gone=gone)


def _check(name: str | None, words: Sequence[str] | None) -> None:
    check_characters("name", name, MAX_NAME_CHARACTERS)
    check_count("words", words or (), MAX_WORDS)
    for word in words or ():
        check_any("a word is empty", word)
        check_characters("word", word, MAX_WORD_CHARACTERS)
