from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from typing import Literal, cast






T = TypeVar("T", bound="ByBounds")



@_attrs_define
class ByBounds:
    """ Bins between bounds, ascending: of R in days, of F in times, of M in fen.

    Of R a value up to the first bound has the highest score; of F and M a value from the last
    bound on.

        Attributes:
            by (Literal['bounds']):
            bounds (list[int]):
     """

    by: Literal['bounds']
    bounds: list[int]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        by = self.by

        bounds = self.bounds




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "by": by,
            "bounds": bounds,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        by = cast(Literal['bounds'] , d.pop("by"))
        if by != 'bounds':
            raise ValueError(f"by must match const 'bounds', got '{by}'")

        bounds = cast(list[int], d.pop("bounds"))


        by_bounds = cls(
            by=by,
            bounds=bounds,
        )


        by_bounds.additional_properties = d
        return by_bounds

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
