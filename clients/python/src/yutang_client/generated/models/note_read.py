from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.note_read_kind import NoteReadKind
from ..models.note_read_outcome_type_0 import NoteReadOutcomeType0
from typing import cast
import datetime






T = TypeVar("T", bound="NoteRead")



@_attrs_define
class NoteRead:
    """ A note or follow-up; `next_at` is what it set, `task_id` the task that tells how it goes.

        Attributes:
            id (int):
            kind (NoteReadKind):
            author (str):
            author_name (str):
            text (str):
            outcome (None | NoteReadOutcomeType0):
            pinned (bool):
            created_at (datetime.datetime):
            edited_at (datetime.datetime | None):
            next_at (datetime.datetime | None):
            task_id (int | None):
     """

    id: int
    kind: NoteReadKind
    author: str
    author_name: str
    text: str
    outcome: None | NoteReadOutcomeType0
    pinned: bool
    created_at: datetime.datetime
    edited_at: datetime.datetime | None
    next_at: datetime.datetime | None
    task_id: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind.value

        author = self.author

        author_name = self.author_name

        text = self.text

        outcome: None | str
        if isinstance(self.outcome, NoteReadOutcomeType0):
            outcome = self.outcome.value
        else:
            outcome = self.outcome

        pinned = self.pinned

        created_at = self.created_at.isoformat()

        edited_at: None | str
        if isinstance(self.edited_at, datetime.datetime):
            edited_at = self.edited_at.isoformat()
        else:
            edited_at = self.edited_at

        next_at: None | str
        if isinstance(self.next_at, datetime.datetime):
            next_at = self.next_at.isoformat()
        else:
            next_at = self.next_at

        task_id: int | None
        task_id = self.task_id


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "kind": kind,
            "author": author,
            "author_name": author_name,
            "text": text,
            "outcome": outcome,
            "pinned": pinned,
            "created_at": created_at,
            "edited_at": edited_at,
            "next_at": next_at,
            "task_id": task_id,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        kind = NoteReadKind(d.pop("kind"))




        author = d.pop("author")

        author_name = d.pop("author_name")

        text = d.pop("text")

        def _parse_outcome(data: object) -> None | NoteReadOutcomeType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                outcome_type_0 = NoteReadOutcomeType0(data)



                return outcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | NoteReadOutcomeType0, data)

        outcome = _parse_outcome(d.pop("outcome"))


        pinned = d.pop("pinned")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        def _parse_edited_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                edited_at_type_0 = datetime.datetime.fromisoformat(data)



                return edited_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        edited_at = _parse_edited_at(d.pop("edited_at"))


        def _parse_next_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_at_type_0 = datetime.datetime.fromisoformat(data)



                return next_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_at = _parse_next_at(d.pop("next_at"))


        def _parse_task_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        task_id = _parse_task_id(d.pop("task_id"))


        note_read = cls(
            id=id,
            kind=kind,
            author=author,
            author_name=author_name,
            text=text,
            outcome=outcome,
            pinned=pinned,
            created_at=created_at,
            edited_at=edited_at,
            next_at=next_at,
            task_id=task_id,
        )


        note_read.additional_properties = d
        return note_read

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
