from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="NoticeCounts")



@_attrs_define
class NoticeCounts:
    """ Groups by what their notice is; all 0 where rules have none.

        Attributes:
            same (int):
            differs (int):
            empty (int):
            unknown (int):
     """

    same: int
    differs: int
    empty: int
    unknown: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        same = self.same

        differs = self.differs

        empty = self.empty

        unknown = self.unknown


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "same": same,
            "differs": differs,
            "empty": empty,
            "unknown": unknown,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        same = d.pop("same")

        differs = d.pop("differs")

        empty = d.pop("empty")

        unknown = d.pop("unknown")

        notice_counts = cls(
            same=same,
            differs=differs,
            empty=empty,
            unknown=unknown,
        )


        notice_counts.additional_properties = d
        return notice_counts

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
