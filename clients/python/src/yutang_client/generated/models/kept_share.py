from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.kept_share_days import KeptShareDays
from typing import cast






T = TypeVar("T", bound="KeptShare")



@_attrs_define
class KeptShare:
    """ Adds that were kept for so many days, of those of which it can be known already.

        Attributes:
            days (KeptShareDays):
            kept (int | None):
            of (int):
     """

    days: KeptShareDays
    kept: int | None
    of: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        days = self.days.value

        kept: int | None
        kept = self.kept

        of = self.of


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "days": days,
            "kept": kept,
            "of": of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        days = KeptShareDays(d.pop("days"))




        def _parse_kept(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        kept = _parse_kept(d.pop("kept"))


        of = d.pop("of")

        kept_share = cls(
            days=days,
            kept=kept,
            of=of,
        )


        kept_share.additional_properties = d
        return kept_share

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
