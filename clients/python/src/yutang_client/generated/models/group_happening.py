from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.group_happening_kind import GroupHappeningKind
from ..models.group_happening_left_how_type_0 import GroupHappeningLeftHowType0
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.group_person import GroupPerson
  from ..models.group_staff_ref import GroupStaffRef





T = TypeVar("T", bound="GroupHappening")



@_attrs_define
class GroupHappening:
    """ One line of a group's life.

    Joins, and leaves of one kind, of one minute are one line with a `count`; of one alone
    `person` and `staff` say who.

        Attributes:
            at (datetime.datetime):
            kind (GroupHappeningKind):
            actor (None | str | Unset):
            before (Any | Unset):
            after (Any | Unset):
            count (int | None | Unset):
            person (GroupPerson | None | Unset):
            staff (GroupStaffRef | None | Unset):
            name (None | str | Unset):
            scene (int | None | Unset):
            left_how (GroupHappeningLeftHowType0 | None | Unset):
            from_owner (GroupStaffRef | None | Unset):
            to_owner (GroupStaffRef | None | Unset):
     """

    at: datetime.datetime
    kind: GroupHappeningKind
    actor: None | str | Unset = UNSET
    before: Any | Unset = UNSET
    after: Any | Unset = UNSET
    count: int | None | Unset = UNSET
    person: GroupPerson | None | Unset = UNSET
    staff: GroupStaffRef | None | Unset = UNSET
    name: None | str | Unset = UNSET
    scene: int | None | Unset = UNSET
    left_how: GroupHappeningLeftHowType0 | None | Unset = UNSET
    from_owner: GroupStaffRef | None | Unset = UNSET
    to_owner: GroupStaffRef | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_person import GroupPerson # noqa: PLC0415
        from ..models.group_staff_ref import GroupStaffRef # noqa: PLC0415
        at = self.at.isoformat()

        kind = self.kind.value

        actor: None | str | Unset
        if isinstance(self.actor, Unset):
            actor = UNSET
        else:
            actor = self.actor

        before = self.before

        after = self.after

        count: int | None | Unset
        if isinstance(self.count, Unset):
            count = UNSET
        else:
            count = self.count

        person: dict[str, Any] | None | Unset
        if isinstance(self.person, Unset):
            person = UNSET
        elif isinstance(self.person, GroupPerson):
            person = self.person.to_dict()
        else:
            person = self.person

        staff: dict[str, Any] | None | Unset
        if isinstance(self.staff, Unset):
            staff = UNSET
        elif isinstance(self.staff, GroupStaffRef):
            staff = self.staff.to_dict()
        else:
            staff = self.staff

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        scene: int | None | Unset
        if isinstance(self.scene, Unset):
            scene = UNSET
        else:
            scene = self.scene

        left_how: None | str | Unset
        if isinstance(self.left_how, Unset):
            left_how = UNSET
        elif isinstance(self.left_how, GroupHappeningLeftHowType0):
            left_how = self.left_how.value
        else:
            left_how = self.left_how

        from_owner: dict[str, Any] | None | Unset
        if isinstance(self.from_owner, Unset):
            from_owner = UNSET
        elif isinstance(self.from_owner, GroupStaffRef):
            from_owner = self.from_owner.to_dict()
        else:
            from_owner = self.from_owner

        to_owner: dict[str, Any] | None | Unset
        if isinstance(self.to_owner, Unset):
            to_owner = UNSET
        elif isinstance(self.to_owner, GroupStaffRef):
            to_owner = self.to_owner.to_dict()
        else:
            to_owner = self.to_owner


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "at": at,
            "kind": kind,
        })
        if actor is not UNSET:
            field_dict["actor"] = actor
        if before is not UNSET:
            field_dict["before"] = before
        if after is not UNSET:
            field_dict["after"] = after
        if count is not UNSET:
            field_dict["count"] = count
        if person is not UNSET:
            field_dict["person"] = person
        if staff is not UNSET:
            field_dict["staff"] = staff
        if name is not UNSET:
            field_dict["name"] = name
        if scene is not UNSET:
            field_dict["scene"] = scene
        if left_how is not UNSET:
            field_dict["left_how"] = left_how
        if from_owner is not UNSET:
            field_dict["from_owner"] = from_owner
        if to_owner is not UNSET:
            field_dict["to_owner"] = to_owner

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_person import GroupPerson # noqa: PLC0415
        from ..models.group_staff_ref import GroupStaffRef # noqa: PLC0415
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))




        kind = GroupHappeningKind(d.pop("kind"))




        def _parse_actor(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        actor = _parse_actor(d.pop("actor", UNSET))


        before = d.pop("before", UNSET)

        after = d.pop("after", UNSET)

        def _parse_count(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        count = _parse_count(d.pop("count", UNSET))


        def _parse_person(data: object) -> GroupPerson | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                person_type_0 = GroupPerson.from_dict(data)



                return person_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupPerson | None | Unset, data)

        person = _parse_person(d.pop("person", UNSET))


        def _parse_staff(data: object) -> GroupStaffRef | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                staff_type_0 = GroupStaffRef.from_dict(data)



                return staff_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupStaffRef | None | Unset, data)

        staff = _parse_staff(d.pop("staff", UNSET))


        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))


        def _parse_scene(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        scene = _parse_scene(d.pop("scene", UNSET))


        def _parse_left_how(data: object) -> GroupHappeningLeftHowType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                left_how_type_0 = GroupHappeningLeftHowType0(data)



                return left_how_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupHappeningLeftHowType0 | None | Unset, data)

        left_how = _parse_left_how(d.pop("left_how", UNSET))


        def _parse_from_owner(data: object) -> GroupStaffRef | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                from_owner_type_0 = GroupStaffRef.from_dict(data)



                return from_owner_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupStaffRef | None | Unset, data)

        from_owner = _parse_from_owner(d.pop("from_owner", UNSET))


        def _parse_to_owner(data: object) -> GroupStaffRef | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                to_owner_type_0 = GroupStaffRef.from_dict(data)



                return to_owner_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupStaffRef | None | Unset, data)

        to_owner = _parse_to_owner(d.pop("to_owner", UNSET))


        group_happening = cls(
            at=at,
            kind=kind,
            actor=actor,
            before=before,
            after=after,
            count=count,
            person=person,
            staff=staff,
            name=name,
            scene=scene,
            left_how=left_how,
            from_owner=from_owner,
            to_owner=to_owner,
        )


        group_happening.additional_properties = d
        return group_happening

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
