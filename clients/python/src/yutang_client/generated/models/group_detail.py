from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.group_detail_kind_type_0 import GroupDetailKindType0
from ..models.group_detail_state import GroupDetailState
from ..models.group_detail_tier_type_0 import GroupDetailTierType0
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.group_owner import GroupOwner
  from ..models.group_staff_ref import GroupStaffRef
  from ..models.phase_read import PhaseRead
  from ..models.scene_counts import SceneCounts





T = TypeVar("T", bound="GroupDetail")



@_attrs_define
class GroupDetail:
    """ One group.

        Attributes:
            id (int):
            name (str):
            owner (GroupOwner | None):
            state (GroupDetailState):
            kind (GroupDetailKindType0 | None):
            tier (GroupDetailTierType0 | None):
            aim (str):
            labels (list[str]):
            created_at (datetime.datetime):
            people (int):
            staff (int):
            joined_7 (int):
            left_7 (int):
            last_joined_at (datetime.datetime | None):
            quiet_since (datetime.datetime | None):
            read_at (datetime.datetime | None):
            phase (PhaseRead): How far a group's life has run; of none `why_null` says why.
            notice (str):
            chat_id (str):
            admins (list[GroupStaffRef]):
            friends (int):
            strangers (int):
            scenes (SceneCounts): How the persons present came in.
            profile_version (int):
            dismissed_at (datetime.datetime | None):
     """

    id: int
    name: str
    owner: GroupOwner | None
    state: GroupDetailState
    kind: GroupDetailKindType0 | None
    tier: GroupDetailTierType0 | None
    aim: str
    labels: list[str]
    created_at: datetime.datetime
    people: int
    staff: int
    joined_7: int
    left_7: int
    last_joined_at: datetime.datetime | None
    quiet_since: datetime.datetime | None
    read_at: datetime.datetime | None
    phase: PhaseRead
    notice: str
    chat_id: str
    admins: list[GroupStaffRef]
    friends: int
    strangers: int
    scenes: SceneCounts
    profile_version: int
    dismissed_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_owner import GroupOwner # noqa: PLC0415
        from ..models.group_staff_ref import GroupStaffRef # noqa: PLC0415
        from ..models.phase_read import PhaseRead # noqa: PLC0415
        from ..models.scene_counts import SceneCounts # noqa: PLC0415
        id = self.id

        name = self.name

        owner: dict[str, Any] | None
        if isinstance(self.owner, GroupOwner):
            owner = self.owner.to_dict()
        else:
            owner = self.owner

        state = self.state.value

        kind: None | str
        if isinstance(self.kind, GroupDetailKindType0):
            kind = self.kind.value
        else:
            kind = self.kind

        tier: None | str
        if isinstance(self.tier, GroupDetailTierType0):
            tier = self.tier.value
        else:
            tier = self.tier

        aim = self.aim

        labels = self.labels



        created_at = self.created_at.isoformat()

        people = self.people

        staff = self.staff

        joined_7 = self.joined_7

        left_7 = self.left_7

        last_joined_at: None | str
        if isinstance(self.last_joined_at, datetime.datetime):
            last_joined_at = self.last_joined_at.isoformat()
        else:
            last_joined_at = self.last_joined_at

        quiet_since: None | str
        if isinstance(self.quiet_since, datetime.datetime):
            quiet_since = self.quiet_since.isoformat()
        else:
            quiet_since = self.quiet_since

        read_at: None | str
        if isinstance(self.read_at, datetime.datetime):
            read_at = self.read_at.isoformat()
        else:
            read_at = self.read_at

        phase = self.phase.to_dict()

        notice = self.notice

        chat_id = self.chat_id

        admins = []
        for admins_item_data in self.admins:
            admins_item = admins_item_data.to_dict()
            admins.append(admins_item)



        friends = self.friends

        strangers = self.strangers

        scenes = self.scenes.to_dict()

        profile_version = self.profile_version

        dismissed_at: None | str
        if isinstance(self.dismissed_at, datetime.datetime):
            dismissed_at = self.dismissed_at.isoformat()
        else:
            dismissed_at = self.dismissed_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "owner": owner,
            "state": state,
            "kind": kind,
            "tier": tier,
            "aim": aim,
            "labels": labels,
            "created_at": created_at,
            "people": people,
            "staff": staff,
            "joined_7": joined_7,
            "left_7": left_7,
            "last_joined_at": last_joined_at,
            "quiet_since": quiet_since,
            "read_at": read_at,
            "phase": phase,
            "notice": notice,
            "chat_id": chat_id,
            "admins": admins,
            "friends": friends,
            "strangers": strangers,
            "scenes": scenes,
            "profile_version": profile_version,
            "dismissed_at": dismissed_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_owner import GroupOwner # noqa: PLC0415
        from ..models.group_staff_ref import GroupStaffRef # noqa: PLC0415
        from ..models.phase_read import PhaseRead # noqa: PLC0415
        from ..models.scene_counts import SceneCounts # noqa: PLC0415
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


        state = GroupDetailState(d.pop("state"))




        def _parse_kind(data: object) -> GroupDetailKindType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = GroupDetailKindType0(data)



                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupDetailKindType0 | None, data)

        kind = _parse_kind(d.pop("kind"))


        def _parse_tier(data: object) -> GroupDetailTierType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                tier_type_0 = GroupDetailTierType0(data)



                return tier_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupDetailTierType0 | None, data)

        tier = _parse_tier(d.pop("tier"))


        aim = d.pop("aim")

        labels = cast(list[str], d.pop("labels"))


        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        people = d.pop("people")

        staff = d.pop("staff")

        joined_7 = d.pop("joined_7")

        left_7 = d.pop("left_7")

        def _parse_last_joined_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_joined_at_type_0 = datetime.datetime.fromisoformat(data)



                return last_joined_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_joined_at = _parse_last_joined_at(d.pop("last_joined_at"))


        def _parse_quiet_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                quiet_since_type_0 = datetime.datetime.fromisoformat(data)



                return quiet_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        quiet_since = _parse_quiet_since(d.pop("quiet_since"))


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


        phase = PhaseRead.from_dict(d.pop("phase"))




        notice = d.pop("notice")

        chat_id = d.pop("chat_id")

        admins = []
        _admins = d.pop("admins")
        for admins_item_data in (_admins):
            admins_item = GroupStaffRef.from_dict(admins_item_data)



            admins.append(admins_item)


        friends = d.pop("friends")

        strangers = d.pop("strangers")

        scenes = SceneCounts.from_dict(d.pop("scenes"))




        profile_version = d.pop("profile_version")

        def _parse_dismissed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                dismissed_at_type_0 = datetime.datetime.fromisoformat(data)



                return dismissed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        dismissed_at = _parse_dismissed_at(d.pop("dismissed_at"))


        group_detail = cls(
            id=id,
            name=name,
            owner=owner,
            state=state,
            kind=kind,
            tier=tier,
            aim=aim,
            labels=labels,
            created_at=created_at,
            people=people,
            staff=staff,
            joined_7=joined_7,
            left_7=left_7,
            last_joined_at=last_joined_at,
            quiet_since=quiet_since,
            read_at=read_at,
            phase=phase,
            notice=notice,
            chat_id=chat_id,
            admins=admins,
            friends=friends,
            strangers=strangers,
            scenes=scenes,
            profile_version=profile_version,
            dismissed_at=dismissed_at,
        )


        group_detail.additional_properties = d
        return group_detail

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
