from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.hour_read_refused import HourReadRefused





T = TypeVar("T", bound="HourRead")



@_attrs_define
class HourRead:
    """ Events of an hour: taken, and refused by reason.

        Attributes:
            hour (datetime.datetime):
            taken (int):
            refused (HourReadRefused):
     """

    hour: datetime.datetime
    taken: int
    refused: HourReadRefused
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.hour_read_refused import HourReadRefused # noqa: PLC0415
        hour = self.hour.isoformat()

        taken = self.taken

        refused = self.refused.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "hour": hour,
            "taken": taken,
            "refused": refused,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.hour_read_refused import HourReadRefused # noqa: PLC0415
        d = dict(src_dict)
        hour = datetime.datetime.fromisoformat(d.pop("hour"))




        taken = d.pop("taken")

        refused = HourReadRefused.from_dict(d.pop("refused"))




        hour_read = cls(
            hour=hour,
            taken=taken,
            refused=refused,
        )


        hour_read.additional_properties = d
        return hour_read

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
