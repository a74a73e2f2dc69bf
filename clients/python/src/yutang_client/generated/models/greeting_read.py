from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.greeting_read_reach import GreetingReadReach
from ..models.greeting_read_standing import GreetingReadStanding
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.department_ref import DepartmentRef
  from ..models.greeting_channel import GreetingChannel
  from ..models.greeting_file import GreetingFile
  from ..models.greeting_hours import GreetingHours
  from ..models.welcome_text import WelcomeText





T = TypeVar("T", bound="GreetingRead")



@_attrs_define
class GreetingRead:
    """ A welcome, and which others stand before it.

        Attributes:
            id (int):
            reach (GreetingReadReach):
            department (DepartmentRef | None):
            channel (GreetingChannel | None):
            standing (GreetingReadStanding):
            hours (GreetingHours | None):
            content (WelcomeText): What a new friend gets.

                `{name}` stands for his name, `{staff}` for the member's, `{store}` for the member's store,
                `{channel}` for the name of the code he came through, `{refuse_link}` for his own address
                under which he refuses marketing. `text_nameless` is sent where his name cannot be known in
                time; it is needed when `text` holds `{name}`. The other three need their fallback.
            files (list[GreetingFile]):
            is_covered (bool):
            channels_before (int):
            departments_before (int):
            version (int):
            changed_by (str):
            changed_at (datetime.datetime):
     """

    id: int
    reach: GreetingReadReach
    department: DepartmentRef | None
    channel: GreetingChannel | None
    standing: GreetingReadStanding
    hours: GreetingHours | None
    content: WelcomeText
    files: list[GreetingFile]
    is_covered: bool
    channels_before: int
    departments_before: int
    version: int
    changed_by: str
    changed_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.department_ref import DepartmentRef # noqa: PLC0415
        from ..models.greeting_channel import GreetingChannel # noqa: PLC0415
        from ..models.greeting_file import GreetingFile # noqa: PLC0415
        from ..models.greeting_hours import GreetingHours # noqa: PLC0415
        from ..models.welcome_text import WelcomeText # noqa: PLC0415
        id = self.id

        reach = self.reach.value

        department: dict[str, Any] | None
        if isinstance(self.department, DepartmentRef):
            department = self.department.to_dict()
        else:
            department = self.department

        channel: dict[str, Any] | None
        if isinstance(self.channel, GreetingChannel):
            channel = self.channel.to_dict()
        else:
            channel = self.channel

        standing = self.standing.value

        hours: dict[str, Any] | None
        if isinstance(self.hours, GreetingHours):
            hours = self.hours.to_dict()
        else:
            hours = self.hours

        content = self.content.to_dict()

        files = []
        for files_item_data in self.files:
            files_item = files_item_data.to_dict()
            files.append(files_item)



        is_covered = self.is_covered

        channels_before = self.channels_before

        departments_before = self.departments_before

        version = self.version

        changed_by = self.changed_by

        changed_at = self.changed_at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "reach": reach,
            "department": department,
            "channel": channel,
            "standing": standing,
            "hours": hours,
            "content": content,
            "files": files,
            "is_covered": is_covered,
            "channels_before": channels_before,
            "departments_before": departments_before,
            "version": version,
            "changed_by": changed_by,
            "changed_at": changed_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.department_ref import DepartmentRef # noqa: PLC0415
        from ..models.greeting_channel import GreetingChannel # noqa: PLC0415
        from ..models.greeting_file import GreetingFile # noqa: PLC0415
        from ..models.greeting_hours import GreetingHours # noqa: PLC0415
        from ..models.welcome_text import WelcomeText # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        reach = GreetingReadReach(d.pop("reach"))




        def _parse_department(data: object) -> DepartmentRef | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                department_type_0 = DepartmentRef.from_dict(data)



                return department_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DepartmentRef | None, data)

        department = _parse_department(d.pop("department"))


        def _parse_channel(data: object) -> GreetingChannel | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                channel_type_0 = GreetingChannel.from_dict(data)



                return channel_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GreetingChannel | None, data)

        channel = _parse_channel(d.pop("channel"))


        standing = GreetingReadStanding(d.pop("standing"))




        def _parse_hours(data: object) -> GreetingHours | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                hours_type_0 = GreetingHours.from_dict(data)



                return hours_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GreetingHours | None, data)

        hours = _parse_hours(d.pop("hours"))


        content = WelcomeText.from_dict(d.pop("content"))




        files = []
        _files = d.pop("files")
        for files_item_data in (_files):
            files_item = GreetingFile.from_dict(files_item_data)



            files.append(files_item)


        is_covered = d.pop("is_covered")

        channels_before = d.pop("channels_before")

        departments_before = d.pop("departments_before")

        version = d.pop("version")

        changed_by = d.pop("changed_by")

        changed_at = datetime.datetime.fromisoformat(d.pop("changed_at"))




        greeting_read = cls(
            id=id,
            reach=reach,
            department=department,
            channel=channel,
            standing=standing,
            hours=hours,
            content=content,
            files=files,
            is_covered=is_covered,
            channels_before=channels_before,
            departments_before=departments_before,
            version=version,
            changed_by=changed_by,
            changed_at=changed_at,
        )


        greeting_read.additional_properties = d
        return greeting_read

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
