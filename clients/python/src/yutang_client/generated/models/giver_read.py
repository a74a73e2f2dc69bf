from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.giver_read_mode import GiverReadMode
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.giver_stage import GiverStage
  from ..models.giver_tag import GiverTag
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="GiverRead")



@_attrs_define
class GiverRead:
    """ What a member has that could be handed over.

        Attributes:
            staff (StaffRef): A member by name; `account` is WeCom's userid.
            mode (GiverReadMode):
            left_at (datetime.datetime | None):
            deadline (datetime.datetime | None):
            customers (int):
            groups (int):
            open_tasks (int):
            codes (int):
            stages (list[GiverStage]):
            tags (list[GiverTag]):
     """

    staff: StaffRef
    mode: GiverReadMode
    left_at: datetime.datetime | None
    deadline: datetime.datetime | None
    customers: int
    groups: int
    open_tasks: int
    codes: int
    stages: list[GiverStage]
    tags: list[GiverTag]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.giver_stage import GiverStage # noqa: PLC0415
        from ..models.giver_tag import GiverTag # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        staff = self.staff.to_dict()

        mode = self.mode.value

        left_at: None | str
        if isinstance(self.left_at, datetime.datetime):
            left_at = self.left_at.isoformat()
        else:
            left_at = self.left_at

        deadline: None | str
        if isinstance(self.deadline, datetime.datetime):
            deadline = self.deadline.isoformat()
        else:
            deadline = self.deadline

        customers = self.customers

        groups = self.groups

        open_tasks = self.open_tasks

        codes = self.codes

        stages = []
        for stages_item_data in self.stages:
            stages_item = stages_item_data.to_dict()
            stages.append(stages_item)



        tags = []
        for tags_item_data in self.tags:
            tags_item = tags_item_data.to_dict()
            tags.append(tags_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "staff": staff,
            "mode": mode,
            "left_at": left_at,
            "deadline": deadline,
            "customers": customers,
            "groups": groups,
            "open_tasks": open_tasks,
            "codes": codes,
            "stages": stages,
            "tags": tags,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.giver_stage import GiverStage # noqa: PLC0415
        from ..models.giver_tag import GiverTag # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        staff = StaffRef.from_dict(d.pop("staff"))




        mode = GiverReadMode(d.pop("mode"))




        def _parse_left_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                left_at_type_0 = datetime.datetime.fromisoformat(data)



                return left_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        left_at = _parse_left_at(d.pop("left_at"))


        def _parse_deadline(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                deadline_type_0 = datetime.datetime.fromisoformat(data)



                return deadline_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        deadline = _parse_deadline(d.pop("deadline"))


        customers = d.pop("customers")

        groups = d.pop("groups")

        open_tasks = d.pop("open_tasks")

        codes = d.pop("codes")

        stages = []
        _stages = d.pop("stages")
        for stages_item_data in (_stages):
            stages_item = GiverStage.from_dict(stages_item_data)



            stages.append(stages_item)


        tags = []
        _tags = d.pop("tags")
        for tags_item_data in (_tags):
            tags_item = GiverTag.from_dict(tags_item_data)



            tags.append(tags_item)


        giver_read = cls(
            staff=staff,
            mode=mode,
            left_at=left_at,
            deadline=deadline,
            customers=customers,
            groups=groups,
            open_tasks=open_tasks,
            codes=codes,
            stages=stages,
            tags=tags,
        )


        giver_read.additional_properties = d
        return giver_read

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
