from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.page_member_read import PageMemberRead
  from ..models.page_rule import PageRule





T = TypeVar("T", bound="PageCodeRead")



@_attrs_define
class PageCodeRead:
    """ The page of a channel code: its address, its rule, and how far its ways are.

        Attributes:
            channel_id (int):
            slug (str):
            url (str):
            rule (PageRule): Whom the page shows.

                `by_city`: the page asks for the city, since WeCom tells none, and picks among the members who
                work in stores there, else among all. `sticky_days`: for so long somebody sees the same member
                again; 0: only while his place is held. `fallback_staff_id` answers when nobody is free, without
                a cap. `recognise`: in WeChat the page asks WeCom who came, which needs a trusted domain.
            made (int):
            wanted (int):
            failed (int):
            members (list[PageMemberRead]):
            as_of (datetime.datetime):
     """

    channel_id: int
    slug: str
    url: str
    rule: PageRule
    made: int
    wanted: int
    failed: int
    members: list[PageMemberRead]
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.page_member_read import PageMemberRead # noqa: PLC0415
        from ..models.page_rule import PageRule # noqa: PLC0415
        channel_id = self.channel_id

        slug = self.slug

        url = self.url

        rule = self.rule.to_dict()

        made = self.made

        wanted = self.wanted

        failed = self.failed

        members = []
        for members_item_data in self.members:
            members_item = members_item_data.to_dict()
            members.append(members_item)



        as_of = self.as_of.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "channel_id": channel_id,
            "slug": slug,
            "url": url,
            "rule": rule,
            "made": made,
            "wanted": wanted,
            "failed": failed,
            "members": members,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.page_member_read import PageMemberRead # noqa: PLC0415
        from ..models.page_rule import PageRule # noqa: PLC0415
        d = dict(src_dict)
        channel_id = d.pop("channel_id")

        slug = d.pop("slug")

        url = d.pop("url")

        rule = PageRule.from_dict(d.pop("rule"))




        made = d.pop("made")

        wanted = d.pop("wanted")

        failed = d.pop("failed")

        members = []
        _members = d.pop("members")
        for members_item_data in (_members):
            members_item = PageMemberRead.from_dict(members_item_data)



            members.append(members_item)


        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        page_code_read = cls(
            channel_id=channel_id,
            slug=slug,
            url=url,
            rule=rule,
            made=made,
            wanted=wanted,
            failed=failed,
            members=members,
            as_of=as_of,
        )


        page_code_read.additional_properties = d
        return page_code_read

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
