from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.gap_count_gap import GapCountGap






T = TypeVar("T", bound="GapCount")



@_attrs_define
class GapCount:
    """ How many have a gap.

        Attributes:
            gap (GapCountGap):
            touchpoints (int):
     """

    gap: GapCountGap
    touchpoints: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        gap = self.gap.value

        touchpoints = self.touchpoints


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "gap": gap,
            "touchpoints": touchpoints,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        gap = GapCountGap(d.pop("gap"))




        touchpoints = d.pop("touchpoints")

        gap_count = cls(
            gap=gap,
            touchpoints=touchpoints,
        )


        gap_count.additional_properties = d
        return gap_count

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
