"""WeCom's answers about groups in our own words."""

from datetime import UTC, datetime
from typing import Final

from yutang.people.groups.schemas import State
from yutang.people.groups.service import GroupFacts, MemberFacts
from yutang.wecom.groups import Group, GroupMember

_EXTERNAL: Final = 2
_SCENES: Final = frozenset({1, 2, 3})
STATES: Final[dict[int, State]] = {
    0: "normal",
    1: "owner_left",
    2: "in_handover",
    3: "handed_over",
}
"""WeCom's word in its list on where the owner is."""


def group_facts(group: Group, asked_at: datetime) -> GroupFacts:
    """A group as ours."""
    return GroupFacts(
        chat_id=group.chat_id,
        name=group.name,
        owner=group.owner,
        created_at=_moment(group.create_time),
        notice=group.notice,
        version=group.member_version,
        members=tuple(_member(one) for one in group.member_list if one.userid),
        admins=frozenset(one.userid for one in group.admin_list),
        asked_at=asked_at,
    )


def _member(one: GroupMember) -> MemberFacts:
    invitor = one.invitor.userid if one.invitor is not None else ""
    return MemberFacts(
        member=one.userid,
        is_staff=one.type != _EXTERNAL,
        joined_at=_moment(one.join_time),
        scene=one.join_scene if one.join_scene in _SCENES else None,
        code_state=one.state or None,
        inviter=invitor or None,
        nickname=one.group_nickname,
        name=one.name,
        unionid=one.unionid or None,
    )


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
