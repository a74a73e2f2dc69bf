from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.choice import Choice
  from ..models.words import Words





T = TypeVar("T", bound="FieldOffer")



@_attrs_define
class FieldOffer:
    """ An attribute: its type, how it can be compared, and its options where it has some.

        Attributes:
            name (str):
            label (Words): The same in Chinese and in English.
            kind (str):
            tests (list[str]):
            options (list[Choice] | Unset):
            sensitive (bool | Unset):  Default: False.
     """

    name: str
    label: Words
    kind: str
    tests: list[str]
    options: list[Choice] | Unset = UNSET
    sensitive: bool | Unset = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.choice import Choice # noqa: PLC0415
        from ..models.words import Words # noqa: PLC0415
        name = self.name

        label = self.label.to_dict()

        kind = self.kind

        tests = self.tests



        options: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.options, Unset):
            options = []
            for options_item_data in self.options:
                options_item = options_item_data.to_dict()
                options.append(options_item)



        sensitive = self.sensitive


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
            "label": label,
            "kind": kind,
            "tests": tests,
        })
        if options is not UNSET:
            field_dict["options"] = options
        if sensitive is not UNSET:
            field_dict["sensitive"] = sensitive

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.choice import Choice # noqa: PLC0415
        from ..models.words import Words # noqa: PLC0415
        d = dict(src_dict)
        name = d.pop("name")

        label = Words.from_dict(d.pop("label"))




        kind = d.pop("kind")

        tests = cast(list[str], d.pop("tests"))


        _options = d.pop("options", UNSET)
        options: list[Choice] | Unset = UNSET
        if _options is not UNSET:
            options = []
            for options_item_data in _options:
                options_item = Choice.from_dict(options_item_data)



                options.append(options_item)


        sensitive = d.pop("sensitive", UNSET)

        field_offer = cls(
            name=name,
            label=label,
            kind=kind,
            tests=tests,
            options=options,
            sensitive=sensitive,
        )


        field_offer.additional_properties = d
        return field_offer

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
