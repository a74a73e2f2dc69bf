from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.entry_rule import EntryRule





T = TypeVar("T", bound="TierRule")



@_attrs_define
class TierRule:
    """ Who belongs into a tier, null for no rule; `version` is the one that was read.

        Attributes:
            rule (EntryRule | None):
            version (int):
            back_after_days (int | Unset):  Default: 14.
     """

    rule: EntryRule | None
    version: int
    back_after_days: int | Unset = 14





    def to_dict(self) -> dict[str, Any]:
        from ..models.entry_rule import EntryRule # noqa: PLC0415
        rule: dict[str, Any] | None
        if isinstance(self.rule, EntryRule):
            rule = self.rule.to_dict()
        else:
            rule = self.rule

        version = self.version

        back_after_days = self.back_after_days


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "rule": rule,
            "version": version,
        })
        if back_after_days is not UNSET:
            field_dict["back_after_days"] = back_after_days

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry_rule import EntryRule # noqa: PLC0415
        d = dict(src_dict)
        def _parse_rule(data: object) -> EntryRule | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                rule_type_0 = EntryRule.from_dict(data)



                return rule_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EntryRule | None, data)

        rule = _parse_rule(d.pop("rule"))


        version = d.pop("version")

        back_after_days = d.pop("back_after_days", UNSET)

        tier_rule = cls(
            rule=rule,
            version=version,
            back_after_days=back_after_days,
        )

        return tier_rule

