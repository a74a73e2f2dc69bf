from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.group_silence_read_talk import GroupSilenceReadTalk
from typing import cast
import datetime






T = TypeVar("T", bound="GroupSilenceRead")



@_attrs_define
class GroupSilenceRead:
    """ A silent spell that lasts.

        Attributes:
            since (datetime.datetime):
            days (int):
            talk (GroupSilenceReadTalk):
            told_at (datetime.datetime):
            task_id (int | None):
     """

    since: datetime.datetime
    days: int
    talk: GroupSilenceReadTalk
    told_at: datetime.datetime
    task_id: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        since = self.since.isoformat()

        days = self.days

        talk = self.talk.value

        told_at = self.told_at.isoformat()

        task_id: int | None
        task_id = self.task_id


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "since": since,
            "days": days,
            "talk": talk,
            "told_at": told_at,
            "task_id": task_id,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        since = datetime.datetime.fromisoformat(d.pop("since"))




        days = d.pop("days")

        talk = GroupSilenceReadTalk(d.pop("talk"))




        told_at = datetime.datetime.fromisoformat(d.pop("told_at"))




        def _parse_task_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        task_id = _parse_task_id(d.pop("task_id"))


        group_silence_read = cls(
            since=since,
            days=days,
            talk=talk,
            told_at=told_at,
            task_id=task_id,
        )


        group_silence_read.additional_properties = d
        return group_silence_read

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
