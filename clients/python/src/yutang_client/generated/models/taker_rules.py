from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="TakerRules")



@_attrs_define
class TakerRules:
    """ From when on somebody only takes. A mark changes no price and refuses nothing.

        Attributes:
            days (int | Unset):  Default: 7.
            claims (int | Unset):  Default: 3.
            tag_id (int | None | Unset):
     """

    days: int | Unset = 7
    claims: int | Unset = 3
    tag_id: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        days = self.days

        claims = self.claims

        tag_id: int | None | Unset
        if isinstance(self.tag_id, Unset):
            tag_id = UNSET
        else:
            tag_id = self.tag_id


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if days is not UNSET:
            field_dict["days"] = days
        if claims is not UNSET:
            field_dict["claims"] = claims
        if tag_id is not UNSET:
            field_dict["tag_id"] = tag_id

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        days = d.pop("days", UNSET)

        claims = d.pop("claims", UNSET)

        def _parse_tag_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        tag_id = _parse_tag_id(d.pop("tag_id", UNSET))


        taker_rules = cls(
            days=days,
            claims=claims,
            tag_id=tag_id,
        )


        taker_rules.additional_properties = d
        return taker_rules

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
