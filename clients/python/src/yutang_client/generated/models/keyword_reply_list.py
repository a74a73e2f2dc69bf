from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.keyword_reply_read import KeywordReplyRead





T = TypeVar("T", bound="KeywordReplyList")



@_attrs_define
class KeywordReplyList:
    """ All rules, those that wait for the console first; and the bounds.

        Attributes:
            items (list[KeywordReplyRead]):
            most (int):
            most_words (int):
            word_characters (int):
            reply_bytes (int):
            as_of (datetime.datetime):
     """

    items: list[KeywordReplyRead]
    most: int
    most_words: int
    word_characters: int
    reply_bytes: int
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.keyword_reply_read import KeywordReplyRead # noqa: PLC0415
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        most = self.most

        most_words = self.most_words

        word_characters = self.word_characters

        reply_bytes = self.reply_bytes

        as_of = self.as_of.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "items": items,
            "most": most,
            "most_words": most_words,
            "word_characters": word_characters,
            "reply_bytes": reply_bytes,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.keyword_reply_read import KeywordReplyRead # noqa: PLC0415
        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = KeywordReplyRead.from_dict(items_item_data)



            items.append(items_item)


        most = d.pop("most")

        most_words = d.pop("most_words")

        word_characters = d.pop("word_characters")

        reply_bytes = d.pop("reply_bytes")

        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        keyword_reply_list = cls(
            items=items,
            most=most,
            most_words=most_words,
            word_characters=word_characters,
            reply_bytes=reply_bytes,
            as_of=as_of,
        )


        keyword_reply_list.additional_properties = d
        return keyword_reply_list

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
