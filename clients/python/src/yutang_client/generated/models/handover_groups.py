from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="HandoverGroups")



@_attrs_define
class HandoverGroups:
    """ Groups by state.

        Attributes:
            planned (int | Unset):  Default: 0.
            done (int | Unset):  Default: 0.
            failed (int | Unset):  Default: 0.
            excluded (int | Unset):  Default: 0.
     """

    planned: int | Unset = 0
    done: int | Unset = 0
    failed: int | Unset = 0
    excluded: int | Unset = 0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        planned = self.planned

        done = self.done

        failed = self.failed

        excluded = self.excluded


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if planned is not UNSET:
            field_dict["planned"] = planned
        if done is not UNSET:
            field_dict["done"] = done
        if failed is not UNSET:
            field_dict["failed"] = failed
        if excluded is not UNSET:
            field_dict["excluded"] = excluded

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        planned = d.pop("planned", UNSET)

        done = d.pop("done", UNSET)

        failed = d.pop("failed", UNSET)

        excluded = d.pop("excluded", UNSET)

        handover_groups = cls(
            planned=planned,
            done=done,
            failed=failed,
            excluded=excluded,
        )


        handover_groups.additional_properties = d
        return handover_groups

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
