"""change_external_chat: groups with customers."""

from dataclasses import dataclass
from typing import Final

from yutang.wecom.callbacks import Callback
from yutang.wecom.events.event import Event, Makers, head, number_or_none, required


@dataclass(frozen=True, slots=True)
class GroupCreated(Event):
    """create: a group with customers was made."""

    chat_id: str


@dataclass(frozen=True, slots=True)
class GroupDismissed(Event):
    """dismiss: the group is no more."""

    chat_id: str


@dataclass(frozen=True, slots=True)
class GroupMembersJoined(Event):
    """update add_member; ``join_scene`` 0 invited by a member, 3 by the group's code.

    ``members`` are userids and external_userids. The change may be applied to what is known only
    where ``version_before`` is its version; else the group is to be read again, after some 2 s.
    """

    chat_id: str
    join_scene: int | None
    count: int | None
    members: tuple[str, ...]
    version_before: str
    version_after: str


@dataclass(frozen=True, slots=True)
class GroupMembersLeft(Event):
    """update del_member; ``quit_scene`` 0 left, 1 put out. Else as of those who joined."""

    chat_id: str
    quit_scene: int | None
    count: int | None
    members: tuple[str, ...]
    version_before: str
    version_after: str


@dataclass(frozen=True, slots=True)
class GroupEdited(Event):
    """update of anything else: ``detail`` is change_owner, change_name, change_notice or new."""

    chat_id: str
    detail: str


def _created(callback: Callback) -> GroupCreated:
    return GroupCreated(*head(callback), required(callback, "ChatId"))


def _dismissed(callback: Callback) -> GroupDismissed:
    return GroupDismissed(*head(callback), required(callback, "ChatId"))


def _updated(callback: Callback) -> Event:
    # The scene that does not apply may come as 0, so the detail decides.
    chat_id, detail = required(callback, "ChatId"), callback.get("UpdateDetail")
    count = number_or_none(callback, "MemChangeCnt")
    members = callback.items("MemChangeList.Item")
    versions = callback.get("LastMemVer"), callback.get("CurMemVer")
    if detail == "add_member":
        scene = number_or_none(callback, "JoinScene")
        return GroupMembersJoined(*head(callback), chat_id, scene, count, members, *versions)
    if detail == "del_member":
        scene = number_or_none(callback, "QuitScene")
        return GroupMembersLeft(*head(callback), chat_id, scene, count, members, *versions)
    return GroupEdited(*head(callback), chat_id, detail)


_EVENT: Final = "change_external_chat"
MAKERS: Final[Makers] = {
    (_EVENT, "create"): _created,
    (_EVENT, "update"): _updated,
    (_EVENT, "dismiss"): _dismissed,
}
