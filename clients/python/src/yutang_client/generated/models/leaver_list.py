from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.leaver_read import LeaverRead





T = TypeVar("T", bound="LeaverList")



@_attrs_define
class LeaverList:
    """ Those of whom something waits first; at most 500.

        Attributes:
            items (list[LeaverRead]):
            unassigned_at (datetime.datetime | None):
     """

    items: list[LeaverRead]
    unassigned_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.leaver_read import LeaverRead # noqa: PLC0415
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        unassigned_at: None | str
        if isinstance(self.unassigned_at, datetime.datetime):
            unassigned_at = self.unassigned_at.isoformat()
        else:
            unassigned_at = self.unassigned_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "items": items,
            "unassigned_at": unassigned_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.leaver_read import LeaverRead # noqa: PLC0415
        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = LeaverRead.from_dict(items_item_data)



            items.append(items_item)


        def _parse_unassigned_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                unassigned_at_type_0 = datetime.datetime.fromisoformat(data)



                return unassigned_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        unassigned_at = _parse_unassigned_at(d.pop("unassigned_at"))


        leaver_list = cls(
            items=items,
            unassigned_at=unassigned_at,
        )


        leaver_list.additional_properties = d
        return leaver_list

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
