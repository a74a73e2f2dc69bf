from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.anchor_read import AnchorRead





T = TypeVar("T", bound="ChainRead")



@_attrs_define
class ChainRead:
    """ State of the corp's chain.

        Attributes:
            place (int):
            hash_ (str):
            waiting (int):
            sealed_at (datetime.datetime | None):
            entry_at (datetime.datetime | None):
            checked_at (datetime.datetime | None):
            checked_place (int | None):
            fault (None | str):
            fault_entry_id (int | None):
            keep_days (int):
            anchors (list[AnchorRead]):
     """

    place: int
    hash_: str
    waiting: int
    sealed_at: datetime.datetime | None
    entry_at: datetime.datetime | None
    checked_at: datetime.datetime | None
    checked_place: int | None
    fault: None | str
    fault_entry_id: int | None
    keep_days: int
    anchors: list[AnchorRead]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.anchor_read import AnchorRead # noqa: PLC0415
        place = self.place

        hash_ = self.hash_

        waiting = self.waiting

        sealed_at: None | str
        if isinstance(self.sealed_at, datetime.datetime):
            sealed_at = self.sealed_at.isoformat()
        else:
            sealed_at = self.sealed_at

        entry_at: None | str
        if isinstance(self.entry_at, datetime.datetime):
            entry_at = self.entry_at.isoformat()
        else:
            entry_at = self.entry_at

        checked_at: None | str
        if isinstance(self.checked_at, datetime.datetime):
            checked_at = self.checked_at.isoformat()
        else:
            checked_at = self.checked_at

        checked_place: int | None
        checked_place = self.checked_place

        fault: None | str
        fault = self.fault

        fault_entry_id: int | None
        fault_entry_id = self.fault_entry_id

        keep_days = self.keep_days

        anchors = []
        for anchors_item_data in self.anchors:
            anchors_item = anchors_item_data.to_dict()
            anchors.append(anchors_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "place": place,
            "hash": hash_,
            "waiting": waiting,
            "sealed_at": sealed_at,
            "entry_at": entry_at,
            "checked_at": checked_at,
            "checked_place": checked_place,
            "fault": fault,
            "fault_entry_id": fault_entry_id,
            "keep_days": keep_days,
            "anchors": anchors,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.anchor_read import AnchorRead # noqa: PLC0415
        d = dict(src_dict)
        place = d.pop("place")

        hash_ = d.pop("hash")

        waiting = d.pop("waiting")

        def _parse_sealed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sealed_at_type_0 = datetime.datetime.fromisoformat(data)



                return sealed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        sealed_at = _parse_sealed_at(d.pop("sealed_at"))


        def _parse_entry_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                entry_at_type_0 = datetime.datetime.fromisoformat(data)



                return entry_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        entry_at = _parse_entry_at(d.pop("entry_at"))


        def _parse_checked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                checked_at_type_0 = datetime.datetime.fromisoformat(data)



                return checked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        checked_at = _parse_checked_at(d.pop("checked_at"))


        def _parse_checked_place(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        checked_place = _parse_checked_place(d.pop("checked_place"))


        def _parse_fault(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        fault = _parse_fault(d.pop("fault"))


        def _parse_fault_entry_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        fault_entry_id = _parse_fault_entry_id(d.pop("fault_entry_id"))


        keep_days = d.pop("keep_days")

        anchors = []
        _anchors = d.pop("anchors")
        for anchors_item_data in (_anchors):
            anchors_item = AnchorRead.from_dict(anchors_item_data)



            anchors.append(anchors_item)


        chain_read = cls(
            place=place,
            hash_=hash_,
            waiting=waiting,
            sealed_at=sealed_at,
            entry_at=entry_at,
            checked_at=checked_at,
            checked_place=checked_place,
            fault=fault,
            fault_entry_id=fault_entry_id,
            keep_days=keep_days,
            anchors=anchors,
        )


        chain_read.additional_properties = d
        return chain_read

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
