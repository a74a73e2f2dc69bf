from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.handover_exclusion import HandoverExclusion





T = TypeVar("T", bound="HandoverGroupPlan")



@_attrs_define
class HandoverGroupPlan:
    """ `days`: how many days WeCom's 300 a day of one giver stretch them over.

        Attributes:
            matching (int):
            can (int):
            cannot (list[HandoverExclusion]):
            days (int):
     """

    matching: int
    can: int
    cannot: list[HandoverExclusion]
    days: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.handover_exclusion import HandoverExclusion # noqa: PLC0415
        matching = self.matching

        can = self.can

        cannot = []
        for cannot_item_data in self.cannot:
            cannot_item = cannot_item_data.to_dict()
            cannot.append(cannot_item)



        days = self.days


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "matching": matching,
            "can": can,
            "cannot": cannot,
            "days": days,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.handover_exclusion import HandoverExclusion # noqa: PLC0415
        d = dict(src_dict)
        matching = d.pop("matching")

        can = d.pop("can")

        cannot = []
        _cannot = d.pop("cannot")
        for cannot_item_data in (_cannot):
            cannot_item = HandoverExclusion.from_dict(cannot_item_data)



            cannot.append(cannot_item)


        days = d.pop("days")

        handover_group_plan = cls(
            matching=matching,
            can=can,
            cannot=cannot,
            days=days,
        )


        handover_group_plan.additional_properties = d
        return handover_group_plan

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
