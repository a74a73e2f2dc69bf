from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="NewStore")



@_attrs_define
class NewStore:
    """ A store to be made.

        Attributes:
            number (str):
            name (str):
            city (str | Unset):  Default: ''.
            address (str | Unset):  Default: ''.
            phone (str | Unset):  Default: ''.
            hours (str | Unset):  Default: ''.
            latitude (float | None | Unset):
            longitude (float | None | Unset):
            department_id (int | None | Unset):
            manager_ids (list[int] | Unset):
            member_ids (list[int] | Unset):
     """

    number: str
    name: str
    city: str | Unset = ''
    address: str | Unset = ''
    phone: str | Unset = ''
    hours: str | Unset = ''
    latitude: float | None | Unset = UNSET
    longitude: float | None | Unset = UNSET
    department_id: int | None | Unset = UNSET
    manager_ids: list[int] | Unset = UNSET
    member_ids: list[int] | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        number = self.number

        name = self.name

        city = self.city

        address = self.address

        phone = self.phone

        hours = self.hours

        latitude: float | None | Unset
        if isinstance(self.latitude, Unset):
            latitude = UNSET
        else:
            latitude = self.latitude

        longitude: float | None | Unset
        if isinstance(self.longitude, Unset):
            longitude = UNSET
        else:
            longitude = self.longitude

        department_id: int | None | Unset
        if isinstance(self.department_id, Unset):
            department_id = UNSET
        else:
            department_id = self.department_id

        manager_ids: list[int] | Unset = UNSET
        if not isinstance(self.manager_ids, Unset):
            manager_ids = self.manager_ids



        member_ids: list[int] | Unset = UNSET
        if not isinstance(self.member_ids, Unset):
            member_ids = self.member_ids




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "number": number,
            "name": name,
        })
        if city is not UNSET:
            field_dict["city"] = city
        if address is not UNSET:
            field_dict["address"] = address
        if phone is not UNSET:
            field_dict["phone"] = phone
        if hours is not UNSET:
            field_dict["hours"] = hours
        if latitude is not UNSET:
            field_dict["latitude"] = latitude
        if longitude is not UNSET:
            field_dict["longitude"] = longitude
        if department_id is not UNSET:
            field_dict["department_id"] = department_id
        if manager_ids is not UNSET:
            field_dict["manager_ids"] = manager_ids
        if member_ids is not UNSET:
            field_dict["member_ids"] = member_ids

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        number = d.pop("number")

        name = d.pop("name")

        city = d.pop("city", UNSET)

        address = d.pop("address", UNSET)

        phone = d.pop("phone", UNSET)

        hours = d.pop("hours", UNSET)

        def _parse_latitude(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        latitude = _parse_latitude(d.pop("latitude", UNSET))


        def _parse_longitude(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        longitude = _parse_longitude(d.pop("longitude", UNSET))


        def _parse_department_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        department_id = _parse_department_id(d.pop("department_id", UNSET))


        manager_ids = cast(list[int], d.pop("manager_ids", UNSET))


        member_ids = cast(list[int], d.pop("member_ids", UNSET))


        new_store = cls(
            number=number,
            name=name,
            city=city,
            address=address,
            phone=phone,
            hours=hours,
            latitude=latitude,
            longitude=longitude,
            department_id=department_id,
            manager_ids=manager_ids,
            member_ids=member_ids,
        )

        return new_store

