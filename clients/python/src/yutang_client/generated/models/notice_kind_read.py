from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.notice_kind_read_door import NoticeKindReadDoor
from ..models.notice_kind_read_own_type_0 import NoticeKindReadOwnType0
from typing import cast

if TYPE_CHECKING:
  from ..models.text_read import TextRead





T = TypeVar("T", bound="NoticeKindRead")



@_attrs_define
class NoticeKindRead:
    """ A kind with where it goes: by the corp's rule, by one's own choice (null: the rule).

    `mail`: by mail, too.

        Attributes:
            kind (str):
            title (TextRead): Chinese and English.
            door (NoticeKindReadDoor):
            own (None | NoticeKindReadOwnType0):
            mail (bool):
     """

    kind: str
    title: TextRead
    door: NoticeKindReadDoor
    own: None | NoticeKindReadOwnType0
    mail: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.text_read import TextRead # noqa: PLC0415
        kind = self.kind

        title = self.title.to_dict()

        door = self.door.value

        own: None | str
        if isinstance(self.own, NoticeKindReadOwnType0):
            own = self.own.value
        else:
            own = self.own

        mail = self.mail


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "kind": kind,
            "title": title,
            "door": door,
            "own": own,
            "mail": mail,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.text_read import TextRead # noqa: PLC0415
        d = dict(src_dict)
        kind = d.pop("kind")

        title = TextRead.from_dict(d.pop("title"))




        door = NoticeKindReadDoor(d.pop("door"))




        def _parse_own(data: object) -> None | NoticeKindReadOwnType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                own_type_0 = NoticeKindReadOwnType0(data)



                return own_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | NoticeKindReadOwnType0, data)

        own = _parse_own(d.pop("own"))


        mail = d.pop("mail")

        notice_kind_read = cls(
            kind=kind,
            title=title,
            door=door,
            own=own,
            mail=mail,
        )


        notice_kind_read.additional_properties = d
        return notice_kind_read

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
