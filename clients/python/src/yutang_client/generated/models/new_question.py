from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.new_question_kind_type_0 import NewQuestionKindType0
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="NewQuestion")



@_attrs_define
class NewQuestion:
    """ A question as the page sends it: a new one has no key yet. Either a field or a kind.

        Attributes:
            text (str):
            key (None | str | Unset):
            kind (NewQuestionKindType0 | None | Unset):
            field_id (int | None | Unset):
            options (list[str] | Unset):
            required (bool | Unset):  Default: False.
     """

    text: str
    key: None | str | Unset = UNSET
    kind: NewQuestionKindType0 | None | Unset = UNSET
    field_id: int | None | Unset = UNSET
    options: list[str] | Unset = UNSET
    required: bool | Unset = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        text = self.text

        key: None | str | Unset
        if isinstance(self.key, Unset):
            key = UNSET
        else:
            key = self.key

        kind: None | str | Unset
        if isinstance(self.kind, Unset):
            kind = UNSET
        elif isinstance(self.kind, NewQuestionKindType0):
            kind = self.kind.value
        else:
            kind = self.kind

        field_id: int | None | Unset
        if isinstance(self.field_id, Unset):
            field_id = UNSET
        else:
            field_id = self.field_id

        options: list[str] | Unset = UNSET
        if not isinstance(self.options, Unset):
            options = self.options



        required = self.required


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "text": text,
        })
        if key is not UNSET:
            field_dict["key"] = key
        if kind is not UNSET:
            field_dict["kind"] = kind
        if field_id is not UNSET:
            field_dict["field_id"] = field_id
        if options is not UNSET:
            field_dict["options"] = options
        if required is not UNSET:
            field_dict["required"] = required

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

        def _parse_key(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        key = _parse_key(d.pop("key", UNSET))


        def _parse_kind(data: object) -> NewQuestionKindType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = NewQuestionKindType0(data)



                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewQuestionKindType0 | None | Unset, data)

        kind = _parse_kind(d.pop("kind", UNSET))


        def _parse_field_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        field_id = _parse_field_id(d.pop("field_id", UNSET))


        options = cast(list[str], d.pop("options", UNSET))


        required = d.pop("required", UNSET)

        new_question = cls(
            text=text,
            key=key,
            kind=kind,
            field_id=field_id,
            options=options,
            required=required,
        )


        new_question.additional_properties = d
        return new_question

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
