from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.department_ref import DepartmentRef
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="StoreRead")



@_attrs_define
class StoreRead:
    """ A store in the list.

        Attributes:
            id (int):
            number (str):
            name (str):
            city (str):
            address (str):
            phone (str):
            hours (str):
            latitude (float | None):
            longitude (float | None):
            department (DepartmentRef | None):
            managers (list[StaffRef]):
            members (int):
            closed_at (datetime.datetime | None):
            created_at (datetime.datetime):
            version (int):
     """

    id: int
    number: str
    name: str
    city: str
    address: str
    phone: str
    hours: str
    latitude: float | None
    longitude: float | None
    department: DepartmentRef | None
    managers: list[StaffRef]
    members: int
    closed_at: datetime.datetime | None
    created_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.department_ref import DepartmentRef # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        id = self.id

        number = self.number

        name = self.name

        city = self.city

        address = self.address

        phone = self.phone

        hours = self.hours

        latitude: float | None
        latitude = self.latitude

        longitude: float | None
        longitude = self.longitude

        department: dict[str, Any] | None
        if isinstance(self.department, DepartmentRef):
            department = self.department.to_dict()
        else:
            department = self.department

        managers = []
        for managers_item_data in self.managers:
            managers_item = managers_item_data.to_dict()
            managers.append(managers_item)



        members = self.members

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        created_at = self.created_at.isoformat()

        version = self.version


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "number": number,
            "name": name,
            "city": city,
            "address": address,
            "phone": phone,
            "hours": hours,
            "latitude": latitude,
            "longitude": longitude,
            "department": department,
            "managers": managers,
            "members": members,
            "closed_at": closed_at,
            "created_at": created_at,
            "version": version,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.department_ref import DepartmentRef # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        number = d.pop("number")

        name = d.pop("name")

        city = d.pop("city")

        address = d.pop("address")

        phone = d.pop("phone")

        hours = d.pop("hours")

        def _parse_latitude(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        latitude = _parse_latitude(d.pop("latitude"))


        def _parse_longitude(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        longitude = _parse_longitude(d.pop("longitude"))


        def _parse_department(data: object) -> DepartmentRef | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                department_type_0 = DepartmentRef.from_dict(data)



                return department_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DepartmentRef | None, data)

        department = _parse_department(d.pop("department"))


        managers = []
        _managers = d.pop("managers")
        for managers_item_data in (_managers):
            managers_item = StaffRef.from_dict(managers_item_data)



            managers.append(managers_item)


        members = d.pop("members")

        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)



                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))


        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        version = d.pop("version")

        store_read = cls(
            id=id,
            number=number,
            name=name,
            city=city,
            address=address,
            phone=phone,
            hours=hours,
            latitude=latitude,
            longitude=longitude,
            department=department,
            managers=managers,
            members=members,
            closed_at=closed_at,
            created_at=created_at,
            version=version,
        )


        store_read.additional_properties = d
        return store_read

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
