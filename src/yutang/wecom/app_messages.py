"""Messages of the app to members (documents 90236, 94888, 94867).

A member gets 30 a minute and 1,000 an hour of one app, WeCom drops the rest without a word; an
app may send 200 a day for each account of the corp.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from yutang.wecom.answers import Answer
from yutang.wecom.measuring import check_any, check_count, check_that
from yutang.wecom.messages import AppMessage, CardMessage, NewsMessage, NoticeMessage, app_markdown
from yutang.wecom.shapes import given
from yutang.wecom.template_cards import TemplateCard
from yutang.wecom.transport import Repeat, Transport

EVERYBODY: Final = "@all"
MAX_MEMBERS: Final = 1000
MAX_DEPARTMENTS: Final = 100
MAX_TAGS: Final = 100
MAX_DUPLICATE_SECONDS: Final = 14_400
DUPLICATE_SECONDS: Final = 1800
_ROOT: Final = "/cgi-bin/message"


@dataclass(frozen=True, slots=True)
class Receivers:
    """Members, departments and tags within the app's range; ``everybody`` stands for all."""

    userids: Sequence[str] = ()
    departments: Sequence[int] = ()
    tags: Sequence[int] = ()
    everybody: bool = False

    def __post_init__(self) -> None:
        """Count them."""
        check_any(
            "a message needs receivers",
            self.everybody,
            self.userids,
            self.departments,
            self.tags,
        )
        check_count("members", self.userids, MAX_MEMBERS)
        check_count("departments", self.departments, MAX_DEPARTMENTS)
        check_count("tags", self.tags, MAX_TAGS)

    def json(self) -> dict[str, Any]:
        """Return them in WeCom's shape, joined by ``|``."""
        if self.everybody:
            return {"touser": EVERYBODY}
        parts = {"touser": self.userids, "toparty": self.departments, "totag": self.tags}
        return {name: "|".join(map(str, ids)) for name, ids in parts.items() if ids}


class SentMessage(Answer):
    """What was sent, and whom it did not reach (ids joined by ``|``, members in lower case).

    ``msgid`` recalls it for 24 hours. ``response_code`` changes a card that calls back, once and
    within 72 hours.
    """

    invaliduser: str = ""
    invalidparty: str = ""
    invalidtag: str = ""
    unlicenseduser: str = ""
    msgid: str = ""
    response_code: str = ""

    @property
    def unreached(self) -> tuple[str, ...]:
        """The members it did not reach, unlicensed ones among them."""
        joined = f"{self.invaliduser}|{self.unlicenseduser}"
        return tuple(part for part in joined.split("|") if part)


class ChangedCard(Answer):
    """Whose card was not changed."""

    invaliduser: tuple[str, ...] = ()


class AppMessages:
    """Verbs on messages of one app, by its agent id."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def send(
        self,
        agent_id: int,
        receivers: Receivers,
        message: AppMessage,
        *,
        safe: int = 0,
        translate_ids: bool = False,
        duplicate_seconds: int | None = DUPLICATE_SECONDS,
    ) -> SentMessage:
        """Send a message; ``safe`` 1 forbids sharing, 2 (``mpnews``) only outside of the corp.

        The same message within ``duplicate_seconds`` (at most 14,400) is sent once, so that it may
        be repeated after UnknownOutcomeError; None turns that off. Raises NothingToSendError,
        TextTooLongError, TooManyError, InvalidRequestError, InvalidParameterError (81013: it
        reached nobody), MediaError, ForbiddenError.
        """
        app_markdown(message)
        check_that(not (safe and isinstance(message, NewsMessage)), "news cannot be kept safe")
        check_that(
            not (receivers.everybody and isinstance(message, NoticeMessage)),
            "a mini program's notice does not go to everybody",
        )
        check_that(
            duplicate_seconds is None or 0 < duplicate_seconds <= MAX_DUPLICATE_SECONDS,
            f"duplicates are known for up to {MAX_DUPLICATE_SECONDS} seconds",
        )
        body = {
            **receivers.json(),
            "msgtype": message.msgtype,
            "agentid": agent_id,
            message.msgtype: message.json(),
            **given(safe=safe or None, enable_id_trans=1 if translate_ids else None),
        }
        if duplicate_seconds is not None:
            body |= {"enable_duplicate_check": 1, "duplicate_check_interval": duplicate_seconds}
        repeat = Repeat.NEVER if duplicate_seconds is None else Repeat.WRITE
        return await self._transport.post(f"{_ROOT}/send", SentMessage, body, repeat=repeat)

    async def disable_button(
        self, agent_id: int, response_code: str, receivers: Receivers, replace_name: str
    ) -> ChangedCard:
        """Put a new text on the button of a card and make it deaf, once and within 72 hours.

        Not repeated by itself: a code that was used raises TooLateError. Also raises
        UnknownIdError.
        """
        change = {"button": {"replace_name": replace_name}}
        return await self._change(agent_id, response_code, receivers, change)

    async def replace_card(
        self,
        agent_id: int,
        response_code: str,
        receivers: Receivers,
        card: TemplateCard,
        *,
        replace_text: str | None = None,
        translate_ids: bool = False,
    ) -> ChangedCard:
        """Put a new card in the place of one, once and within 72 hours; raises TooLateError.

        ``replace_text`` takes the place of the texts of its buttons.
        """
        content = {**CardMessage(card).json(), **given(replace_text=replace_text)}
        change: dict[str, Any] = {"template_card": content}
        if translate_ids:
            change["enable_id_trans"] = 1
        return await self._change(agent_id, response_code, receivers, change)

    async def replace_task_card(
        self, agent_id: int, task_id: str, userids: Sequence[str], replace_name: str
    ) -> ChangedCard:
        """Put a new text on the button of an old task card, which template cards replace."""
        check_count("members", userids, MAX_MEMBERS, 1)
        body = {
            "userids": [*userids],
            "agentid": agent_id,
            "task_id": task_id,
            "replace_name": replace_name,
        }
        path = f"{_ROOT}/update_taskcard"
        return await self._transport.post(path, ChangedCard, body, repeat=Repeat.WRITE)

    async def recall(self, msgid: str) -> None:
        """Take a message back within 24 hours, in WeCom only; raises TooLateError (42052)."""
        await self._transport.post(f"{_ROOT}/recall", Answer, {"msgid": msgid}, repeat=Repeat.WRITE)

    async def _change(
        self, agent_id: int, response_code: str, receivers: Receivers, change: dict[str, Any]
    ) -> ChangedCard:
        body = {
            **given(
                userids=receivers.userids or None,
                partyids=receivers.departments or None,
                tagids=receivers.tags or None,
                atall=1 if receivers.everybody else None,
            ),
            "agentid": agent_id,
            "response_code": response_code,
            **change,
        }
        path = f"{_ROOT}/update_template_card"
        return await self._transport.post(path, ChangedCard, body, repeat=Repeat.NEVER)
