"""Join ways, the codes that lead into customer groups (document 92229).

They share the 500,000 of contact ways. WeCom has no list of them: a config_id that is lost
cannot be found again, and the way it belongs to keeps counting.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.contact_ways import MAX_REMARK_CHARACTERS, MAX_STATE_CHARACTERS, Scene
from yutang.wecom.errors import UnknownContactWayError
from yutang.wecom.measuring import check_characters, check_count
from yutang.wecom.shapes import given
from yutang.wecom.transport import Repeat, Transport

MAX_GROUPS: Final = 5
MAX_ROOM_NAME_CHARACTERS: Final = 40


@dataclass(frozen=True, slots=True)
class NewJoinWay:
    """A join way to make, or what one becomes.

    1 to 5 groups. When all are full WeCom makes one more where ``auto_create_room`` says so,
    named ``room_base_name`` (40 characters) and a number that counts up from ``room_base_id``.
    WeCom would cut a longer ``remark`` without a word, so it is refused here.
    """

    chat_ids: Sequence[str]
    state: str = ""
    remark: str = ""
    auto_create_room: bool = True
    room_base_name: str = ""
    room_base_id: int | None = None
    scene: Scene = Scene.QR_CODE

    def json(self) -> dict[str, Any]:
        """Return it in WeCom's shape; raises TooManyError, TextTooLongError."""
        check_count("groups", self.chat_ids, MAX_GROUPS, least=1)
        check_characters("state", self.state, MAX_STATE_CHARACTERS)
        check_characters("remark", self.remark, MAX_REMARK_CHARACTERS)
        check_characters("room_base_name", self.room_base_name, MAX_ROOM_NAME_CHARACTERS)
        return {
            "scene": int(self.scene),
            "chat_id_list": list(self.chat_ids),
            "auto_create_room": int(self.auto_create_room),
            **given(
                state=self.state or None,
                remark=self.remark or None,
                room_base_name=self.room_base_name or None,
                room_base_id=self.room_base_id,
            ),
        }


class JoinWay(Lenient):
    """A join way as WeCom has it; ``qr_code`` is the address of its picture or plug-in."""

    config_id: str = ""
    scene: Int = 0
    remark: str = ""
    auto_create_room: bool = True
    room_base_name: str = ""
    room_base_id: Int = 0
    chat_id_list: tuple[str, ...] = ()
    qr_code: str = ""
    state: str = ""
    mark_source: bool = True


class _Made(Answer):
    config_id: str = ""


class _Found(Answer):
    join_way: JoinWay = JoinWay()


class JoinWays:
    """Verbs on join ways; an app sees only its own."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def add(self, way: NewJoinWay) -> str:
        """Make one and return its config_id; ``get`` tells its picture.

        Never repeated by itself: after UnknownOutcomeError nobody can tell whether it was made,
        and making it again may leave a spare that counts. Raises TooManyError,
        TextTooLongError, QuotaError, UnknownGroupError, ForbiddenError.
        """
        path = "/cgi-bin/externalcontact/groupchat/add_join_way"
        return (await self._transport.post(path, _Made, way.json(), repeat=Repeat.NEVER)).config_id

    async def get(self, config_id: str) -> JoinWay:
        """Read one; raises UnknownContactWayError."""
        path = "/cgi-bin/externalcontact/groupchat/get_join_way"
        body = {"config_id": config_id}
        return (await self._transport.post(path, _Found, body, repeat=Repeat.READ)).join_way

    async def update(self, config_id: str, way: NewJoinWay) -> None:
        """Put all of it in the place of what was: what is not given is reset.

        Raises UnknownContactWayError and what ``add`` raises.
        """
        path = "/cgi-bin/externalcontact/groupchat/update_join_way"
        body = {"config_id": config_id, **way.json()}
        await self._transport.post(path, Answer, body, repeat=Repeat.WRITE)

    async def delete(self, config_id: str) -> None:
        """Delete one; raises UnknownContactWayError."""
        path = "/cgi-bin/externalcontact/groupchat/del_join_way"
        await self._transport.post(
            path,
            Answer,
            {"config_id": config_id},
            repeat=Repeat.WRITE,
            gone=(UnknownContactWayError,),
        )
