from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.rota_write import RotaWrite





T = TypeVar("T", bound="SimulationWish")



@_attrs_define
class SimulationWish:
    """ A day to play through.

    `hours` weighs the 24 hours: how the scans spread over the day, evenly if all are alike.
    `update_seconds` is how long WeCom takes to have a new list. `rota` replaces the code's own.

        Attributes:
            scans (int):
            day (datetime.date):
            hours (list[int] | None | Unset):
            seed (int | Unset):  Default: 1.
            update_seconds (float | Unset):  Default: 2.0.
            rota (None | RotaWrite | Unset):
     """

    scans: int
    day: datetime.date
    hours: list[int] | None | Unset = UNSET
    seed: int | Unset = 1
    update_seconds: float | Unset = 2.0
    rota: None | RotaWrite | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.rota_write import RotaWrite # noqa: PLC0415
        scans = self.scans

        day = self.day.isoformat()

        hours: list[int] | None | Unset
        if isinstance(self.hours, Unset):
            hours = UNSET
        elif isinstance(self.hours, list):
            hours = self.hours


        else:
            hours = self.hours

        seed = self.seed

        update_seconds = self.update_seconds

        rota: dict[str, Any] | None | Unset
        if isinstance(self.rota, Unset):
            rota = UNSET
        elif isinstance(self.rota, RotaWrite):
            rota = self.rota.to_dict()
        else:
            rota = self.rota


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "scans": scans,
            "day": day,
        })
        if hours is not UNSET:
            field_dict["hours"] = hours
        if seed is not UNSET:
            field_dict["seed"] = seed
        if update_seconds is not UNSET:
            field_dict["update_seconds"] = update_seconds
        if rota is not UNSET:
            field_dict["rota"] = rota

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rota_write import RotaWrite # noqa: PLC0415
        d = dict(src_dict)
        scans = d.pop("scans")

        day = datetime.date.fromisoformat(d.pop("day"))




        def _parse_hours(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                hours_type_0 = cast(list[int], data)

                return hours_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        hours = _parse_hours(d.pop("hours", UNSET))


        seed = d.pop("seed", UNSET)

        update_seconds = d.pop("update_seconds", UNSET)

        def _parse_rota(data: object) -> None | RotaWrite | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                rota_type_0 = RotaWrite.from_dict(data)



                return rota_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RotaWrite | Unset, data)

        rota = _parse_rota(d.pop("rota", UNSET))


        simulation_wish = cls(
            scans=scans,
            day=day,
            hours=hours,
            seed=seed,
            update_seconds=update_seconds,
            rota=rota,
        )


        simulation_wish.additional_properties = d
        return simulation_wish

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
