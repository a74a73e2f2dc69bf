from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.taker_read import TakerRead





T = TypeVar("T", bound="TakerPage")



@_attrs_define
class TakerPage:
    """ The newest first; `next` goes into `after`. `judged_at` is the last night's.

        Attributes:
            items (list[TakerRead]):
            next_ (None | str):
            total (int):
            judged_at (datetime.datetime | None):
     """

    items: list[TakerRead]
    next_: None | str
    total: int
    judged_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.taker_read import TakerRead # noqa: PLC0415
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        next_: None | str
        next_ = self.next_

        total = self.total

        judged_at: None | str
        if isinstance(self.judged_at, datetime.datetime):
            judged_at = self.judged_at.isoformat()
        else:
            judged_at = self.judged_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "items": items,
            "next": next_,
            "total": total,
            "judged_at": judged_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.taker_read import TakerRead # noqa: PLC0415
        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = TakerRead.from_dict(items_item_data)



            items.append(items_item)


        def _parse_next_(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_ = _parse_next_(d.pop("next"))


        total = d.pop("total")

        def _parse_judged_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                judged_at_type_0 = datetime.datetime.fromisoformat(data)



                return judged_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        judged_at = _parse_judged_at(d.pop("judged_at"))


        taker_page = cls(
            items=items,
            next_=next_,
            total=total,
            judged_at=judged_at,
        )


        taker_page.additional_properties = d
        return taker_page

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
