from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="PageSimulatedMember")



@_attrs_define
class PageSimulatedMember:
    """ What one member would get; `as_fallback` of them because nobody was free.

        Attributes:
            staff (StaffRef): A member by name; `account` is WeCom's userid.
            shown (int):
            adds (int):
            as_fallback (int):
            daily_cap (int | None):
            cities (list[str]):
     """

    staff: StaffRef
    shown: int
    adds: int
    as_fallback: int
    daily_cap: int | None
    cities: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        staff = self.staff.to_dict()

        shown = self.shown

        adds = self.adds

        as_fallback = self.as_fallback

        daily_cap: int | None
        daily_cap = self.daily_cap

        cities = self.cities




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "staff": staff,
            "shown": shown,
            "adds": adds,
            "as_fallback": as_fallback,
            "daily_cap": daily_cap,
            "cities": cities,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        staff = StaffRef.from_dict(d.pop("staff"))




        shown = d.pop("shown")

        adds = d.pop("adds")

        as_fallback = d.pop("as_fallback")

        def _parse_daily_cap(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        daily_cap = _parse_daily_cap(d.pop("daily_cap"))


        cities = cast(list[str], d.pop("cities"))


        page_simulated_member = cls(
            staff=staff,
            shown=shown,
            adds=adds,
            as_fallback=as_fallback,
            daily_cap=daily_cap,
            cities=cities,
        )


        page_simulated_member.additional_properties = d
        return page_simulated_member

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
