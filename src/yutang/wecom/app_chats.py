"""Group chats of the app among members (documents 90245 to 90248, unverified).

For apps whose visible range is the root department. 1,000 creations a day, 1,000 changes an hour
and 20,000 messages a minute, counted by receiver.
"""

import re
from collections.abc import Sequence
from typing import Any, Final

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.measuring import check_any, check_characters, check_count, check_that
from yutang.wecom.messages import ChatMessage, app_markdown
from yutang.wecom.shapes import given
from yutang.wecom.transport import Repeat, Transport

MAX_NAME_CHARACTERS: Final = 50
MIN_MEMBERS: Final = 2
MAX_MEMBERS: Final = 2000
_CHAT_ID: Final = re.compile(r"[0-9A-Za-z]{1,32}")
_ROOT: Final = "/cgi-bin/appchat"


class AppChat(Lenient):
    """A chat of the app."""

    chatid: str = ""
    name: str = ""
    owner: str = ""
    userlist: tuple[str, ...] = ()
    chat_type: Int = 0


class _Made(Answer):
    chatid: str = ""


class _Found(Answer):
    chat_info: AppChat = AppChat()


class AppChats:
    """Verbs on the app's chats; it changes and writes into its own only."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def create(
        self,
        userids: Sequence[str],
        *,
        name: str | None = None,
        owner: str | None = None,
        chat_id: str | None = None,
    ) -> str:
        """Make a chat of 2 to 2,000 members; return its id.

        With a ``chat_id`` of one's own (32 letters and digits) a lost answer does no harm: the
        second call raises NameTakenError (86215). Not repeated by itself. Raises
        TextTooLongError, TooManyError, InvalidRequestError, InvalidParameterError,
        ForbiddenError.
        """
        check_characters("name", name, MAX_NAME_CHARACTERS)
        check_count("members", userids, MAX_MEMBERS, MIN_MEMBERS)
        check_that(
            chat_id is None or _CHAT_ID.fullmatch(chat_id),
            "the id of a chat has 1 to 32 letters and digits",
        )
        check_that(owner is None or owner in userids, "the owner of a chat is a member of it")
        body = given(name=name, owner=owner, userlist=userids, chatid=chat_id)
        made = await self._transport.post(f"{_ROOT}/create", _Made, body, repeat=Repeat.NEVER)
        return made.chatid

    async def update(
        self,
        chat_id: str,
        *,
        name: str | None = None,
        owner: str | None = None,
        add: Sequence[str] = (),
        remove: Sequence[str] = (),
    ) -> None:
        """Change what is given; raises UnknownGroupError, ForbiddenError, as ``create``."""
        check_characters("name", name, MAX_NAME_CHARACTERS)
        change = given(
            name=name, owner=owner, add_user_list=add or None, del_user_list=remove or None
        )
        check_any("nothing to change", change)
        body: dict[str, Any] = {"chatid": chat_id, **change}
        await self._transport.post(f"{_ROOT}/update", Answer, body, repeat=Repeat.WRITE)

    async def get(self, chat_id: str) -> AppChat:
        """Read a chat; raises UnknownGroupError, ForbiddenError (86008)."""
        return (await self._transport.get(f"{_ROOT}/get", _Found, chatid=chat_id)).chat_info

    async def send(self, chat_id: str, message: ChatMessage, *, safe: bool = False) -> None:
        """Write into a chat; not repeated by itself, since WeCom knows no duplicates here.

        Raises TextTooLongError, UnknownGroupError, ForbiddenError, MediaError.
        """
        app_markdown(message)
        body: dict[str, Any] = {
            "chatid": chat_id,
            "msgtype": message.msgtype,
            message.msgtype: message.json(),
        }
        if safe:
            body["safe"] = 1
        await self._transport.post(f"{_ROOT}/send", Answer, body, repeat=Repeat.NEVER)
