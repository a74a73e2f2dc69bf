from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.text import Text





T = TypeVar("T", bound="Suggestion")



@_attrs_define
class Suggestion:
    """ What the owner may say, and when of the day.

        Attributes:
            code (str):
            at (str):
            title (Text): Chinese and English.
            text (Text): Chinese and English.
     """

    code: str
    at: str
    title: Text
    text: Text
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.text import Text # noqa: PLC0415
        code = self.code

        at = self.at

        title = self.title.to_dict()

        text = self.text.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "code": code,
            "at": at,
            "title": title,
            "text": text,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.text import Text # noqa: PLC0415
        d = dict(src_dict)
        code = d.pop("code")

        at = d.pop("at")

        title = Text.from_dict(d.pop("title"))




        text = Text.from_dict(d.pop("text"))




        suggestion = cls(
            code=code,
            at=at,
            title=title,
            text=text,
        )


        suggestion.additional_properties = d
        return suggestion

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
