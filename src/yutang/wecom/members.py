"""Changes of members and look-ups of their ids (documents 90193 to 90221, 96070).

Only the contacts-sync secret may write; a self-built app gets ForbiddenError (48002) there.
"""

import re
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.cursors import Page, read_pages
from yutang.wecom.errors import UnknownStaffError
from yutang.wecom.measuring import check_any, check_bytes, check_characters, check_count, check_that
from yutang.wecom.shapes import given, plain
from yutang.wecom.transport import Repeat, Transport

MAX_NAME_CHARACTERS: Final = 64
MAX_POSITION_CHARACTERS: Final = 128
MAX_ADDRESS_CHARACTERS: Final = 128
MAX_EXTERNAL_POSITION_CHARACTERS: Final = 12
MAX_TELEPHONE_BYTES: Final = 32
MAX_MAIL_BYTES: Final = 64
MOBILE_BYTES: Final = (5, 32)
MAX_DEPARTMENTS: Final = 100
MAX_ALIASES: Final = 5
MAX_A_DELETION: Final = 200
MAX_INVITED: Final = 1000
MAX_INVITED_GROUPS: Final = 100
_USERID: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z_\-@.]{0,63}")
_PAGE: Final = 10_000
_ROOT: Final = "/cgi-bin/user"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextAttribute:
    """An attribute of a member that is a text."""

    name: str
    value: str

    def json(self) -> dict[str, Any]:
        """Return it in WeCom's shape."""
        return {"type": 0, "name": self.name, "text": {"value": self.value}}


@dataclass(frozen=True, slots=True, kw_only=True)
class WebAttribute:
    """An attribute of a member that is a link."""

    name: str
    url: str
    title: str

    def json(self) -> dict[str, Any]:
        """Return it in WeCom's shape."""
        return {"type": 1, "name": self.name, "web": {"url": self.url, "title": self.title}}


@dataclass(frozen=True, slots=True, kw_only=True)
class MiniProgramAttribute:
    """An attribute of a member's outward profile that is a mini program."""

    name: str
    appid: str
    pagepath: str
    title: str

    def json(self) -> dict[str, Any]:
        """Return it in WeCom's shape."""
        program = {"appid": self.appid, "pagepath": self.pagepath, "title": self.title}
        return {"type": 2, "name": self.name, "miniprogram": program}


Attribute = TextAttribute | WebAttribute | MiniProgramAttribute


@dataclass(frozen=True, slots=True, kw_only=True)
class OutwardProfile:
    """What customers see of a member: the corp's short name, a channel, attributes."""

    corp_name: str | None = None
    channel: str | None = None
    attributes: Sequence[Attribute] = ()

    def json(self) -> dict[str, Any]:
        """Return it in WeCom's shape."""
        return given(
            external_corp_name=self.corp_name,
            wechat_channels=None if self.channel is None else {"nickname": self.channel},
            external_attr=[attribute.json() for attribute in self.attributes] or None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFields:
    """Fields of a member under WeCom's names; what is None stays as it is.

    ``order`` and ``is_leader_in_dept`` (0, 1) go with ``department``, one for each. ``gender`` is
    "1" male or "2" female, ``enable`` 1 or 0. Raises InvalidRequestError when made wrong.
    """

    name: str | None = None
    alias: str | None = None
    mobile: str | None = None
    email: str | None = None
    biz_mail: str | None = None
    department: Sequence[int] | None = None
    order: Sequence[int] | None = None
    position: str | None = None
    gender: str | None = None
    telephone: str | None = None
    is_leader_in_dept: Sequence[int] | None = None
    direct_leader: Sequence[str] | None = None
    avatar_mediaid: str | None = None
    enable: int | None = None
    external_position: str | None = None
    nickname: str | None = None
    address: str | None = None
    main_department: int | None = None

    def __post_init__(self) -> None:
        """Measure each field by the limits of the document."""
        check_characters("name", self.name, MAX_NAME_CHARACTERS)
        check_characters("alias", self.alias, MAX_NAME_CHARACTERS)
        check_characters("position", self.position, MAX_POSITION_CHARACTERS)
        check_characters("address", self.address, MAX_ADDRESS_CHARACTERS)
        check_characters(
            "external position", self.external_position, MAX_EXTERNAL_POSITION_CHARACTERS
        )
        check_bytes("telephone", self.telephone, MAX_TELEPHONE_BYTES)
        check_bytes("email", self.email, MAX_MAIL_BYTES)
        check_bytes("biz_mail", self.biz_mail, MAX_MAIL_BYTES)
        check_count("departments", self.department or (), MAX_DEPARTMENTS)
        for name in ("order", "is_leader_in_dept"):
            values = getattr(self, name)
            fits = values is None or len(values) == len(self.department or ())
            check_that(fits, f"{name} has one value for each department")


class InvitedNobody(Answer):
    """Whom an invitation did not reach."""

    invaliduser: tuple[str, ...] = ()
    invalidparty: tuple[Int, ...] = ()
    invalidtag: tuple[Int, ...] = ()


class Membership(Lenient):
    """A member in one department; who is in several has several rows."""

    userid: str = ""
    department: Int = 0


class _Id(Answer):
    userid: str = ""
    openid: str = ""


class _Memberships(Page):
    dept_user: tuple[Membership, ...] = ()


class _Join(Answer):
    join_qrcode: str = ""


class _Active(Answer):
    active_cnt: Int = 0


class Members:
    """Verbs that change members or find their ids."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def create(
        self,
        userid: str,
        fields: MemberFields,
        *,
        mail_aliases: Sequence[str] = (),
        attributes: Sequence[Attribute] = (),
        profile: OutwardProfile | None = None,
        invite: bool | None = None,
    ) -> None:
        """Add a member with a name, and a mobile or an address.

        Not repeated by itself: what went through is refused the second time. Raises
        NothingToSendError, InvalidRequestError, NameTakenError, QuotaError, UnknownIdError,
        InvalidParameterError, ForbiddenError.
        """
        check_that(_USERID.fullmatch(userid), "a userid has 1 to 64 of letters, digits and _-@.")
        check_any("a member needs a name", fields.name)
        check_any("a member needs a mobile or an address", fields.mobile, fields.email)
        body = {"userid": userid, **_member(fields, mail_aliases, attributes, profile)}
        if invite is not None:
            body["to_invite"] = invite
        await self._transport.post(f"{_ROOT}/create", Answer, body, repeat=Repeat.NEVER)

    async def update(
        self,
        userid: str,
        fields: MemberFields,
        *,
        mail_aliases: Sequence[str] = (),
        attributes: Sequence[Attribute] = (),
        profile: OutwardProfile | None = None,
        new_userid: str | None = None,
    ) -> None:
        """Change what is given; an id that WeCom made may be changed once.

        WeCom ignores mobile and address of an activated member without a word. Raises
        UnknownStaffError, ForbiddenError (301036 for the id), as ``create``.
        """
        body = _member(fields, mail_aliases, attributes, profile)
        if new_userid is not None:
            check_that(_USERID.fullmatch(new_userid), "a userid has letters, digits and _-@.")
            body["new_userid"] = new_userid
        check_any("nothing to change", body)
        body = {"userid": userid, **body}
        await self._transport.post(f"{_ROOT}/update", Answer, body, repeat=Repeat.WRITE)

    async def delete(self, userid: str) -> None:
        """Delete a member; raises UnknownStaffError, ForbiddenError (301005 for the creator)."""
        gone = (UnknownStaffError,)
        await self._transport.get(f"{_ROOT}/delete", Answer, gone=gone, userid=userid)

    async def delete_many(self, userids: Sequence[str]) -> None:
        """Delete up to 200 members; one unknown id fails them all (UnknownStaffError)."""
        check_count("members", userids, MAX_A_DELETION, 1)
        body = {"useridlist": [*userids]}
        await self._transport.post(f"{_ROOT}/batchdelete", Answer, body, repeat=Repeat.WRITE)

    async def ids(self) -> AsyncIterator[Membership]:
        """Yield every membership; for the contacts-sync secret only, from any address."""
        path = f"{_ROOT}/list_id"
        async for page in read_pages(self._transport, path, _Memberships, {"limit": _PAGE}):
            for membership in page.dept_user:
                yield membership

    async def id_by_mobile(self, mobile: str) -> str:
        """Return the userid of a mobile number; raises UnknownStaffError (46004).

        A number has 5 to 32 bytes. WeCom blocks for a day who asks for too many that do not exist.
        """
        least, most = MOBILE_BYTES
        check_that(least <= len(mobile.encode()) <= most, f"a mobile has {least} to {most} bytes")
        path, body = f"{_ROOT}/getuserid", {"mobile": mobile}
        return (await self._transport.post(path, _Id, body, repeat=Repeat.READ)).userid

    async def id_by_email(self, email: str, *, kind: Literal[1, 2] = 1) -> str:
        """Return the userid of a corp address (1) or a personal one (2); raises as by mobile."""
        path, body = f"{_ROOT}/get_userid_by_email", {"email": email, "email_type": kind}
        return (await self._transport.post(path, _Id, body, repeat=Repeat.READ)).userid

    async def openid(self, userid: str) -> str:
        """Return the member's WeChat openid; raises StaffNotReadyError (43004) without WeChat."""
        path, body = f"{_ROOT}/convert_to_openid", {"userid": userid}
        return (await self._transport.post(path, _Id, body, repeat=Repeat.READ)).openid

    async def id_by_openid(self, openid: str) -> str:
        """Return the userid of a WeChat openid; raises UnknownStaffError."""
        path, body = f"{_ROOT}/convert_to_userid", {"openid": openid}
        return (await self._transport.post(path, _Id, body, repeat=Repeat.READ)).userid

    async def invite(
        self,
        userids: Sequence[str] = (),
        *,
        departments: Sequence[int] = (),
        tags: Sequence[int] = (),
    ) -> InvitedNobody:
        """Invite up to 1,000 members, 100 departments and 100 tags to use WeCom.

        Raises NothingToSendError, TooManyError, InvalidParameterError.
        """
        check_any("nobody to invite", userids, departments, tags)
        check_count("members", userids, MAX_INVITED)
        check_count("departments", departments, MAX_INVITED_GROUPS)
        check_count("tags", tags, MAX_INVITED_GROUPS)
        body = given(user=userids or None, party=departments or None, tag=tags or None)
        path = "/cgi-bin/batch/invite"
        return await self._transport.post(path, InvitedNobody, body, repeat=Repeat.NEVER)

    async def join_qrcode(self, size: Literal[1, 2, 3, 4] = 2) -> str:
        """Return the address of a code to join the corp, for seven days.

        ``size``: 171, 399, 741 or 2,052 pixels.
        """
        path = "/cgi-bin/corp/get_join_qrcode"
        return (await self._transport.get(path, _Join, size_type=size)).join_qrcode

    async def active_count(self, date: str) -> int:
        """Return how many members were active on a day (YYYY-MM-DD, up to 30 days ago)."""
        path, body = f"{_ROOT}/get_active_stat", {"date": date}
        return (await self._transport.post(path, _Active, body, repeat=Repeat.READ)).active_cnt


def _member(
    fields: MemberFields,
    mail_aliases: Sequence[str],
    attributes: Sequence[Attribute],
    profile: OutwardProfile | None,
) -> dict[str, Any]:
    check_count("mail aliases", mail_aliases, MAX_ALIASES)
    body = plain(fields)
    if mail_aliases:
        body["biz_mail_alias"] = {"item": [*mail_aliases]}
    if attributes:
        body["extattr"] = {"attrs": [attribute.json() for attribute in attributes]}
    if profile is not None:
        body["external_profile"] = profile.json()
    return body
