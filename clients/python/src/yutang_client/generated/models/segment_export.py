from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.segment_export_format import SegmentExportFormat
from ..models.segment_export_language import SegmentExportLanguage
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="SegmentExport")



@_attrs_define
class SegmentExport:
    """ What shall be in the file; as for exports of customers.

        Attributes:
            columns (list[str]):
            format_ (SegmentExportFormat | Unset):  Default: SegmentExportFormat.CSV.
            phones (bool | Unset):  Default: False.
            language (SegmentExportLanguage | Unset):  Default: SegmentExportLanguage.ZH_CN.
     """

    columns: list[str]
    format_: SegmentExportFormat | Unset = SegmentExportFormat.CSV
    phones: bool | Unset = False
    language: SegmentExportLanguage | Unset = SegmentExportLanguage.ZH_CN
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        columns = self.columns



        format_: str | Unset = UNSET
        if not isinstance(self.format_, Unset):
            format_ = self.format_.value


        phones = self.phones

        language: str | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language.value



        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "columns": columns,
        })
        if format_ is not UNSET:
            field_dict["format"] = format_
        if phones is not UNSET:
            field_dict["phones"] = phones
        if language is not UNSET:
            field_dict["language"] = language

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        columns = cast(list[str], d.pop("columns"))


        _format_ = d.pop("format", UNSET)
        format_: SegmentExportFormat | Unset
        if isinstance(_format_,  Unset):
            format_ = UNSET
        else:
            format_ = SegmentExportFormat(_format_)




        phones = d.pop("phones", UNSET)

        _language = d.pop("language", UNSET)
        language: SegmentExportLanguage | Unset
        if isinstance(_language,  Unset):
            language = UNSET
        else:
            language = SegmentExportLanguage(_language)




        segment_export = cls(
            columns=columns,
            format_=format_,
            phones=phones,
            language=language,
        )


        segment_export.additional_properties = d
        return segment_export

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
