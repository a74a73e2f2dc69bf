"""Moments of the corp (客户朋友圈, documents 93506, 95094, 97612, 93333): members confirm them.

No callback tells of them. WeCom takes ten a minute and 100,000 a month from the API.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.attachments import (
    MomentAttachment,
    SentFile,
    SentImage,
    SentLink,
    SentText,
    moment_attachments,
)
from yutang.wecom.cursors import Page, read_pages
from yutang.wecom.measuring import (
    check_any,
    check_bytes,
    check_characters,
    check_count,
    check_window,
)
from yutang.wecom.shapes import given
from yutang.wecom.transport import Repeat, Transport

MAX_TEXT_CHARACTERS: Final = 2000
MAX_TEXT_BYTES: Final = 4000
MAX_SENDERS: Final = 100_000
MAX_WINDOW_DAYS: Final = 30
_ROOT: Final = "/cgi-bin/externalcontact"
_LIST_PAGE: Final = 20
_ROW_PAGE: Final = 1000
_SEEN_PAGE: Final = 5000


@dataclass(frozen=True, slots=True)
class NewMoment:
    """A moment to make, of a text and attachments of one kind.

    Without senders and tags it goes to all members in the app's range and all their customers;
    with corp tags only to customers who carry one, and it is then partly visible.
    """

    text: str = ""
    attachments: Sequence[MomentAttachment] = ()
    senders: Sequence[str] = ()
    departments: Sequence[int] = ()
    tag_ids: Sequence[str] = ()


class InvalidSenders(Lenient):
    """Members and departments that are unknown or out of range."""

    user_list: tuple[str, ...] = ()
    department_list: tuple[Int, ...] = ()


class InvalidTags(Lenient):
    """Tags that are unknown."""

    tag_list: tuple[str, ...] = ()


class MadeMoment(Lenient):
    """What a finished job made; an ``errcode`` other than 0 says that it made nothing."""

    errcode: Int = 0
    errmsg: str = ""
    moment_id: str = ""
    invalid_sender_list: InvalidSenders = InvalidSenders()
    invalid_external_contact_list: InvalidTags = InvalidTags()


class MomentJob(Answer):
    """How far a job is; ``status`` 1 made, 2 running, 3 finished, and only then the result."""

    status: Int = 0
    type: str = ""
    result: MadeMoment = MadeMoment()


class Place(Lenient):
    """Where a moment was posted; WeCom sends the numbers as text."""

    latitude: str = ""
    longitude: str = ""
    name: str = ""


class Moment(Lenient):
    """A moment; ``create_type`` 0 by the corp, 1 by a member; ``visible_type`` 0 partly, 1 all.

    ``creator`` is empty for one made by the API; ``create_time`` is unix seconds.
    """

    moment_id: str = ""
    creator: str = ""
    create_time: Int = 0
    create_type: Int = 0
    visible_type: Int = 0
    text: SentText = SentText()
    image: tuple[SentImage, ...] = ()
    video: SentFile = SentFile()
    link: SentLink = SentLink()
    location: Place = Place()


class MomentTask(Lenient):
    """What one member has to post; ``publish_status`` 0 not yet, 1 posted."""

    userid: str = ""
    publish_status: Int = 0


class MomentCustomer(Lenient):
    """A customer in the range chosen when posting, or one who can see the moment."""

    userid: str = ""
    external_userid: str = ""


class Reaction(Lenient):
    """A like or comment of a customer or a member, never both; its words are not told."""

    external_userid: str = ""
    userid: str = ""
    create_time: Int = 0


class Reactions(Answer):
    """All comments and likes of one member's post."""

    comment_list: tuple[Reaction, ...] = ()
    like_list: tuple[Reaction, ...] = ()


class _Job(Answer):
    jobid: str = ""


class _Moments(Page):
    moment_list: tuple[Moment, ...] = ()


class _Tasks(Page):
    task_list: tuple[MomentTask, ...] = ()


class _Customers(Page):
    customer_list: tuple[MomentCustomer, ...] = ()


class Moments:
    """Verbs on moments."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def add_task(self, moment: NewMoment) -> str:
        """Make a moment: 2,000 characters or 4,000 bytes, nine pictures or a film or a link.

        Return the id of a job that lives 24 hours. Not repeated by itself: a lost answer may
        hide a job that runs; ``list`` finds the moment. Raises NothingToSendError,
        TextTooLongError, TooManyError, InvalidRequestError, QuotaError (41078, 41210),
        ForbiddenError (41211), UnknownTagError, MediaError, FrequencyError.
        """
        check_any("a moment needs a text or an attachment", moment.text, moment.attachments)
        check_characters("text", moment.text, MAX_TEXT_CHARACTERS)
        check_bytes("text", moment.text, MAX_TEXT_BYTES)
        check_count("senders", moment.senders, MAX_SENDERS)
        body: dict[str, Any] = {}
        if moment.text:
            body["text"] = {"content": moment.text}
        if moment.attachments:
            body["attachments"] = moment_attachments(moment.attachments)
        senders = given(
            user_list=moment.senders or None, department_list=moment.departments or None
        )
        visible: dict[str, Any] = {"sender_list": senders} if senders else {}
        if moment.tag_ids:
            visible["external_contact_list"] = {"tag_list": [*moment.tag_ids]}
        if visible:
            body["visible_range"] = visible
        path = f"{_ROOT}/add_moment_task"
        return (await self._transport.post(path, _Job, body, repeat=Repeat.NEVER)).jobid

    async def task_result(self, jobid: str) -> MomentJob:
        """Return how far a job is, for 24 hours; raises UnknownIdError."""
        return await self._transport.get(f"{_ROOT}/get_moment_task_result", MomentJob, jobid=jobid)

    async def cancel(self, moment_id: str) -> None:
        """Stop who has not posted yet; what is posted stays. Raises UnknownIdError."""
        path = f"{_ROOT}/cancel_moment_task"
        await self._transport.post(path, Answer, {"moment_id": moment_id}, repeat=Repeat.WRITE)

    async def list(
        self,
        start: int,
        end: int,
        *,
        creator: str | None = None,
        filter_type: int | None = None,
    ) -> AsyncIterator[Moment]:
        """Yield the moments made between two unix times, both left out, 30 days apart at most.

        ``filter_type``: 0 by the corp, 1 by members, 2 all (default). Deleted ones are missing.
        Raises InvalidRequestError.
        """
        check_window(start, end, MAX_WINDOW_DAYS)
        body = given(
            start_time=start,
            end_time=end,
            creator=creator,
            filter_type=filter_type,
            limit=_LIST_PAGE,
        )
        path = f"{_ROOT}/get_moment_list"
        async for page in read_pages(self._transport, path, _Moments, body):
            for moment in page.moment_list:
                yield moment

    async def tasks(self, moment_id: str) -> AsyncIterator[MomentTask]:
        """Yield each member's task, of the corp's moments only.

        Raises NotReadyError just after the making, UnknownIdError, InvalidParameterError (41067).
        """
        body = {"moment_id": moment_id, "limit": _ROW_PAGE}
        path = f"{_ROOT}/get_moment_task"
        async for page in read_pages(self._transport, path, _Tasks, body):
            for task in page.task_list:
                yield task

    async def customers(self, moment_id: str, userid: str) -> AsyncIterator[MomentCustomer]:
        """Yield the customers in the range that the member chose when posting.

        Raises NotPublishedError, NotReadyError, UnknownIdError.
        """
        path = f"{_ROOT}/get_moment_customer_list"
        body = {"moment_id": moment_id, "userid": userid, "limit": _ROW_PAGE}
        async for page in read_pages(self._transport, path, _Customers, body):
            for customer in page.customer_list:
                yield customer

    async def seen_by(self, moment_id: str, userid: str) -> AsyncIterator[str]:
        """Yield the external_userids of customers who can see the member's post.

        Raises NotPublishedError, NotReadyError, UnknownIdError.
        """
        path = f"{_ROOT}/get_moment_send_result"
        body = {"moment_id": moment_id, "userid": userid, "limit": _SEEN_PAGE}
        async for page in read_pages(self._transport, path, _Customers, body):
            for customer in page.customer_list:
                yield customer.external_userid

    async def reactions(self, moment_id: str, userid: str) -> Reactions:
        """Return the likes and comments of the member's post, in one answer.

        Raises NotPublishedError, NotReadyError, UnknownIdError.
        """
        path = f"{_ROOT}/get_moment_comments"
        body = {"moment_id": moment_id, "userid": userid}
        return await self._transport.post(path, Reactions, body, repeat=Repeat.READ)
