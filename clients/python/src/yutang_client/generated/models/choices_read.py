from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.mail_read import MailRead
  from ..models.notice_kind_read import NoticeKindRead





T = TypeVar("T", bound="ChoicesRead")



@_attrs_define
class ChoicesRead:
    """ Where each kind goes for the one who asks.

    Without a member of WeCom he is reached in the product only.

        Attributes:
            kinds (list[NoticeKindRead]):
            has_member (bool):
            mail (MailRead): Where one's mail goes. An address gets nothing before it was confirmed.
     """

    kinds: list[NoticeKindRead]
    has_member: bool
    mail: MailRead
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.mail_read import MailRead # noqa: PLC0415
        from ..models.notice_kind_read import NoticeKindRead # noqa: PLC0415
        kinds = []
        for kinds_item_data in self.kinds:
            kinds_item = kinds_item_data.to_dict()
            kinds.append(kinds_item)



        has_member = self.has_member

        mail = self.mail.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "kinds": kinds,
            "has_member": has_member,
            "mail": mail,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.mail_read import MailRead # noqa: PLC0415
        from ..models.notice_kind_read import NoticeKindRead # noqa: PLC0415
        d = dict(src_dict)
        kinds = []
        _kinds = d.pop("kinds")
        for kinds_item_data in (_kinds):
            kinds_item = NoticeKindRead.from_dict(kinds_item_data)



            kinds.append(kinds_item)


        has_member = d.pop("has_member")

        mail = MailRead.from_dict(d.pop("mail"))




        choices_read = cls(
            kinds=kinds,
            has_member=has_member,
            mail=mail,
        )


        choices_read.additional_properties = d
        return choices_read

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
