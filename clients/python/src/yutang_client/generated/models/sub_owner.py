from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.sub_owner_span import SubOwnerSpan
from typing import cast

if TYPE_CHECKING:
  from ..models.group_ref import GroupRef
  from ..models.group_staff_ref import GroupStaffRef





T = TypeVar("T", bound="SubOwner")



@_attrs_define
class SubOwner:
    """ A sub-owner with the groups he holds and the head owners of those.

        Attributes:
            staff (GroupStaffRef): A member of the corp.
            left (bool):
            groups (int):
            span (SubOwnerSpan):
            held (list[GroupRef]):
            heads (list[GroupStaffRef]):
     """

    staff: GroupStaffRef
    left: bool
    groups: int
    span: SubOwnerSpan
    held: list[GroupRef]
    heads: list[GroupStaffRef]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_ref import GroupRef # noqa: PLC0415
        from ..models.group_staff_ref import GroupStaffRef # noqa: PLC0415
        staff = self.staff.to_dict()

        left = self.left

        groups = self.groups

        span = self.span.value

        held = []
        for held_item_data in self.held:
            held_item = held_item_data.to_dict()
            held.append(held_item)



        heads = []
        for heads_item_data in self.heads:
            heads_item = heads_item_data.to_dict()
            heads.append(heads_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "staff": staff,
            "left": left,
            "groups": groups,
            "span": span,
            "held": held,
            "heads": heads,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_ref import GroupRef # noqa: PLC0415
        from ..models.group_staff_ref import GroupStaffRef # noqa: PLC0415
        d = dict(src_dict)
        staff = GroupStaffRef.from_dict(d.pop("staff"))




        left = d.pop("left")

        groups = d.pop("groups")

        span = SubOwnerSpan(d.pop("span"))




        held = []
        _held = d.pop("held")
        for held_item_data in (_held):
            held_item = GroupRef.from_dict(held_item_data)



            held.append(held_item)


        heads = []
        _heads = d.pop("heads")
        for heads_item_data in (_heads):
            heads_item = GroupStaffRef.from_dict(heads_item_data)



            heads.append(heads_item)


        sub_owner = cls(
            staff=staff,
            left=left,
            groups=groups,
            span=span,
            held=held,
            heads=heads,
        )


        sub_owner.additional_properties = d
        return sub_owner

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
