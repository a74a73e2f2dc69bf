from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.double_rules_keep import DoubleRulesKeep
from ..models.double_rules_rule import DoubleRulesRule
from ..types import UNSET, Unset






T = TypeVar("T", bound="DoubleRules")



@_attrs_define
class DoubleRules:
    """ Who counts as doubled: in at least `least` groups of one kind, of one tier, or of any.

    He stays where he has been longest (oldest), or in the highest tier (core, transit, pond, none),
    of several where he has been longest.

        Attributes:
            rule (DoubleRulesRule | Unset):  Default: DoubleRulesRule.ANY.
            least (int | Unset):  Default: 2.
            keep (DoubleRulesKeep | Unset):  Default: DoubleRulesKeep.OLDEST.
     """

    rule: DoubleRulesRule | Unset = DoubleRulesRule.ANY
    least: int | Unset = 2
    keep: DoubleRulesKeep | Unset = DoubleRulesKeep.OLDEST





    def to_dict(self) -> dict[str, Any]:
        rule: str | Unset = UNSET
        if not isinstance(self.rule, Unset):
            rule = self.rule.value


        least = self.least

        keep: str | Unset = UNSET
        if not isinstance(self.keep, Unset):
            keep = self.keep.value



        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if rule is not UNSET:
            field_dict["rule"] = rule
        if least is not UNSET:
            field_dict["least"] = least
        if keep is not UNSET:
            field_dict["keep"] = keep

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _rule = d.pop("rule", UNSET)
        rule: DoubleRulesRule | Unset
        if isinstance(_rule,  Unset):
            rule = UNSET
        else:
            rule = DoubleRulesRule(_rule)




        least = d.pop("least", UNSET)

        _keep = d.pop("keep", UNSET)
        keep: DoubleRulesKeep | Unset
        if isinstance(_keep,  Unset):
            keep = UNSET
        else:
            keep = DoubleRulesKeep(_keep)




        double_rules = cls(
            rule=rule,
            least=least,
            keep=keep,
        )

        return double_rules

