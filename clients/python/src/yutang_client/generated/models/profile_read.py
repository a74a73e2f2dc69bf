from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.chart import Chart





T = TypeVar("T", bound="ProfileRead")



@_attrs_define
class ProfileRead:
    """ Who they are.

        Attributes:
            total (int):
            as_of (datetime.datetime):
            charts (list[Chart]):
     """

    total: int
    as_of: datetime.datetime
    charts: list[Chart]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.chart import Chart # noqa: PLC0415
        total = self.total

        as_of = self.as_of.isoformat()

        charts = []
        for charts_item_data in self.charts:
            charts_item = charts_item_data.to_dict()
            charts.append(charts_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "total": total,
            "as_of": as_of,
            "charts": charts,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.chart import Chart # noqa: PLC0415
        d = dict(src_dict)
        total = d.pop("total")

        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        charts = []
        _charts = d.pop("charts")
        for charts_item_data in (_charts):
            charts_item = Chart.from_dict(charts_item_data)



            charts.append(charts_item)


        profile_read = cls(
            total=total,
            as_of=as_of,
            charts=charts,
        )


        profile_read.additional_properties = d
        return profile_read

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
