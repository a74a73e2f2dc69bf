from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.silence_row_why_ended_type_0 import SilenceRowWhyEndedType0
from typing import cast
import datetime






T = TypeVar("T", bound="SilenceRow")



@_attrs_define
class SilenceRow:
    """ One time of silence of a customer; open while `ended_at` is null.

        Attributes:
            id (int):
            customer_id (int):
            customer_name (str):
            last_sign_at (datetime.datetime):
            began_at (datetime.datetime):
            ended_at (datetime.datetime | None):
            why_ended (None | SilenceRowWhyEndedType0):
     """

    id: int
    customer_id: int
    customer_name: str
    last_sign_at: datetime.datetime
    began_at: datetime.datetime
    ended_at: datetime.datetime | None
    why_ended: None | SilenceRowWhyEndedType0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        customer_id = self.customer_id

        customer_name = self.customer_name

        last_sign_at = self.last_sign_at.isoformat()

        began_at = self.began_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        why_ended: None | str
        if isinstance(self.why_ended, SilenceRowWhyEndedType0):
            why_ended = self.why_ended.value
        else:
            why_ended = self.why_ended


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "customer_id": customer_id,
            "customer_name": customer_name,
            "last_sign_at": last_sign_at,
            "began_at": began_at,
            "ended_at": ended_at,
            "why_ended": why_ended,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        customer_id = d.pop("customer_id")

        customer_name = d.pop("customer_name")

        last_sign_at = datetime.datetime.fromisoformat(d.pop("last_sign_at"))




        began_at = datetime.datetime.fromisoformat(d.pop("began_at"))




        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)



                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))


        def _parse_why_ended(data: object) -> None | SilenceRowWhyEndedType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                why_ended_type_0 = SilenceRowWhyEndedType0(data)



                return why_ended_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SilenceRowWhyEndedType0, data)

        why_ended = _parse_why_ended(d.pop("why_ended"))


        silence_row = cls(
            id=id,
            customer_id=customer_id,
            customer_name=customer_name,
            last_sign_at=last_sign_at,
            began_at=began_at,
            ended_at=ended_at,
            why_ended=why_ended,
        )


        silence_row.additional_properties = d
        return silence_row

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
