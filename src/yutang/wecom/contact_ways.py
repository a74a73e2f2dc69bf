"""Contact ways, the QR codes strangers scan (documents 92228, 92229): 500,000 for a corp."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.errors import TextTooLongError, TooManyError
from yutang.wecom.transport import Repeat, Transport

MAX_STAFF: Final = 100
MAX_STATE_CHARACTERS: Final = 30
MAX_REMARK_CHARACTERS: Final = 30
_PAGE: Final = 1000
_SCENE_QR: Final = 2
_TYPE_SINGLE: Final = 1
_TYPE_MULTIPLE: Final = 2


@dataclass(frozen=True, slots=True)
class NewContactWay:
    """A QR code to make: one member is the single type, several or a department the other.

    WeCom never changes a type: ``multiple`` makes a list of one that can grow later.
    """

    userids: Sequence[str]
    state: str = ""
    remark: str = ""
    skip_verify: bool = True
    departments: Sequence[int] = field(default=())
    multiple: bool = False


class ContactWayMade(Answer):
    """The id to edit it with (it is shown nowhere else) and the address of its picture."""

    config_id: str = ""
    qr_code: str = ""


class ContactWay(Lenient):
    """A contact way as WeCom has it."""

    config_id: str = ""
    type: Int = 0
    scene: Int = 0
    remark: str = ""
    skip_verify: bool = True
    state: str = ""
    qr_code: str = ""
    user: tuple[str, ...] = ()
    party: tuple[Int, ...] = ()


class _Found(Answer):
    contact_way: ContactWay = ContactWay()


class _Listed(Lenient):
    config_id: str = ""


class _Page(Answer):
    contact_way: tuple[_Listed, ...] = ()
    next_cursor: str = ""


class ContactWays:
    """Verbs on contact ways."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def add(self, way: NewContactWay) -> ContactWayMade:
        """Make one.

        Never repeated by itself: after UnknownOutcomeError look for it with ``config_ids`` and
        ``get``, by its state. Raises TextTooLongError, TooManyError, StaffNotReadyError,
        QuotaError, ForbiddenError.
        """
        _check(way.state, way.remark)
        if not (way.userids or way.departments) or len(way.userids) > MAX_STAFF:
            message = f"a contact way has 1 to {MAX_STAFF} members"
            raise TooManyError(message)
        single = len(way.userids) == 1 and not way.departments and not way.multiple
        body: dict[str, Any] = {
            "type": _TYPE_SINGLE if single else _TYPE_MULTIPLE,
            "scene": _SCENE_QR,
            "skip_verify": way.skip_verify,
            "user": list(way.userids),
        }
        if way.departments:
            body["party"] = list(way.departments)
        if way.state:
            body["state"] = way.state
        if way.remark:
            body["remark"] = way.remark
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
    ) -> None:
        """Change what is given; raises UnknownContactWayError and what ``add`` raises."""
        _check(state or "", remark or "")
        if userids is not None and len(userids) > MAX_STAFF:
            message = f"a contact way has 1 to {MAX_STAFF} members"
            raise TooManyError(message)
        given = {
            "user": None if userids is None else list(userids),
            "party": None if departments is None else list(departments),
            "state": state,
            "remark": remark,
            "skip_verify": skip_verify,
        }
        body = {name: value for name, value in given.items() if value is not None}
        path = "/cgi-bin/externalcontact/update_contact_way"
        await self._transport.post(
            path, Answer, {"config_id": config_id, **body}, repeat=Repeat.WRITE
        )

    async def delete(self, config_id: str) -> None:
        """Delete one; a second deletion raises UnknownContactWayError."""
        path = "/cgi-bin/externalcontact/del_contact_way"
        await self._transport.post(path, Answer, {"config_id": config_id}, repeat=Repeat.WRITE)

    async def config_ids(
        self, start_time: int | None = None, end_time: int | None = None
    ) -> AsyncIterator[str]:
        """Yield the ids of those made in the window, by default the last 90 days."""
        path = "/cgi-bin/externalcontact/list_contact_way"
        body: dict[str, Any] = {"limit": _PAGE}
        if start_time is not None:
            body["start_time"] = start_time
        if end_time is not None:
            body["end_time"] = end_time
        while True:
            page = await self._transport.post(path, _Page, body, repeat=Repeat.READ)
            for way in page.contact_way:
                yield way.config_id
            if not page.next_cursor:
                return
            body["cursor"] = page.next_cursor


def _check(state: str, remark: str) -> None:
    if len(state) > MAX_STATE_CHARACTERS:
        raise TextTooLongError(
            field="state", length=len(state), limit=MAX_STATE_CHARACTERS, unit="characters"
        )
    if len(remark) > MAX_REMARK_CHARACTERS:
        raise TextTooLongError(
            field="remark", length=len(remark), limit=MAX_REMARK_CHARACTERS, unit="characters"
        )
