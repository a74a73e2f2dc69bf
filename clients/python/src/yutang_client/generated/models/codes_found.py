from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="CodesFound")



@_attrs_define
class CodesFound:
    """ What became of the lines of a file. Codes themselves are never shown again.

        Attributes:
            lines (int):
            added (int):
            known (int):
            repeated (int):
            empty (int):
            bad (int):
            bad_lines (list[int]):
            codes (int):
     """

    lines: int
    added: int
    known: int
    repeated: int
    empty: int
    bad: int
    bad_lines: list[int]
    codes: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        lines = self.lines

        added = self.added

        known = self.known

        repeated = self.repeated

        empty = self.empty

        bad = self.bad

        bad_lines = self.bad_lines



        codes = self.codes


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "lines": lines,
            "added": added,
            "known": known,
            "repeated": repeated,
            "empty": empty,
            "bad": bad,
            "bad_lines": bad_lines,
            "codes": codes,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        lines = d.pop("lines")

        added = d.pop("added")

        known = d.pop("known")

        repeated = d.pop("repeated")

        empty = d.pop("empty")

        bad = d.pop("bad")

        bad_lines = cast(list[int], d.pop("bad_lines"))


        codes = d.pop("codes")

        codes_found = cls(
            lines=lines,
            added=added,
            known=known,
            repeated=repeated,
            empty=empty,
            bad=bad,
            bad_lines=bad_lines,
            codes=codes,
        )


        codes_found.additional_properties = d
        return codes_found

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
