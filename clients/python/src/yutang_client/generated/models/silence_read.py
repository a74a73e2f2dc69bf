from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.activity_read import ActivityRead





T = TypeVar("T", bound="SilenceRead")



@_attrs_define
class SilenceRead:
    """ How many friends are silent, among those of whom a source would tell of a sign.

    The numbers are None before the first night, and where no source tells of anybody.

        Attributes:
            days (int):
            friends (int | None):
            judged (int | None):
            silent (int | None):
            as_of (datetime.datetime | None):
            sources (list[ActivityRead]):
     """

    days: int
    friends: int | None
    judged: int | None
    silent: int | None
    as_of: datetime.datetime | None
    sources: list[ActivityRead]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.activity_read import ActivityRead # noqa: PLC0415
        days = self.days

        friends: int | None
        friends = self.friends

        judged: int | None
        judged = self.judged

        silent: int | None
        silent = self.silent

        as_of: None | str
        if isinstance(self.as_of, datetime.datetime):
            as_of = self.as_of.isoformat()
        else:
            as_of = self.as_of

        sources = []
        for sources_item_data in self.sources:
            sources_item = sources_item_data.to_dict()
            sources.append(sources_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "days": days,
            "friends": friends,
            "judged": judged,
            "silent": silent,
            "as_of": as_of,
            "sources": sources,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.activity_read import ActivityRead # noqa: PLC0415
        d = dict(src_dict)
        days = d.pop("days")

        def _parse_friends(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        friends = _parse_friends(d.pop("friends"))


        def _parse_judged(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        judged = _parse_judged(d.pop("judged"))


        def _parse_silent(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        silent = _parse_silent(d.pop("silent"))


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


        sources = []
        _sources = d.pop("sources")
        for sources_item_data in (_sources):
            sources_item = ActivityRead.from_dict(sources_item_data)



            sources.append(sources_item)


        silence_read = cls(
            days=days,
            friends=friends,
            judged=judged,
            silent=silent,
            as_of=as_of,
            sources=sources,
        )


        silence_read.additional_properties = d
        return silence_read

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
