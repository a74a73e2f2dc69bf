from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.tag_ref import TagRef
  from ..models.worn_tag import WornTag





T = TypeVar("T", bound="TagsOfCustomer")



@_attrs_define
class TagsOfCustomer:
    """ What a customer wears after a change, with what the change was, so that it can be undone.

        Attributes:
            items (list[WornTag]):
            changed (bool):
            displaced (list[TagRef]):
     """

    items: list[WornTag]
    changed: bool
    displaced: list[TagRef]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.tag_ref import TagRef # noqa: PLC0415
        from ..models.worn_tag import WornTag # noqa: PLC0415
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        changed = self.changed

        displaced = []
        for displaced_item_data in self.displaced:
            displaced_item = displaced_item_data.to_dict()
            displaced.append(displaced_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "items": items,
            "changed": changed,
            "displaced": displaced,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.tag_ref import TagRef # noqa: PLC0415
        from ..models.worn_tag import WornTag # noqa: PLC0415
        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = WornTag.from_dict(items_item_data)



            items.append(items_item)


        changed = d.pop("changed")

        displaced = []
        _displaced = d.pop("displaced")
        for displaced_item_data in (_displaced):
            displaced_item = TagRef.from_dict(displaced_item_data)



            displaced.append(displaced_item)


        tags_of_customer = cls(
            items=items,
            changed=changed,
            displaced=displaced,
        )


        tags_of_customer.additional_properties = d
        return tags_of_customer

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
