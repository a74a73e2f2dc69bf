from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.row_error import RowError





T = TypeVar("T", bound="SheetFindings")



@_attrs_define
class SheetFindings:
    """ What a file would do, or did.

        Attributes:
            rows (int):
            created (int):
            changed (int):
            unchanged (int):
            ignored_columns (list[str]):
            errors (list[RowError]):
            error_count (int):
            written (bool):
     """

    rows: int
    created: int
    changed: int
    unchanged: int
    ignored_columns: list[str]
    errors: list[RowError]
    error_count: int
    written: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.row_error import RowError # noqa: PLC0415
        rows = self.rows

        created = self.created

        changed = self.changed

        unchanged = self.unchanged

        ignored_columns = self.ignored_columns



        errors = []
        for errors_item_data in self.errors:
            errors_item = errors_item_data.to_dict()
            errors.append(errors_item)



        error_count = self.error_count

        written = self.written


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "rows": rows,
            "created": created,
            "changed": changed,
            "unchanged": unchanged,
            "ignored_columns": ignored_columns,
            "errors": errors,
            "error_count": error_count,
            "written": written,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.row_error import RowError # noqa: PLC0415
        d = dict(src_dict)
        rows = d.pop("rows")

        created = d.pop("created")

        changed = d.pop("changed")

        unchanged = d.pop("unchanged")

        ignored_columns = cast(list[str], d.pop("ignored_columns"))


        errors = []
        _errors = d.pop("errors")
        for errors_item_data in (_errors):
            errors_item = RowError.from_dict(errors_item_data)



            errors.append(errors_item)


        error_count = d.pop("error_count")

        written = d.pop("written")

        sheet_findings = cls(
            rows=rows,
            created=created,
            changed=changed,
            unchanged=unchanged,
            ignored_columns=ignored_columns,
            errors=errors,
            error_count=error_count,
            written=written,
        )


        sheet_findings.additional_properties = d
        return sheet_findings

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
