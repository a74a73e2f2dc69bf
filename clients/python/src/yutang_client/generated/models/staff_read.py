from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.department_ref import DepartmentRef





T = TypeVar("T", bound="StaffRead")



@_attrs_define
class StaffRead:
    """ A member and where he works.

        Attributes:
            id (int):
            name (str):
            account (str):
            avatar (str):
            status (str):
            departments (list[DepartmentRef]):
     """

    id: int
    name: str
    account: str
    avatar: str
    status: str
    departments: list[DepartmentRef]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.department_ref import DepartmentRef # noqa: PLC0415
        id = self.id

        name = self.name

        account = self.account

        avatar = self.avatar

        status = self.status

        departments = []
        for departments_item_data in self.departments:
            departments_item = departments_item_data.to_dict()
            departments.append(departments_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "account": account,
            "avatar": avatar,
            "status": status,
            "departments": departments,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.department_ref import DepartmentRef # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        account = d.pop("account")

        avatar = d.pop("avatar")

        status = d.pop("status")

        departments = []
        _departments = d.pop("departments")
        for departments_item_data in (_departments):
            departments_item = DepartmentRef.from_dict(departments_item_data)



            departments.append(departments_item)


        staff_read = cls(
            id=id,
            name=name,
            account=account,
            avatar=avatar,
            status=status,
            departments=departments,
        )


        staff_read.additional_properties = d
        return staff_read

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
