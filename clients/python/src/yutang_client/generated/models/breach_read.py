from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.breach_read_kind import BreachReadKind
from ..models.breach_read_state import BreachReadState
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.breach_group import BreachGroup
  from ..models.said import Said





T = TypeVar("T", bound="BreachRead")



@_attrs_define
class BreachRead:
    """ One breach, and what is to be said or done.

        Attributes:
            id (int):
            group (BreachGroup): The group of a breach.
            customer_id (int):
            person_name (str):
            kind (BreachReadKind):
            note (str):
            at (datetime.datetime):
            recorded_by (str):
            ordinal (int):
            window_days (int):
            remove_from (int):
            state (BreachReadState):
            present (bool):
            removed_at (datetime.datetime | None):
            forgiven_at (datetime.datetime | None):
            forgiven_by (None | str):
            forgiven_why (str):
            word (None | Said):
            announcement (None | Said):
            task_id (int | None):
     """

    id: int
    group: BreachGroup
    customer_id: int
    person_name: str
    kind: BreachReadKind
    note: str
    at: datetime.datetime
    recorded_by: str
    ordinal: int
    window_days: int
    remove_from: int
    state: BreachReadState
    present: bool
    removed_at: datetime.datetime | None
    forgiven_at: datetime.datetime | None
    forgiven_by: None | str
    forgiven_why: str
    word: None | Said
    announcement: None | Said
    task_id: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.breach_group import BreachGroup # noqa: PLC0415
        from ..models.said import Said # noqa: PLC0415
        id = self.id

        group = self.group.to_dict()

        customer_id = self.customer_id

        person_name = self.person_name

        kind = self.kind.value

        note = self.note

        at = self.at.isoformat()

        recorded_by = self.recorded_by

        ordinal = self.ordinal

        window_days = self.window_days

        remove_from = self.remove_from

        state = self.state.value

        present = self.present

        removed_at: None | str
        if isinstance(self.removed_at, datetime.datetime):
            removed_at = self.removed_at.isoformat()
        else:
            removed_at = self.removed_at

        forgiven_at: None | str
        if isinstance(self.forgiven_at, datetime.datetime):
            forgiven_at = self.forgiven_at.isoformat()
        else:
            forgiven_at = self.forgiven_at

        forgiven_by: None | str
        forgiven_by = self.forgiven_by

        forgiven_why = self.forgiven_why

        word: dict[str, Any] | None
        if isinstance(self.word, Said):
            word = self.word.to_dict()
        else:
            word = self.word

        announcement: dict[str, Any] | None
        if isinstance(self.announcement, Said):
            announcement = self.announcement.to_dict()
        else:
            announcement = self.announcement

        task_id: int | None
        task_id = self.task_id


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "group": group,
            "customer_id": customer_id,
            "person_name": person_name,
            "kind": kind,
            "note": note,
            "at": at,
            "recorded_by": recorded_by,
            "ordinal": ordinal,
            "window_days": window_days,
            "remove_from": remove_from,
            "state": state,
            "present": present,
            "removed_at": removed_at,
            "forgiven_at": forgiven_at,
            "forgiven_by": forgiven_by,
            "forgiven_why": forgiven_why,
            "word": word,
            "announcement": announcement,
            "task_id": task_id,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.breach_group import BreachGroup # noqa: PLC0415
        from ..models.said import Said # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        group = BreachGroup.from_dict(d.pop("group"))




        customer_id = d.pop("customer_id")

        person_name = d.pop("person_name")

        kind = BreachReadKind(d.pop("kind"))




        note = d.pop("note")

        at = datetime.datetime.fromisoformat(d.pop("at"))




        recorded_by = d.pop("recorded_by")

        ordinal = d.pop("ordinal")

        window_days = d.pop("window_days")

        remove_from = d.pop("remove_from")

        state = BreachReadState(d.pop("state"))




        present = d.pop("present")

        def _parse_removed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                removed_at_type_0 = datetime.datetime.fromisoformat(data)



                return removed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        removed_at = _parse_removed_at(d.pop("removed_at"))


        def _parse_forgiven_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                forgiven_at_type_0 = datetime.datetime.fromisoformat(data)



                return forgiven_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        forgiven_at = _parse_forgiven_at(d.pop("forgiven_at"))


        def _parse_forgiven_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        forgiven_by = _parse_forgiven_by(d.pop("forgiven_by"))


        forgiven_why = d.pop("forgiven_why")

        def _parse_word(data: object) -> None | Said:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                word_type_0 = Said.from_dict(data)



                return word_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Said, data)

        word = _parse_word(d.pop("word"))


        def _parse_announcement(data: object) -> None | Said:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                announcement_type_0 = Said.from_dict(data)



                return announcement_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Said, data)

        announcement = _parse_announcement(d.pop("announcement"))


        def _parse_task_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        task_id = _parse_task_id(d.pop("task_id"))


        breach_read = cls(
            id=id,
            group=group,
            customer_id=customer_id,
            person_name=person_name,
            kind=kind,
            note=note,
            at=at,
            recorded_by=recorded_by,
            ordinal=ordinal,
            window_days=window_days,
            remove_from=remove_from,
            state=state,
            present=present,
            removed_at=removed_at,
            forgiven_at=forgiven_at,
            forgiven_by=forgiven_by,
            forgiven_why=forgiven_why,
            word=word,
            announcement=announcement,
            task_id=task_id,
        )


        breach_read.additional_properties = d
        return breach_read

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
