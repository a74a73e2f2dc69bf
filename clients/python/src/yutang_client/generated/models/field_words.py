from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.field_words_kind import FieldWordsKind
from typing import cast






T = TypeVar("T", bound="FieldWords")



@_attrs_define
class FieldWords:
    """ A field in the timeline; of sensitive fields and free text neither value is told.

    Values are in words, options by their labels; "yes" and "no" of kind yes_no.

        Attributes:
            id (int):
            name (str):
            kind (FieldWordsKind):
            told (bool):
            before (list[str] | None):
            after (list[str] | None):
     """

    id: int
    name: str
    kind: FieldWordsKind
    told: bool
    before: list[str] | None
    after: list[str] | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        kind = self.kind.value

        told = self.told

        before: list[str] | None
        if isinstance(self.before, list):
            before = self.before


        else:
            before = self.before

        after: list[str] | None
        if isinstance(self.after, list):
            after = self.after


        else:
            after = self.after


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "kind": kind,
            "told": told,
            "before": before,
            "after": after,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        kind = FieldWordsKind(d.pop("kind"))




        told = d.pop("told")

        def _parse_before(data: object) -> list[str] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                before_type_0 = cast(list[str], data)

                return before_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None, data)

        before = _parse_before(d.pop("before"))


        def _parse_after(data: object) -> list[str] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                after_type_0 = cast(list[str], data)

                return after_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None, data)

        after = _parse_after(d.pop("after"))


        field_words = cls(
            id=id,
            name=name,
            kind=kind,
            told=told,
            before=before,
            after=after,
        )


        field_words.additional_properties = d
        return field_words

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
