from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.retention_read_kind import RetentionReadKind
from typing import cast
import datetime






T = TypeVar("T", bound="RetentionRead")



@_attrs_define
class RetentionRead:
    """ How long one kind of data is kept, and how much is older than that now.

        Attributes:
            kind (RetentionReadKind):
            days (int | None):
            default_days (int | None):
            least_days (int):
            most_days (int):
            older (int):
            counted_to (int):
            last_at (datetime.datetime | None):
            last_rows (int | None):
     """

    kind: RetentionReadKind
    days: int | None
    default_days: int | None
    least_days: int
    most_days: int
    older: int
    counted_to: int
    last_at: datetime.datetime | None
    last_rows: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        days: int | None
        days = self.days

        default_days: int | None
        default_days = self.default_days

        least_days = self.least_days

        most_days = self.most_days

        older = self.older

        counted_to = self.counted_to

        last_at: None | str
        if isinstance(self.last_at, datetime.datetime):
            last_at = self.last_at.isoformat()
        else:
            last_at = self.last_at

        last_rows: int | None
        last_rows = self.last_rows


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "kind": kind,
            "days": days,
            "default_days": default_days,
            "least_days": least_days,
            "most_days": most_days,
            "older": older,
            "counted_to": counted_to,
            "last_at": last_at,
            "last_rows": last_rows,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = RetentionReadKind(d.pop("kind"))




        def _parse_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        days = _parse_days(d.pop("days"))


        def _parse_default_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        default_days = _parse_default_days(d.pop("default_days"))


        least_days = d.pop("least_days")

        most_days = d.pop("most_days")

        older = d.pop("older")

        counted_to = d.pop("counted_to")

        def _parse_last_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_at_type_0 = datetime.datetime.fromisoformat(data)



                return last_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_at = _parse_last_at(d.pop("last_at"))


        def _parse_last_rows(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        last_rows = _parse_last_rows(d.pop("last_rows"))


        retention_read = cls(
            kind=kind,
            days=days,
            default_days=default_days,
            least_days=least_days,
            most_days=most_days,
            older=older,
            counted_to=counted_to,
            last_at=last_at,
            last_rows=last_rows,
        )


        retention_read.additional_properties = d
        return retention_read

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
