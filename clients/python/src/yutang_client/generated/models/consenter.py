from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="Consenter")



@_attrs_define
class Consenter:
    """ One who agreed to a purpose.

        Attributes:
            customer_id (int):
            name (str):
            source (str):
            given_at (datetime.datetime):
            notice_version (int | None):
            withdrawn_at (datetime.datetime | None):
     """

    customer_id: int
    name: str
    source: str
    given_at: datetime.datetime
    notice_version: int | None
    withdrawn_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        customer_id = self.customer_id

        name = self.name

        source = self.source

        given_at = self.given_at.isoformat()

        notice_version: int | None
        notice_version = self.notice_version

        withdrawn_at: None | str
        if isinstance(self.withdrawn_at, datetime.datetime):
            withdrawn_at = self.withdrawn_at.isoformat()
        else:
            withdrawn_at = self.withdrawn_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "customer_id": customer_id,
            "name": name,
            "source": source,
            "given_at": given_at,
            "notice_version": notice_version,
            "withdrawn_at": withdrawn_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        customer_id = d.pop("customer_id")

        name = d.pop("name")

        source = d.pop("source")

        given_at = datetime.datetime.fromisoformat(d.pop("given_at"))




        def _parse_notice_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        notice_version = _parse_notice_version(d.pop("notice_version"))


        def _parse_withdrawn_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                withdrawn_at_type_0 = datetime.datetime.fromisoformat(data)



                return withdrawn_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        withdrawn_at = _parse_withdrawn_at(d.pop("withdrawn_at"))


        consenter = cls(
            customer_id=customer_id,
            name=name,
            source=source,
            given_at=given_at,
            notice_version=notice_version,
            withdrawn_at=withdrawn_at,
        )


        consenter.additional_properties = d
        return consenter

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
