from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import Literal, cast






T = TypeVar("T", bound="ByQuantile")



@_attrs_define
class ByQuantile:
    """ So many bins of equal size; equals share a bin, the lower one.

        Attributes:
            by (Literal['quantile'] | Unset):  Default: 'quantile'.
            bins (int | Unset):  Default: 5.
     """

    by: Literal['quantile'] | Unset = 'quantile'
    bins: int | Unset = 5
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        by = self.by

        bins = self.bins


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if by is not UNSET:
            field_dict["by"] = by
        if bins is not UNSET:
            field_dict["bins"] = bins

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        by = cast(Literal['quantile'] | Unset , d.pop("by", UNSET))
        if by != 'quantile'and not isinstance(by, Unset):
            raise ValueError(f"by must match const 'quantile', got '{by}'")

        bins = d.pop("bins", UNSET)

        by_quantile = cls(
            by=by,
            bins=bins,
        )


        by_quantile.additional_properties = d
        return by_quantile

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
