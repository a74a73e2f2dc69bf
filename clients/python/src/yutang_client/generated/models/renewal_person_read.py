from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.renewal_person_read_why import RenewalPersonReadWhy
from typing import cast
import datetime






T = TypeVar("T", bound="RenewalPersonRead")



@_attrs_define
class RenewalPersonRead:
    """ Who shall be carried over, by the name the old group shows.

        Attributes:
            name (str):
            customer_id (int | None):
            why (RenewalPersonReadWhy):
            arrived_at (datetime.datetime | None):
     """

    name: str
    customer_id: int | None
    why: RenewalPersonReadWhy
    arrived_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        customer_id: int | None
        customer_id = self.customer_id

        why = self.why.value

        arrived_at: None | str
        if isinstance(self.arrived_at, datetime.datetime):
            arrived_at = self.arrived_at.isoformat()
        else:
            arrived_at = self.arrived_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
            "customer_id": customer_id,
            "why": why,
            "arrived_at": arrived_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        def _parse_customer_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        customer_id = _parse_customer_id(d.pop("customer_id"))


        why = RenewalPersonReadWhy(d.pop("why"))




        def _parse_arrived_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                arrived_at_type_0 = datetime.datetime.fromisoformat(data)



                return arrived_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        arrived_at = _parse_arrived_at(d.pop("arrived_at"))


        renewal_person_read = cls(
            name=name,
            customer_id=customer_id,
            why=why,
            arrived_at=arrived_at,
        )


        renewal_person_read.additional_properties = d
        return renewal_person_read

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
