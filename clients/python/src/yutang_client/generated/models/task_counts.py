from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.task_kind_count import TaskKindCount





T = TypeVar("T", bound="TaskCounts")



@_attrs_define
class TaskCounts:
    """ How tasks stand; `closed` ones are those of the last seven days.

        Attributes:
            open_ (int):
            overdue (int):
            due_today (int):
            escalated (int):
            pooled (int):
            done (int):
            dropped (int):
            kinds (list[TaskKindCount]):
            as_of (datetime.datetime):
     """

    open_: int
    overdue: int
    due_today: int
    escalated: int
    pooled: int
    done: int
    dropped: int
    kinds: list[TaskKindCount]
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.task_kind_count import TaskKindCount # noqa: PLC0415
        open_ = self.open_

        overdue = self.overdue

        due_today = self.due_today

        escalated = self.escalated

        pooled = self.pooled

        done = self.done

        dropped = self.dropped

        kinds = []
        for kinds_item_data in self.kinds:
            kinds_item = kinds_item_data.to_dict()
            kinds.append(kinds_item)



        as_of = self.as_of.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "open": open_,
            "overdue": overdue,
            "due_today": due_today,
            "escalated": escalated,
            "pooled": pooled,
            "done": done,
            "dropped": dropped,
            "kinds": kinds,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.task_kind_count import TaskKindCount # noqa: PLC0415
        d = dict(src_dict)
        open_ = d.pop("open")

        overdue = d.pop("overdue")

        due_today = d.pop("due_today")

        escalated = d.pop("escalated")

        pooled = d.pop("pooled")

        done = d.pop("done")

        dropped = d.pop("dropped")

        kinds = []
        _kinds = d.pop("kinds")
        for kinds_item_data in (_kinds):
            kinds_item = TaskKindCount.from_dict(kinds_item_data)



            kinds.append(kinds_item)


        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        task_counts = cls(
            open_=open_,
            overdue=overdue,
            due_today=due_today,
            escalated=escalated,
            pooled=pooled,
            done=done,
            dropped=dropped,
            kinds=kinds,
            as_of=as_of,
        )


        task_counts.additional_properties = d
        return task_counts

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
