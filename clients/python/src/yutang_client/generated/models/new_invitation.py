from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.new_invitation_tier_type_0 import NewInvitationTierType0
from ..models.new_invitation_who import NewInvitationWho
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.entry_rule import EntryRule





T = TypeVar("T", bound="NewInvitation")



@_attrs_define
class NewInvitation:
    """ A round of inviting; `{name}` in the text becomes the customer's name.

        Attributes:
            group_ids (list[int]):
            name (str):
            text (str):
            tier (NewInvitationTierType0 | None | Unset):
            who (NewInvitationWho | Unset):  Default: NewInvitationWho.FOUND.
            rule (EntryRule | None | Unset):
            view_id (int | None | Unset):
            again_days (int | Unset):  Default: 30.
            text_nameless (str | Unset):  Default: ''.
            day_cap (int | Unset):  Default: 20.
            full_at (int | Unset):  Default: 200.
            same_store (bool | Unset):  Default: True.
     """

    group_ids: list[int]
    name: str
    text: str
    tier: NewInvitationTierType0 | None | Unset = UNSET
    who: NewInvitationWho | Unset = NewInvitationWho.FOUND
    rule: EntryRule | None | Unset = UNSET
    view_id: int | None | Unset = UNSET
    again_days: int | Unset = 30
    text_nameless: str | Unset = ''
    day_cap: int | Unset = 20
    full_at: int | Unset = 200
    same_store: bool | Unset = True





    def to_dict(self) -> dict[str, Any]:
        from ..models.entry_rule import EntryRule # noqa: PLC0415
        group_ids = self.group_ids



        name = self.name

        text = self.text

        tier: None | str | Unset
        if isinstance(self.tier, Unset):
            tier = UNSET
        elif isinstance(self.tier, NewInvitationTierType0):
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

        again_days = self.again_days

        text_nameless = self.text_nameless

        day_cap = self.day_cap

        full_at = self.full_at

        same_store = self.same_store


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "group_ids": group_ids,
            "name": name,
            "text": text,
        })
        if tier is not UNSET:
            field_dict["tier"] = tier
        if who is not UNSET:
            field_dict["who"] = who
        if rule is not UNSET:
            field_dict["rule"] = rule
        if view_id is not UNSET:
            field_dict["view_id"] = view_id
        if again_days is not UNSET:
            field_dict["again_days"] = again_days
        if text_nameless is not UNSET:
            field_dict["text_nameless"] = text_nameless
        if day_cap is not UNSET:
            field_dict["day_cap"] = day_cap
        if full_at is not UNSET:
            field_dict["full_at"] = full_at
        if same_store is not UNSET:
            field_dict["same_store"] = same_store

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry_rule import EntryRule # noqa: PLC0415
        d = dict(src_dict)
        group_ids = cast(list[int], d.pop("group_ids"))


        name = d.pop("name")

        text = d.pop("text")

        def _parse_tier(data: object) -> NewInvitationTierType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                tier_type_0 = NewInvitationTierType0(data)



                return tier_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewInvitationTierType0 | None | Unset, data)

        tier = _parse_tier(d.pop("tier", UNSET))


        _who = d.pop("who", UNSET)
        who: NewInvitationWho | Unset
        if isinstance(_who,  Unset):
            who = UNSET
        else:
            who = NewInvitationWho(_who)




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


        again_days = d.pop("again_days", UNSET)

        text_nameless = d.pop("text_nameless", UNSET)

        day_cap = d.pop("day_cap", UNSET)

        full_at = d.pop("full_at", UNSET)

        same_store = d.pop("same_store", UNSET)

        new_invitation = cls(
            group_ids=group_ids,
            name=name,
            text=text,
            tier=tier,
            who=who,
            rule=rule,
            view_id=view_id,
            again_days=again_days,
            text_nameless=text_nameless,
            day_cap=day_cap,
            full_at=full_at,
            same_store=same_store,
        )

        return new_invitation

