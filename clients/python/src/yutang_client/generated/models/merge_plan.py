from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="MergePlan")



@_attrs_define
class MergePlan:
    """ What putting one tag in the place of another does.

        Attributes:
            customers (int):
            both (int):
            calls (int):
            exact (bool):
            seconds (int):
     """

    customers: int
    both: int
    calls: int
    exact: bool
    seconds: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        customers = self.customers

        both = self.both

        calls = self.calls

        exact = self.exact

        seconds = self.seconds


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "customers": customers,
            "both": both,
            "calls": calls,
            "exact": exact,
            "seconds": seconds,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        customers = d.pop("customers")

        both = d.pop("both")

        calls = d.pop("calls")

        exact = d.pop("exact")

        seconds = d.pop("seconds")

        merge_plan = cls(
            customers=customers,
            both=both,
            calls=calls,
            exact=exact,
            seconds=seconds,
        )


        merge_plan.additional_properties = d
        return merge_plan

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
