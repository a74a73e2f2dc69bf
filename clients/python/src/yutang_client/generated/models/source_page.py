from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.source_read import SourceRead
  from ..models.standing import Standing





T = TypeVar("T", bound="SourcePage")



@_attrs_define
class SourcePage:
    """ All sources, and how the collector stands as a whole.

        Attributes:
            items (list[SourceRead]):
            standing (Standing): What waits of all sources, and what lies on the disk since the database was away.
     """

    items: list[SourceRead]
    standing: Standing
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.source_read import SourceRead # noqa: PLC0415
        from ..models.standing import Standing # noqa: PLC0415
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        standing = self.standing.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "items": items,
            "standing": standing,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.source_read import SourceRead # noqa: PLC0415
        from ..models.standing import Standing # noqa: PLC0415
        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = SourceRead.from_dict(items_item_data)



            items.append(items_item)


        standing = Standing.from_dict(d.pop("standing"))




        source_page = cls(
            items=items,
            standing=standing,
        )


        source_page.additional_properties = d
        return source_page

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
