from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.channel_ref import ChannelRef
  from ..models.field_cell import FieldCell
  from ..models.note_page import NotePage
  from ..models.own_tag_read import OwnTagRead
  from ..models.owner_read import OwnerRead
  from ..models.stage_read import StageRead
  from ..models.task_read import TaskRead





T = TypeVar("T", bound="OwnCustomerRead")



@_attrs_define
class OwnCustomerRead:
    """ A customer as one of his members may see him; phones are masked.

        Attributes:
            id (int):
            external_id (str):
            name (str):
            avatar (str):
            platform (str):
            company (str):
            phones (list[str]):
            state (str):
            remark (str):
            added_at (datetime.datetime):
            channel (ChannelRef | None):
            first_added_at (datetime.datetime | None):
            marketing_refused_at (datetime.datetime | None):
            stage (None | str):
            stages (list[StageRead]):
            last_active_at (datetime.datetime | None):
            silent_since (datetime.datetime | None):
            owners (list[OwnerRead]):
            tags (list[OwnTagRead]):
            tasks (list[TaskRead]):
            fields (list[FieldCell]):
            notes (NotePage): Pinned notes first on the first page, then newest first; `next` goes into `after`.
            as_of (datetime.datetime):
     """

    id: int
    external_id: str
    name: str
    avatar: str
    platform: str
    company: str
    phones: list[str]
    state: str
    remark: str
    added_at: datetime.datetime
    channel: ChannelRef | None
    first_added_at: datetime.datetime | None
    marketing_refused_at: datetime.datetime | None
    stage: None | str
    stages: list[StageRead]
    last_active_at: datetime.datetime | None
    silent_since: datetime.datetime | None
    owners: list[OwnerRead]
    tags: list[OwnTagRead]
    tasks: list[TaskRead]
    fields: list[FieldCell]
    notes: NotePage
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        from ..models.field_cell import FieldCell # noqa: PLC0415
        from ..models.note_page import NotePage # noqa: PLC0415
        from ..models.own_tag_read import OwnTagRead # noqa: PLC0415
        from ..models.owner_read import OwnerRead # noqa: PLC0415
        from ..models.stage_read import StageRead # noqa: PLC0415
        from ..models.task_read import TaskRead # noqa: PLC0415
        id = self.id

        external_id = self.external_id

        name = self.name

        avatar = self.avatar

        platform = self.platform

        company = self.company

        phones = self.phones



        state = self.state

        remark = self.remark

        added_at = self.added_at.isoformat()

        channel: dict[str, Any] | None
        if isinstance(self.channel, ChannelRef):
            channel = self.channel.to_dict()
        else:
            channel = self.channel

        first_added_at: None | str
        if isinstance(self.first_added_at, datetime.datetime):
            first_added_at = self.first_added_at.isoformat()
        else:
            first_added_at = self.first_added_at

        marketing_refused_at: None | str
        if isinstance(self.marketing_refused_at, datetime.datetime):
            marketing_refused_at = self.marketing_refused_at.isoformat()
        else:
            marketing_refused_at = self.marketing_refused_at

        stage: None | str
        stage = self.stage

        stages = []
        for stages_item_data in self.stages:
            stages_item = stages_item_data.to_dict()
            stages.append(stages_item)



        last_active_at: None | str
        if isinstance(self.last_active_at, datetime.datetime):
            last_active_at = self.last_active_at.isoformat()
        else:
            last_active_at = self.last_active_at

        silent_since: None | str
        if isinstance(self.silent_since, datetime.datetime):
            silent_since = self.silent_since.isoformat()
        else:
            silent_since = self.silent_since

        owners = []
        for owners_item_data in self.owners:
            owners_item = owners_item_data.to_dict()
            owners.append(owners_item)



        tags = []
        for tags_item_data in self.tags:
            tags_item = tags_item_data.to_dict()
            tags.append(tags_item)



        tasks = []
        for tasks_item_data in self.tasks:
            tasks_item = tasks_item_data.to_dict()
            tasks.append(tasks_item)



        fields = []
        for fields_item_data in self.fields:
            fields_item = fields_item_data.to_dict()
            fields.append(fields_item)



        notes = self.notes.to_dict()

        as_of = self.as_of.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "external_id": external_id,
            "name": name,
            "avatar": avatar,
            "platform": platform,
            "company": company,
            "phones": phones,
            "state": state,
            "remark": remark,
            "added_at": added_at,
            "channel": channel,
            "first_added_at": first_added_at,
            "marketing_refused_at": marketing_refused_at,
            "stage": stage,
            "stages": stages,
            "last_active_at": last_active_at,
            "silent_since": silent_since,
            "owners": owners,
            "tags": tags,
            "tasks": tasks,
            "fields": fields,
            "notes": notes,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        from ..models.field_cell import FieldCell # noqa: PLC0415
        from ..models.note_page import NotePage # noqa: PLC0415
        from ..models.own_tag_read import OwnTagRead # noqa: PLC0415
        from ..models.owner_read import OwnerRead # noqa: PLC0415
        from ..models.stage_read import StageRead # noqa: PLC0415
        from ..models.task_read import TaskRead # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        external_id = d.pop("external_id")

        name = d.pop("name")

        avatar = d.pop("avatar")

        platform = d.pop("platform")

        company = d.pop("company")

        phones = cast(list[str], d.pop("phones"))


        state = d.pop("state")

        remark = d.pop("remark")

        added_at = datetime.datetime.fromisoformat(d.pop("added_at"))




        def _parse_channel(data: object) -> ChannelRef | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                channel_type_0 = ChannelRef.from_dict(data)



                return channel_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChannelRef | None, data)

        channel = _parse_channel(d.pop("channel"))


        def _parse_first_added_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_added_at_type_0 = datetime.datetime.fromisoformat(data)



                return first_added_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        first_added_at = _parse_first_added_at(d.pop("first_added_at"))


        def _parse_marketing_refused_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                marketing_refused_at_type_0 = datetime.datetime.fromisoformat(data)



                return marketing_refused_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        marketing_refused_at = _parse_marketing_refused_at(d.pop("marketing_refused_at"))


        def _parse_stage(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        stage = _parse_stage(d.pop("stage"))


        stages = []
        _stages = d.pop("stages")
        for stages_item_data in (_stages):
            stages_item = StageRead.from_dict(stages_item_data)



            stages.append(stages_item)


        def _parse_last_active_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_active_at_type_0 = datetime.datetime.fromisoformat(data)



                return last_active_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_active_at = _parse_last_active_at(d.pop("last_active_at"))


        def _parse_silent_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                silent_since_type_0 = datetime.datetime.fromisoformat(data)



                return silent_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        silent_since = _parse_silent_since(d.pop("silent_since"))


        owners = []
        _owners = d.pop("owners")
        for owners_item_data in (_owners):
            owners_item = OwnerRead.from_dict(owners_item_data)



            owners.append(owners_item)


        tags = []
        _tags = d.pop("tags")
        for tags_item_data in (_tags):
            tags_item = OwnTagRead.from_dict(tags_item_data)



            tags.append(tags_item)


        tasks = []
        _tasks = d.pop("tasks")
        for tasks_item_data in (_tasks):
            tasks_item = TaskRead.from_dict(tasks_item_data)



            tasks.append(tasks_item)


        fields = []
        _fields = d.pop("fields")
        for fields_item_data in (_fields):
            fields_item = FieldCell.from_dict(fields_item_data)



            fields.append(fields_item)


        notes = NotePage.from_dict(d.pop("notes"))




        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        own_customer_read = cls(
            id=id,
            external_id=external_id,
            name=name,
            avatar=avatar,
            platform=platform,
            company=company,
            phones=phones,
            state=state,
            remark=remark,
            added_at=added_at,
            channel=channel,
            first_added_at=first_added_at,
            marketing_refused_at=marketing_refused_at,
            stage=stage,
            stages=stages,
            last_active_at=last_active_at,
            silent_since=silent_since,
            owners=owners,
            tags=tags,
            tasks=tasks,
            fields=fields,
            notes=notes,
            as_of=as_of,
        )


        own_customer_read.additional_properties = d
        return own_customer_read

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
