from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.export_wish_format import ExportWishFormat
from ..models.export_wish_language import ExportWishLanguage
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="ExportWish")



@_attrs_define
class ExportWish:
    """ What shall be in the file.

        Attributes:
            columns (list[str]):
            format_ (ExportWishFormat | Unset):  Default: ExportWishFormat.CSV.
            phones (bool | Unset):  Default: False.
            ids (list[int] | None | Unset):
            language (ExportWishLanguage | Unset):  Default: ExportWishLanguage.ZH_CN.
     """

    columns: list[str]
    format_: ExportWishFormat | Unset = ExportWishFormat.CSV
    phones: bool | Unset = False
    ids: list[int] | None | Unset = UNSET
    language: ExportWishLanguage | Unset = ExportWishLanguage.ZH_CN
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        columns = self.columns



        format_: str | Unset = UNSET
        if not isinstance(self.format_, Unset):
            format_ = self.format_.value


        phones = self.phones

        ids: list[int] | None | Unset
        if isinstance(self.ids, Unset):
            ids = UNSET
        elif isinstance(self.ids, list):
            ids = self.ids


        else:
            ids = self.ids

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
        if ids is not UNSET:
            field_dict["ids"] = ids
        if language is not UNSET:
            field_dict["language"] = language

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        columns = cast(list[str], d.pop("columns"))


        _format_ = d.pop("format", UNSET)
        format_: ExportWishFormat | Unset
        if isinstance(_format_,  Unset):
            format_ = UNSET
        else:
            format_ = ExportWishFormat(_format_)




        phones = d.pop("phones", UNSET)

        def _parse_ids(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                ids_type_0 = cast(list[int], data)

                return ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        ids = _parse_ids(d.pop("ids", UNSET))


        _language = d.pop("language", UNSET)
        language: ExportWishLanguage | Unset
        if isinstance(_language,  Unset):
            language = UNSET
        else:
            language = ExportWishLanguage(_language)




        export_wish = cls(
            columns=columns,
            format_=format_,
            phones=phones,
            ids=ids,
            language=language,
        )


        export_wish.additional_properties = d
        return export_wish

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
