from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="RuleStarter")



@_attrs_define
class RuleStarter:
    """ A ready-made set of rules with the tags that they put.

        Attributes:
            key (str):
            name (str):
            about (str):
            group (str):
            tags (list[str]):
            rules (list[str]):
            made (bool):
     """

    key: str
    name: str
    about: str
    group: str
    tags: list[str]
    rules: list[str]
    made: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        key = self.key

        name = self.name

        about = self.about

        group = self.group

        tags = self.tags



        rules = self.rules



        made = self.made


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "key": key,
            "name": name,
            "about": about,
            "group": group,
            "tags": tags,
            "rules": rules,
            "made": made,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        key = d.pop("key")

        name = d.pop("name")

        about = d.pop("about")

        group = d.pop("group")

        tags = cast(list[str], d.pop("tags"))


        rules = cast(list[str], d.pop("rules"))


        made = d.pop("made")

        rule_starter = cls(
            key=key,
            name=name,
            about=about,
            group=group,
            tags=tags,
            rules=rules,
            made=made,
        )


        rule_starter.additional_properties = d
        return rule_starter

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
