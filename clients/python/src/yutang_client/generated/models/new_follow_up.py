from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.new_follow_up_outcome import NewFollowUpOutcome
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="NewFollowUp")



@_attrs_define
class NewFollowUp:
    """ What came of following a person up, and when next.

    `next_at` makes a task for `staff_id`; `closes` is the task that this did.

        Attributes:
            outcome (NewFollowUpOutcome):
            text (str | Unset):  Default: ''.
            next_at (datetime.datetime | None | Unset):
            next_title (str | Unset):  Default: ''.
            staff_id (int | None | Unset):
            closes (int | None | Unset):
     """

    outcome: NewFollowUpOutcome
    text: str | Unset = ''
    next_at: datetime.datetime | None | Unset = UNSET
    next_title: str | Unset = ''
    staff_id: int | None | Unset = UNSET
    closes: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        outcome = self.outcome.value

        text = self.text

        next_at: None | str | Unset
        if isinstance(self.next_at, Unset):
            next_at = UNSET
        elif isinstance(self.next_at, datetime.datetime):
            next_at = self.next_at.isoformat()
        else:
            next_at = self.next_at

        next_title = self.next_title

        staff_id: int | None | Unset
        if isinstance(self.staff_id, Unset):
            staff_id = UNSET
        else:
            staff_id = self.staff_id

        closes: int | None | Unset
        if isinstance(self.closes, Unset):
            closes = UNSET
        else:
            closes = self.closes


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "outcome": outcome,
        })
        if text is not UNSET:
            field_dict["text"] = text
        if next_at is not UNSET:
            field_dict["next_at"] = next_at
        if next_title is not UNSET:
            field_dict["next_title"] = next_title
        if staff_id is not UNSET:
            field_dict["staff_id"] = staff_id
        if closes is not UNSET:
            field_dict["closes"] = closes

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        outcome = NewFollowUpOutcome(d.pop("outcome"))




        text = d.pop("text", UNSET)

        def _parse_next_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_at_type_0 = datetime.datetime.fromisoformat(data)



                return next_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        next_at = _parse_next_at(d.pop("next_at", UNSET))


        next_title = d.pop("next_title", UNSET)

        def _parse_staff_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        staff_id = _parse_staff_id(d.pop("staff_id", UNSET))


        def _parse_closes(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        closes = _parse_closes(d.pop("closes", UNSET))


        new_follow_up = cls(
            outcome=outcome,
            text=text,
            next_at=next_at,
            next_title=next_title,
            staff_id=staff_id,
            closes=closes,
        )


        new_follow_up.additional_properties = d
        return new_follow_up

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
