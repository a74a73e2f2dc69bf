from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.welcome_text import WelcomeText





T = TypeVar("T", bound="CodeTemplate")



@_attrs_define
class CodeTemplate:
    """ What many codes have in common.

        Attributes:
            tag_ids (list[int] | Unset):
            skip_verify (bool | Unset):  Default: True.
            welcome (None | Unset | WelcomeText):
     """

    tag_ids: list[int] | Unset = UNSET
    skip_verify: bool | Unset = True
    welcome: None | Unset | WelcomeText = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.welcome_text import WelcomeText # noqa: PLC0415
        tag_ids: list[int] | Unset = UNSET
        if not isinstance(self.tag_ids, Unset):
            tag_ids = self.tag_ids



        skip_verify = self.skip_verify

        welcome: dict[str, Any] | None | Unset
        if isinstance(self.welcome, Unset):
            welcome = UNSET
        elif isinstance(self.welcome, WelcomeText):
            welcome = self.welcome.to_dict()
        else:
            welcome = self.welcome


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if tag_ids is not UNSET:
            field_dict["tag_ids"] = tag_ids
        if skip_verify is not UNSET:
            field_dict["skip_verify"] = skip_verify
        if welcome is not UNSET:
            field_dict["welcome"] = welcome

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.welcome_text import WelcomeText # noqa: PLC0415
        d = dict(src_dict)
        tag_ids = cast(list[int], d.pop("tag_ids", UNSET))


        skip_verify = d.pop("skip_verify", UNSET)

        def _parse_welcome(data: object) -> None | Unset | WelcomeText:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                welcome_type_0 = WelcomeText.from_dict(data)



                return welcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | WelcomeText, data)

        welcome = _parse_welcome(d.pop("welcome", UNSET))


        code_template = cls(
            tag_ids=tag_ids,
            skip_verify=skip_verify,
            welcome=welcome,
        )


        code_template.additional_properties = d
        return code_template

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
