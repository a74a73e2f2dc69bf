from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.advice_kind import AdviceKind
from typing import cast

if TYPE_CHECKING:
  from ..models.advice_numbers import AdviceNumbers
  from ..models.advice_reason import AdviceReason





T = TypeVar("T", bound="Advice")



@_attrs_define
class Advice:
    """ What may suit him, with the reason in words and numbers.

        Attributes:
            kind (AdviceKind):
            sku (str):
            name (str):
            reason (AdviceReason):
            numbers (AdviceNumbers):
     """

    kind: AdviceKind
    sku: str
    name: str
    reason: AdviceReason
    numbers: AdviceNumbers
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.advice_numbers import AdviceNumbers # noqa: PLC0415
        from ..models.advice_reason import AdviceReason # noqa: PLC0415
        kind = self.kind.value

        sku = self.sku

        name = self.name

        reason = self.reason.to_dict()

        numbers = self.numbers.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "kind": kind,
            "sku": sku,
            "name": name,
            "reason": reason,
            "numbers": numbers,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.advice_numbers import AdviceNumbers # noqa: PLC0415
        from ..models.advice_reason import AdviceReason # noqa: PLC0415
        d = dict(src_dict)
        kind = AdviceKind(d.pop("kind"))




        sku = d.pop("sku")

        name = d.pop("name")

        reason = AdviceReason.from_dict(d.pop("reason"))




        numbers = AdviceNumbers.from_dict(d.pop("numbers"))




        advice = cls(
            kind=kind,
            sku=sku,
            name=name,
            reason=reason,
            numbers=numbers,
        )


        advice.additional_properties = d
        return advice

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
