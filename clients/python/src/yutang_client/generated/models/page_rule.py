from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.page_rule_by import PageRuleBy
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.page_member import PageMember





T = TypeVar("T", bound="PageRule")



@_attrs_define
class PageRule:
    """ Whom the page shows.

    `by_city`: the page asks for the city, since WeCom tells none, and picks among the members who
    work in stores there, else among all. `sticky_days`: for so long somebody sees the same member
    again; 0: only while his place is held. `fallback_staff_id` answers when nobody is free, without
    a cap. `recognise`: in WeChat the page asks WeCom who came, which needs a trusted domain.

        Attributes:
            fallback_staff_id (int):
            by (PageRuleBy | Unset):  Default: PageRuleBy.ROUND_ROBIN.
            by_city (bool | Unset):  Default: False.
            members (list[PageMember] | Unset):
            sticky_days (int | Unset):  Default: 30.
            hold_minutes (int | Unset):  Default: 10.
            recognise (bool | Unset):  Default: True.
            show_name (bool | Unset):  Default: True.
            title (str | Unset):  Default: ''.
            hint (str | Unset):  Default: ''.
     """

    fallback_staff_id: int
    by: PageRuleBy | Unset = PageRuleBy.ROUND_ROBIN
    by_city: bool | Unset = False
    members: list[PageMember] | Unset = UNSET
    sticky_days: int | Unset = 30
    hold_minutes: int | Unset = 10
    recognise: bool | Unset = True
    show_name: bool | Unset = True
    title: str | Unset = ''
    hint: str | Unset = ''
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.page_member import PageMember # noqa: PLC0415
        fallback_staff_id = self.fallback_staff_id

        by: str | Unset = UNSET
        if not isinstance(self.by, Unset):
            by = self.by.value


        by_city = self.by_city

        members: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.members, Unset):
            members = []
            for members_item_data in self.members:
                members_item = members_item_data.to_dict()
                members.append(members_item)



        sticky_days = self.sticky_days

        hold_minutes = self.hold_minutes

        recognise = self.recognise

        show_name = self.show_name

        title = self.title

        hint = self.hint


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "fallback_staff_id": fallback_staff_id,
        })
        if by is not UNSET:
            field_dict["by"] = by
        if by_city is not UNSET:
            field_dict["by_city"] = by_city
        if members is not UNSET:
            field_dict["members"] = members
        if sticky_days is not UNSET:
            field_dict["sticky_days"] = sticky_days
        if hold_minutes is not UNSET:
            field_dict["hold_minutes"] = hold_minutes
        if recognise is not UNSET:
            field_dict["recognise"] = recognise
        if show_name is not UNSET:
            field_dict["show_name"] = show_name
        if title is not UNSET:
            field_dict["title"] = title
        if hint is not UNSET:
            field_dict["hint"] = hint

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.page_member import PageMember # noqa: PLC0415
        d = dict(src_dict)
        fallback_staff_id = d.pop("fallback_staff_id")

        _by = d.pop("by", UNSET)
        by: PageRuleBy | Unset
        if isinstance(_by,  Unset):
            by = UNSET
        else:
            by = PageRuleBy(_by)




        by_city = d.pop("by_city", UNSET)

        _members = d.pop("members", UNSET)
        members: list[PageMember] | Unset = UNSET
        if _members is not UNSET:
            members = []
            for members_item_data in _members:
                members_item = PageMember.from_dict(members_item_data)



                members.append(members_item)


        sticky_days = d.pop("sticky_days", UNSET)

        hold_minutes = d.pop("hold_minutes", UNSET)

        recognise = d.pop("recognise", UNSET)

        show_name = d.pop("show_name", UNSET)

        title = d.pop("title", UNSET)

        hint = d.pop("hint", UNSET)

        page_rule = cls(
            fallback_staff_id=fallback_staff_id,
            by=by,
            by_city=by_city,
            members=members,
            sticky_days=sticky_days,
            hold_minutes=hold_minutes,
            recognise=recognise,
            show_name=show_name,
            title=title,
            hint=hint,
        )


        page_rule.additional_properties = d
        return page_rule

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
