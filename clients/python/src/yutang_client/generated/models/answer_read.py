from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.answer_item import AnswerItem





T = TypeVar("T", bound="AnswerRead")



@_attrs_define
class AnswerRead:
    """ One round of answers to one version of a set.

        Attributes:
            id (int):
            set_id (int):
            set_name (str):
            version (int):
            by (str):
            by_name (str):
            at (datetime.datetime):
            items (list[AnswerItem]):
     """

    id: int
    set_id: int
    set_name: str
    version: int
    by: str
    by_name: str
    at: datetime.datetime
    items: list[AnswerItem]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.answer_item import AnswerItem # noqa: PLC0415
        id = self.id

        set_id = self.set_id

        set_name = self.set_name

        version = self.version

        by = self.by

        by_name = self.by_name

        at = self.at.isoformat()

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "set_id": set_id,
            "set_name": set_name,
            "version": version,
            "by": by,
            "by_name": by_name,
            "at": at,
            "items": items,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.answer_item import AnswerItem # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        set_id = d.pop("set_id")

        set_name = d.pop("set_name")

        version = d.pop("version")

        by = d.pop("by")

        by_name = d.pop("by_name")

        at = datetime.datetime.fromisoformat(d.pop("at"))




        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = AnswerItem.from_dict(items_item_data)



            items.append(items_item)


        answer_read = cls(
            id=id,
            set_id=set_id,
            set_name=set_name,
            version=version,
            by=by,
            by_name=by_name,
            at=at,
            items=items,
        )


        answer_read.additional_properties = d
        return answer_read

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
