"""Customer groups (documents 92120, 92122); read again about 2 s after an event."""

from collections.abc import AsyncIterator, Sequence
from typing import Any, Final

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.transport import Repeat, Transport

_PAGE: Final = 1000


class GroupRow(Lenient):
    """A group's id; ``status`` 0 normal, 1 owner left, 2 in handover, 3 handed over."""

    chat_id: str = ""
    status: Int = 0


class Invitor(Lenient):
    """The member who invited somebody."""

    userid: str = ""


class GroupMember(Lenient):
    """A present member; ``type`` 1 of the corp, 2 external (``userid`` is an external_userid)."""

    userid: str = ""
    type: Int = 0
    unionid: str = ""
    join_time: Int = 0
    join_scene: Int = 0
    state: str = ""
    invitor: Invitor | None = None
    group_nickname: str = ""
    name: str = ""


class Group(Lenient):
    """A customer group with its present members."""

    chat_id: str = ""
    name: str = ""
    owner: str = ""
    create_time: Int = 0
    notice: str = ""
    member_list: tuple[GroupMember, ...] = ()
    admin_list: tuple[Invitor, ...] = ()
    member_version: str = ""


class _Page(Answer):
    group_chat_list: tuple[GroupRow, ...] = ()
    next_cursor: str = ""


class _Found(Answer):
    group_chat: Group = Group()


class Groups:
    """Verbs on customer groups."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def list(self, owners: Sequence[str] = ()) -> AsyncIterator[GroupRow]:
        """Yield the groups of up to 100 owners, by default of all visible.

        Raises InvalidParameterError (81017) without owners where over 1,000 are visible.
        """
        path = "/cgi-bin/externalcontact/groupchat/list"
        body: dict[str, Any] = {"limit": _PAGE}
        if owners:
            body["owner_filter"] = {"userid_list": [*owners]}
        while True:
            page = await self._transport.post(path, _Page, body, repeat=Repeat.READ)
            for row in page.group_chat_list:
                yield row
            if not page.next_cursor:
                return
            body["cursor"] = page.next_cursor

    async def get(self, chat_id: str, *, need_name: bool = True) -> Group:
        """Read one group; raises UnknownGroupError."""
        path = "/cgi-bin/externalcontact/groupchat/get"
        body = {"chat_id": chat_id, "need_name": int(need_name)}
        answer = await self._transport.post(path, _Found, body, repeat=Repeat.READ)
        return answer.group_chat
