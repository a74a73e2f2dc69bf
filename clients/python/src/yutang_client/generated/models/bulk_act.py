from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.bulk_act_act import BulkActAct
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="BulkAct")



@_attrs_define
class BulkAct:
    """ One act on many: give them to `staff_id` (or into his pool), call them done, or drop them.

    `dry_run` tells what would happen and changes nothing.

        Attributes:
            act (BulkActAct):
            ids (list[int] | None | Unset):
            staff_id (int | None | Unset):
            pooled (bool | Unset):  Default: False.
            reason (str | Unset):  Default: ''.
            dry_run (bool | Unset):  Default: False.
     """

    act: BulkActAct
    ids: list[int] | None | Unset = UNSET
    staff_id: int | None | Unset = UNSET
    pooled: bool | Unset = False
    reason: str | Unset = ''
    dry_run: bool | Unset = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        act = self.act.value

        ids: list[int] | None | Unset
        if isinstance(self.ids, Unset):
            ids = UNSET
        elif isinstance(self.ids, list):
            ids = self.ids


        else:
            ids = self.ids

        staff_id: int | None | Unset
        if isinstance(self.staff_id, Unset):
            staff_id = UNSET
        else:
            staff_id = self.staff_id

        pooled = self.pooled

        reason = self.reason

        dry_run = self.dry_run


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "act": act,
        })
        if ids is not UNSET:
            field_dict["ids"] = ids
        if staff_id is not UNSET:
            field_dict["staff_id"] = staff_id
        if pooled is not UNSET:
            field_dict["pooled"] = pooled
        if reason is not UNSET:
            field_dict["reason"] = reason
        if dry_run is not UNSET:
            field_dict["dry_run"] = dry_run

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        act = BulkActAct(d.pop("act"))




        def _parse_ids(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                ids_type_0 = cast(list[int], data)

                return ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        ids = _parse_ids(d.pop("ids", UNSET))


        def _parse_staff_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        staff_id = _parse_staff_id(d.pop("staff_id", UNSET))


        pooled = d.pop("pooled", UNSET)

        reason = d.pop("reason", UNSET)

        dry_run = d.pop("dry_run", UNSET)

        bulk_act = cls(
            act=act,
            ids=ids,
            staff_id=staff_id,
            pooled=pooled,
            reason=reason,
            dry_run=dry_run,
        )


        bulk_act.additional_properties = d
        return bulk_act

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
