from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.covered_link_part import CoveredLinkPart
  from ..models.file_part import FilePart
  from ..models.image_part import ImagePart
  from ..models.mini_program_part import MiniProgramPart
  from ..models.video_part import VideoPart
  from ..models.welcome_fallbacks import WelcomeFallbacks





T = TypeVar("T", bound="WelcomeText")



@_attrs_define
class WelcomeText:
    """ What a new friend gets.

    `{name}` stands for his name, `{staff}` for the member's, `{store}` for the member's store,
    `{channel}` for the name of the code he came through, `{refuse_link}` for his own address
    under which he refuses marketing. `text_nameless` is sent where his name cannot be known in
    time; it is needed when `text` holds `{name}`. The other three need their fallback.

        Attributes:
            text (str | Unset):  Default: ''.
            text_nameless (str | Unset):  Default: ''.
            fallbacks (WelcomeFallbacks | Unset): What stands for a place where there is nothing: a code without a name,
                say.
            attachments (list[CoveredLinkPart | FilePart | ImagePart | MiniProgramPart | VideoPart] | Unset):
     """

    text: str | Unset = ''
    text_nameless: str | Unset = ''
    fallbacks: WelcomeFallbacks | Unset = UNSET
    attachments: list[CoveredLinkPart | FilePart | ImagePart | MiniProgramPart | VideoPart] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.covered_link_part import CoveredLinkPart # noqa: PLC0415
        from ..models.file_part import FilePart # noqa: PLC0415
        from ..models.image_part import ImagePart # noqa: PLC0415
        from ..models.mini_program_part import MiniProgramPart # noqa: PLC0415
        from ..models.video_part import VideoPart # noqa: PLC0415
        from ..models.welcome_fallbacks import WelcomeFallbacks # noqa: PLC0415
        text = self.text

        text_nameless = self.text_nameless

        fallbacks: dict[str, Any] | Unset = UNSET
        if not isinstance(self.fallbacks, Unset):
            fallbacks = self.fallbacks.to_dict()

        attachments: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.attachments, Unset):
            attachments = []
            for attachments_item_data in self.attachments:
                attachments_item: dict[str, Any]
                if isinstance(attachments_item_data, ImagePart):
                    attachments_item = attachments_item_data.to_dict()
                elif isinstance(attachments_item_data, CoveredLinkPart):
                    attachments_item = attachments_item_data.to_dict()
                elif isinstance(attachments_item_data, MiniProgramPart):
                    attachments_item = attachments_item_data.to_dict()
                elif isinstance(attachments_item_data, VideoPart):
                    attachments_item = attachments_item_data.to_dict()
                else:
                    attachments_item = attachments_item_data.to_dict()

                attachments.append(attachments_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if text is not UNSET:
            field_dict["text"] = text
        if text_nameless is not UNSET:
            field_dict["text_nameless"] = text_nameless
        if fallbacks is not UNSET:
            field_dict["fallbacks"] = fallbacks
        if attachments is not UNSET:
            field_dict["attachments"] = attachments

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.covered_link_part import CoveredLinkPart # noqa: PLC0415
        from ..models.file_part import FilePart # noqa: PLC0415
        from ..models.image_part import ImagePart # noqa: PLC0415
        from ..models.mini_program_part import MiniProgramPart # noqa: PLC0415
        from ..models.video_part import VideoPart # noqa: PLC0415
        from ..models.welcome_fallbacks import WelcomeFallbacks # noqa: PLC0415
        d = dict(src_dict)
        text = d.pop("text", UNSET)

        text_nameless = d.pop("text_nameless", UNSET)

        _fallbacks = d.pop("fallbacks", UNSET)
        fallbacks: WelcomeFallbacks | Unset
        if isinstance(_fallbacks,  Unset):
            fallbacks = UNSET
        else:
            fallbacks = WelcomeFallbacks.from_dict(_fallbacks)




        _attachments = d.pop("attachments", UNSET)
        attachments: list[CoveredLinkPart | FilePart | ImagePart | MiniProgramPart | VideoPart] | Unset = UNSET
        if _attachments is not UNSET:
            attachments = []
            for attachments_item_data in _attachments:
                def _parse_attachments_item(data: object) -> CoveredLinkPart | FilePart | ImagePart | MiniProgramPart | VideoPart:
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        attachments_item_type_0 = ImagePart.from_dict(data)



                        return attachments_item_type_0
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        attachments_item_type_1 = CoveredLinkPart.from_dict(data)



                        return attachments_item_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        attachments_item_type_2 = MiniProgramPart.from_dict(data)



                        return attachments_item_type_2
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        attachments_item_type_3 = VideoPart.from_dict(data)



                        return attachments_item_type_3
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    if not isinstance(data, dict):
                        raise TypeError()
                    attachments_item_type_4 = FilePart.from_dict(data)



                    return attachments_item_type_4

                attachments_item = _parse_attachments_item(attachments_item_data)

                attachments.append(attachments_item)


        welcome_text = cls(
            text=text,
            text_nameless=text_nameless,
            fallbacks=fallbacks,
            attachments=attachments,
        )


        welcome_text.additional_properties = d
        return welcome_text

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
