from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="LossDay")



@_attrs_define
class LossDay:
    """ One day; relations by who deleted, and persons apart from them.

        Attributes:
            day (datetime.date):
            by_customer (int):
            by_staff (int):
            persons (int):
            returned (int):
     """

    day: datetime.date
    by_customer: int
    by_staff: int
    persons: int
    returned: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        day = self.day.isoformat()

        by_customer = self.by_customer

        by_staff = self.by_staff

        persons = self.persons

        returned = self.returned


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "day": day,
            "by_customer": by_customer,
            "by_staff": by_staff,
            "persons": persons,
            "returned": returned,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))




        by_customer = d.pop("by_customer")

        by_staff = d.pop("by_staff")

        persons = d.pop("persons")

        returned = d.pop("returned")

        loss_day = cls(
            day=day,
            by_customer=by_customer,
            by_staff=by_staff,
            persons=persons,
            returned=returned,
        )


        loss_day.additional_properties = d
        return loss_day

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
