from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="RfmCuts")



@_attrs_define
class RfmCuts:
    """ Where the bins of one dimension lie, and from which score on it is high.

    Of R a score is one more than the bounds that are not below the days; of F and M one more than
    the bounds that the value reaches.

        Attributes:
            bins (int):
            bounds (list[int]):
            mean (float):
            high (int):
     """

    bins: int
    bounds: list[int]
    mean: float
    high: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        bins = self.bins

        bounds = self.bounds



        mean = self.mean

        high = self.high


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "bins": bins,
            "bounds": bounds,
            "mean": mean,
            "high": high,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        bins = d.pop("bins")

        bounds = cast(list[int], d.pop("bounds"))


        mean = d.pop("mean")

        high = d.pop("high")

        rfm_cuts = cls(
            bins=bins,
            bounds=bounds,
            mean=mean,
            high=high,
        )


        rfm_cuts.additional_properties = d
        return rfm_cuts

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
