from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.group_staff_ref import GroupStaffRef





T = TypeVar("T", bound="DoubleOwner")



@_attrs_define
class DoubleOwner:
    """ How far one owner is.

        Attributes:
            owner (GroupStaffRef): A member of the corp.
            removals (int):
            gone (int):
            waiting (int):
            task_id (int | None):
     """

    owner: GroupStaffRef
    removals: int
    gone: int
    waiting: int
    task_id: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_staff_ref import GroupStaffRef # noqa: PLC0415
        owner = self.owner.to_dict()

        removals = self.removals

        gone = self.gone

        waiting = self.waiting

        task_id: int | None
        task_id = self.task_id


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "owner": owner,
            "removals": removals,
            "gone": gone,
            "waiting": waiting,
            "task_id": task_id,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_staff_ref import GroupStaffRef # noqa: PLC0415
        d = dict(src_dict)
        owner = GroupStaffRef.from_dict(d.pop("owner"))




        removals = d.pop("removals")

        gone = d.pop("gone")

        waiting = d.pop("waiting")

        def _parse_task_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        task_id = _parse_task_id(d.pop("task_id"))


        double_owner = cls(
            owner=owner,
            removals=removals,
            gone=gone,
            waiting=waiting,
            task_id=task_id,
        )


        double_owner.additional_properties = d
        return double_owner

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
