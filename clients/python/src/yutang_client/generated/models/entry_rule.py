from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.entry_rule_match import EntryRuleMatch
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.entry_rule_exclude_item import EntryRuleExcludeItem
  from ..models.entry_rule_include_item import EntryRuleIncludeItem





T = TypeVar("T", bound="EntryRule")



@_attrs_define
class EntryRule:
    """ Who belongs somewhere: all (or any) of `include`, and none of `exclude`.

    Each of them holds the conditions of a customer list as a saved view keeps them; within one,
    all hold. Days in `recent` count back from when it is asked.

        Attributes:
            include (list[EntryRuleIncludeItem]):
            match (EntryRuleMatch | Unset):  Default: EntryRuleMatch.ALL.
            exclude (list[EntryRuleExcludeItem] | Unset):
     """

    include: list[EntryRuleIncludeItem]
    match: EntryRuleMatch | Unset = EntryRuleMatch.ALL
    exclude: list[EntryRuleExcludeItem] | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.entry_rule_exclude_item import EntryRuleExcludeItem # noqa: PLC0415
        from ..models.entry_rule_include_item import EntryRuleIncludeItem # noqa: PLC0415
        include = []
        for include_item_data in self.include:
            include_item = include_item_data.to_dict()
            include.append(include_item)



        match: str | Unset = UNSET
        if not isinstance(self.match, Unset):
            match = self.match.value


        exclude: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.exclude, Unset):
            exclude = []
            for exclude_item_data in self.exclude:
                exclude_item = exclude_item_data.to_dict()
                exclude.append(exclude_item)




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "include": include,
        })
        if match is not UNSET:
            field_dict["match"] = match
        if exclude is not UNSET:
            field_dict["exclude"] = exclude

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry_rule_exclude_item import EntryRuleExcludeItem # noqa: PLC0415
        from ..models.entry_rule_include_item import EntryRuleIncludeItem # noqa: PLC0415
        d = dict(src_dict)
        include = []
        _include = d.pop("include")
        for include_item_data in (_include):
            include_item = EntryRuleIncludeItem.from_dict(include_item_data)



            include.append(include_item)


        _match = d.pop("match", UNSET)
        match: EntryRuleMatch | Unset
        if isinstance(_match,  Unset):
            match = UNSET
        else:
            match = EntryRuleMatch(_match)




        _exclude = d.pop("exclude", UNSET)
        exclude: list[EntryRuleExcludeItem] | Unset = UNSET
        if _exclude is not UNSET:
            exclude = []
            for exclude_item_data in _exclude:
                exclude_item = EntryRuleExcludeItem.from_dict(exclude_item_data)



                exclude.append(exclude_item)


        entry_rule = cls(
            include=include,
            match=match,
            exclude=exclude,
        )

        return entry_rule

