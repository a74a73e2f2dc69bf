from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.roster_read_fallback_type_0 import RosterReadFallbackType0
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.roster_member import RosterMember





T = TypeVar("T", bound="RosterRead")



@_attrs_define
class RosterRead:
    """ Who is on now, and why the others are not.

    `told_at` is when WeCom last took a list over, `waits` that it still has another than this,
    `refused` what it said when it did not take one. All None where no code of WeCom's is kept.

        Attributes:
            channel_id (int):
            as_of (datetime.datetime):
            members (list[RosterMember]):
            fallback (None | RosterReadFallbackType0):
            next_change_at (datetime.datetime | None):
            told_at (datetime.datetime | None):
            waits (bool):
            refused (None | str):
            refused_at (datetime.datetime | None):
     """

    channel_id: int
    as_of: datetime.datetime
    members: list[RosterMember]
    fallback: None | RosterReadFallbackType0
    next_change_at: datetime.datetime | None
    told_at: datetime.datetime | None
    waits: bool
    refused: None | str
    refused_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.roster_member import RosterMember # noqa: PLC0415
        channel_id = self.channel_id

        as_of = self.as_of.isoformat()

        members = []
        for members_item_data in self.members:
            members_item = members_item_data.to_dict()
            members.append(members_item)



        fallback: None | str
        if isinstance(self.fallback, RosterReadFallbackType0):
            fallback = self.fallback.value
        else:
            fallback = self.fallback

        next_change_at: None | str
        if isinstance(self.next_change_at, datetime.datetime):
            next_change_at = self.next_change_at.isoformat()
        else:
            next_change_at = self.next_change_at

        told_at: None | str
        if isinstance(self.told_at, datetime.datetime):
            told_at = self.told_at.isoformat()
        else:
            told_at = self.told_at

        waits = self.waits

        refused: None | str
        refused = self.refused

        refused_at: None | str
        if isinstance(self.refused_at, datetime.datetime):
            refused_at = self.refused_at.isoformat()
        else:
            refused_at = self.refused_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "channel_id": channel_id,
            "as_of": as_of,
            "members": members,
            "fallback": fallback,
            "next_change_at": next_change_at,
            "told_at": told_at,
            "waits": waits,
            "refused": refused,
            "refused_at": refused_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.roster_member import RosterMember # noqa: PLC0415
        d = dict(src_dict)
        channel_id = d.pop("channel_id")

        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        members = []
        _members = d.pop("members")
        for members_item_data in (_members):
            members_item = RosterMember.from_dict(members_item_data)



            members.append(members_item)


        def _parse_fallback(data: object) -> None | RosterReadFallbackType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                fallback_type_0 = RosterReadFallbackType0(data)



                return fallback_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RosterReadFallbackType0, data)

        fallback = _parse_fallback(d.pop("fallback"))


        def _parse_next_change_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_change_at_type_0 = datetime.datetime.fromisoformat(data)



                return next_change_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_change_at = _parse_next_change_at(d.pop("next_change_at"))


        def _parse_told_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                told_at_type_0 = datetime.datetime.fromisoformat(data)



                return told_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        told_at = _parse_told_at(d.pop("told_at"))


        waits = d.pop("waits")

        def _parse_refused(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        refused = _parse_refused(d.pop("refused"))


        def _parse_refused_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                refused_at_type_0 = datetime.datetime.fromisoformat(data)



                return refused_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        refused_at = _parse_refused_at(d.pop("refused_at"))


        roster_read = cls(
            channel_id=channel_id,
            as_of=as_of,
            members=members,
            fallback=fallback,
            next_change_at=next_change_at,
            told_at=told_at,
            waits=waits,
            refused=refused,
            refused_at=refused_at,
        )


        roster_read.additional_properties = d
        return roster_read

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
