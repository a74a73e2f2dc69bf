from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="DutyRead")



@_attrs_define
class DutyRead:
    """ Whether a member takes new customers.

        Attributes:
            off (bool):
            off_since (datetime.datetime | None):
            off_until (datetime.datetime | None):
            codes (int):
     """

    off: bool
    off_since: datetime.datetime | None
    off_until: datetime.datetime | None
    codes: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        off = self.off

        off_since: None | str
        if isinstance(self.off_since, datetime.datetime):
            off_since = self.off_since.isoformat()
        else:
            off_since = self.off_since

        off_until: None | str
        if isinstance(self.off_until, datetime.datetime):
            off_until = self.off_until.isoformat()
        else:
            off_until = self.off_until

        codes = self.codes


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "off": off,
            "off_since": off_since,
            "off_until": off_until,
            "codes": codes,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        off = d.pop("off")

        def _parse_off_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                off_since_type_0 = datetime.datetime.fromisoformat(data)



                return off_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        off_since = _parse_off_since(d.pop("off_since"))


        def _parse_off_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                off_until_type_0 = datetime.datetime.fromisoformat(data)



                return off_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        off_until = _parse_off_until(d.pop("off_until"))


        codes = d.pop("codes")

        duty_read = cls(
            off=off,
            off_since=off_since,
            off_until=off_until,
            codes=codes,
        )


        duty_read.additional_properties = d
        return duty_read

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
