from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.api_token_read_kind import ApiTokenReadKind
from ..models.api_token_read_state import ApiTokenReadState
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.token_scope import TokenScope





T = TypeVar("T", bound="ApiTokenRead")



@_attrs_define
class ApiTokenRead:
    """ A token without its secret, which is shown once only.

        Attributes:
            id (int):
            kind (ApiTokenReadKind):
            name (str):
            permissions (list[str]):
            scopes (list[TokenScope] | None):
            state (ApiTokenReadState):
            created_by (str):
            created_at (datetime.datetime):
            expires_at (datetime.datetime):
            last_used_at (datetime.datetime | None):
            last_used_ip (str):
            revoked_at (datetime.datetime | None):
     """

    id: int
    kind: ApiTokenReadKind
    name: str
    permissions: list[str]
    scopes: list[TokenScope] | None
    state: ApiTokenReadState
    created_by: str
    created_at: datetime.datetime
    expires_at: datetime.datetime
    last_used_at: datetime.datetime | None
    last_used_ip: str
    revoked_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.token_scope import TokenScope # noqa: PLC0415
        id = self.id

        kind = self.kind.value

        name = self.name

        permissions = self.permissions



        scopes: list[dict[str, Any]] | None
        if isinstance(self.scopes, list):
            scopes = []
            for scopes_type_0_item_data in self.scopes:
                scopes_type_0_item = scopes_type_0_item_data.to_dict()
                scopes.append(scopes_type_0_item)


        else:
            scopes = self.scopes

        state = self.state.value

        created_by = self.created_by

        created_at = self.created_at.isoformat()

        expires_at = self.expires_at.isoformat()

        last_used_at: None | str
        if isinstance(self.last_used_at, datetime.datetime):
            last_used_at = self.last_used_at.isoformat()
        else:
            last_used_at = self.last_used_at

        last_used_ip = self.last_used_ip

        revoked_at: None | str
        if isinstance(self.revoked_at, datetime.datetime):
            revoked_at = self.revoked_at.isoformat()
        else:
            revoked_at = self.revoked_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "kind": kind,
            "name": name,
            "permissions": permissions,
            "scopes": scopes,
            "state": state,
            "created_by": created_by,
            "created_at": created_at,
            "expires_at": expires_at,
            "last_used_at": last_used_at,
            "last_used_ip": last_used_ip,
            "revoked_at": revoked_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.token_scope import TokenScope # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        kind = ApiTokenReadKind(d.pop("kind"))




        name = d.pop("name")

        permissions = cast(list[str], d.pop("permissions"))


        def _parse_scopes(data: object) -> list[TokenScope] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                scopes_type_0 = []
                _scopes_type_0 = data
                for scopes_type_0_item_data in (_scopes_type_0):
                    scopes_type_0_item = TokenScope.from_dict(scopes_type_0_item_data)



                    scopes_type_0.append(scopes_type_0_item)

                return scopes_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[TokenScope] | None, data)

        scopes = _parse_scopes(d.pop("scopes"))


        state = ApiTokenReadState(d.pop("state"))




        created_by = d.pop("created_by")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))




        def _parse_last_used_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_used_at_type_0 = datetime.datetime.fromisoformat(data)



                return last_used_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_used_at = _parse_last_used_at(d.pop("last_used_at"))


        last_used_ip = d.pop("last_used_ip")

        def _parse_revoked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                revoked_at_type_0 = datetime.datetime.fromisoformat(data)



                return revoked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        revoked_at = _parse_revoked_at(d.pop("revoked_at"))


        api_token_read = cls(
            id=id,
            kind=kind,
            name=name,
            permissions=permissions,
            scopes=scopes,
            state=state,
            created_by=created_by,
            created_at=created_at,
            expires_at=expires_at,
            last_used_at=last_used_at,
            last_used_ip=last_used_ip,
            revoked_at=revoked_at,
        )


        api_token_read.additional_properties = d
        return api_token_read

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
