from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.cap import Cap
  from ..models.span import Span





T = TypeVar("T", bound="RotaUpdate")



@_attrs_define
class RotaUpdate:
    """ `version` is the one the change was made on: 0 where there was none.

        Attributes:
            version (int):
            hours (list[Span] | Unset):
            day_cap (int | None | Unset):
            caps (list[Cap] | Unset):
            stand_in_ids (list[int] | Unset):
     """

    version: int
    hours: list[Span] | Unset = UNSET
    day_cap: int | None | Unset = UNSET
    caps: list[Cap] | Unset = UNSET
    stand_in_ids: list[int] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.cap import Cap # noqa: PLC0415
        from ..models.span import Span # noqa: PLC0415
        version = self.version

        hours: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.hours, Unset):
            hours = []
            for hours_item_data in self.hours:
                hours_item = hours_item_data.to_dict()
                hours.append(hours_item)



        day_cap: int | None | Unset
        if isinstance(self.day_cap, Unset):
            day_cap = UNSET
        else:
            day_cap = self.day_cap

        caps: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.caps, Unset):
            caps = []
            for caps_item_data in self.caps:
                caps_item = caps_item_data.to_dict()
                caps.append(caps_item)



        stand_in_ids: list[int] | Unset = UNSET
        if not isinstance(self.stand_in_ids, Unset):
            stand_in_ids = self.stand_in_ids




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "version": version,
        })
        if hours is not UNSET:
            field_dict["hours"] = hours
        if day_cap is not UNSET:
            field_dict["day_cap"] = day_cap
        if caps is not UNSET:
            field_dict["caps"] = caps
        if stand_in_ids is not UNSET:
            field_dict["stand_in_ids"] = stand_in_ids

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.cap import Cap # noqa: PLC0415
        from ..models.span import Span # noqa: PLC0415
        d = dict(src_dict)
        version = d.pop("version")

        _hours = d.pop("hours", UNSET)
        hours: list[Span] | Unset = UNSET
        if _hours is not UNSET:
            hours = []
            for hours_item_data in _hours:
                hours_item = Span.from_dict(hours_item_data)



                hours.append(hours_item)


        def _parse_day_cap(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        day_cap = _parse_day_cap(d.pop("day_cap", UNSET))


        _caps = d.pop("caps", UNSET)
        caps: list[Cap] | Unset = UNSET
        if _caps is not UNSET:
            caps = []
            for caps_item_data in _caps:
                caps_item = Cap.from_dict(caps_item_data)



                caps.append(caps_item)


        stand_in_ids = cast(list[int], d.pop("stand_in_ids", UNSET))


        rota_update = cls(
            version=version,
            hours=hours,
            day_cap=day_cap,
            caps=caps,
            stand_in_ids=stand_in_ids,
        )


        rota_update.additional_properties = d
        return rota_update

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
