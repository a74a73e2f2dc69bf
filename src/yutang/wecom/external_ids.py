"""Ids of customers and groups turned into others (92323, 95884, 98729, 94822).

What only service providers may turn is not here.
"""

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from yutang.wecom.answers import Answer, Lenient
from yutang.wecom.measuring import check_count
from yutang.wecom.transport import Repeat, Transport

MAX_TEMPORARY_IDS: Final = 100


class TemporarySource(IntEnum):
    """Where a temporary id was met."""

    MEETING = 1
    FORM = 2
    SMART_SHEET = 3


class TemporaryUser(IntEnum):
    """Who a temporary id stands for."""

    CUSTOMER = 1
    CORP_GROUP = 2
    UPSTREAM_DOWNSTREAM = 3
    LINKED_CORP = 4


class TemporaryIdFound(Lenient):
    """Who it is: a customer by ``external_userid``, others by ``corpid`` and ``userid``."""

    tmp_external_userid: str = ""
    external_userid: str = ""
    corpid: str = ""
    userid: str = ""


class TemporaryIds(Answer):
    """The ids that could be turned, and those that could not."""

    results: tuple[TemporaryIdFound, ...] = ()
    invalid_tmp_external_userid_list: tuple[str, ...] = ()


class _OpenId(Answer):
    openid: str = ""


class _CustomerId(Answer):
    external_userid: str = ""


class _ChatId(Answer):
    chat_id: str = ""


class ExternalIds:
    """Verbs on ids of customers and groups."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def openid(self, external_userid: str) -> str:
        """Return a WeChat user's openid, which payments need; WeCom users have none.

        Raises UnknownCustomerError.
        """
        path = "/cgi-bin/externalcontact/convert_to_openid"
        body = {"external_userid": external_userid}
        return (await self._transport.post(path, _OpenId, body, repeat=Repeat.READ)).openid

    async def from_service(self, external_userid: str, source_agentid: int) -> str:
        """Turn the id that a provider's app knows into the corp's own.

        A follower, or the owner of a group, must be visible to both apps. Raises
        UnknownCustomerError, ForbiddenError.
        """
        path = "/cgi-bin/externalcontact/from_service_external_userid"
        body = {"external_userid": external_userid, "source_agentid": source_agentid}
        answer = await self._transport.post(path, _CustomerId, body, repeat=Repeat.READ)
        return answer.external_userid

    async def from_temporary(
        self, source: TemporarySource, user: TemporaryUser, ids: Sequence[str]
    ) -> TemporaryIds:
        """Turn 1 to 100 ids that this app got from a meeting, form or sheet.

        Raises TooManyError.
        """
        check_count("temporary ids", ids, MAX_TEMPORARY_IDS, 1)
        path = "/cgi-bin/idconvert/convert_tmp_external_userid"
        body = {
            "business_type": int(source),
            "user_type": int(user),
            "tmp_external_userid_list": list(ids),
        }
        return await self._transport.post(path, TemporaryIds, body, repeat=Repeat.READ)

    async def chat_id(self, opengid: str) -> str:
        """Turn the opengid of ``wx.getGroupEnterInfo`` into the id of a group of the corp's own.

        Raises UnknownGroupError (90509 no customer group, 90511 unknown).
        """
        path = "/cgi-bin/externalcontact/opengid_to_chatid"
        answer = await self._transport.post(path, _ChatId, {"opengid": opengid}, repeat=Repeat.READ)
        return answer.chat_id
