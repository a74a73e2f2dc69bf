"""What callbacks tell of groups with customers."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from yutang.people.groups.service import Told
from yutang.wecom.events import (
    Event,
    GroupCreated,
    GroupDismissed,
    GroupEdited,
    GroupMembersJoined,
    GroupMembersLeft,
)

from .models import InboxRow

GROUP_EVENTS = (
    GroupCreated,
    GroupDismissed,
    GroupEdited,
    GroupMembersJoined,
    GroupMembersLeft,
)
_SCANNED: Final = 3
_PUT_OUT: Final = 1


def told_of(events: Iterable[tuple[InboxRow, Event]]) -> list[Told]:
    """The group events of a batch in our own words, in order."""
    return [told for row, event in events if (told := _told(event, f"inbox:{row.id}")) is not None]


def _told(event: Event, source: str) -> Told | None:
    at = datetime.fromtimestamp(event.created_at, UTC)
    match event:
        case GroupCreated():
            return Told(event.chat_id, at, source, created=True)
        case GroupDismissed():
            return Told(event.chat_id, at, source, dismissed=True)
        case GroupEdited():
            return Told(event.chat_id, at, source, edited=True)
        case GroupMembersJoined():
            return Told(
                event.chat_id,
                at,
                source,
                # Old callbacks name nobody: only a reading tells who it was.
                edited=not event.members,
                came=event.members,
                # 0 is an invitation, by a link or without: the reading tells which.
                scene=_SCANNED if event.join_scene == _SCANNED else None,
                version_before=event.version_before,
                version_after=event.version_after,
            )
        case GroupMembersLeft():
            return Told(
                event.chat_id,
                at,
                source,
                edited=not event.members,
                went=event.members,
                how="put_out" if event.quit_scene == _PUT_OUT else "left",
                version_before=event.version_before,
                version_after=event.version_after,
            )
        case _:
            return None
