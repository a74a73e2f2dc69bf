from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.ruled_group_name_state import RuledGroupNameState
from ..models.ruled_group_notice import RuledGroupNotice
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.group_owner import GroupOwner
  from ..models.nickname_counts import NicknameCounts
  from ..models.rules_ref import RulesRef





T = TypeVar("T", bound="RuledGroup")



@_attrs_define
class RuledGroup:
    """ A group beside its rules.

        Attributes:
            id (int):
            name (str):
            owner (GroupOwner | None):
            people (int):
            rules (RulesRef): Rules by name, and how they reach the group.
            notice (RuledGroupNotice):
            name_state (RuledGroupNameState):
            wanted_name (None | str):
            number (int | None):
            renamed_at (datetime.datetime | None):
            nicknames (NicknameCounts | None):
            nicknames_as_of (datetime.datetime | None):
            read_at (datetime.datetime | None):
     """

    id: int
    name: str
    owner: GroupOwner | None
    people: int
    rules: RulesRef
    notice: RuledGroupNotice
    name_state: RuledGroupNameState
    wanted_name: None | str
    number: int | None
    renamed_at: datetime.datetime | None
    nicknames: NicknameCounts | None
    nicknames_as_of: datetime.datetime | None
    read_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_owner import GroupOwner # noqa: PLC0415
        from ..models.nickname_counts import NicknameCounts # noqa: PLC0415
        from ..models.rules_ref import RulesRef # noqa: PLC0415
        id = self.id

        name = self.name

        owner: dict[str, Any] | None
        if isinstance(self.owner, GroupOwner):
            owner = self.owner.to_dict()
        else:
            owner = self.owner

        people = self.people

        rules = self.rules.to_dict()

        notice = self.notice.value

        name_state = self.name_state.value

        wanted_name: None | str
        wanted_name = self.wanted_name

        number: int | None
        number = self.number

        renamed_at: None | str
        if isinstance(self.renamed_at, datetime.datetime):
            renamed_at = self.renamed_at.isoformat()
        else:
            renamed_at = self.renamed_at

        nicknames: dict[str, Any] | None
        if isinstance(self.nicknames, NicknameCounts):
            nicknames = self.nicknames.to_dict()
        else:
            nicknames = self.nicknames

        nicknames_as_of: None | str
        if isinstance(self.nicknames_as_of, datetime.datetime):
            nicknames_as_of = self.nicknames_as_of.isoformat()
        else:
            nicknames_as_of = self.nicknames_as_of

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
            "rules": rules,
            "notice": notice,
            "name_state": name_state,
            "wanted_name": wanted_name,
            "number": number,
            "renamed_at": renamed_at,
            "nicknames": nicknames,
            "nicknames_as_of": nicknames_as_of,
            "read_at": read_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_owner import GroupOwner # noqa: PLC0415
        from ..models.nickname_counts import NicknameCounts # noqa: PLC0415
        from ..models.rules_ref import RulesRef # noqa: PLC0415
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

        rules = RulesRef.from_dict(d.pop("rules"))




        notice = RuledGroupNotice(d.pop("notice"))




        name_state = RuledGroupNameState(d.pop("name_state"))




        def _parse_wanted_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        wanted_name = _parse_wanted_name(d.pop("wanted_name"))


        def _parse_number(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        number = _parse_number(d.pop("number"))


        def _parse_renamed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                renamed_at_type_0 = datetime.datetime.fromisoformat(data)



                return renamed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        renamed_at = _parse_renamed_at(d.pop("renamed_at"))


        def _parse_nicknames(data: object) -> NicknameCounts | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                nicknames_type_0 = NicknameCounts.from_dict(data)



                return nicknames_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NicknameCounts | None, data)

        nicknames = _parse_nicknames(d.pop("nicknames"))


        def _parse_nicknames_as_of(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                nicknames_as_of_type_0 = datetime.datetime.fromisoformat(data)



                return nicknames_as_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        nicknames_as_of = _parse_nicknames_as_of(d.pop("nicknames_as_of"))


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


        ruled_group = cls(
            id=id,
            name=name,
            owner=owner,
            people=people,
            rules=rules,
            notice=notice,
            name_state=name_state,
            wanted_name=wanted_name,
            number=number,
            renamed_at=renamed_at,
            nicknames=nicknames,
            nicknames_as_of=nicknames_as_of,
            read_at=read_at,
        )


        ruled_group.additional_properties = d
        return ruled_group

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
