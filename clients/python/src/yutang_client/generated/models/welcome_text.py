from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.image_part import ImagePart
  from ..models.link_part import LinkPart





T = TypeVar("T", bound="WelcomeText")



@_attrs_define
class WelcomeText:
    """ What a new friend gets.

    `{name}` stands for his name, `{refuse_link}` for his own address under which he refuses
    marketing. `text_nameless` is sent where the name cannot be known in time; it is needed when
    `text` holds `{name}`.

        Attributes:
            text (str | Unset):  Default: ''.
            text_nameless (str | Unset):  Default: ''.
            attachments (list[ImagePart | LinkPart] | Unset):
     """

    text: str | Unset = ''
    text_nameless: str | Unset = ''
    attachments: list[ImagePart | LinkPart] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.image_part import ImagePart # noqa: PLC0415
        from ..models.link_part import LinkPart # noqa: PLC0415
        text = self.text

        text_nameless = self.text_nameless

        attachments: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.attachments, Unset):
            attachments = []
            for attachments_item_data in self.attachments:
                attachments_item: dict[str, Any]
                if isinstance(attachments_item_data, ImagePart):
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
        if attachments is not UNSET:
            field_dict["attachments"] = attachments

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.image_part import ImagePart # noqa: PLC0415
        from ..models.link_part import LinkPart # noqa: PLC0415
        d = dict(src_dict)
        text = d.pop("text", UNSET)

        text_nameless = d.pop("text_nameless", UNSET)

        _attachments = d.pop("attachments", UNSET)
        attachments: list[ImagePart | LinkPart] | Unset = UNSET
        if _attachments is not UNSET:
            attachments = []
            for attachments_item_data in _attachments:
                def _parse_attachments_item(data: object) -> ImagePart | LinkPart:
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        attachments_item_type_0 = ImagePart.from_dict(data)



                        return attachments_item_type_0
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    if not isinstance(data, dict):
                        raise TypeError()
                    attachments_item_type_1 = LinkPart.from_dict(data)



                    return attachments_item_type_1

                attachments_item = _parse_attachments_item(attachments_item_data)

                attachments.append(attachments_item)


        welcome_text = cls(
            text=text,
            text_nameless=text_nameless,
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
