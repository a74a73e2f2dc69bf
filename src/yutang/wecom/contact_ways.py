"""Contact ways, the codes strangers scan (document 92228): 500,000 with join ways for a corp."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Final

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.conclusions import Conclusions, ConclusionsFound
from yutang.wecom.cursors import Page, read_pages
from yutang.wecom.errors import UnknownContactWayError
from yutang.wecom.measuring import check_characters, check_count, check_that
from yutang.wecom.shapes import given
from yutang.wecom.transport import Repeat, Transport

MAX_STAFF: Final = 100
MAX_STATE_CHARACTERS: Final = 30
MAX_REMARK_CHARACTERS: Final = 30
MAX_TEMPORARY_SECONDS: Final = 14 * 86_400
_PAGE: Final = 1000
_TYPE_SINGLE: Final = 1
_TYPE_MULTIPLE: Final = 2
_STYLES: Final = {_TYPE_SINGLE: 3, _TYPE_MULTIPLE: 2}


class Scene(IntEnum):
    """Where a way is met: as a button in a mini program, or as a QR code."""

    MINI_PROGRAM = 1
    QR_CODE = 2


@dataclass(frozen=True, slots=True)
class TemporaryChat:
    """A chat that ends by itself, for medical corps, with a single member.

    ``expires_in`` seconds the code may be scanned (7 days if not said), ``chat_expires_in``
    seconds the chat lasts (24 hours); 14 days at most each. ``unionid`` lets one person only.
    Raises InvalidRequestError when made.
    """

    expires_in: int | None = None
    chat_expires_in: int | None = None
    unionid: str | None = None
    conclusions: Conclusions | None = None

    def __post_init__(self) -> None:
        """Hold both spans against the limit."""
        for seconds in (self.expires_in, self.chat_expires_in):
            check_that(
                seconds is None or 1 <= seconds <= MAX_TEMPORARY_SECONDS,
                f"a temporary chat lasts 1 to {MAX_TEMPORARY_SECONDS} seconds",
            )

    def json(self) -> dict[str, Any]:
        """Return what is given in WeCom's shape."""
        return given(
            expires_in=self.expires_in,
            chat_expires_in=self.chat_expires_in,
            unionid=self.unionid,
            conclusions=None if self.conclusions is None else self.conclusions.json(),
        )


@dataclass(frozen=True, slots=True)
class NewContactWay:
    """A contact way to make: one member is the single type, several or a department the other.

    WeCom never changes a type: ``multiple`` makes a list of one that can grow later. ``style``
    of the button in a mini program: 1 to 3, with several members 1 to 2. ``is_exclusive`` sends
    all customers of one outside enterprise to the same member where that is possible.
    """

    userids: Sequence[str]
    state: str = ""
    remark: str = ""
    skip_verify: bool = True
    departments: Sequence[int] = field(default=())
    multiple: bool = False
    scene: Scene = Scene.QR_CODE
    style: int | None = None
    is_exclusive: bool = False
    temporary: TemporaryChat | None = None


class ContactWayMade(Answer):
    """The id to edit it with, and the address of its picture (QR codes only)."""

    config_id: str = ""
    qr_code: str = ""


class ContactWay(Lenient):
    """A contact way as WeCom has it; the last five are of temporary chats."""

    config_id: str = ""
    type: Int = 0
    scene: Int = 0
    style: Int = 0
    remark: str = ""
    skip_verify: bool = True
    state: str = ""
    qr_code: str = ""
    user: tuple[str, ...] = ()
    party: tuple[Int, ...] = ()
    mark_source: bool = True
    is_temp: bool = False
    expires_in: Int = 0
    chat_expires_in: Int = 0
    unionid: str = ""
    conclusions: ConclusionsFound | None = None


class _Found(Answer):
    contact_way: ContactWay = ContactWay()


class _Listed(Lenient):
    config_id: str = ""


class _Page(Page):
    contact_way: tuple[_Listed, ...] = ()


class ContactWays:
    """Verbs on contact ways."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def add(self, way: NewContactWay) -> ContactWayMade:
        """Make one; of temporary ones 100,000 a day, outside of the corp's 500,000.

        Never repeated by itself: after UnknownOutcomeError look for it with ``config_ids`` and
        ``get``, by its state (a temporary one is in no list). Raises TextTooLongError,
        TooManyError, InvalidRequestError, StaffNotReadyError, QuotaError, CorpNotReadyError,
        ForbiddenError.
        """
        _check(way.state, way.remark)
        check_count("members", way.userids, MAX_STAFF, least=0 if way.departments else 1)
        single = len(way.userids) == 1 and not way.departments and not way.multiple
        check_that(single or way.temporary is None, "a temporary chat has exactly one member")
        kind = _TYPE_SINGLE if single else _TYPE_MULTIPLE
        _check_style(way.style, _STYLES[kind])
        body: dict[str, Any] = {
            "type": kind,
            "scene": int(way.scene),
            "skip_verify": way.skip_verify,
            "user": list(way.userids),
            **given(
                party=way.departments or None,
                state=way.state or None,
                remark=way.remark or None,
                style=way.style,
                is_exclusive=way.is_exclusive or None,
            ),
        }
        if way.temporary is not None:
            body |= {"is_temp": True, **way.temporary.json()}
        path = "/cgi-bin/externalcontact/add_contact_way"
        return await self._transport.post(path, ContactWayMade, body, repeat=Repeat.NEVER)

    async def get(self, config_id: str) -> ContactWay:
        """Read one; raises UnknownContactWayError."""
        path = "/cgi-bin/externalcontact/get_contact_way"
        body = {"config_id": config_id}
        answer = await self._transport.post(path, _Found, body, repeat=Repeat.READ)
        return answer.contact_way

    async def update(
        self,
        config_id: str,
        *,
        userids: Sequence[str] | None = None,
        departments: Sequence[int] | None = None,
        state: str | None = None,
        remark: str | None = None,
        skip_verify: bool | None = None,
        style: int | None = None,
        temporary: TemporaryChat | None = None,
    ) -> None:
        """Change what is given; the QR code's address stays.

        An expired temporary one cannot be changed. Raises UnknownContactWayError and what
        ``add`` raises.
        """
        _check(state, remark)
        check_count("members", userids or (), MAX_STAFF)
        _check_style(style, _STYLES[_TYPE_SINGLE])
        changes = given(
            user=userids,
            party=departments,
            state=state,
            remark=remark,
            skip_verify=skip_verify,
            style=style,
        )
        body = {"config_id": config_id, **changes}
        if temporary is not None:
            body |= temporary.json()
        path = "/cgi-bin/externalcontact/update_contact_way"
        await self._transport.post(path, Answer, body, repeat=Repeat.WRITE)

    async def delete(self, config_id: str) -> None:
        """Delete one; a second deletion raises UnknownContactWayError."""
        path = "/cgi-bin/externalcontact/del_contact_way"
        await self._transport.post(
            path,
            Answer,
            {"config_id": config_id},
            repeat=Repeat.WRITE,
            gone=(UnknownContactWayError,),
        )

    async def config_ids(
        self, start_time: int | None = None, end_time: int | None = None
    ) -> AsyncIterator[str]:
        """Yield the ids of those made in the window, by default the last 90 days.

        Never temporary ones, nor what was made before 2021-07-10.
        """
        path = "/cgi-bin/externalcontact/list_contact_way"
        body = {"limit": _PAGE, **given(start_time=start_time, end_time=end_time)}
        async for page in read_pages(self._transport, path, _Page, body):
            for way in page.contact_way:
                yield way.config_id

    async def close_temporary_chat(self, userid: str, external_userid: str) -> None:
        """End a temporary chat; its conclusions go to the customer first.

        Repeating it does no harm, for a chat that has ended is refused. Raises NotFriendError,
        UnknownCustomerError, UnknownStaffError.
        """
        path = "/cgi-bin/externalcontact/close_temp_chat"
        body = {"userid": userid, "external_userid": external_userid}
        await self._transport.post(path, Answer, body, repeat=Repeat.WRITE)


def _check(state: str | None, remark: str | None) -> None:
    check_characters("state", state, MAX_STATE_CHARACTERS)
    check_characters("remark", remark, MAX_REMARK_CHARACTERS)


def _check_style(style: int | None, most: int) -> None:
    check_that(style is None or 1 <= style <= most, f"the style of a button is 1 to {most}")
