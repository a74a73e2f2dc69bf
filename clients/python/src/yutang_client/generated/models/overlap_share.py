from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="OverlapShare")



@_attrs_define
class OverlapShare:
    """ A tag: how many of them wear it, and how many in all.

        Attributes:
            tag_id (int):
            name (str):
            group (str):
            both (int):
            share (float):
            tag_total (int):
            lift (float | None):
     """

    tag_id: int
    name: str
    group: str
    both: int
    share: float
    tag_total: int
    lift: float | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        tag_id = self.tag_id

        name = self.name

        group = self.group

        both = self.both

        share = self.share

        tag_total = self.tag_total

        lift: float | None
        lift = self.lift


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "tag_id": tag_id,
            "name": name,
            "group": group,
            "both": both,
            "share": share,
            "tag_total": tag_total,
            "lift": lift,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        tag_id = d.pop("tag_id")

        name = d.pop("name")

        group = d.pop("group")

        both = d.pop("both")

        share = d.pop("share")

        tag_total = d.pop("tag_total")

        def _parse_lift(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        lift = _parse_lift(d.pop("lift"))


        overlap_share = cls(
            tag_id=tag_id,
            name=name,
            group=group,
            both=both,
            share=share,
            tag_total=tag_total,
            lift=lift,
        )


        overlap_share.additional_properties = d
        return overlap_share

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
