from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.renewal_read_state import RenewalReadState
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.group_ref import GroupRef





T = TypeVar("T", bound="RenewalRead")



@_attrs_define
class RenewalRead:
    """ A renewal and how far it is.

        Attributes:
            id (int):
            old (GroupRef): A group by name.
            new (GroupRef | None):
            name (str):
            notice (str):
            days (int):
            state (RenewalReadState):
            created_at (datetime.datetime):
            made_at (datetime.datetime | None):
            goodbye_at (datetime.datetime | None):
            goodbye_due (datetime.datetime | None):
            closed_at (datetime.datetime | None):
            persons (int):
            arrived (int):
     """

    id: int
    old: GroupRef
    new: GroupRef | None
    name: str
    notice: str
    days: int
    state: RenewalReadState
    created_at: datetime.datetime
    made_at: datetime.datetime | None
    goodbye_at: datetime.datetime | None
    goodbye_due: datetime.datetime | None
    closed_at: datetime.datetime | None
    persons: int
    arrived: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_ref import GroupRef # noqa: PLC0415
        id = self.id

        old = self.old.to_dict()

        new: dict[str, Any] | None
        if isinstance(self.new, GroupRef):
            new = self.new.to_dict()
        else:
            new = self.new

        name = self.name

        notice = self.notice

        days = self.days

        state = self.state.value

        created_at = self.created_at.isoformat()

        made_at: None | str
        if isinstance(self.made_at, datetime.datetime):
            made_at = self.made_at.isoformat()
        else:
            made_at = self.made_at

        goodbye_at: None | str
        if isinstance(self.goodbye_at, datetime.datetime):
            goodbye_at = self.goodbye_at.isoformat()
        else:
            goodbye_at = self.goodbye_at

        goodbye_due: None | str
        if isinstance(self.goodbye_due, datetime.datetime):
            goodbye_due = self.goodbye_due.isoformat()
        else:
            goodbye_due = self.goodbye_due

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        persons = self.persons

        arrived = self.arrived


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "old": old,
            "new": new,
            "name": name,
            "notice": notice,
            "days": days,
            "state": state,
            "created_at": created_at,
            "made_at": made_at,
            "goodbye_at": goodbye_at,
            "goodbye_due": goodbye_due,
            "closed_at": closed_at,
            "persons": persons,
            "arrived": arrived,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_ref import GroupRef # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        old = GroupRef.from_dict(d.pop("old"))




        def _parse_new(data: object) -> GroupRef | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                new_type_0 = GroupRef.from_dict(data)



                return new_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupRef | None, data)

        new = _parse_new(d.pop("new"))


        name = d.pop("name")

        notice = d.pop("notice")

        days = d.pop("days")

        state = RenewalReadState(d.pop("state"))




        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        def _parse_made_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                made_at_type_0 = datetime.datetime.fromisoformat(data)



                return made_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        made_at = _parse_made_at(d.pop("made_at"))


        def _parse_goodbye_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                goodbye_at_type_0 = datetime.datetime.fromisoformat(data)



                return goodbye_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        goodbye_at = _parse_goodbye_at(d.pop("goodbye_at"))


        def _parse_goodbye_due(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                goodbye_due_type_0 = datetime.datetime.fromisoformat(data)



                return goodbye_due_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        goodbye_due = _parse_goodbye_due(d.pop("goodbye_due"))


        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)



                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))


        persons = d.pop("persons")

        arrived = d.pop("arrived")

        renewal_read = cls(
            id=id,
            old=old,
            new=new,
            name=name,
            notice=notice,
            days=days,
            state=state,
            created_at=created_at,
            made_at=made_at,
            goodbye_at=goodbye_at,
            goodbye_due=goodbye_due,
            closed_at=closed_at,
            persons=persons,
            arrived=arrived,
        )


        renewal_read.additional_properties = d
        return renewal_read

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
