from enum import StrEnum

class GroupHappeningKind(StrEnum):
    GROUP_CREATED = "group.created"
    GROUP_DISMISSED = "group.dismissed"
    GROUP_HANDED_OVER = "group.handed_over"
    GROUP_NOTICE_CHANGED = "group.notice_changed"
    GROUP_OWNER_CHANGED = "group.owner_changed"
    GROUP_PHASE_CHANGED = "group.phase_changed"
    GROUP_PROFILE_CHANGED = "group.profile_changed"
    GROUP_RENAMED = "group.renamed"
    MEMBER_JOINED = "member.joined"
    MEMBER_LEFT = "member.left"

    def __str__(self) -> str:
        return str(self.value)
