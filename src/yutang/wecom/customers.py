"""Customers and who follows them (documents 92571, 92113, 92114, 92994, 92115, 99434)."""

from collections.abc import AsyncIterator, Sequence
from typing import Final

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.cursors import Page, read_pages
from yutang.wecom.errors import NotFriendError
from yutang.wecom.external_profiles import ExternalProfile
from yutang.wecom.measuring import check_any, check_characters
from yutang.wecom.shapes import given
from yutang.wecom.transport import Repeat, Transport

MAX_STAFF_A_CALL: Final = 100
MAX_REMARK_CHARACTERS: Final = 20
MAX_DESCRIPTION_CHARACTERS: Final = 150
_PAGE: Final = 100
_CONTACTS_A_PAGE: Final = 1000


class ExternalContact(Lenient):
    """The person; ``type`` 1 is a WeChat user, 2 a WeCom user with the last four.

    ``unionid`` needs a WeChat developer account bound to the corp.
    """

    external_userid: str = ""
    name: str = ""
    avatar: str = ""
    type: Int = 0
    gender: Int = 0
    unionid: str = ""
    position: str = ""
    corp_name: str = ""
    corp_full_name: str = ""
    external_profile: ExternalProfile | None = None


class FollowTag(Lenient):
    """A tag on one relation; ``type`` 1 corp, 2 personal (without an id), 3 strategy."""

    group_name: str = ""
    tag_name: str = ""
    tag_id: str = ""
    type: Int = 0


class FollowChannels(Lenient):
    """The Channels account (``add_way`` 10); ``source`` 1 home page, 2 live room, 3 form."""

    nickname: str = ""
    source: Int = 0


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
    wechat_channels: FollowChannels | None = None


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
    wechat_channels: FollowChannels | None = None


class CustomerRow(Lenient):
    """One (member, customer) pair."""

    external_contact: ExternalContact = ExternalContact()
    follow_info: FollowInfo = FollowInfo()


class Unread(Lenient):
    """Members of a batch whose customers it does not show: they have no licence.

    Only apps of providers need one; where no member of a batch has it the call ends with
    ForbiddenError (701008).
    """

    unlicensed_userid_list: tuple[str, ...] = ()


class CustomerPage(Page):
    """Up to 100 pairs; may hold fewer though more follow."""

    external_contact_list: tuple[CustomerRow, ...] = ()
    fail_info: Unread = Unread()


class ServedContact(Lenient):
    """Somebody whom a member served, a customer or not.

    A customer has an ``external_userid``, anybody else a masked ``name``. ``follow_userid`` is
    the member or the owner of a group: of a customer group ``chat_id`` is told, of another
    ``chat_name``. ``tmp_openid`` means the same person within this one listing, for 4 hours.
    """

    is_customer: bool = False
    tmp_openid: str = ""
    external_userid: str = ""
    name: str = ""
    follow_userid: str = ""
    chat_id: str = ""
    chat_name: str = ""
    add_time: Int = 0


class _ContactPage(Page):
    info_list: tuple[ServedContact, ...] = ()


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
            body = {
                "userid_list": list(userids[start : start + MAX_STAFF_A_CALL]),
                "cursor": "",
                "limit": _PAGE,
            }
            async for page in read_pages(self._transport, path, CustomerPage, body):
                yield page

    async def contact_list(self) -> AsyncIterator[ServedContact]:
        """Yield everybody whom members served, customers or not; for self-built apps only.

        Take it in one go: whoever starts anew changes all ``tmp_openid``, and after 4 hours
        InvalidParameterError (50100) ends the walk.
        """
        path = "/cgi-bin/externalcontact/contact_list"
        body = {"limit": _CONTACTS_A_PAGE}
        async for page in read_pages(self._transport, path, _ContactPage, body):
            for contact in page.info_list:
                yield contact

    async def remark(
        self,
        userid: str,
        external_userid: str,
        *,
        remark: str | None = None,
        description: str | None = None,
        company: str | None = None,
        mobiles: Sequence[str] | None = None,
        picture_media_id: str | None = None,
    ) -> None:
        """Change what is given; ``mobiles`` replaces all, an empty list clears them.

        ``company`` is for WeChat users; the picture comes from ``media.upload``. WeCom takes five
        calls at once for a corp. Raises TextTooLongError, NothingToSendError, NotFriendError,
        UnknownCustomerError, UnknownStaffError, ConcurrencyError, MediaError.
        """
        check_characters("remark", remark, MAX_REMARK_CHARACTERS)
        check_characters("description", description, MAX_DESCRIPTION_CHARACTERS)
        check_characters("remark_company", company, MAX_REMARK_CHARACTERS)
        body = given(
            remark=remark,
            description=description,
            remark_company=company,
            remark_mobiles=None if mobiles is None else list(mobiles) or [""],
            remark_pic_mediaid=picture_media_id,
        )
        check_any("a remark changes at least one field", body)
        await self._transport.post(
            "/cgi-bin/externalcontact/remark",
            Answer,
            {"userid": userid, "external_userid": external_userid, **body},
            repeat=Repeat.WRITE,
        )
