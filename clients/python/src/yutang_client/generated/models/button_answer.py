from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.text_read import TextRead





T = TypeVar("T", bound="ButtonAnswer")



@_attrs_define
class ButtonAnswer:
    """ What was done by a button, and by whom.

        Attributes:
            text (TextRead): Chinese and English.
            by (None | str):
            at (datetime.datetime):
     """

    text: TextRead
    by: None | str
    at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.text_read import TextRead # noqa: PLC0415
        text = self.text.to_dict()

        by: None | str
        by = self.by

        at = self.at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "text": text,
            "by": by,
            "at": at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.text_read import TextRead # noqa: PLC0415
        d = dict(src_dict)
        text = TextRead.from_dict(d.pop("text"))




        def _parse_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        by = _parse_by(d.pop("by"))


        at = datetime.datetime.fromisoformat(d.pop("at"))




        button_answer = cls(
            text=text,
            by=by,
            at=at,
        )


        button_answer.additional_properties = d
        return button_answer

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
