from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.shape_format import ShapeFormat
from ..models.shape_subject import ShapeSubject
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.column import Column
  from ..models.shape_looks import ShapeLooks
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
            subject (ShapeSubject | Unset):  Default: ShapeSubject.MEMBERS.
            shop (None | str | Unset):
            looks (ShapeLooks | Unset):
            unknown_statuses (list[str] | Unset):
     """

    format_: ShapeFormat
    columns: list[Column]
    encoding: str | Unset = 'utf-8'
    delimiter: str | Unset = ','
    blank_lines: int | Unset = 0
    sheets: list[Sheet] | Unset = UNSET
    new_tags: list[str] | Unset = UNSET
    subject: ShapeSubject | Unset = ShapeSubject.MEMBERS
    shop: None | str | Unset = UNSET
    looks: ShapeLooks | Unset = UNSET
    unknown_statuses: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.column import Column # noqa: PLC0415
        from ..models.shape_looks import ShapeLooks # noqa: PLC0415
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



        subject: str | Unset = UNSET
        if not isinstance(self.subject, Unset):
            subject = self.subject.value


        shop: None | str | Unset
        if isinstance(self.shop, Unset):
            shop = UNSET
        else:
            shop = self.shop

        looks: dict[str, Any] | Unset = UNSET
        if not isinstance(self.looks, Unset):
            looks = self.looks.to_dict()

        unknown_statuses: list[str] | Unset = UNSET
        if not isinstance(self.unknown_statuses, Unset):
            unknown_statuses = self.unknown_statuses




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
        if subject is not UNSET:
            field_dict["subject"] = subject
        if shop is not UNSET:
            field_dict["shop"] = shop
        if looks is not UNSET:
            field_dict["looks"] = looks
        if unknown_statuses is not UNSET:
            field_dict["unknown_statuses"] = unknown_statuses

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.column import Column # noqa: PLC0415
        from ..models.shape_looks import ShapeLooks # noqa: PLC0415
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


        _subject = d.pop("subject", UNSET)
        subject: ShapeSubject | Unset
        if isinstance(_subject,  Unset):
            subject = UNSET
        else:
            subject = ShapeSubject(_subject)




        def _parse_shop(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        shop = _parse_shop(d.pop("shop", UNSET))


        _looks = d.pop("looks", UNSET)
        looks: ShapeLooks | Unset
        if isinstance(_looks,  Unset):
            looks = UNSET
        else:
            looks = ShapeLooks.from_dict(_looks)




        unknown_statuses = cast(list[str], d.pop("unknown_statuses", UNSET))


        shape = cls(
            format_=format_,
            columns=columns,
            encoding=encoding,
            delimiter=delimiter,
            blank_lines=blank_lines,
            sheets=sheets,
            new_tags=new_tags,
            subject=subject,
            shop=shop,
            looks=looks,
            unknown_statuses=unknown_statuses,
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
