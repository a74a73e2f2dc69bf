from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.taker_read_reason import TakerReadReason
from typing import cast
import datetime






T = TypeVar("T", bound="TakerRead")



@_attrs_define
class TakerRead:
    """ Who only takes. left: he claimed and was gone within the days; many: he never spoke.

        Attributes:
            customer_id (int):
            customer_name (str):
            customer_state (str):
            reason (TakerReadReason):
            gifts (int):
            claimed_at (datetime.datetime):
            lost_at (datetime.datetime | None):
            marked_at (datetime.datetime):
     """

    customer_id: int
    customer_name: str
    customer_state: str
    reason: TakerReadReason
    gifts: int
    claimed_at: datetime.datetime
    lost_at: datetime.datetime | None
    marked_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        customer_id = self.customer_id

        customer_name = self.customer_name

        customer_state = self.customer_state

        reason = self.reason.value

        gifts = self.gifts

        claimed_at = self.claimed_at.isoformat()

        lost_at: None | str
        if isinstance(self.lost_at, datetime.datetime):
            lost_at = self.lost_at.isoformat()
        else:
            lost_at = self.lost_at

        marked_at = self.marked_at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "customer_id": customer_id,
            "customer_name": customer_name,
            "customer_state": customer_state,
            "reason": reason,
            "gifts": gifts,
            "claimed_at": claimed_at,
            "lost_at": lost_at,
            "marked_at": marked_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        customer_id = d.pop("customer_id")

        customer_name = d.pop("customer_name")

        customer_state = d.pop("customer_state")

        reason = TakerReadReason(d.pop("reason"))




        gifts = d.pop("gifts")

        claimed_at = datetime.datetime.fromisoformat(d.pop("claimed_at"))




        def _parse_lost_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                lost_at_type_0 = datetime.datetime.fromisoformat(data)



                return lost_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        lost_at = _parse_lost_at(d.pop("lost_at"))


        marked_at = datetime.datetime.fromisoformat(d.pop("marked_at"))




        taker_read = cls(
            customer_id=customer_id,
            customer_name=customer_name,
            customer_state=customer_state,
            reason=reason,
            gifts=gifts,
            claimed_at=claimed_at,
            lost_at=lost_at,
            marked_at=marked_at,
        )


        taker_read.additional_properties = d
        return taker_read

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
