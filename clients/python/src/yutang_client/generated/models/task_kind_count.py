from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.task_kind_name import TaskKindName





T = TypeVar("T", bound="TaskKindCount")



@_attrs_define
class TaskKindCount:
    """ Open tasks of one kind.

        Attributes:
            kind (str):
            name (TaskKindName): How a kind is called.
            open_ (int):
            overdue (int):
     """

    kind: str
    name: TaskKindName
    open_: int
    overdue: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.task_kind_name import TaskKindName # noqa: PLC0415
        kind = self.kind

        name = self.name.to_dict()

        open_ = self.open_

        overdue = self.overdue


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "kind": kind,
            "name": name,
            "open": open_,
            "overdue": overdue,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.task_kind_name import TaskKindName # noqa: PLC0415
        d = dict(src_dict)
        kind = d.pop("kind")

        name = TaskKindName.from_dict(d.pop("name"))




        open_ = d.pop("open")

        overdue = d.pop("overdue")

        task_kind_count = cls(
            kind=kind,
            name=name,
            open_=open_,
            overdue=overdue,
        )


        task_kind_count.additional_properties = d
        return task_kind_count

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
