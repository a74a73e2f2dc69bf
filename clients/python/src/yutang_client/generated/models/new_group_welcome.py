from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.file_part import FilePart
  from ..models.image_part import ImagePart
  from ..models.link_part import LinkPart
  from ..models.mini_program_part import MiniProgramPart
  from ..models.reach import Reach
  from ..models.video_part import VideoPart





T = TypeVar("T", bound="NewGroupWelcome")



@_attrs_define
class NewGroupWelcome:
    """ A welcome for groups: `%NICKNAME%` in the text becomes the name of who joins.

        Attributes:
            name (str):
            reach (Reach): Which groups: all, all of owners, kinds or tiers, or picked ones; the list of `by` counts.
            text (str | Unset):  Default: ''.
            attachment (FilePart | ImagePart | LinkPart | MiniProgramPart | None | Unset | VideoPart):
     """

    name: str
    reach: Reach
    text: str | Unset = ''
    attachment: FilePart | ImagePart | LinkPart | MiniProgramPart | None | Unset | VideoPart = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.file_part import FilePart # noqa: PLC0415
        from ..models.image_part import ImagePart # noqa: PLC0415
        from ..models.link_part import LinkPart # noqa: PLC0415
        from ..models.mini_program_part import MiniProgramPart # noqa: PLC0415
        from ..models.reach import Reach # noqa: PLC0415
        from ..models.video_part import VideoPart # noqa: PLC0415
        name = self.name

        reach = self.reach.to_dict()

        text = self.text

        attachment: dict[str, Any] | None | Unset
        if isinstance(self.attachment, Unset):
            attachment = UNSET
        elif isinstance(self.attachment, ImagePart):
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


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
            "reach": reach,
        })
        if text is not UNSET:
            field_dict["text"] = text
        if attachment is not UNSET:
            field_dict["attachment"] = attachment

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.file_part import FilePart # noqa: PLC0415
        from ..models.image_part import ImagePart # noqa: PLC0415
        from ..models.link_part import LinkPart # noqa: PLC0415
        from ..models.mini_program_part import MiniProgramPart # noqa: PLC0415
        from ..models.reach import Reach # noqa: PLC0415
        from ..models.video_part import VideoPart # noqa: PLC0415
        d = dict(src_dict)
        name = d.pop("name")

        reach = Reach.from_dict(d.pop("reach"))




        text = d.pop("text", UNSET)

        def _parse_attachment(data: object) -> FilePart | ImagePart | LinkPart | MiniProgramPart | None | Unset | VideoPart:
            if data is None:
                return data
            if isinstance(data, Unset):
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
            return cast(FilePart | ImagePart | LinkPart | MiniProgramPart | None | Unset | VideoPart, data)

        attachment = _parse_attachment(d.pop("attachment", UNSET))


        new_group_welcome = cls(
            name=name,
            reach=reach,
            text=text,
            attachment=attachment,
        )


        new_group_welcome.additional_properties = d
        return new_group_welcome

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
