from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.table_count_how import TableCountHow
from typing import cast






T = TypeVar("T", bound="TableCount")



@_attrs_define
class TableCount:
    """ Rows of one table; null: counted while they are erased, since nothing finds them sooner.

        Attributes:
            table (str):
            rows (int | None):
            how (TableCountHow):
     """

    table: str
    rows: int | None
    how: TableCountHow
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        table = self.table

        rows: int | None
        rows = self.rows

        how = self.how.value


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "table": table,
            "rows": rows,
            "how": how,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        table = d.pop("table")

        def _parse_rows(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        rows = _parse_rows(d.pop("rows"))


        how = TableCountHow(d.pop("how"))




        table_count = cls(
            table=table,
            rows=rows,
            how=how,
        )


        table_count.additional_properties = d
        return table_count

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
