"""Customers and who follows them (documents 92571, 92113, 92114, 92994, 92115)."""

from collections.abc import AsyncIterator, Sequence
from typing import Any, Final

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.errors import NotFriendError, NothingToSendError, TextTooLongError
from yutang.wecom.transport import Repeat, Transport

MAX_STAFF_A_CALL: Final = 100
MAX_REMARK_CHARACTERS: Final = 20
MAX_DESCRIPTION_CHARACTERS: Final = 150
_PAGE: Final = 100


class ExternalContact(Lenient):
    """The person; ``type`` 1 is a WeChat user, 2 a WeCom user."""

    external_userid: str = ""
    name: str = ""
    avatar: str = ""
    type: Int = 0
    gender: Int = 0
    unionid: str = ""
    position: str = ""
    corp_name: str = ""
    corp_full_name: str = ""


class FollowTag(Lenient):
    """A tag on one relation; ``type`` 1 corp, 2 personal (without an id), 3 strategy."""

    group_name: str = ""
    tag_name: str = ""
    tag_id: str = ""
    type: Int = 0


class Follow(Lenient):
    """One member's relation to a customer; ``createtime`` is unix seconds."""

    userid: str = ""
    remark: str = ""
    description: str = ""
    createtime: Int = 0
    tags: tuple[FollowTag, ...] = ()
    remark_corp_name: str = ""
    remark_mobiles: tuple[str, ...] = ()
    oper_userid: str = ""
    add_way: Int = 0
    state: str = ""


class CustomerDetail(Answer):
    """A customer with all his followers."""

    external_contact: ExternalContact = ExternalContact()
    follow_user: tuple[Follow, ...] = ()
    next_cursor: str = ""


class FollowInfo(Lenient):
    """A relation as the batch call shows it: tag ids only, personal tags not at all."""

    userid: str = ""
    remark: str = ""
    description: str = ""
    createtime: Int = 0
    tag_id: tuple[str, ...] = ()
    remark_corp_name: str = ""
    remark_mobiles: tuple[str, ...] = ()
    oper_userid: str = ""
    add_way: Int = 0
    state: str = ""


class CustomerRow(Lenient):
    """One (member, customer) pair."""

    external_contact: ExternalContact = ExternalContact()
    follow_info: FollowInfo = FollowInfo()


class _Failed(Lenient):
    unlicensed_userid_list: tuple[str, ...] = ()


class CustomerPage(Answer):
    """Up to 100 pairs; may hold fewer though more follow."""

    external_contact_list: tuple[CustomerRow, ...] = ()
    next_cursor: str = ""
    fail_info: _Failed = _Failed()


class _Followers(Answer):
    follow_user: tuple[str, ...] = ()


class _Ids(Answer):
    external_userid: tuple[str, ...] = ()


class Customers:
    """Verbs on customers."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def follow_user_list(self) -> tuple[str, ...]:
        """Return the members with customer contact in the app's visible range."""
        path = "/cgi-bin/externalcontact/get_follow_user_list"
        return (await self._transport.get(path, _Followers)).follow_user

    async def list_ids(self, userid: str) -> tuple[str, ...]:
        """Return the external_userids of a member's customers; none is an empty tuple.

        Customers who deleted the member still count, those the member deleted do not.
        """
        try:
            answer = await self._transport.get("/cgi-bin/externalcontact/list", _Ids, userid=userid)
        except NotFriendError:
            # So WeCom says that a member has no customers at all.
            return ()
        return answer.external_userid

    async def get(self, external_userid: str) -> CustomerDetail:
        """Read a customer with all pages of followers (500 each).

        Raises NotFriendError (also for a moment after an add event, and while a half add is not
        confirmed) and UnknownCustomerError.
        """
        path = "/cgi-bin/externalcontact/get"
        detail = await self._transport.get(path, CustomerDetail, external_userid=external_userid)
        follows, cursor = list(detail.follow_user), detail.next_cursor
        while cursor:
            page = await self._transport.get(
                path, CustomerDetail, external_userid=external_userid, cursor=cursor
            )
            follows += page.follow_user
            cursor = page.next_cursor
        return detail.model_copy(update={"follow_user": tuple(follows), "next_cursor": ""})

    async def batch_by_user(self, userids: Sequence[str]) -> AsyncIterator[CustomerPage]:
        """Yield pages of all customers of these members, 100 members a call.

        Raises ConcurrencyError, FrequencyError, ForbiddenError.
        """
        path = "/cgi-bin/externalcontact/batch/get_by_user"
        for start in range(0, len(userids), MAX_STAFF_A_CALL):
            body: dict[str, Any] = {
                "userid_list": list(userids[start : start + MAX_STAFF_A_CALL]),
                "cursor": "",
                "limit": _PAGE,
            }
            while True:
                page = await self._transport.post(path, CustomerPage, body, repeat=Repeat.READ)
                yield page
                if not page.next_cursor:
                    break
                body["cursor"] = page.next_cursor

    async def remark(
        self,
        userid: str,
        external_userid: str,
        *,
        remark: str | None = None,
        description: str | None = None,
        company: str | None = None,
        mobiles: Sequence[str] | None = None,
    ) -> None:
        """Change what is given; ``mobiles`` replaces all, an empty list clears them.

        Raises TextTooLongError, NothingToSendError, NotFriendError, UnknownCustomerError.
        """
        _check("remark", remark, MAX_REMARK_CHARACTERS)
        _check("description", description, MAX_DESCRIPTION_CHARACTERS)
        _check("remark_company", company, MAX_REMARK_CHARACTERS)
        given = {
            "remark": remark,
            "description": description,
            "remark_company": company,
            "remark_mobiles": None if mobiles is None else list(mobiles) or [""],
        }
        body = {name: value for name, value in given.items() if value is not None}
        if not body:
            message = "a remark changes at least one field"
            raise NothingToSendError(message)
        await self._transport.post(
            "/cgi-bin/externalcontact/remark",
            Answer,
            {"userid": userid, "external_userid": external_userid, **body},
            repeat=Repeat.WRITE,
        )


def _check(name: str, text: str | None, limit: int) -> None:
    if text is not None and len(text) > limit:
        raise TextTooLongError(name, len(text), limit, "characters")
