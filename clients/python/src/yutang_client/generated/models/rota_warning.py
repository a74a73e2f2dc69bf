from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.rota_warning_kind import RotaWarningKind
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="RotaWarning")



@_attrs_define
class RotaWarning:
    """ What is allowed and probably not meant.

    `cap_zero` takes nobody, `gaps` are minutes of the week in which nobody of the list is on.

        Attributes:
            kind (RotaWarningKind):
            staff_ids (list[int] | Unset):
            minutes (int | Unset):  Default: 0.
     """

    kind: RotaWarningKind
    staff_ids: list[int] | Unset = UNSET
    minutes: int | Unset = 0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        staff_ids: list[int] | Unset = UNSET
        if not isinstance(self.staff_ids, Unset):
            staff_ids = self.staff_ids



        minutes = self.minutes


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "kind": kind,
        })
        if staff_ids is not UNSET:
            field_dict["staff_ids"] = staff_ids
        if minutes is not UNSET:
            field_dict["minutes"] = minutes

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = RotaWarningKind(d.pop("kind"))




        staff_ids = cast(list[int], d.pop("staff_ids", UNSET))


        minutes = d.pop("minutes", UNSET)

        rota_warning = cls(
            kind=kind,
            staff_ids=staff_ids,
            minutes=minutes,
        )


        rota_warning.additional_properties = d
        return rota_warning

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
