from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="TouchRead")



@_attrs_define
class TouchRead:
    """ Who was added when, by whom, through which code; `way` is WeCom's add_way.

        Attributes:
            at (datetime.datetime):
            staff_id (int):
            channel (None | str):
            way (int | None):
     """

    at: datetime.datetime
    staff_id: int
    channel: None | str
    way: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        staff_id = self.staff_id

        channel: None | str
        channel = self.channel

        way: int | None
        way = self.way


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "at": at,
            "staff_id": staff_id,
            "channel": channel,
            "way": way,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))




        staff_id = d.pop("staff_id")

        def _parse_channel(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        channel = _parse_channel(d.pop("channel"))


        def _parse_way(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        way = _parse_way(d.pop("way"))


        touch_read = cls(
            at=at,
            staff_id=staff_id,
            channel=channel,
            way=way,
        )


        touch_read.additional_properties = d
        return touch_read

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
