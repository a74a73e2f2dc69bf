from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.gap_count import GapCount
  from ..models.touchpoint_read import TouchpointRead





T = TypeVar("T", bound="TouchpointList")



@_attrs_define
class TouchpointList:
    """ All that match, the newest first; gaps are counted over all that stand now.

        Attributes:
            items (list[TouchpointRead]):
            total (int):
            gaps (list[GapCount]):
            silent_days (int):
            as_of (datetime.datetime):
     """

    items: list[TouchpointRead]
    total: int
    gaps: list[GapCount]
    silent_days: int
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.gap_count import GapCount # noqa: PLC0415
        from ..models.touchpoint_read import TouchpointRead # noqa: PLC0415
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        total = self.total

        gaps = []
        for gaps_item_data in self.gaps:
            gaps_item = gaps_item_data.to_dict()
            gaps.append(gaps_item)



        silent_days = self.silent_days

        as_of = self.as_of.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "items": items,
            "total": total,
            "gaps": gaps,
            "silent_days": silent_days,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.gap_count import GapCount # noqa: PLC0415
        from ..models.touchpoint_read import TouchpointRead # noqa: PLC0415
        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = TouchpointRead.from_dict(items_item_data)



            items.append(items_item)


        total = d.pop("total")

        gaps = []
        _gaps = d.pop("gaps")
        for gaps_item_data in (_gaps):
            gaps_item = GapCount.from_dict(gaps_item_data)



            gaps.append(gaps_item)


        silent_days = d.pop("silent_days")

        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        touchpoint_list = cls(
            items=items,
            total=total,
            gaps=gaps,
            silent_days=silent_days,
            as_of=as_of,
        )


        touchpoint_list.additional_properties = d
        return touchpoint_list

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
