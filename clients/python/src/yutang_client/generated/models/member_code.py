from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.member_code_status import MemberCodeStatus
from typing import cast

if TYPE_CHECKING:
  from ..models.channel_member import ChannelMember





T = TypeVar("T", bound="MemberCode")



@_attrs_define
class MemberCode:
    """ A code in whose list a member is; `sole`: nobody else of it works here.

        Attributes:
            id (int):
            name (str):
            status (MemberCodeStatus):
            staff (list[ChannelMember]):
            sole (bool):
     """

    id: int
    name: str
    status: MemberCodeStatus
    staff: list[ChannelMember]
    sole: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.channel_member import ChannelMember # noqa: PLC0415
        id = self.id

        name = self.name

        status = self.status.value

        staff = []
        for staff_item_data in self.staff:
            staff_item = staff_item_data.to_dict()
            staff.append(staff_item)



        sole = self.sole


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "status": status,
            "staff": staff,
            "sole": sole,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel_member import ChannelMember # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        status = MemberCodeStatus(d.pop("status"))




        staff = []
        _staff = d.pop("staff")
        for staff_item_data in (_staff):
            staff_item = ChannelMember.from_dict(staff_item_data)



            staff.append(staff_item)


        sole = d.pop("sole")

        member_code = cls(
            id=id,
            name=name,
            status=status,
            staff=staff,
            sole=sole,
        )


        member_code.additional_properties = d
        return member_code

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
