from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.way_share import WayShare





T = TypeVar("T", bound="AttributionReport")



@_attrs_define
class AttributionReport:
    """ Of how many adds it is known how they came.

        Attributes:
            as_of (datetime.datetime):
            adds (int):
            known (int):
            share (float | None):
            ways (list[WayShare]):
            inviters (int):
     """

    as_of: datetime.datetime
    adds: int
    known: int
    share: float | None
    ways: list[WayShare]
    inviters: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.way_share import WayShare # noqa: PLC0415
        as_of = self.as_of.isoformat()

        adds = self.adds

        known = self.known

        share: float | None
        share = self.share

        ways = []
        for ways_item_data in self.ways:
            ways_item = ways_item_data.to_dict()
            ways.append(ways_item)



        inviters = self.inviters


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "as_of": as_of,
            "adds": adds,
            "known": known,
            "share": share,
            "ways": ways,
            "inviters": inviters,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.way_share import WayShare # noqa: PLC0415
        d = dict(src_dict)
        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        adds = d.pop("adds")

        known = d.pop("known")

        def _parse_share(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        share = _parse_share(d.pop("share"))


        ways = []
        _ways = d.pop("ways")
        for ways_item_data in (_ways):
            ways_item = WayShare.from_dict(ways_item_data)



            ways.append(ways_item)


        inviters = d.pop("inviters")

        attribution_report = cls(
            as_of=as_of,
            adds=adds,
            known=known,
            share=share,
            ways=ways,
            inviters=inviters,
        )


        attribution_report.additional_properties = d
        return attribution_report

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
