from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.rules_owner_task_state_type_0 import RulesOwnerTaskStateType0
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.group_owner import GroupOwner





T = TypeVar("T", bound="RulesOwner")



@_attrs_define
class RulesOwner:
    """ An owner, and what is left for him to do.

        Attributes:
            owner (GroupOwner): Who owns a group; `left`: he left the corp.
            groups (int):
            notices (int):
            names (int):
            task_id (int | None):
            task_state (None | RulesOwnerTaskStateType0):
            with_staff (None | str):
            asked_at (datetime.datetime | None):
            due_at (datetime.datetime | None):
            done_at (datetime.datetime | None):
     """

    owner: GroupOwner
    groups: int
    notices: int
    names: int
    task_id: int | None
    task_state: None | RulesOwnerTaskStateType0
    with_staff: None | str
    asked_at: datetime.datetime | None
    due_at: datetime.datetime | None
    done_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_owner import GroupOwner # noqa: PLC0415
        owner = self.owner.to_dict()

        groups = self.groups

        notices = self.notices

        names = self.names

        task_id: int | None
        task_id = self.task_id

        task_state: None | str
        if isinstance(self.task_state, RulesOwnerTaskStateType0):
            task_state = self.task_state.value
        else:
            task_state = self.task_state

        with_staff: None | str
        with_staff = self.with_staff

        asked_at: None | str
        if isinstance(self.asked_at, datetime.datetime):
            asked_at = self.asked_at.isoformat()
        else:
            asked_at = self.asked_at

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        done_at: None | str
        if isinstance(self.done_at, datetime.datetime):
            done_at = self.done_at.isoformat()
        else:
            done_at = self.done_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "owner": owner,
            "groups": groups,
            "notices": notices,
            "names": names,
            "task_id": task_id,
            "task_state": task_state,
            "with_staff": with_staff,
            "asked_at": asked_at,
            "due_at": due_at,
            "done_at": done_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_owner import GroupOwner # noqa: PLC0415
        d = dict(src_dict)
        owner = GroupOwner.from_dict(d.pop("owner"))




        groups = d.pop("groups")

        notices = d.pop("notices")

        names = d.pop("names")

        def _parse_task_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        task_id = _parse_task_id(d.pop("task_id"))


        def _parse_task_state(data: object) -> None | RulesOwnerTaskStateType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                task_state_type_0 = RulesOwnerTaskStateType0(data)



                return task_state_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RulesOwnerTaskStateType0, data)

        task_state = _parse_task_state(d.pop("task_state"))


        def _parse_with_staff(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        with_staff = _parse_with_staff(d.pop("with_staff"))


        def _parse_asked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                asked_at_type_0 = datetime.datetime.fromisoformat(data)



                return asked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        asked_at = _parse_asked_at(d.pop("asked_at"))


        def _parse_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_at_type_0 = datetime.datetime.fromisoformat(data)



                return due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        due_at = _parse_due_at(d.pop("due_at"))


        def _parse_done_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                done_at_type_0 = datetime.datetime.fromisoformat(data)



                return done_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        done_at = _parse_done_at(d.pop("done_at"))


        rules_owner = cls(
            owner=owner,
            groups=groups,
            notices=notices,
            names=names,
            task_id=task_id,
            task_state=task_state,
            with_staff=with_staff,
            asked_at=asked_at,
            due_at=due_at,
            done_at=done_at,
        )


        rules_owner.additional_properties = d
        return rules_owner

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
