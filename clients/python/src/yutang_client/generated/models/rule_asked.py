from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.entry_rule import EntryRule





T = TypeVar("T", bound="RuleAsked")



@_attrs_define
class RuleAsked:
    """ A rule to be counted; nothing is kept.

        Attributes:
            rule (EntryRule): Who belongs somewhere: all (or any) of `include`, and none of `exclude`.

                Each of them holds the conditions of a customer list as a saved view keeps them; within one,
                all hold. Days in `recent` count back from when it is asked.
     """

    rule: EntryRule
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.entry_rule import EntryRule # noqa: PLC0415
        rule = self.rule.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "rule": rule,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry_rule import EntryRule # noqa: PLC0415
        d = dict(src_dict)
        rule = EntryRule.from_dict(d.pop("rule"))




        rule_asked = cls(
            rule=rule,
        )


        rule_asked.additional_properties = d
        return rule_asked

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
