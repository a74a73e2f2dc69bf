from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="RuleUndo")



@_attrs_define
class RuleUndo:
    """ How taking a run back stands.

        Attributes:
            asked_at (datetime.datetime):
            asked_by (str):
            ended_at (datetime.datetime | None):
            taken_back (int):
            changed_since (int):
     """

    asked_at: datetime.datetime
    asked_by: str
    ended_at: datetime.datetime | None
    taken_back: int
    changed_since: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        asked_at = self.asked_at.isoformat()

        asked_by = self.asked_by

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        taken_back = self.taken_back

        changed_since = self.changed_since


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "asked_at": asked_at,
            "asked_by": asked_by,
            "ended_at": ended_at,
            "taken_back": taken_back,
            "changed_since": changed_since,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        asked_at = datetime.datetime.fromisoformat(d.pop("asked_at"))




        asked_by = d.pop("asked_by")

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)



                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))


        taken_back = d.pop("taken_back")

        changed_since = d.pop("changed_since")

        rule_undo = cls(
            asked_at=asked_at,
            asked_by=asked_by,
            ended_at=ended_at,
            taken_back=taken_back,
            changed_since=changed_since,
        )


        rule_undo.additional_properties = d
        return rule_undo

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
