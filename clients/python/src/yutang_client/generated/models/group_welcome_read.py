from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.group_welcome_read_problem_type_0 import GroupWelcomeReadProblemType0
from ..models.group_welcome_read_status import GroupWelcomeReadStatus
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.file_part import FilePart
  from ..models.image_part import ImagePart
  from ..models.link_part import LinkPart
  from ..models.mini_program_part import MiniProgramPart
  from ..models.reach_named import ReachNamed
  from ..models.video_part import VideoPart





T = TypeVar("T", bound="GroupWelcomeRead")



@_attrs_define
class GroupWelcomeRead:
    """ A welcome, and how many owners chose it, says their task.

        Attributes:
            id (int):
            name (str):
            text (str):
            attachment (FilePart | ImagePart | LinkPart | MiniProgramPart | None | VideoPart):
            file_name (None | str):
            reach (ReachNamed): The same with names, as far as you may see them.
            status (GroupWelcomeReadStatus):
            problem (GroupWelcomeReadProblemType0 | None):
            said (str):
            template_id (None | str):
            groups (int):
            owners (int):
            ownerless (int):
            contested (int):
            applied (int):
            waiting (int):
            dropped (int):
            not_asked (int):
            version (int):
            created_at (datetime.datetime):
            changed_at (datetime.datetime):
            checked_at (datetime.datetime | None):
     """

    id: int
    name: str
    text: str
    attachment: FilePart | ImagePart | LinkPart | MiniProgramPart | None | VideoPart
    file_name: None | str
    reach: ReachNamed
    status: GroupWelcomeReadStatus
    problem: GroupWelcomeReadProblemType0 | None
    said: str
    template_id: None | str
    groups: int
    owners: int
    ownerless: int
    contested: int
    applied: int
    waiting: int
    dropped: int
    not_asked: int
    version: int
    created_at: datetime.datetime
    changed_at: datetime.datetime
    checked_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.file_part import FilePart # noqa: PLC0415
        from ..models.image_part import ImagePart # noqa: PLC0415
        from ..models.link_part import LinkPart # noqa: PLC0415
        from ..models.mini_program_part import MiniProgramPart # noqa: PLC0415
        from ..models.reach_named import ReachNamed # noqa: PLC0415
        from ..models.video_part import VideoPart # noqa: PLC0415
        id = self.id

        name = self.name

        text = self.text

        attachment: dict[str, Any] | None
        if isinstance(self.attachment, ImagePart):
            attachment = self.attachment.to_dict()
        elif isinstance(self.attachment, LinkPart):
            attachment = self.attachment.to_dict()
        elif isinstance(self.attachment, MiniProgramPart):
            attachment = self.attachment.to_dict()
        elif isinstance(self.attachment, FilePart):
            attachment = self.attachment.to_dict()
        elif isinstance(self.attachment, VideoPart):
            attachment = self.attachment.to_dict()
        else:
            attachment = self.attachment

        file_name: None | str
        file_name = self.file_name

        reach = self.reach.to_dict()

        status = self.status.value

        problem: None | str
        if isinstance(self.problem, GroupWelcomeReadProblemType0):
            problem = self.problem.value
        else:
            problem = self.problem

        said = self.said

        template_id: None | str
        template_id = self.template_id

        groups = self.groups

        owners = self.owners

        ownerless = self.ownerless

        contested = self.contested

        applied = self.applied

        waiting = self.waiting

        dropped = self.dropped

        not_asked = self.not_asked

        version = self.version

        created_at = self.created_at.isoformat()

        changed_at = self.changed_at.isoformat()

        checked_at: None | str
        if isinstance(self.checked_at, datetime.datetime):
            checked_at = self.checked_at.isoformat()
        else:
            checked_at = self.checked_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "text": text,
            "attachment": attachment,
            "file_name": file_name,
            "reach": reach,
            "status": status,
            "problem": problem,
            "said": said,
            "template_id": template_id,
            "groups": groups,
            "owners": owners,
            "ownerless": ownerless,
            "contested": contested,
            "applied": applied,
            "waiting": waiting,
            "dropped": dropped,
            "not_asked": not_asked,
            "version": version,
            "created_at": created_at,
            "changed_at": changed_at,
            "checked_at": checked_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.file_part import FilePart # noqa: PLC0415
        from ..models.image_part import ImagePart # noqa: PLC0415
        from ..models.link_part import LinkPart # noqa: PLC0415
        from ..models.mini_program_part import MiniProgramPart # noqa: PLC0415
        from ..models.reach_named import ReachNamed # noqa: PLC0415
        from ..models.video_part import VideoPart # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        text = d.pop("text")

        def _parse_attachment(data: object) -> FilePart | ImagePart | LinkPart | MiniProgramPart | None | VideoPart:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                attachment_type_0_type_0 = ImagePart.from_dict(data)



                return attachment_type_0_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                attachment_type_0_type_1 = LinkPart.from_dict(data)



                return attachment_type_0_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                attachment_type_0_type_2 = MiniProgramPart.from_dict(data)



                return attachment_type_0_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                attachment_type_0_type_3 = FilePart.from_dict(data)



                return attachment_type_0_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                attachment_type_0_type_4 = VideoPart.from_dict(data)



                return attachment_type_0_type_4
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FilePart | ImagePart | LinkPart | MiniProgramPart | None | VideoPart, data)

        attachment = _parse_attachment(d.pop("attachment"))


        def _parse_file_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        file_name = _parse_file_name(d.pop("file_name"))


        reach = ReachNamed.from_dict(d.pop("reach"))




        status = GroupWelcomeReadStatus(d.pop("status"))




        def _parse_problem(data: object) -> GroupWelcomeReadProblemType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                problem_type_0 = GroupWelcomeReadProblemType0(data)



                return problem_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupWelcomeReadProblemType0 | None, data)

        problem = _parse_problem(d.pop("problem"))


        said = d.pop("said")

        def _parse_template_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        template_id = _parse_template_id(d.pop("template_id"))


        groups = d.pop("groups")

        owners = d.pop("owners")

        ownerless = d.pop("ownerless")

        contested = d.pop("contested")

        applied = d.pop("applied")

        waiting = d.pop("waiting")

        dropped = d.pop("dropped")

        not_asked = d.pop("not_asked")

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        changed_at = datetime.datetime.fromisoformat(d.pop("changed_at"))




        def _parse_checked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                checked_at_type_0 = datetime.datetime.fromisoformat(data)



                return checked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        checked_at = _parse_checked_at(d.pop("checked_at"))


        group_welcome_read = cls(
            id=id,
            name=name,
            text=text,
            attachment=attachment,
            file_name=file_name,
            reach=reach,
            status=status,
            problem=problem,
            said=said,
            template_id=template_id,
            groups=groups,
            owners=owners,
            ownerless=ownerless,
            contested=contested,
            applied=applied,
            waiting=waiting,
            dropped=dropped,
            not_asked=not_asked,
            version=version,
            created_at=created_at,
            changed_at=changed_at,
            checked_at=checked_at,
        )


        group_welcome_read.additional_properties = d
        return group_welcome_read

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
