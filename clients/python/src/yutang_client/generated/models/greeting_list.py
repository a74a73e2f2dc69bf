from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.greeting_read import GreetingRead
  from ..models.picture_quota import PictureQuota





T = TypeVar("T", bound="GreetingList")



@_attrs_define
class GreetingList:
    """ All welcomes: the corp's, departments', codes', each from the plainest to the most exact.

        Attributes:
            items (list[GreetingRead]):
            pictures (PictureQuota): Pictures of link cards that WeCom was given to keep; its bounds are the corp's.
            as_of (datetime.datetime):
     """

    items: list[GreetingRead]
    pictures: PictureQuota
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.greeting_read import GreetingRead # noqa: PLC0415
        from ..models.picture_quota import PictureQuota # noqa: PLC0415
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        pictures = self.pictures.to_dict()

        as_of = self.as_of.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "items": items,
            "pictures": pictures,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.greeting_read import GreetingRead # noqa: PLC0415
        from ..models.picture_quota import PictureQuota # noqa: PLC0415
        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = GreetingRead.from_dict(items_item_data)



            items.append(items_item)


        pictures = PictureQuota.from_dict(d.pop("pictures"))




        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        greeting_list = cls(
            items=items,
            pictures=pictures,
            as_of=as_of,
        )


        greeting_list.additional_properties = d
        return greeting_list

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
