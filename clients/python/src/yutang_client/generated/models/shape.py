from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.shape_format import ShapeFormat
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.column import Column
  from ..models.sheet import Sheet





T = TypeVar("T", bound="Shape")



@_attrs_define
class Shape:
    """ How a file is read.

        Attributes:
            format_ (ShapeFormat):
            columns (list[Column]):
            encoding (str | Unset):  Default: 'utf-8'.
            delimiter (str | Unset):  Default: ','.
            blank_lines (int | Unset):  Default: 0.
            sheets (list[Sheet] | Unset):
            new_tags (list[str] | Unset):
     """

    format_: ShapeFormat
    columns: list[Column]
    encoding: str | Unset = 'utf-8'
    delimiter: str | Unset = ','
    blank_lines: int | Unset = 0
    sheets: list[Sheet] | Unset = UNSET
    new_tags: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.column import Column # noqa: PLC0415
        from ..models.sheet import Sheet # noqa: PLC0415
        format_ = self.format_.value

        columns = []
        for columns_item_data in self.columns:
            columns_item = columns_item_data.to_dict()
            columns.append(columns_item)



        encoding = self.encoding

        delimiter = self.delimiter

        blank_lines = self.blank_lines

        sheets: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.sheets, Unset):
            sheets = []
            for sheets_item_data in self.sheets:
                sheets_item = sheets_item_data.to_dict()
                sheets.append(sheets_item)



        new_tags: list[str] | Unset = UNSET
        if not isinstance(self.new_tags, Unset):
            new_tags = self.new_tags




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "format": format_,
            "columns": columns,
        })
        if encoding is not UNSET:
            field_dict["encoding"] = encoding
        if delimiter is not UNSET:
            field_dict["delimiter"] = delimiter
        if blank_lines is not UNSET:
            field_dict["blank_lines"] = blank_lines
        if sheets is not UNSET:
            field_dict["sheets"] = sheets
        if new_tags is not UNSET:
            field_dict["new_tags"] = new_tags

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.column import Column # noqa: PLC0415
        from ..models.sheet import Sheet # noqa: PLC0415
        d = dict(src_dict)
        format_ = ShapeFormat(d.pop("format"))




        columns = []
        _columns = d.pop("columns")
        for columns_item_data in (_columns):
            columns_item = Column.from_dict(columns_item_data)



            columns.append(columns_item)


        encoding = d.pop("encoding", UNSET)

        delimiter = d.pop("delimiter", UNSET)

        blank_lines = d.pop("blank_lines", UNSET)

        _sheets = d.pop("sheets", UNSET)
        sheets: list[Sheet] | Unset = UNSET
        if _sheets is not UNSET:
            sheets = []
            for sheets_item_data in _sheets:
                sheets_item = Sheet.from_dict(sheets_item_data)



                sheets.append(sheets_item)


        new_tags = cast(list[str], d.pop("new_tags", UNSET))


        shape = cls(
            format_=format_,
            columns=columns,
            encoding=encoding,
            delimiter=delimiter,
            blank_lines=blank_lines,
            sheets=sheets,
            new_tags=new_tags,
        )


        shape.additional_properties = d
        return shape

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
