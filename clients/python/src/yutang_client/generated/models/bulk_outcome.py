from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="BulkOutcome")



@_attrs_define
class BulkOutcome:
    """ What came of it: `changed` and why others were not. They add up to what was chosen.

        Attributes:
            changed (int):
            closed (int):
            same (int):
            proof (int):
            unknown (int):
     """

    changed: int
    closed: int
    same: int
    proof: int
    unknown: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        changed = self.changed

        closed = self.closed

        same = self.same

        proof = self.proof

        unknown = self.unknown


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "changed": changed,
            "closed": closed,
            "same": same,
            "proof": proof,
            "unknown": unknown,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        changed = d.pop("changed")

        closed = d.pop("closed")

        same = d.pop("same")

        proof = d.pop("proof")

        unknown = d.pop("unknown")

        bulk_outcome = cls(
            changed=changed,
            closed=closed,
            same=same,
            proof=proof,
            unknown=unknown,
        )


        bulk_outcome.additional_properties = d
        return bulk_outcome

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
