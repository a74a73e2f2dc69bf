from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.room_read_kind import RoomReadKind
from typing import cast
import datetime






T = TypeVar("T", bound="RoomRead")



@_attrs_define
class RoomRead:
    """ One ceiling: `used` of `limit`; both None where it is not known, with the reason.

    Of links the limit is what there was after the last purchase. `share` is of 0 to 1 and above;
    `warned` from the corp's share on.

        Attributes:
            kind (RoomReadKind):
            used (int | None):
            limit (int | None):
            left (int | None):
            share (float | None):
            warned (bool):
            as_of (datetime.datetime | None):
            reason (None | str):
     """

    kind: RoomReadKind
    used: int | None
    limit: int | None
    left: int | None
    share: float | None
    warned: bool
    as_of: datetime.datetime | None
    reason: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        used: int | None
        used = self.used

        limit: int | None
        limit = self.limit

        left: int | None
        left = self.left

        share: float | None
        share = self.share

        warned = self.warned

        as_of: None | str
        if isinstance(self.as_of, datetime.datetime):
            as_of = self.as_of.isoformat()
        else:
            as_of = self.as_of

        reason: None | str
        reason = self.reason


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "kind": kind,
            "used": used,
            "limit": limit,
            "left": left,
            "share": share,
            "warned": warned,
            "as_of": as_of,
            "reason": reason,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = RoomReadKind(d.pop("kind"))




        def _parse_used(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        used = _parse_used(d.pop("used"))


        def _parse_limit(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        limit = _parse_limit(d.pop("limit"))


        def _parse_left(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        left = _parse_left(d.pop("left"))


        def _parse_share(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        share = _parse_share(d.pop("share"))


        warned = d.pop("warned")

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


        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))


        room_read = cls(
            kind=kind,
            used=used,
            limit=limit,
            left=left,
            share=share,
            warned=warned,
            as_of=as_of,
            reason=reason,
        )


        room_read.additional_properties = d
        return room_read

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
