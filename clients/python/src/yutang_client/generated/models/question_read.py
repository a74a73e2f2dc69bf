from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.question_read_kind_type_0 import QuestionReadKindType0
from typing import cast

if TYPE_CHECKING:
  from ..models.field_read import FieldRead





T = TypeVar("T", bound="QuestionRead")



@_attrs_define
class QuestionRead:
    """ A question with the field that its answer is written to, and whether the reader may.

        Attributes:
            key (str):
            text (str):
            kind (None | QuestionReadKindType0):
            field_id (int | None):
            options (list[str]):
            required (bool):
            field (FieldRead | None):
            may_answer (bool):
     """

    key: str
    text: str
    kind: None | QuestionReadKindType0
    field_id: int | None
    options: list[str]
    required: bool
    field: FieldRead | None
    may_answer: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.field_read import FieldRead # noqa: PLC0415
        key = self.key

        text = self.text

        kind: None | str
        if isinstance(self.kind, QuestionReadKindType0):
            kind = self.kind.value
        else:
            kind = self.kind

        field_id: int | None
        field_id = self.field_id

        options = self.options



        required = self.required

        field: dict[str, Any] | None
        if isinstance(self.field, FieldRead):
            field = self.field.to_dict()
        else:
            field = self.field

        may_answer = self.may_answer


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "key": key,
            "text": text,
            "kind": kind,
            "field_id": field_id,
            "options": options,
            "required": required,
            "field": field,
            "may_answer": may_answer,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.field_read import FieldRead # noqa: PLC0415
        d = dict(src_dict)
        key = d.pop("key")

        text = d.pop("text")

        def _parse_kind(data: object) -> None | QuestionReadKindType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = QuestionReadKindType0(data)



                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | QuestionReadKindType0, data)

        kind = _parse_kind(d.pop("kind"))


        def _parse_field_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        field_id = _parse_field_id(d.pop("field_id"))


        options = cast(list[str], d.pop("options"))


        required = d.pop("required")

        def _parse_field(data: object) -> FieldRead | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                field_type_0 = FieldRead.from_dict(data)



                return field_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FieldRead | None, data)

        field = _parse_field(d.pop("field"))


        may_answer = d.pop("may_answer")

        question_read = cls(
            key=key,
            text=text,
            kind=kind,
            field_id=field_id,
            options=options,
            required=required,
            field=field,
            may_answer=may_answer,
        )


        question_read.additional_properties = d
        return question_read

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
