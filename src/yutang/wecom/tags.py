"""Corp tags on customers (documents 92117, 92118): 10,000 tags and strategy tags for a corp."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.errors import NothingToSendError, TextTooLongError
from yutang.wecom.transport import Repeat, Transport

MAX_NAME_CHARACTERS: Final = 30


class Tag(Lenient):
    """A tag; the larger ``order`` comes first."""

    id: str = ""
    name: str = ""
    create_time: Int = 0
    order: Int = 0
    deleted: bool = False


class TagGroup(Lenient):
    """A tag group; after ``add`` it holds only the tags just made."""

    group_id: str = ""
    group_name: str = ""
    create_time: Int = 0
    order: Int = 0
    deleted: bool = False
    tag: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class NewTag:
    """A tag to make."""

    name: str
    order: int = 0


class _Library(Answer):
    tag_group: tuple[TagGroup, ...] = ()


class _Made(Answer):
    tag_group: TagGroup = TagGroup()


class Tags:
    """Verbs on corp tags."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def list(
        self, *, tag_ids: Sequence[str] = (), group_ids: Sequence[str] = ()
    ) -> tuple[TagGroup, ...]:
        """Return the whole library, or what is asked for; group ids win over tag ids."""
        body: dict[str, Any] = {}
        if tag_ids:
            body["tag_id"] = [*tag_ids]
        if group_ids:
            body["group_id"] = [*group_ids]
        path = "/cgi-bin/externalcontact/get_corp_tag_list"
        return (await self._transport.post(path, _Library, body, repeat=Repeat.READ)).tag_group

    async def add(
        self,
        tags: Sequence[NewTag],
        *,
        group_id: str | None = None,
        group_name: str | None = None,
        order: int | None = None,
    ) -> TagGroup:
        """Make tags in a group, which is made where its name is new.

        Not repeated by itself: a name that went through the first time is refused the second.
        Raises NothingToSendError, TextTooLongError, NameTakenError, QuotaError, UnknownTagError.
        """
        if not tags or not (group_id or group_name):
            message = "new tags need a name each and a group"
            raise NothingToSendError(message)
        for name in (group_name or "", *(tag.name for tag in tags)):
            _check(name)
        body: dict[str, Any] = {"tag": [{"name": tag.name, "order": tag.order} for tag in tags]}
        body |= {"group_id": group_id} if group_id else {"group_name": group_name}
        if order is not None:
            body["order"] = order
        path = "/cgi-bin/externalcontact/add_corp_tag"
        return (await self._transport.post(path, _Made, body, repeat=Repeat.NEVER)).tag_group

    async def edit(self, id_: str, *, name: str | None = None, order: int | None = None) -> None:
        """Rename or reorder a tag or group that this app made.

        Raises TextTooLongError, NameTakenError, UnknownTagError, ForbiddenError.
        """
        _check(name or "")
        body: dict[str, Any] = {"id": id_}
        if name is not None:
            body["name"] = name
        if order is not None:
            body["order"] = order
        path = "/cgi-bin/externalcontact/edit_corp_tag"
        await self._transport.post(path, Answer, body, repeat=Repeat.WRITE)

    async def delete(self, *, tag_ids: Sequence[str] = (), group_ids: Sequence[str] = ()) -> None:
        """Delete tags, and groups with theirs; a second deletion raises UnknownTagError."""
        if not tag_ids and not group_ids:
            message = "nothing to delete"
            raise NothingToSendError(message)
        body = {"tag_id": [*tag_ids], "group_id": [*group_ids]}
        path = "/cgi-bin/externalcontact/del_corp_tag"
        await self._transport.post(path, Answer, body, repeat=Repeat.WRITE)

    async def mark(
        self,
        userid: str,
        external_userid: str,
        *,
        add: Sequence[str] = (),
        remove: Sequence[str] = (),
    ) -> None:
        """Set and take tags of one relation; the same again changes nothing.

        WeCom takes five calls at once for a corp and one for a pair. Raises NothingToSendError,
        UnknownTagError, QuotaError, NotFriendError, UnknownCustomerError, ConcurrencyError.
        """
        if not add and not remove:
            message = "no tag to set or take"
            raise NothingToSendError(message)
        body: dict[str, Any] = {"userid": userid, "external_userid": external_userid}
        if add:
            body["add_tag"] = [*add]
        if remove:
            body["remove_tag"] = [*remove]
        path = "/cgi-bin/externalcontact/mark_tag"
        await self._transport.post(path, Answer, body, repeat=Repeat.WRITE)


def _check(name: str) -> None:
    if len(name) > MAX_NAME_CHARACTERS:
        raise TextTooLongError(
            field="name", length=len(name), limit=MAX_NAME_CHARACTERS, unit="characters"
        )
