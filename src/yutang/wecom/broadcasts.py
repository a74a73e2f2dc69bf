"""Broadcasts (企业群发): tasks that members confirm (documents 92135, 97610, 97611, 93338).

Nothing reaches a customer before a member confirms, no callback tells of it, and what was
delivered cannot be recalled. A customer or group gets as many a month as it has days, by default.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.attachments import Attachment, SentAttachment, SentText, message_attachments
from yutang.wecom.cursors import Page, read_pages
from yutang.wecom.errors import TooLateError
from yutang.wecom.measuring import check_any, check_bytes, check_count, check_window
from yutang.wecom.shapes import given
from yutang.wecom.transport import Repeat, Transport

MAX_TEXT_BYTES: Final = 4000
MAX_CUSTOMERS: Final = 10_000
MAX_GROUPS: Final = 2000
MAX_TAGS_OF_A_LIST: Final = 100
MAX_WINDOW_DAYS: Final = 31
_ROOT: Final = "/cgi-bin/externalcontact"
_LIST_PAGE: Final = 100
_ROW_PAGE: Final = 1000
_OLD_PAGE: Final = 10_000

ChatType = Literal["single", "group"]


@dataclass(frozen=True, slots=True)
class CustomerBroadcast:
    """A broadcast to customers.

    To whom: these customers, else who carries a tag of each list of ``tag_lists``, else all
    customers of ``sender``. ``allow_select`` lets the member change the choice.
    """

    text: str = ""
    attachments: Sequence[Attachment] = ()
    external_userids: Sequence[str] = ()
    tag_lists: Sequence[Sequence[str]] = ()
    sender: str | None = None
    allow_select: bool = False


@dataclass(frozen=True, slots=True)
class GroupBroadcast:
    """A broadcast of a group owner to these groups, or to those he chooses."""

    sender: str
    text: str = ""
    attachments: Sequence[Attachment] = ()
    chat_ids: Sequence[str] = ()


class MadeBroadcast(Answer):
    """The id of a broadcast, and the customers or groups it cannot reach."""

    msgid: str = ""
    fail_list: tuple[str, ...] = ()


class Broadcast(Lenient):
    """A broadcast as the list tells it; ``create_type`` 0 by the corp, 1 by a member.

    ``creator`` is empty for one made by the API; ``create_time`` is unix seconds.
    """

    msgid: str = ""
    creator: str = ""
    create_time: Int = 0
    create_type: Int = 0
    text: SentText = SentText()
    attachments: tuple[SentAttachment, ...] = ()


class BroadcastTask(Lenient):
    """What one member has to confirm; ``status`` 0 not yet, 2 sent at ``send_time``."""

    userid: str = ""
    status: Int = 0
    send_time: Int = 0


class BroadcastResult(Lenient):
    """What became of one customer (``external_userid``) or group (``chat_id``).

    ``status``: 0 not sent, 1 sent at ``send_time``, 2 no friend any more, 3 has had too many.
    """

    external_userid: str = ""
    chat_id: str = ""
    userid: str = ""
    status: Int = 0
    send_time: Int = 0


class _Broadcasts(Page):
    group_msg_list: tuple[Broadcast, ...] = ()


class _Tasks(Page):
    task_list: tuple[BroadcastTask, ...] = ()


class _Results(Page):
    send_list: tuple[BroadcastResult, ...] = ()


class _OldResults(Page):
    detail_list: tuple[BroadcastResult, ...] = ()


class Broadcasts:
    """Verbs on broadcasts."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def add_to_customers(self, broadcast: CustomerBroadcast) -> MadeBroadcast:
        """Make a task: up to 10,000 customers, 4,000 bytes of text, nine attachments.

        Not repeated by itself: a lost answer may hide a task that exists; ``list`` finds it.
        Raises NothingToSendError, TextTooLongError, TooManyError, NobodyToSendError,
        UnknownCustomerError, MediaError, InvalidParameterError, ForbiddenError.
        """
        check_any(
            "a broadcast needs customers, tags or a sender",
            broadcast.external_userids,
            broadcast.tag_lists,
            broadcast.sender,
        )
        check_count("customers", broadcast.external_userids, MAX_CUSTOMERS)
        for tags in broadcast.tag_lists:
            check_count("tags of a list", tags, MAX_TAGS_OF_A_LIST, 1)
        body: dict[str, Any] = {"chat_type": "single"}
        if broadcast.external_userids:
            body["external_userid"] = [*broadcast.external_userids]
        elif broadcast.tag_lists:
            body["tag_filter"] = {
                "group_list": [{"tag_list": [*tags]} for tags in broadcast.tag_lists]
            }
        if broadcast.sender:
            body["sender"] = broadcast.sender
        if broadcast.allow_select:
            body["allow_select"] = True
        return await self._add(body | _content(broadcast.text, broadcast.attachments))

    async def add_to_groups(self, broadcast: GroupBroadcast) -> MadeBroadcast:
        """Make a task for a group owner: up to 2,000 groups, else he chooses them himself.

        Not repeated by itself, as ``add_to_customers``; raises the same and UnknownGroupError.
        """
        check_any("a broadcast to groups needs its sender", broadcast.sender)
        check_count("groups", broadcast.chat_ids, MAX_GROUPS)
        body: dict[str, Any] = {"chat_type": "group", "sender": broadcast.sender}
        if broadcast.chat_ids:
            body["chat_id_list"] = [*broadcast.chat_ids]
        return await self._add(body | _content(broadcast.text, broadcast.attachments))

    async def list(
        self,
        chat_type: ChatType,
        start: int,
        end: int,
        *,
        creator: str | None = None,
        filter_type: int | None = None,
    ) -> AsyncIterator[Broadcast]:
        """Yield the broadcasts made between two unix times, a month apart at most.

        ``filter_type``: 0 made by the corp, 1 by members, 2 all (default). Raises
        InvalidRequestError.
        """
        check_window(start, end, MAX_WINDOW_DAYS)
        body = given(
            chat_type=chat_type,
            start_time=start,
            end_time=end,
            creator=creator,
            filter_type=filter_type,
            limit=_LIST_PAGE,
        )
        path = f"{_ROOT}/get_groupmsg_list_v2"
        async for page in read_pages(self._transport, path, _Broadcasts, body):
            for broadcast in page.group_msg_list:
                yield broadcast

    async def tasks(self, msgid: str) -> AsyncIterator[BroadcastTask]:
        """Yield each member's task; raises NotReadyError just after the making, UnknownIdError."""
        body = {"msgid": msgid, "limit": _ROW_PAGE}
        path = f"{_ROOT}/get_groupmsg_task"
        async for page in read_pages(self._transport, path, _Tasks, body):
            for task in page.task_list:
                yield task

    async def results(self, msgid: str, userid: str) -> AsyncIterator[BroadcastResult]:
        """Yield what became of one member's part; of groups only those that were sent to.

        Raises NotReadyError, UnknownIdError.
        """
        body = {"msgid": msgid, "userid": userid, "limit": _ROW_PAGE}
        path = f"{_ROOT}/get_groupmsg_send_result"
        async for page in read_pages(self._transport, path, _Results, body):
            for result in page.send_list:
                yield result

    async def old_results(self, msgid: str) -> AsyncIterator[BroadcastResult]:
        """Yield the results of a broadcast from before 2020-11-17, which has no tasks."""
        body = {"msgid": msgid, "limit": _OLD_PAGE}
        path = f"{_ROOT}/get_group_msg_result"
        async for page in read_pages(self._transport, path, _OldResults, body):
            for result in page.detail_list:
                yield result

    async def remind(self, msgid: str) -> None:
        """Tell the members again, three times in 24 hours at most; never repeated by itself.

        Raises QuotaError (41094), UnknownIdError.
        """
        path = f"{_ROOT}/remind_groupmsg_send"
        await self._transport.post(path, Answer, {"msgid": msgid}, repeat=Repeat.NEVER)

    async def cancel(self, msgid: str) -> None:
        """Stop who has not sent yet; a second time raises TooLateError."""
        path = f"{_ROOT}/cancel_groupmsg_send"
        body, gone = {"msgid": msgid}, (TooLateError,)
        await self._transport.post(path, Answer, body, repeat=Repeat.WRITE, gone=gone)

    async def _add(self, body: dict[str, Any]) -> MadeBroadcast:
        path = f"{_ROOT}/add_msg_template"
        return await self._transport.post(path, MadeBroadcast, body, repeat=Repeat.NEVER)


def _content(text: str, attachments: Sequence[Attachment]) -> dict[str, Any]:
    check_any("a broadcast needs a text or an attachment", text, attachments)
    check_bytes("text", text, MAX_TEXT_BYTES)
    content: dict[str, Any] = {}
    if text:
        content["text"] = {"content": text}
    if attachments:
        content["attachments"] = message_attachments(attachments)
    return content
