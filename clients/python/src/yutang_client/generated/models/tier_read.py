from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.tier_read_tier import TierReadTier
from typing import cast

if TYPE_CHECKING:
  from ..models.entry_rule import EntryRule





T = TypeVar("T", bound="TierRead")



@_attrs_define
class TierRead:
    """ One tier. Persons count once in it, however many of its groups they sit in.

        Attributes:
            tier (TierReadTier):
            groups (int):
            full_groups (int):
            persons (int):
            share (int):
            tasks_done (int):
            lived (int | None):
            came (int):
            came_up (int):
            fell_out (int):
            rule (EntryRule | None):
            back_after_days (int):
            version (int):
     """

    tier: TierReadTier
    groups: int
    full_groups: int
    persons: int
    share: int
    tasks_done: int
    lived: int | None
    came: int
    came_up: int
    fell_out: int
    rule: EntryRule | None
    back_after_days: int
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.entry_rule import EntryRule # noqa: PLC0415
        tier = self.tier.value

        groups = self.groups

        full_groups = self.full_groups

        persons = self.persons

        share = self.share

        tasks_done = self.tasks_done

        lived: int | None
        lived = self.lived

        came = self.came

        came_up = self.came_up

        fell_out = self.fell_out

        rule: dict[str, Any] | None
        if isinstance(self.rule, EntryRule):
            rule = self.rule.to_dict()
        else:
            rule = self.rule

        back_after_days = self.back_after_days

        version = self.version


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "tier": tier,
            "groups": groups,
            "full_groups": full_groups,
            "persons": persons,
            "share": share,
            "tasks_done": tasks_done,
            "lived": lived,
            "came": came,
            "came_up": came_up,
            "fell_out": fell_out,
            "rule": rule,
            "back_after_days": back_after_days,
            "version": version,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry_rule import EntryRule # noqa: PLC0415
        d = dict(src_dict)
        tier = TierReadTier(d.pop("tier"))




        groups = d.pop("groups")

        full_groups = d.pop("full_groups")

        persons = d.pop("persons")

        share = d.pop("share")

        tasks_done = d.pop("tasks_done")

        def _parse_lived(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        lived = _parse_lived(d.pop("lived"))


        came = d.pop("came")

        came_up = d.pop("came_up")

        fell_out = d.pop("fell_out")

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


        back_after_days = d.pop("back_after_days")

        version = d.pop("version")

        tier_read = cls(
            tier=tier,
            groups=groups,
            full_groups=full_groups,
            persons=persons,
            share=share,
            tasks_done=tasks_done,
            lived=lived,
            came=came,
            came_up=came_up,
            fell_out=fell_out,
            rule=rule,
            back_after_days=back_after_days,
            version=version,
        )


        tier_read.additional_properties = d
        return tier_read

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
