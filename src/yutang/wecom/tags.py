"""Corp tags on customers (documents 92117, 92118): 10,000 with strategy tags for a corp.

An app changes and deletes only what it made, and reads everything.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.errors import UnknownTagError
from yutang.wecom.measuring import check_any, check_characters, check_that
from yutang.wecom.shapes import given
from yutang.wecom.transport import Repeat, Transport

MAX_NAME_CHARACTERS: Final = 30
MAX_ORDER: Final = 2**32 - 1


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
        body = asked_for(tag_ids, group_ids)
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

        Not repeated by itself: a name that went through the first time is refused the second,
        and ``list`` has it after UnknownOutcomeError. Raises NothingToSendError,
        TextTooLongError, InvalidRequestError (an order outside of 0 to 2**32 - 1),
        NameTakenError, QuotaError, UnknownTagError.
        """
        body = made_in(tags, group_id, group_name, order)
        path = "/cgi-bin/externalcontact/add_corp_tag"
        return (await self._transport.post(path, _Made, body, repeat=Repeat.NEVER)).tag_group

    async def edit(self, id_: str, *, name: str | None = None, order: int | None = None) -> None:
        """Rename or reorder a tag or group that this app made.

        Raises TextTooLongError, InvalidRequestError, NameTakenError, UnknownTagError (also for
        what another app made), ForbiddenError.
        """
        path = "/cgi-bin/externalcontact/edit_corp_tag"
        await self._transport.post(path, Answer, changed(id_, name, order), repeat=Repeat.WRITE)

    async def delete(self, *, tag_ids: Sequence[str] = (), group_ids: Sequence[str] = ()) -> None:
        """Delete tags, and groups with theirs; a second deletion raises UnknownTagError."""
        body = taken_out(tag_ids, group_ids)
        path = "/cgi-bin/externalcontact/del_corp_tag"
        gone = (UnknownTagError,)
        await self._transport.post(path, Answer, body, repeat=Repeat.WRITE, gone=gone)

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
        check_any("no tag to set or take", add, remove)
        body = given(
            userid=userid,
            external_userid=external_userid,
            add_tag=add or None,
            remove_tag=remove or None,
        )
        path = "/cgi-bin/externalcontact/mark_tag"
        await self._transport.post(path, Answer, body, repeat=Repeat.WRITE)


def asked_for(tag_ids: Sequence[str], group_ids: Sequence[str]) -> dict[str, Any]:
    """Return the body of a list: empty for the whole library."""
    return given(tag_id=tag_ids or None, group_id=group_ids or None)


def made_in(
    tags: Sequence[NewTag], group_id: str | None, group_name: str | None, order: int | None
) -> dict[str, Any]:
    """Return the body that makes tags; raises what ``add`` raises before any call."""
    check_any("new tags need a group", group_id, group_name)
    check_any("there is no tag to make", tags)
    for tag in tags:
        check_any("a tag needs a name", tag.name)
        check_characters("name", tag.name, MAX_NAME_CHARACTERS)
        _check_order(tag.order)
    check_characters("name", group_name, MAX_NAME_CHARACTERS)
    _check_order(order)
    group = {"group_id": group_id} if group_id else {"group_name": group_name}
    return given(tag=tags, order=order, **group)


def changed(id_: str, name: str | None, order: int | None) -> dict[str, Any]:
    """Return the body that renames or reorders; raises what ``edit`` raises before any call."""
    check_characters("name", name, MAX_NAME_CHARACTERS)
    _check_order(order)
    return given(id=id_, name=name, order=order)


def taken_out(tag_ids: Sequence[str], group_ids: Sequence[str]) -> dict[str, Any]:
    """Return the body of a deletion; raises NothingToSendError."""
    check_any("nothing to delete", tag_ids, group_ids)
    return given(tag_id=tag_ids, group_id=group_ids)


def _check_order(order: int | None) -> None:
    check_that(order is None or 0 <= order <= MAX_ORDER, f"an order is 0 to {MAX_ORDER}")
