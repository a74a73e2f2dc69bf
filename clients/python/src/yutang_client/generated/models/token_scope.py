from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.token_scope_kind import TokenScopeKind
from ..types import UNSET, Unset






T = TypeVar("T", bound="TokenScope")



@_attrs_define
class TokenScope:
    """ Whose customers a service sees: the whole company, a department with all below, a store.

        Attributes:
            kind (TokenScopeKind):
            ref_id (int | Unset):  Default: 0.
     """

    kind: TokenScopeKind
    ref_id: int | Unset = 0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        ref_id = self.ref_id


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "kind": kind,
        })
        if ref_id is not UNSET:
            field_dict["ref_id"] = ref_id

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = TokenScopeKind(d.pop("kind"))




        ref_id = d.pop("ref_id", UNSET)

        token_scope = cls(
            kind=kind,
            ref_id=ref_id,
        )


        token_scope.additional_properties = d
        return token_scope

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
