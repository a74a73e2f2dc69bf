from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.invitation_candidates_tier_type_0 import InvitationCandidatesTierType0
from ..models.invitation_candidates_who import InvitationCandidatesWho
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.entry_rule import EntryRule





T = TypeVar("T", bound="InvitationCandidates")



@_attrs_define
class InvitationCandidates:
    """ Whom to invite: a tier's rule, another, or a saved view; and into which groups.

        Attributes:
            tier (InvitationCandidatesTierType0 | None | Unset):
            who (InvitationCandidatesWho | Unset):  Default: InvitationCandidatesWho.FOUND.
            rule (EntryRule | None | Unset):
            view_id (int | None | Unset):
            group_ids (list[int] | Unset):
            again_days (int | Unset):  Default: 30.
     """

    tier: InvitationCandidatesTierType0 | None | Unset = UNSET
    who: InvitationCandidatesWho | Unset = InvitationCandidatesWho.FOUND
    rule: EntryRule | None | Unset = UNSET
    view_id: int | None | Unset = UNSET
    group_ids: list[int] | Unset = UNSET
    again_days: int | Unset = 30





    def to_dict(self) -> dict[str, Any]:
        from ..models.entry_rule import EntryRule # noqa: PLC0415
        tier: None | str | Unset
        if isinstance(self.tier, Unset):
            tier = UNSET
        elif isinstance(self.tier, InvitationCandidatesTierType0):
            tier = self.tier.value
        else:
            tier = self.tier

        who: str | Unset = UNSET
        if not isinstance(self.who, Unset):
            who = self.who.value


        rule: dict[str, Any] | None | Unset
        if isinstance(self.rule, Unset):
            rule = UNSET
        elif isinstance(self.rule, EntryRule):
            rule = self.rule.to_dict()
        else:
            rule = self.rule

        view_id: int | None | Unset
        if isinstance(self.view_id, Unset):
            view_id = UNSET
        else:
            view_id = self.view_id

        group_ids: list[int] | Unset = UNSET
        if not isinstance(self.group_ids, Unset):
            group_ids = self.group_ids



        again_days = self.again_days


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if tier is not UNSET:
            field_dict["tier"] = tier
        if who is not UNSET:
            field_dict["who"] = who
        if rule is not UNSET:
            field_dict["rule"] = rule
        if view_id is not UNSET:
            field_dict["view_id"] = view_id
        if group_ids is not UNSET:
            field_dict["group_ids"] = group_ids
        if again_days is not UNSET:
            field_dict["again_days"] = again_days

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry_rule import EntryRule # noqa: PLC0415
        d = dict(src_dict)
        def _parse_tier(data: object) -> InvitationCandidatesTierType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                tier_type_0 = InvitationCandidatesTierType0(data)



                return tier_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(InvitationCandidatesTierType0 | None | Unset, data)

        tier = _parse_tier(d.pop("tier", UNSET))


        _who = d.pop("who", UNSET)
        who: InvitationCandidatesWho | Unset
        if isinstance(_who,  Unset):
            who = UNSET
        else:
            who = InvitationCandidatesWho(_who)




        def _parse_rule(data: object) -> EntryRule | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                rule_type_0 = EntryRule.from_dict(data)



                return rule_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EntryRule | None | Unset, data)

        rule = _parse_rule(d.pop("rule", UNSET))


        def _parse_view_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        view_id = _parse_view_id(d.pop("view_id", UNSET))


        group_ids = cast(list[int], d.pop("group_ids", UNSET))


        again_days = d.pop("again_days", UNSET)

        invitation_candidates = cls(
            tier=tier,
            who=who,
            rule=rule,
            view_id=view_id,
            group_ids=group_ids,
            again_days=again_days,
        )

        return invitation_candidates

