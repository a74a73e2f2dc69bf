"""Tags on members (documents 90193 to 90221), which are not those on customers: 3,000 a corp."""

from collections.abc import Sequence
from typing import Any, Final

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.errors import UnknownTagError
from yutang.wecom.measuring import check_any, check_characters, check_count
from yutang.wecom.shapes import given
from yutang.wecom.transport import Repeat, Transport

MAX_NAME_CHARACTERS: Final = 32
MAX_MEMBERS: Final = 1000
MAX_DEPARTMENTS: Final = 100
_ROOT: Final = "/cgi-bin/tag"


class ContactTag(Lenient):
    """A tag by number and name."""

    tagid: Int = 0
    tagname: str = ""


class TaggedMember(Lenient):
    """A member who carries the tag himself, not through his department."""

    userid: str = ""
    name: str = ""


class TaggedNodes(Answer):
    """Members and departments that carry a tag."""

    tagname: str = ""
    userlist: tuple[TaggedMember, ...] = ()
    partylist: tuple[Int, ...] = ()


class Untagged(Answer):
    """Whom a change did not reach; ``invalidlist`` joins userids by ``|``."""

    invalidlist: str = ""
    invalidparty: tuple[Int, ...] = ()

    @property
    def userids(self) -> tuple[str, ...]:
        """The members that were not reached."""
        return tuple(part for part in self.invalidlist.split("|") if part)


class _Made(Answer):
    tagid: Int = 0


class _Tags(Answer):
    taglist: tuple[ContactTag, ...] = ()


class ContactTags:
    """Verbs on members' tags, as far as the app sees them."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def create(self, name: str, tag_id: int | None = None) -> int:
        """Make a tag and return its id.

        Not repeated by itself: a name that went through is refused the second time. Raises
        NothingToSendError, TextTooLongError, NameTakenError, UnknownTagError (the id is taken).
        """
        check_any("a tag needs a name", name)
        check_characters("name", name, MAX_NAME_CHARACTERS)
        body = given(tagname=name, tagid=tag_id)
        made = await self._transport.post(f"{_ROOT}/create", _Made, body, repeat=Repeat.NEVER)
        return made.tagid

    async def rename(self, tag_id: int, name: str) -> None:
        """Rename a tag; raises NameTakenError, UnknownTagError, ForbiddenError (81011)."""
        check_any("a tag needs a name", name)
        check_characters("name", name, MAX_NAME_CHARACTERS)
        body = {"tagid": tag_id, "tagname": name}
        await self._transport.post(f"{_ROOT}/update", Answer, body, repeat=Repeat.WRITE)

    async def delete(self, tag_id: int) -> None:
        """Delete a tag; a second deletion raises UnknownTagError."""
        gone = (UnknownTagError,)
        await self._transport.get(f"{_ROOT}/delete", Answer, gone=gone, tagid=tag_id)

    async def get(self, tag_id: int) -> TaggedNodes:
        """Return who carries a tag; raises UnknownTagError."""
        return await self._transport.get(f"{_ROOT}/get", TaggedNodes, tagid=tag_id)

    async def list(self) -> tuple[ContactTag, ...]:
        """Return all tags that the app can see."""
        return (await self._transport.get(f"{_ROOT}/list", _Tags)).taglist

    async def add(
        self, tag_id: int, userids: Sequence[str] = (), departments: Sequence[int] = ()
    ) -> Untagged:
        """Give a tag to up to 1,000 members and 100 departments; return whom it did not reach.

        Raises NothingToSendError, TooManyError, InvalidParameterError (40070: it reached
        nobody), QuotaError (81003), ForbiddenError.
        """
        return await self._change("addtagusers", tag_id, userids, departments)

    async def remove(
        self, tag_id: int, userids: Sequence[str] = (), departments: Sequence[int] = ()
    ) -> Untagged:
        """Take a tag from up to 1,000 members and 100 departments, as ``add``."""
        return await self._change("deltagusers", tag_id, userids, departments)

    async def _change(
        self, verb: str, tag_id: int, userids: Sequence[str], departments: Sequence[int]
    ) -> Untagged:
        check_any("nobody to tag", userids, departments)
        check_count("members", userids, MAX_MEMBERS)
        check_count("departments", departments, MAX_DEPARTMENTS)
        body: dict[str, Any] = {
            "tagid": tag_id,
            **given(userlist=userids or None, partylist=departments or None),
        }
        return await self._transport.post(f"{_ROOT}/{verb}", Untagged, body, repeat=Repeat.WRITE)
