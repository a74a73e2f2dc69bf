from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.own_group_kind_type_0 import OwnGroupKindType0
from ..models.own_group_tier_type_0 import OwnGroupTierType0
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.group_owner import GroupOwner
  from ..models.group_stay import GroupStay





T = TypeVar("T", bound="OwnGroup")



@_attrs_define
class OwnGroup:
    """ A group as one of its members sees it beside the chat.

        Attributes:
            id (int):
            name (str):
            owner (GroupOwner | None):
            people (int):
            staff (int):
            kind (None | OwnGroupKindType0):
            tier (None | OwnGroupTierType0):
            aim (str):
            labels (list[str]):
            friends (int):
            strangers (int):
            joined_7 (int):
            left_7 (int):
            newest (list[GroupStay]):
            in_scope (bool):
            read_at (datetime.datetime | None):
     """

    id: int
    name: str
    owner: GroupOwner | None
    people: int
    staff: int
    kind: None | OwnGroupKindType0
    tier: None | OwnGroupTierType0
    aim: str
    labels: list[str]
    friends: int
    strangers: int
    joined_7: int
    left_7: int
    newest: list[GroupStay]
    in_scope: bool
    read_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_owner import GroupOwner # noqa: PLC0415
        from ..models.group_stay import GroupStay # noqa: PLC0415
        id = self.id

        name = self.name

        owner: dict[str, Any] | None
        if isinstance(self.owner, GroupOwner):
            owner = self.owner.to_dict()
        else:
            owner = self.owner

        people = self.people

        staff = self.staff

        kind: None | str
        if isinstance(self.kind, OwnGroupKindType0):
            kind = self.kind.value
        else:
            kind = self.kind

        tier: None | str
        if isinstance(self.tier, OwnGroupTierType0):
            tier = self.tier.value
        else:
            tier = self.tier

        aim = self.aim

        labels = self.labels



        friends = self.friends

        strangers = self.strangers

        joined_7 = self.joined_7

        left_7 = self.left_7

        newest = []
        for newest_item_data in self.newest:
            newest_item = newest_item_data.to_dict()
            newest.append(newest_item)



        in_scope = self.in_scope

        read_at: None | str
        if isinstance(self.read_at, datetime.datetime):
            read_at = self.read_at.isoformat()
        else:
            read_at = self.read_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "owner": owner,
            "people": people,
            "staff": staff,
            "kind": kind,
            "tier": tier,
            "aim": aim,
            "labels": labels,
            "friends": friends,
            "strangers": strangers,
            "joined_7": joined_7,
            "left_7": left_7,
            "newest": newest,
            "in_scope": in_scope,
            "read_at": read_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_owner import GroupOwner # noqa: PLC0415
        from ..models.group_stay import GroupStay # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        def _parse_owner(data: object) -> GroupOwner | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                owner_type_0 = GroupOwner.from_dict(data)



                return owner_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupOwner | None, data)

        owner = _parse_owner(d.pop("owner"))


        people = d.pop("people")

        staff = d.pop("staff")

        def _parse_kind(data: object) -> None | OwnGroupKindType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = OwnGroupKindType0(data)



                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OwnGroupKindType0, data)

        kind = _parse_kind(d.pop("kind"))


        def _parse_tier(data: object) -> None | OwnGroupTierType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                tier_type_0 = OwnGroupTierType0(data)



                return tier_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OwnGroupTierType0, data)

        tier = _parse_tier(d.pop("tier"))


        aim = d.pop("aim")

        labels = cast(list[str], d.pop("labels"))


        friends = d.pop("friends")

        strangers = d.pop("strangers")

        joined_7 = d.pop("joined_7")

        left_7 = d.pop("left_7")

        newest = []
        _newest = d.pop("newest")
        for newest_item_data in (_newest):
            newest_item = GroupStay.from_dict(newest_item_data)



            newest.append(newest_item)


        in_scope = d.pop("in_scope")

        def _parse_read_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                read_at_type_0 = datetime.datetime.fromisoformat(data)



                return read_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        read_at = _parse_read_at(d.pop("read_at"))


        own_group = cls(
            id=id,
            name=name,
            owner=owner,
            people=people,
            staff=staff,
            kind=kind,
            tier=tier,
            aim=aim,
            labels=labels,
            friends=friends,
            strangers=strangers,
            joined_7=joined_7,
            left_7=left_7,
            newest=newest,
            in_scope=in_scope,
            read_at=read_at,
        )


        own_group.additional_properties = d
        return own_group

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
