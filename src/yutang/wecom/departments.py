"""Changes of departments (documents 90193 to 90221); only the contacts-sync secret may."""

from typing import Any, Final

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.contacts import Department
from yutang.wecom.errors import UnknownIdError
from yutang.wecom.measuring import check_any, check_characters, check_that
from yutang.wecom.shapes import given
from yutang.wecom.transport import Repeat, Transport

MAX_NAME_CHARACTERS: Final = 64
_FORBIDDEN: Final = frozenset('\\:*?"<>|｜')
_ROOT: Final = "/cgi-bin/department"


class DepartmentId(Lenient):
    """A department's place in the tree; the larger ``order`` comes first."""

    id: Int = 0
    parentid: Int = 0
    order: Int = 0


class _Made(Answer):
    id: Int = 0


class _Ids(Answer):
    department_id: tuple[DepartmentId, ...] = ()


class _Found(Answer):
    department: Department = Department()


class Departments:
    """Verbs on departments beside ``contacts.departments``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def create(
        self,
        name: str,
        parent_id: int,
        *,
        name_en: str | None = None,
        order: int | None = None,
        id_: int | None = None,
    ) -> int:
        """Make a department and return its id; two of one parent differ in name.

        Not repeated by itself: a name that went through is refused the second time. Raises
        TextTooLongError, InvalidRequestError, NameTakenError, UnknownIdError (60004),
        QuotaError (81002: 15 levels), ForbiddenError.
        """
        check_any("a department needs a name", name)
        check_that(id_ is None or id_ > 1, "the id of a new department is above 1")
        body = _content(name, name_en, parent_id, order) | given(id=id_)
        made = await self._transport.post(f"{_ROOT}/create", _Made, body, repeat=Repeat.NEVER)
        return made.id

    async def update(
        self,
        id_: int,
        *,
        name: str | None = None,
        name_en: str | None = None,
        parent_id: int | None = None,
        order: int | None = None,
    ) -> None:
        """Change what is given; raises UnknownIdError (60003), as ``create``."""
        content = _content(name, name_en, parent_id, order)
        check_any("nothing to change", content)
        body = {"id": id_, **content}
        await self._transport.post(f"{_ROOT}/update", Answer, body, repeat=Repeat.WRITE)

    async def delete(self, id_: int) -> None:
        """Delete an empty department; raises InvalidParameterError (60005, 60006, 60007)."""
        gone = (UnknownIdError,)
        await self._transport.get(f"{_ROOT}/delete", Answer, gone=gone, id=id_)

    async def get(self, id_: int) -> Department:
        """Read one department; raises UnknownIdError, ForbiddenError."""
        return (await self._transport.get(f"{_ROOT}/get", _Found, id=id_)).department

    async def ids(self, id_: int | None = None) -> tuple[DepartmentId, ...]:
        """Return a department and all below it, by default all that are visible, ids only."""
        query: dict[str, Any] = {} if id_ is None else {"id": id_}
        return (await self._transport.get(f"{_ROOT}/simplelist", _Ids, **query)).department_id


def _content(
    name: str | None, name_en: str | None, parent_id: int | None, order: int | None
) -> dict[str, Any]:
    for field, text in (("name", name), ("name_en", name_en)):
        check_characters(field, text, MAX_NAME_CHARACTERS)
        check_that(
            not _FORBIDDEN & {*(text or "")}, f"{field} holds a character that WeCom forbids"
        )
    return given(name=name, name_en=name_en, parentid=parent_id, order=order)
