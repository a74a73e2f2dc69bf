from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="AppKeys")



@_attrs_define
class AppKeys:
    """ What WeCom's console now shows for an app; what is left out stays as it is.

        Attributes:
            secret (None | str | Unset):
            callback_token (None | str | Unset):
            aes_key (None | str | Unset):
     """

    secret: None | str | Unset = UNSET
    callback_token: None | str | Unset = UNSET
    aes_key: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        secret: None | str | Unset
        if isinstance(self.secret, Unset):
            secret = UNSET
        else:
            secret = self.secret

        callback_token: None | str | Unset
        if isinstance(self.callback_token, Unset):
            callback_token = UNSET
        else:
            callback_token = self.callback_token

        aes_key: None | str | Unset
        if isinstance(self.aes_key, Unset):
            aes_key = UNSET
        else:
            aes_key = self.aes_key


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if secret is not UNSET:
            field_dict["secret"] = secret
        if callback_token is not UNSET:
            field_dict["callback_token"] = callback_token
        if aes_key is not UNSET:
            field_dict["aes_key"] = aes_key

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_secret(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        secret = _parse_secret(d.pop("secret", UNSET))


        def _parse_callback_token(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        callback_token = _parse_callback_token(d.pop("callback_token", UNSET))


        def _parse_aes_key(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        aes_key = _parse_aes_key(d.pop("aes_key", UNSET))


        app_keys = cls(
            secret=secret,
            callback_token=callback_token,
            aes_key=aes_key,
        )


        app_keys.additional_properties = d
        return app_keys

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
