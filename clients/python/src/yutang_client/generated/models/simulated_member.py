from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="SimulatedMember")



@_attrs_define
class SimulatedMember:
    """ What a member would get, and how many of it above his cap.

        Attributes:
            id (int):
            name (str):
            account (str):
            stand_in (bool):
            adds (int):
            day_cap (int | None):
            over (int):
     """

    id: int
    name: str
    account: str
    stand_in: bool
    adds: int
    day_cap: int | None
    over: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        account = self.account

        stand_in = self.stand_in

        adds = self.adds

        day_cap: int | None
        day_cap = self.day_cap

        over = self.over


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "account": account,
            "stand_in": stand_in,
            "adds": adds,
            "day_cap": day_cap,
            "over": over,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        account = d.pop("account")

        stand_in = d.pop("stand_in")

        adds = d.pop("adds")

        def _parse_day_cap(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        day_cap = _parse_day_cap(d.pop("day_cap"))


        over = d.pop("over")

        simulated_member = cls(
            id=id,
            name=name,
            account=account,
            stand_in=stand_in,
            adds=adds,
            day_cap=day_cap,
            over=over,
        )


        simulated_member.additional_properties = d
        return simulated_member

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
