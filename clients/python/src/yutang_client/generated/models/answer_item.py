from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.answer_item_kind import AnswerItemKind
from typing import cast






T = TypeVar("T", bound="AnswerItem")



@_attrs_define
class AnswerItem:
    """ One question as it was asked, and what was said.

    `told` holds the words; yes and no stand as "yes" and "no" of kind yes_no. Null where the
    question was left open; of sensitive ones the value stands in the profile only (`hidden`).

        Attributes:
            question (str):
            kind (AnswerItemKind):
            told (list[str] | None):
            hidden (bool):
     """

    question: str
    kind: AnswerItemKind
    told: list[str] | None
    hidden: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        question = self.question

        kind = self.kind.value

        told: list[str] | None
        if isinstance(self.told, list):
            told = self.told


        else:
            told = self.told

        hidden = self.hidden


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "question": question,
            "kind": kind,
            "told": told,
            "hidden": hidden,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        question = d.pop("question")

        kind = AnswerItemKind(d.pop("kind"))




        def _parse_told(data: object) -> list[str] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                told_type_0 = cast(list[str], data)

                return told_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None, data)

        told = _parse_told(d.pop("told"))


        hidden = d.pop("hidden")

        answer_item = cls(
            question=question,
            kind=kind,
            told=told,
            hidden=hidden,
        )


        answer_item.additional_properties = d
        return answer_item

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
