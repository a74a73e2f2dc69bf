from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.rule_starter_use_language import RuleStarterUseLanguage






T = TypeVar("T", bound="RuleStarterUse")



@_attrs_define
class RuleStarterUse:
    """ In which language its tags and rules are called.

        Attributes:
            language (RuleStarterUseLanguage):
     """

    language: RuleStarterUseLanguage





    def to_dict(self) -> dict[str, Any]:
        language = self.language.value


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "language": language,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        language = RuleStarterUseLanguage(d.pop("language"))




        rule_starter_use = cls(
            language=language,
        )

        return rule_starter_use

