from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="FirstSteps")



@_attrs_define
class FirstSteps:
    """ How far a new company has come.

        Attributes:
            synced_at (datetime.datetime | None):
            customers (int):
            code_made (bool):
            scanned (bool):
            welcomed (bool):
     """

    synced_at: datetime.datetime | None
    customers: int
    code_made: bool
    scanned: bool
    welcomed: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        synced_at: None | str
        if isinstance(self.synced_at, datetime.datetime):
            synced_at = self.synced_at.isoformat()
        else:
            synced_at = self.synced_at

        customers = self.customers

        code_made = self.code_made

        scanned = self.scanned

        welcomed = self.welcomed


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "synced_at": synced_at,
            "customers": customers,
            "code_made": code_made,
            "scanned": scanned,
            "welcomed": welcomed,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_synced_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                synced_at_type_0 = datetime.datetime.fromisoformat(data)



                return synced_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        synced_at = _parse_synced_at(d.pop("synced_at"))


        customers = d.pop("customers")

        code_made = d.pop("code_made")

        scanned = d.pop("scanned")

        welcomed = d.pop("welcomed")

        first_steps = cls(
            synced_at=synced_at,
            customers=customers,
            code_made=code_made,
            scanned=scanned,
            welcomed=welcomed,
        )


        first_steps.additional_properties = d
        return first_steps

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
