"""Customer groups (documents 92120, 92122); read again about 2 s after an event."""

from collections.abc import AsyncIterator, Sequence
from enum import IntEnum
from typing import Final

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.cursors import Page, read_pages
from yutang.wecom.measuring import check_count
from yutang.wecom.shapes import given
from yutang.wecom.transport import Repeat, Transport

MAX_OWNERS: Final = 100
_PAGE: Final = 1000


class GroupStatus(IntEnum):
    """Which groups a list holds, by where their owner is."""

    ALL = 0
    OWNER_LEFT = 1
    IN_HANDOVER = 2
    HANDED_OVER = 3


class GroupRow(Lenient):
    """A group's id; ``status`` 0 normal, 1 owner left, 2 in handover, 3 handed over."""

    chat_id: str = ""
    status: Int = 0


class Invitor(Lenient):
    """A member of the corp: who invited somebody, or an administrator."""

    userid: str = ""


class GroupMember(Lenient):
    """A present member; ``type`` 1 of the corp, 2 external (``userid`` is an external_userid).

    ``join_scene`` 1 invited, 2 by a link, 3 by the group's code (``state`` is then the join
    way's); ``invitor`` only where a member of the corp invited.
    """

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
    """A customer group with its present members; who left is found by comparing.

    ``member_version`` changes with every coming and going.
    """

    chat_id: str = ""
    name: str = ""
    owner: str = ""
    create_time: Int = 0
    notice: str = ""
    member_list: tuple[GroupMember, ...] = ()
    admin_list: tuple[Invitor, ...] = ()
    member_version: str = ""


class _Page(Page):
    group_chat_list: tuple[GroupRow, ...] = ()


class _Found(Answer):
    group_chat: Group = Group()


class Groups:
    """Verbs on customer groups."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def list(
        self, owners: Sequence[str] = (), *, status: GroupStatus = GroupStatus.ALL
    ) -> AsyncIterator[GroupRow]:
        """Yield the groups of up to 100 owners, by default of all visible.

        The groups of owners who left come only where these are named. Raises TooManyError, and
        InvalidParameterError (81017) without owners where over 1,000 are visible.
        """
        check_count("owners", owners, MAX_OWNERS)
        path = "/cgi-bin/externalcontact/groupchat/list"
        body = given(
            limit=_PAGE,
            status_filter=int(status) or None,
            owner_filter={"userid_list": owners} if owners else None,
        )
        async for page in read_pages(self._transport, path, _Page, body):
            for row in page.group_chat_list:
                yield row

    async def get(self, chat_id: str, *, need_name: bool = True) -> Group:
        """Read one group; raises UnknownGroupError, CorpNotReadyError (90510)."""
        path = "/cgi-bin/externalcontact/groupchat/get"
        body = {"chat_id": chat_id, "need_name": int(need_name)}
        answer = await self._transport.post(path, _Found, body, repeat=Repeat.READ)
        return answer.group_chat
