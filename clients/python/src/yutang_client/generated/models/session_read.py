from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.corp_read import CorpRead
  from ..models.user_read import UserRead





T = TypeVar("T", bound="SessionRead")



@_attrs_define
class SessionRead:
    """ Who is signed in, for which corp; `csrf_token` goes into `X-CSRF-Token` of each change.

        Attributes:
            user (UserRead): The signed-in person.
            corp (CorpRead): The corp as its own people see it.
            csrf_token (str):
     """

    user: UserRead
    corp: CorpRead
    csrf_token: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.corp_read import CorpRead # noqa: PLC0415
        from ..models.user_read import UserRead # noqa: PLC0415
        user = self.user.to_dict()

        corp = self.corp.to_dict()

        csrf_token = self.csrf_token


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "user": user,
            "corp": corp,
            "csrf_token": csrf_token,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.corp_read import CorpRead # noqa: PLC0415
        from ..models.user_read import UserRead # noqa: PLC0415
        d = dict(src_dict)
        user = UserRead.from_dict(d.pop("user"))




        corp = CorpRead.from_dict(d.pop("corp"))




        csrf_token = d.pop("csrf_token")

        session_read = cls(
            user=user,
            corp=corp,
            csrf_token=csrf_token,
        )


        session_read.additional_properties = d
        return session_read

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
