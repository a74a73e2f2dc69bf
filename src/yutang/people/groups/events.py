"""What happens to groups and in them; groups are named by number."""

from yutang.kernel.events import Event


class GroupCreated(Event, frozen=True):
    """A group with customers was made."""

    kind = "group.created"
    group_id: int


class GroupRenamed(Event, frozen=True):
    """It has another name."""

    kind = "group.renamed"
    group_id: int


class GroupOwnerChanged(Event, frozen=True):
    """It is another member's; None is one whom the app may not see."""

    kind = "group.owner_changed"
    group_id: int
    staff_id: int | None
    from_staff_id: int | None


class GroupNoticeChanged(Event, frozen=True):
    """Its announcement is another."""

    kind = "group.notice_changed"
    group_id: int


class GroupDismissed(Event, frozen=True):
    """It is no more."""

    kind = "group.dismissed"
    group_id: int


class GroupProfileChanged(Event, frozen=True):
    """Somebody here said what it is for."""

    kind = "group.profile_changed"
    group_id: int
    fields: list[str]


class GroupPhaseChanged(Event, frozen=True):
    """Its life went on to another phase."""

    kind = "group.phase_changed"
    group_id: int
    phase: str
    from_phase: str


class GroupRolesChanged(Event, frozen=True):
    """Somebody here said what members or persons are in it."""

    kind = "group.roles_changed"
    group_id: int
    role: str | None
    members: int


class MemberJoined(Event, frozen=True):
    """A customer came into a group."""

    kind = "member.joined"
    group_id: int
    scene: int | None
    """1 invited, 2 by an invitation link, 3 by the group's code."""
    code_state: str | None = None


class MemberLeft(Event, frozen=True):
    """A customer left a group."""

    kind = "member.left"
    group_id: int
    how: str
    """left, put_out, unseen (a reading lacked him) or dismissed."""
