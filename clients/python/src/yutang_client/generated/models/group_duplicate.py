from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.group_person import GroupPerson
  from ..models.group_ref import GroupRef





T = TypeVar("T", bound="GroupDuplicate")



@_attrs_define
class GroupDuplicate:
    """ A person who is in several groups.

        Attributes:
            customer (GroupPerson): A customer; `state` is group_member where nobody has him as a friend.
            groups (list[GroupRef]):
            count (int):
     """

    customer: GroupPerson
    groups: list[GroupRef]
    count: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_person import GroupPerson # noqa: PLC0415
        from ..models.group_ref import GroupRef # noqa: PLC0415
        customer = self.customer.to_dict()

        groups = []
        for groups_item_data in self.groups:
            groups_item = groups_item_data.to_dict()
            groups.append(groups_item)



        count = self.count


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "customer": customer,
            "groups": groups,
            "count": count,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_person import GroupPerson # noqa: PLC0415
        from ..models.group_ref import GroupRef # noqa: PLC0415
        d = dict(src_dict)
        customer = GroupPerson.from_dict(d.pop("customer"))




        groups = []
        _groups = d.pop("groups")
        for groups_item_data in (_groups):
            groups_item = GroupRef.from_dict(groups_item_data)



            groups.append(groups_item)


        count = d.pop("count")

        group_duplicate = cls(
            customer=customer,
            groups=groups,
            count=count,
        )


        group_duplicate.additional_properties = d
        return group_duplicate

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
