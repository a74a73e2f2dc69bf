"""WeCom's answers in our own words."""

from datetime import UTC, datetime

from yutang.people.customers.schemas import Person, RelationFacts
from yutang.people.staff.schemas import DepartmentFacts, Member
from yutang.people.visits.schemas import channel_of
from yutang.wecom.contacts import Department, User
from yutang.wecom.customers import ExternalContact, Follow, FollowInfo

_STATUS = {1: "active", 2: "disabled", 4: "inactive", 5: "left"}
_CORP_TAG, _PRIVATE_TAG = 1, 2
_WECOM_PLATFORM = 2


def member_facts(user: User) -> Member:
    """A member as ours."""
    return Member(
        account=user.userid,
        name=user.name,
        status=_STATUS.get(user.status, "active"),
        avatar=user.avatar,
        departments=tuple(user.department),
        leads=frozenset(
            department
            for department, leads in zip(user.department, user.is_leader_in_dept, strict=False)
            if leads
        ),
    )


def department_facts(department: Department) -> DepartmentFacts:
    """A department as ours; WeCom's root has no parent."""
    return DepartmentFacts(
        id=department.id,
        name=department.name or str(department.id),
        parent_id=department.parentid or None,
        position=department.order,
    )


def person(contact: ExternalContact) -> Person:
    """Who he is."""
    return Person(
        name=contact.name,
        avatar=contact.avatar,
        gender=contact.gender,
        platform="wecom" if contact.type == _WECOM_PLATFORM else "wechat",
        company=contact.corp_name,
        unionid=contact.unionid or None,
    )


def relation_facts(follow: Follow | FollowInfo) -> RelationFacts:
    """What one member's relation with him looks like; the batch call shows tag ids only."""
    private: tuple[tuple[str, str], ...] | None = None
    if isinstance(follow, FollowInfo):
        tag_ids = follow.tag_id
    else:
        private = tuple(
            (tag.group_name, tag.tag_name)
            for tag in follow.tags
            if tag.type == _PRIVATE_TAG and tag.tag_name
        )
        tag_ids = tuple(tag.tag_id for tag in follow.tags if tag.tag_id and tag.type == _CORP_TAG)
    return RelationFacts(
        added_at=datetime.fromtimestamp(follow.createtime, UTC),
        add_way=follow.add_way,
        channel=channel_of(follow.state),
        remark=follow.remark,
        description=follow.description,
        operator=follow.oper_userid or None,
        phones=tuple(phone for phone in follow.remark_mobiles if phone),
        wecom_tag_ids=tag_ids,
        private_tags=private,
    )
