from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.invitation_share import InvitationShare
  from ..models.left_out_count import LeftOutCount
  from ..models.rule_sample import RuleSample





T = TypeVar("T", bound="InvitationPreview")



@_attrs_define
class InvitationPreview:
    """ A dry run: `found` is `invited` and everybody who is left out.

    Of `on` those are left aside who were in the tier before, of `back` those who never were.

    `exact` false: so many were found that only the first `looked_at` were asked for their member
    and their refusals; `invited`, the reasons that need that, and `members` are of those.

        Attributes:
            found (int):
            invited (int):
            left_out (list[LeftOutCount]):
            members (list[InvitationShare]):
            member_count (int):
            room (int):
            exact (bool):
            looked_at (int):
            samples (list[RuleSample]):
            as_of (datetime.datetime):
     """

    found: int
    invited: int
    left_out: list[LeftOutCount]
    members: list[InvitationShare]
    member_count: int
    room: int
    exact: bool
    looked_at: int
    samples: list[RuleSample]
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.invitation_share import InvitationShare # noqa: PLC0415
        from ..models.left_out_count import LeftOutCount # noqa: PLC0415
        from ..models.rule_sample import RuleSample # noqa: PLC0415
        found = self.found

        invited = self.invited

        left_out = []
        for left_out_item_data in self.left_out:
            left_out_item = left_out_item_data.to_dict()
            left_out.append(left_out_item)



        members = []
        for members_item_data in self.members:
            members_item = members_item_data.to_dict()
            members.append(members_item)



        member_count = self.member_count

        room = self.room

        exact = self.exact

        looked_at = self.looked_at

        samples = []
        for samples_item_data in self.samples:
            samples_item = samples_item_data.to_dict()
            samples.append(samples_item)



        as_of = self.as_of.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "found": found,
            "invited": invited,
            "left_out": left_out,
            "members": members,
            "member_count": member_count,
            "room": room,
            "exact": exact,
            "looked_at": looked_at,
            "samples": samples,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.invitation_share import InvitationShare # noqa: PLC0415
        from ..models.left_out_count import LeftOutCount # noqa: PLC0415
        from ..models.rule_sample import RuleSample # noqa: PLC0415
        d = dict(src_dict)
        found = d.pop("found")

        invited = d.pop("invited")

        left_out = []
        _left_out = d.pop("left_out")
        for left_out_item_data in (_left_out):
            left_out_item = LeftOutCount.from_dict(left_out_item_data)



            left_out.append(left_out_item)


        members = []
        _members = d.pop("members")
        for members_item_data in (_members):
            members_item = InvitationShare.from_dict(members_item_data)



            members.append(members_item)


        member_count = d.pop("member_count")

        room = d.pop("room")

        exact = d.pop("exact")

        looked_at = d.pop("looked_at")

        samples = []
        _samples = d.pop("samples")
        for samples_item_data in (_samples):
            samples_item = RuleSample.from_dict(samples_item_data)



            samples.append(samples_item)


        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        invitation_preview = cls(
            found=found,
            invited=invited,
            left_out=left_out,
            members=members,
            member_count=member_count,
            room=room,
            exact=exact,
            looked_at=looked_at,
            samples=samples,
            as_of=as_of,
        )


        invitation_preview.additional_properties = d
        return invitation_preview

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
