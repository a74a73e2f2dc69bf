from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.page_member_read_way_type_0 import PageMemberReadWayType0
from typing import cast

if TYPE_CHECKING:
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="PageMemberRead")



@_attrs_define
class PageMemberRead:
    """ A member of the code, or who answers when nobody is free; numbers are today's.

    `held` places are shown and not yet added; `way` None: none was asked for yet.

        Attributes:
            staff (StaffRef): A member by name; `account` is WeCom's userid.
            left (bool):
            is_member (bool):
            on (bool):
            weight (int):
            daily_cap (int | None):
            cities (list[str]):
            way (None | PageMemberReadWayType0):
            error (None | str):
            shown (int):
            held (int):
            adds (int):
     """

    staff: StaffRef
    left: bool
    is_member: bool
    on: bool
    weight: int
    daily_cap: int | None
    cities: list[str]
    way: None | PageMemberReadWayType0
    error: None | str
    shown: int
    held: int
    adds: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        staff = self.staff.to_dict()

        left = self.left

        is_member = self.is_member

        on = self.on

        weight = self.weight

        daily_cap: int | None
        daily_cap = self.daily_cap

        cities = self.cities



        way: None | str
        if isinstance(self.way, PageMemberReadWayType0):
            way = self.way.value
        else:
            way = self.way

        error: None | str
        error = self.error

        shown = self.shown

        held = self.held

        adds = self.adds


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "staff": staff,
            "left": left,
            "is_member": is_member,
            "on": on,
            "weight": weight,
            "daily_cap": daily_cap,
            "cities": cities,
            "way": way,
            "error": error,
            "shown": shown,
            "held": held,
            "adds": adds,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        staff = StaffRef.from_dict(d.pop("staff"))




        left = d.pop("left")

        is_member = d.pop("is_member")

        on = d.pop("on")

        weight = d.pop("weight")

        def _parse_daily_cap(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        daily_cap = _parse_daily_cap(d.pop("daily_cap"))


        cities = cast(list[str], d.pop("cities"))


        def _parse_way(data: object) -> None | PageMemberReadWayType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                way_type_0 = PageMemberReadWayType0(data)



                return way_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PageMemberReadWayType0, data)

        way = _parse_way(d.pop("way"))


        def _parse_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        error = _parse_error(d.pop("error"))


        shown = d.pop("shown")

        held = d.pop("held")

        adds = d.pop("adds")

        page_member_read = cls(
            staff=staff,
            left=left,
            is_member=is_member,
            on=on,
            weight=weight,
            daily_cap=daily_cap,
            cities=cities,
            way=way,
            error=error,
            shown=shown,
            held=held,
            adds=adds,
        )


        page_member_read.additional_properties = d
        return page_member_read

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
