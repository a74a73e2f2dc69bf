from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.token_scope import TokenScope





T = TypeVar("T", bound="NewServiceToken")



@_attrs_define
class NewServiceToken:
    """ A token of a program that is nobody; it stays when you leave.

        Attributes:
            name (str):
            permissions (list[str]):
            scopes (list[TokenScope]):
            expires_in_days (int | Unset):  Default: 90.
     """

    name: str
    permissions: list[str]
    scopes: list[TokenScope]
    expires_in_days: int | Unset = 90
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.token_scope import TokenScope # noqa: PLC0415
        name = self.name

        permissions = self.permissions



        scopes = []
        for scopes_item_data in self.scopes:
            scopes_item = scopes_item_data.to_dict()
            scopes.append(scopes_item)



        expires_in_days = self.expires_in_days


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
            "permissions": permissions,
            "scopes": scopes,
        })
        if expires_in_days is not UNSET:
            field_dict["expires_in_days"] = expires_in_days

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.token_scope import TokenScope # noqa: PLC0415
        d = dict(src_dict)
        name = d.pop("name")

        permissions = cast(list[str], d.pop("permissions"))


        scopes = []
        _scopes = d.pop("scopes")
        for scopes_item_data in (_scopes):
            scopes_item = TokenScope.from_dict(scopes_item_data)



            scopes.append(scopes_item)


        expires_in_days = d.pop("expires_in_days", UNSET)

        new_service_token = cls(
            name=name,
            permissions=permissions,
            scopes=scopes,
            expires_in_days=expires_in_days,
        )


        new_service_token.additional_properties = d
        return new_service_token

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
