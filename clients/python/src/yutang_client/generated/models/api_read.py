from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.brake_read import BrakeRead
  from ..models.wait_read import WaitRead
  from ..models.window_read import WindowRead





T = TypeVar("T", bound="ApiRead")



@_attrs_define
class ApiRead:
    """ One API of WeCom that was called within the last day, or is waited for.

        Attributes:
            path (str):
            windows (list[WindowRead]):
            at_once (int | None):
            under_way (int):
            waits (list[WaitRead]):
            brakes (list[BrakeRead]):
     """

    path: str
    windows: list[WindowRead]
    at_once: int | None
    under_way: int
    waits: list[WaitRead]
    brakes: list[BrakeRead]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.brake_read import BrakeRead # noqa: PLC0415
        from ..models.wait_read import WaitRead # noqa: PLC0415
        from ..models.window_read import WindowRead # noqa: PLC0415
        path = self.path

        windows = []
        for windows_item_data in self.windows:
            windows_item = windows_item_data.to_dict()
            windows.append(windows_item)



        at_once: int | None
        at_once = self.at_once

        under_way = self.under_way

        waits = []
        for waits_item_data in self.waits:
            waits_item = waits_item_data.to_dict()
            waits.append(waits_item)



        brakes = []
        for brakes_item_data in self.brakes:
            brakes_item = brakes_item_data.to_dict()
            brakes.append(brakes_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "path": path,
            "windows": windows,
            "at_once": at_once,
            "under_way": under_way,
            "waits": waits,
            "brakes": brakes,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.brake_read import BrakeRead # noqa: PLC0415
        from ..models.wait_read import WaitRead # noqa: PLC0415
        from ..models.window_read import WindowRead # noqa: PLC0415
        d = dict(src_dict)
        path = d.pop("path")

        windows = []
        _windows = d.pop("windows")
        for windows_item_data in (_windows):
            windows_item = WindowRead.from_dict(windows_item_data)



            windows.append(windows_item)


        def _parse_at_once(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        at_once = _parse_at_once(d.pop("at_once"))


        under_way = d.pop("under_way")

        waits = []
        _waits = d.pop("waits")
        for waits_item_data in (_waits):
            waits_item = WaitRead.from_dict(waits_item_data)



            waits.append(waits_item)


        brakes = []
        _brakes = d.pop("brakes")
        for brakes_item_data in (_brakes):
            brakes_item = BrakeRead.from_dict(brakes_item_data)



            brakes.append(brakes_item)


        api_read = cls(
            path=path,
            windows=windows,
            at_once=at_once,
            under_way=under_way,
            waits=waits,
            brakes=brakes,
        )


        api_read.additional_properties = d
        return api_read

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
