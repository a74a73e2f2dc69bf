from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.words import Words





T = TypeVar("T", bound="Explained")



@_attrs_define
class Explained:
    """ One condition about one person: whether it holds, and what is known of him.

        Attributes:
            path (str):
            holds (bool):
            sentence (Words): The same in Chinese and in English.
            facts (None | Words):
            of (list[Explained] | Unset):
     """

    path: str
    holds: bool
    sentence: Words
    facts: None | Words
    of: list[Explained] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.words import Words # noqa: PLC0415
        path = self.path

        holds = self.holds

        sentence = self.sentence.to_dict()

        facts: dict[str, Any] | None
        if isinstance(self.facts, Words):
            facts = self.facts.to_dict()
        else:
            facts = self.facts

        of: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.of, Unset):
            of = []
            for of_item_data in self.of:
                of_item = of_item_data.to_dict()
                of.append(of_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "path": path,
            "holds": holds,
            "sentence": sentence,
            "facts": facts,
        })
        if of is not UNSET:
            field_dict["of"] = of

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.words import Words # noqa: PLC0415
        d = dict(src_dict)
        path = d.pop("path")

        holds = d.pop("holds")

        sentence = Words.from_dict(d.pop("sentence"))




        def _parse_facts(data: object) -> None | Words:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                facts_type_0 = Words.from_dict(data)



                return facts_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Words, data)

        facts = _parse_facts(d.pop("facts"))


        _of = d.pop("of", UNSET)
        of: list[Explained] | Unset = UNSET
        if _of is not UNSET:
            of = []
            for of_item_data in _of:
                of_item = Explained.from_dict(of_item_data)



                of.append(of_item)


        explained = cls(
            path=path,
            holds=holds,
            sentence=sentence,
            facts=facts,
            of=of,
        )


        explained.additional_properties = d
        return explained

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
