from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.customer_row import CustomerRow
  from ..models.words import Words





T = TypeVar("T", bound="Sampled")



@_attrs_define
class Sampled:
    """ One of them, and why he is in it.

        Attributes:
            customer (CustomerRow): A customer in a list. `added_at` is the newest relation's, `first_added_at` the corp's.
            reason (None | Words):
     """

    customer: CustomerRow
    reason: None | Words
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.customer_row import CustomerRow # noqa: PLC0415
        from ..models.words import Words # noqa: PLC0415
        customer = self.customer.to_dict()

        reason: dict[str, Any] | None
        if isinstance(self.reason, Words):
            reason = self.reason.to_dict()
        else:
            reason = self.reason


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "customer": customer,
            "reason": reason,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.customer_row import CustomerRow # noqa: PLC0415
        from ..models.words import Words # noqa: PLC0415
        d = dict(src_dict)
        customer = CustomerRow.from_dict(d.pop("customer"))




        def _parse_reason(data: object) -> None | Words:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                reason_type_0 = Words.from_dict(data)



                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Words, data)

        reason = _parse_reason(d.pop("reason"))


        sampled = cls(
            customer=customer,
            reason=reason,
        )


        sampled.additional_properties = d
        return sampled

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
