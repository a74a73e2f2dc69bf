from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.clash_how import ClashHow






T = TypeVar("T", bound="Clash")



@_attrs_define
class Clash:
    """ `word` of this rule meets a word of another, or of itself.

    same: it stands in both. within: it is a part of the other's `theirs`, so that a message with
    that asks for both replies. contains: the other way round.

        Attributes:
            how (ClashHow):
            word (str):
            theirs (str):
            reply_id (int):
            reply_name (str):
     """

    how: ClashHow
    word: str
    theirs: str
    reply_id: int
    reply_name: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        how = self.how.value

        word = self.word

        theirs = self.theirs

        reply_id = self.reply_id

        reply_name = self.reply_name


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "how": how,
            "word": word,
            "theirs": theirs,
            "reply_id": reply_id,
            "reply_name": reply_name,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        how = ClashHow(d.pop("how"))




        word = d.pop("word")

        theirs = d.pop("theirs")

        reply_id = d.pop("reply_id")

        reply_name = d.pop("reply_name")

        clash = cls(
            how=how,
            word=word,
            theirs=theirs,
            reply_id=reply_id,
            reply_name=reply_name,
        )


        clash.additional_properties = d
        return clash

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
