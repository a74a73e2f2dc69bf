from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="LinkCounts")



@_attrs_define
class LinkCounts:
    """ What WeCom counts of a link from `first` to `last`, each person once, and our own adds.

    `opened` and `won` are null until WeCom was asked once; `refused` is its answer where it told
    nothing when it was asked last.

        Attributes:
            opened (int | None):
            won (int | None):
            adds (int | None):
            first (datetime.date | None):
            last (datetime.date | None):
            as_of (datetime.datetime | None):
            refused (None | str):
     """

    opened: int | None
    won: int | None
    adds: int | None
    first: datetime.date | None
    last: datetime.date | None
    as_of: datetime.datetime | None
    refused: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        opened: int | None
        opened = self.opened

        won: int | None
        won = self.won

        adds: int | None
        adds = self.adds

        first: None | str
        if isinstance(self.first, datetime.date):
            first = self.first.isoformat()
        else:
            first = self.first

        last: None | str
        if isinstance(self.last, datetime.date):
            last = self.last.isoformat()
        else:
            last = self.last

        as_of: None | str
        if isinstance(self.as_of, datetime.datetime):
            as_of = self.as_of.isoformat()
        else:
            as_of = self.as_of

        refused: None | str
        refused = self.refused


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "opened": opened,
            "won": won,
            "adds": adds,
            "first": first,
            "last": last,
            "as_of": as_of,
            "refused": refused,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_opened(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        opened = _parse_opened(d.pop("opened"))


        def _parse_won(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        won = _parse_won(d.pop("won"))


        def _parse_adds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        adds = _parse_adds(d.pop("adds"))


        def _parse_first(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_type_0 = datetime.date.fromisoformat(data)



                return first_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        first = _parse_first(d.pop("first"))


        def _parse_last(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_type_0 = datetime.date.fromisoformat(data)



                return last_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        last = _parse_last(d.pop("last"))


        def _parse_as_of(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                as_of_type_0 = datetime.datetime.fromisoformat(data)



                return as_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        as_of = _parse_as_of(d.pop("as_of"))


        def _parse_refused(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        refused = _parse_refused(d.pop("refused"))


        link_counts = cls(
            opened=opened,
            won=won,
            adds=adds,
            first=first,
            last=last,
            as_of=as_of,
            refused=refused,
        )


        link_counts.additional_properties = d
        return link_counts

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
