from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="PurposeChange")



@_attrs_define
class PurposeChange:
    """ What a purpose shall be; a notice that differs becomes its next version.

        Attributes:
            name_zh (str):
            name_en (str):
            about_zh (str | Unset):  Default: ''.
            about_en (str | Unset):  Default: ''.
            notice_zh (str | Unset):  Default: ''.
            notice_en (str | Unset):  Default: ''.
            months (int | None | Unset):
            archived (bool | Unset):  Default: False.
     """

    name_zh: str
    name_en: str
    about_zh: str | Unset = ''
    about_en: str | Unset = ''
    notice_zh: str | Unset = ''
    notice_en: str | Unset = ''
    months: int | None | Unset = UNSET
    archived: bool | Unset = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        name_zh = self.name_zh

        name_en = self.name_en

        about_zh = self.about_zh

        about_en = self.about_en

        notice_zh = self.notice_zh

        notice_en = self.notice_en

        months: int | None | Unset
        if isinstance(self.months, Unset):
            months = UNSET
        else:
            months = self.months

        archived = self.archived


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name_zh": name_zh,
            "name_en": name_en,
        })
        if about_zh is not UNSET:
            field_dict["about_zh"] = about_zh
        if about_en is not UNSET:
            field_dict["about_en"] = about_en
        if notice_zh is not UNSET:
            field_dict["notice_zh"] = notice_zh
        if notice_en is not UNSET:
            field_dict["notice_en"] = notice_en
        if months is not UNSET:
            field_dict["months"] = months
        if archived is not UNSET:
            field_dict["archived"] = archived

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name_zh = d.pop("name_zh")

        name_en = d.pop("name_en")

        about_zh = d.pop("about_zh", UNSET)

        about_en = d.pop("about_en", UNSET)

        notice_zh = d.pop("notice_zh", UNSET)

        notice_en = d.pop("notice_en", UNSET)

        def _parse_months(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        months = _parse_months(d.pop("months", UNSET))


        archived = d.pop("archived", UNSET)

        purpose_change = cls(
            name_zh=name_zh,
            name_en=name_en,
            about_zh=about_zh,
            about_en=about_en,
            notice_zh=notice_zh,
            notice_en=notice_en,
            months=months,
            archived=archived,
        )


        purpose_change.additional_properties = d
        return purpose_change

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
