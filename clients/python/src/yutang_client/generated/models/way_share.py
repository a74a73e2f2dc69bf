from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.way_share_kind import WayShareKind
from typing import cast






T = TypeVar("T", bound="WayShare")



@_attrs_define
class WayShare:
    """ Adds that came by one way.

        Attributes:
            kind (WayShareKind):
            way (int | None):
            adds (int):
     """

    kind: WayShareKind
    way: int | None
    adds: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        way: int | None
        way = self.way

        adds = self.adds


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "kind": kind,
            "way": way,
            "adds": adds,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = WayShareKind(d.pop("kind"))




        def _parse_way(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        way = _parse_way(d.pop("way"))


        adds = d.pop("adds")

        way_share = cls(
            kind=kind,
            way=way,
            adds=adds,
        )


        way_share.additional_properties = d
        return way_share

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
