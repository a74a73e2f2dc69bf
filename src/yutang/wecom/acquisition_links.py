"""Customer acquisition links (documents 97297, 97298, 97375, 100130).

An app sees only the links it made; the system app's secret is not accepted here.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from pydantic import model_validator

from yutang.wecom.answers import Answer, Int, Lenient
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

MAX_NAME_CHARACTERS: Final = 30
MAX_STAFF: Final = 500
MAX_PRIORITY_STAFF: Final = 1000
MAX_CHANNEL_BYTES: Final = 64
MAX_STATISTIC_DAYS: Final = 30
_LINKS_A_PAGE: Final = 100
_CUSTOMERS_A_PAGE: Final = 1000
_AREA: Final = "/cgi-bin/externalcontact/customer_acquisition"


class PriorityKind(IntEnum):
    """Whom a customer is led to first: any friend in the corp, or one of those named."""

    FRIEND_IN_CORP = 1
    FRIEND_AMONG = 2


@dataclass(frozen=True, slots=True)
class LinkRange:
    """Who receives the customers: members and departments, 500 people together.

    Raises NothingToSendError, TooManyError when made.
    """

    userids: Sequence[str] = ()
    departments: Sequence[int] = ()

    def __post_init__(self) -> None:
        """Count."""
        check_any("a link needs members or departments", self.userids, self.departments)
        check_count("members", self.userids, MAX_STAFF)

    def json(self) -> dict[str, Any]:
        """Return it in WeCom's shape."""
        return given(user_list=self.userids or None, department_list=self.departments or None)


@dataclass(frozen=True, slots=True)
class LinkPriority:
    """Which friend goes first; the second kind names 1 to 1,000 members.

    Raises TooManyError when made.
    """

    kind: PriorityKind
    userids: Sequence[str] = ()

    def __post_init__(self) -> None:
        """Count."""
        least = 1 if self.kind is PriorityKind.FRIEND_AMONG else 0
        check_count("priority members", self.userids, MAX_PRIORITY_STAFF, least=least)

    def json(self) -> dict[str, Any]:
        """Return it in WeCom's shape."""
        return {
            "priority_type": int(self.kind),
            **given(priority_userid_list=self.userids or None),
        }


class AcquisitionLink(Lenient):
    """A link; WeCom leaves the id out when one link is read."""

    link_id: str = ""
    link_name: str = ""
    url: str = ""
    create_time: Int = 0
    skip_verify: bool = True
    mark_source: bool = True


class LinkRangeFound(Lenient):
    """Who receives the customers."""

    user_list: tuple[str, ...] = ()
    department_list: tuple[Int, ...] = ()


class LinkPriorityFound(Lenient):
    """Which friend goes first; 0 is none."""

    priority_type: Int = 0
    priority_userid_list: tuple[str, ...] = ()


class LinkDetail(Answer):
    """A link with its members."""

    link: AcquisitionLink = AcquisitionLink()
    range: LinkRangeFound = LinkRangeFound()
    priority_option: LinkPriorityFound = LinkPriorityFound()

    @model_validator(mode="before")
    @classmethod
    def _with_skip_verify(cls, value: Any) -> Any:
        # It stood beside the link before it stood in it, and some answers still have it there.
        if not isinstance(value, dict) or value.get("skip_verify") is None:
            return value
        link = value.get("link") or {}
        return {**value, "link": {"skip_verify": value["skip_verify"], **link}}


class LinkCustomer(Lenient):
    """A customer of a link, once for each member; ``chat_status`` 0 silent, 1 spoke, 2 unknown."""

    external_userid: str = ""
    userid: str = ""
    chat_status: Int = 0
    state: str = ""


class QuotaPart(Lenient):
    """A part of the quota; ``expire_date`` is the midnight of its last day in unix seconds."""

    expire_date: Int = 0
    balance: Int = 0


class LinkQuota(Answer):
    """``total`` customers were won so far, ``balance`` more may be."""

    total: Int = 0
    balance: Int = 0
    quota_list: tuple[QuotaPart, ...] = ()


class LinkStatistic(Answer):
    """Who clicked and who became a customer."""

    click_link_customer_cnt: Int = 0
    new_customer_cnt: Int = 0


class ChatCount(Lenient):
    """How many messages the customer sent, and through which link he came."""

    recv_msg_cnt: Int = 0
    link_id: str = ""
    state: str = ""


class ChatInfo(Answer):
    """What a ChatKey stands for."""

    userid: str = ""
    external_userid: str = ""
    chat_info: ChatCount = ChatCount()


class _Made(Answer):
    link: AcquisitionLink = AcquisitionLink()


class _LinkPage(Page):
    link_id_list: tuple[str, ...] = ()


class _CustomerPage(Page):
    customer_list: tuple[LinkCustomer, ...] = ()


class AcquisitionLinks:
    """Verbs on customer acquisition links."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def list(self) -> AsyncIterator[str]:
        """Yield the ids of this app's links that are still valid."""
        body = {"limit": _LINKS_A_PAGE}
        async for page in read_pages(self._transport, f"{_AREA}/list_link", _LinkPage, body):
            for link_id in page.link_id_list:
                yield link_id

    async def get(self, link_id: str) -> LinkDetail:
        """Read one; its answer does not repeat the id."""
        body = {"link_id": link_id}
        return await self._transport.post(f"{_AREA}/get", LinkDetail, body, repeat=Repeat.READ)

    async def create(
        self,
        name: str,
        range_: LinkRange,
        *,
        skip_verify: bool = True,
        priority: LinkPriority | None = None,
    ) -> AcquisitionLink:
        """Make one, its name up to 30 characters.

        Never repeated by itself: after UnknownOutcomeError look for it with ``list`` and
        ``get``, by its name. Raises NothingToSendError, TextTooLongError, QuotaError (41095),
        CorpNotReadyError (41200: no priority for this corp, 41305), ForbiddenError.
        """
        check_any("a link needs a name", name)
        check_characters("link_name", name, MAX_NAME_CHARACTERS)
        body = {"link_name": name, "range": range_.json(), "skip_verify": skip_verify}
        if priority is not None:
            body["priority_option"] = priority.json()
        path = f"{_AREA}/create_link"
        return (await self._transport.post(path, _Made, body, repeat=Repeat.NEVER)).link

    async def update(
        self,
        link_id: str,
        *,
        name: str | None = None,
        range_: LinkRange | None = None,
        skip_verify: bool | None = None,
        priority: LinkPriority | None = None,
    ) -> None:
        """Change what is given, range and priority as a whole; raises what ``create`` raises."""
        check_characters("link_name", name, MAX_NAME_CHARACTERS)
        changes = given(
            link_name=name,
            range=None if range_ is None else range_.json(),
            skip_verify=skip_verify,
            priority_option=None if priority is None else priority.json(),
        )
        body = {"link_id": link_id, **changes}
        await self._transport.post(f"{_AREA}/update_link", Answer, body, repeat=Repeat.WRITE)

    async def delete(self, link_id: str) -> None:
        """Delete one; no callback tells of it."""
        body = {"link_id": link_id}
        await self._transport.post(f"{_AREA}/delete_link", Answer, body, repeat=Repeat.WRITE)

    async def customers(self, link_id: str) -> AsyncIterator[LinkCustomer]:
        """Yield who came through a link, a customer once for each member who has him."""
        body = {"link_id": link_id, "limit": _CUSTOMERS_A_PAGE}
        async for page in read_pages(self._transport, f"{_AREA}/customer", _CustomerPage, body):
            for customer in page.customer_list:
                yield customer

    async def quota(self) -> LinkQuota:
        """Read how many customers may still be won."""
        return await self._transport.get(f"{_AREA}_quota", LinkQuota)

    async def statistic(self, link_id: str, start_time: int, end_time: int) -> LinkStatistic:
        """Count clicks and new customers of whole days, the first and the last included.

        Up to 30 days out of the last 180, in unix seconds. Raises InvalidRequestError.
        """
        check_window(start_time, end_time, MAX_STATISTIC_DAYS)
        body = {"link_id": link_id, "start_time": start_time, "end_time": end_time}
        path = f"{_AREA}/statistic"
        return await self._transport.post(path, LinkStatistic, body, repeat=Repeat.READ)

    async def chat_info(self, chat_key: str) -> ChatInfo:
        """Redeem the ChatKey of a callback within 30 minutes; raises ChatKeyGoneError."""
        body = {"chat_key": chat_key}
        return await self._transport.post(
            f"{_AREA}/get_chat_info", ChatInfo, body, repeat=Repeat.READ
        )


def channel_url(url: str, channel: str) -> str:
    """Return a link's address that brings ``channel`` back as the customer's state.

    64 bytes: WeCom cuts the rest, so a longer one raises TextTooLongError.
    """
    check_bytes("customer_channel", channel, MAX_CHANNEL_BYTES)
    parts = urlsplit(url)
    query = urlencode({"customer_channel": channel}, quote_via=quote)
    joined = f"{parts.query}&{query}" if parts.query else query
    return urlunsplit(parts._replace(query=joined))


def scheme_url(url: str) -> str:
    """Return the address that opens a link's page out of another app."""
    return "weixin://biz/ww/profile/" + quote(url, safe="")
