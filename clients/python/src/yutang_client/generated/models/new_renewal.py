from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="NewRenewal")



@_attrs_define
class NewRenewal:
    """ A renewal of a group; name and notice are ready for the owner to paste.

        Attributes:
            name (str):
            notice (str | Unset):  Default: ''.
            days (int | Unset):  Default: 7.
     """

    name: str
    notice: str | Unset = ''
    days: int | Unset = 7





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        notice = self.notice

        days = self.days


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
        })
        if notice is not UNSET:
            field_dict["notice"] = notice
        if days is not UNSET:
            field_dict["days"] = days

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        notice = d.pop("notice", UNSET)

        days = d.pop("days", UNSET)

        new_renewal = cls(
            name=name,
            notice=notice,
            days=days,
        )

        return new_renewal

