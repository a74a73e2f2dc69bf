from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.greeting_ref_reach import GreetingRefReach
from ..models.greeting_ref_standing import GreetingRefStanding
from typing import cast

if TYPE_CHECKING:
  from ..models.greeting_hours import GreetingHours





T = TypeVar("T", bound="GreetingRef")



@_attrs_define
class GreetingRef:
    """ Which welcome it is; `name` of its department or code, None for the corp's.

        Attributes:
            id (int):
            reach (GreetingRefReach):
            name (None | str):
            standing (GreetingRefStanding):
            hours (GreetingHours | None):
     """

    id: int
    reach: GreetingRefReach
    name: None | str
    standing: GreetingRefStanding
    hours: GreetingHours | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.greeting_hours import GreetingHours # noqa: PLC0415
        id = self.id

        reach = self.reach.value

        name: None | str
        name = self.name

        standing = self.standing.value

        hours: dict[str, Any] | None
        if isinstance(self.hours, GreetingHours):
            hours = self.hours.to_dict()
        else:
            hours = self.hours


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "reach": reach,
            "name": name,
            "standing": standing,
            "hours": hours,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.greeting_hours import GreetingHours # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        reach = GreetingRefReach(d.pop("reach"))




        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))


        standing = GreetingRefStanding(d.pop("standing"))




        def _parse_hours(data: object) -> GreetingHours | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                hours_type_0 = GreetingHours.from_dict(data)



                return hours_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GreetingHours | None, data)

        hours = _parse_hours(d.pop("hours"))


        greeting_ref = cls(
            id=id,
            reach=reach,
            name=name,
            standing=standing,
            hours=hours,
        )


        greeting_ref.additional_properties = d
        return greeting_ref

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
