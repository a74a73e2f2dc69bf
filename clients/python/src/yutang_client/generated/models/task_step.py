from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.task_step_after import TaskStepAfter
  from ..models.task_step_before import TaskStepBefore





T = TypeVar("T", bound="TaskStep")



@_attrs_define
class TaskStep:
    """ One change of a task; `before` and `after` hold what changed.

        Attributes:
            at (datetime.datetime):
            actor (str):
            actor_name (None | str):
            action (str):
            before (TaskStepBefore):
            after (TaskStepAfter):
     """

    at: datetime.datetime
    actor: str
    actor_name: None | str
    action: str
    before: TaskStepBefore
    after: TaskStepAfter
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.task_step_after import TaskStepAfter # noqa: PLC0415
        from ..models.task_step_before import TaskStepBefore # noqa: PLC0415
        at = self.at.isoformat()

        actor = self.actor

        actor_name: None | str
        actor_name = self.actor_name

        action = self.action

        before = self.before.to_dict()

        after = self.after.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "at": at,
            "actor": actor,
            "actor_name": actor_name,
            "action": action,
            "before": before,
            "after": after,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.task_step_after import TaskStepAfter # noqa: PLC0415
        from ..models.task_step_before import TaskStepBefore # noqa: PLC0415
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))




        actor = d.pop("actor")

        def _parse_actor_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        actor_name = _parse_actor_name(d.pop("actor_name"))


        action = d.pop("action")

        before = TaskStepBefore.from_dict(d.pop("before"))




        after = TaskStepAfter.from_dict(d.pop("after"))




        task_step = cls(
            at=at,
            actor=actor,
            actor_name=actor_name,
            action=action,
            before=before,
            after=after,
        )


        task_step.additional_properties = d
        return task_step

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
