from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.order_row import OrderRow
  from ..models.order_source_read import OrderSourceRead





T = TypeVar("T", bound="OrderPage")



@_attrs_define
class OrderPage:
    """ One page, the newest first; `next` goes into `after`.

    `total` and `fen` are exact up to 100,000 orders; beyond that they are lower bounds and `exact`
    is false. `sources` is empty while nobody ever told of orders: WeCom itself does not.

        Attributes:
            items (list[OrderRow]):
            next_ (None | str):
            total (int):
            fen (int):
            exact (bool):
            sources (list[OrderSourceRead]):
            as_of (datetime.datetime):
     """

    items: list[OrderRow]
    next_: None | str
    total: int
    fen: int
    exact: bool
    sources: list[OrderSourceRead]
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.order_row import OrderRow # noqa: PLC0415
        from ..models.order_source_read import OrderSourceRead # noqa: PLC0415
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        next_: None | str
        next_ = self.next_

        total = self.total

        fen = self.fen

        exact = self.exact

        sources = []
        for sources_item_data in self.sources:
            sources_item = sources_item_data.to_dict()
            sources.append(sources_item)



        as_of = self.as_of.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "items": items,
            "next": next_,
            "total": total,
            "fen": fen,
            "exact": exact,
            "sources": sources,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.order_row import OrderRow # noqa: PLC0415
        from ..models.order_source_read import OrderSourceRead # noqa: PLC0415
        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = OrderRow.from_dict(items_item_data)



            items.append(items_item)


        def _parse_next_(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_ = _parse_next_(d.pop("next"))


        total = d.pop("total")

        fen = d.pop("fen")

        exact = d.pop("exact")

        sources = []
        _sources = d.pop("sources")
        for sources_item_data in (_sources):
            sources_item = OrderSourceRead.from_dict(sources_item_data)



            sources.append(sources_item)


        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        order_page = cls(
            items=items,
            next_=next_,
            total=total,
            fen=fen,
            exact=exact,
            sources=sources,
            as_of=as_of,
        )


        order_page.additional_properties = d
        return order_page

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
