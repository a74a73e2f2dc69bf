from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.report_what import ReportWhat
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.unknown_line import UnknownLine





T = TypeVar("T", bound="Report")



@_attrs_define
class Report:
    """ What became of the lines of a list.

        Attributes:
            what (ReportWhat):
            lines (int):
            found (int):
            people (int):
            unknown (int):
            duplicates (int):
            empty (int):
            unknown_lines (list[UnknownLine] | Unset):
     """

    what: ReportWhat
    lines: int
    found: int
    people: int
    unknown: int
    duplicates: int
    empty: int
    unknown_lines: list[UnknownLine] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.unknown_line import UnknownLine # noqa: PLC0415
        what = self.what.value

        lines = self.lines

        found = self.found

        people = self.people

        unknown = self.unknown

        duplicates = self.duplicates

        empty = self.empty

        unknown_lines: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.unknown_lines, Unset):
            unknown_lines = []
            for unknown_lines_item_data in self.unknown_lines:
                unknown_lines_item = unknown_lines_item_data.to_dict()
                unknown_lines.append(unknown_lines_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "what": what,
            "lines": lines,
            "found": found,
            "people": people,
            "unknown": unknown,
            "duplicates": duplicates,
            "empty": empty,
        })
        if unknown_lines is not UNSET:
            field_dict["unknown_lines"] = unknown_lines

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.unknown_line import UnknownLine # noqa: PLC0415
        d = dict(src_dict)
        what = ReportWhat(d.pop("what"))




        lines = d.pop("lines")

        found = d.pop("found")

        people = d.pop("people")

        unknown = d.pop("unknown")

        duplicates = d.pop("duplicates")

        empty = d.pop("empty")

        _unknown_lines = d.pop("unknown_lines", UNSET)
        unknown_lines: list[UnknownLine] | Unset = UNSET
        if _unknown_lines is not UNSET:
            unknown_lines = []
            for unknown_lines_item_data in _unknown_lines:
                unknown_lines_item = UnknownLine.from_dict(unknown_lines_item_data)



                unknown_lines.append(unknown_lines_item)


        report = cls(
            what=what,
            lines=lines,
            found=found,
            people=people,
            unknown=unknown,
            duplicates=duplicates,
            empty=empty,
            unknown_lines=unknown_lines,
        )


        report.additional_properties = d
        return report

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
