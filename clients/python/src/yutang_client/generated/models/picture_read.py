from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.picture_read_state import PictureReadState
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.current_group import CurrentGroup





T = TypeVar("T", bound="PictureRead")



@_attrs_define
class PictureRead:
    """ An uploaded picture; `current` is the one that a visitor sees when no group is open.

        Attributes:
            id (int):
            group (CurrentGroup | None):
            most (int | None):
            joined (int):
            shown (int):
            expires_at (datetime.datetime):
            state (PictureReadState):
            created_at (datetime.datetime):
     """

    id: int
    group: CurrentGroup | None
    most: int | None
    joined: int
    shown: int
    expires_at: datetime.datetime
    state: PictureReadState
    created_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.current_group import CurrentGroup # noqa: PLC0415
        id = self.id

        group: dict[str, Any] | None
        if isinstance(self.group, CurrentGroup):
            group = self.group.to_dict()
        else:
            group = self.group

        most: int | None
        most = self.most

        joined = self.joined

        shown = self.shown

        expires_at = self.expires_at.isoformat()

        state = self.state.value

        created_at = self.created_at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "group": group,
            "most": most,
            "joined": joined,
            "shown": shown,
            "expires_at": expires_at,
            "state": state,
            "created_at": created_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.current_group import CurrentGroup # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        def _parse_group(data: object) -> CurrentGroup | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                group_type_0 = CurrentGroup.from_dict(data)



                return group_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CurrentGroup | None, data)

        group = _parse_group(d.pop("group"))


        def _parse_most(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        most = _parse_most(d.pop("most"))


        joined = d.pop("joined")

        shown = d.pop("shown")

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))




        state = PictureReadState(d.pop("state"))




        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        picture_read = cls(
            id=id,
            group=group,
            most=most,
            joined=joined,
            shown=shown,
            expires_at=expires_at,
            state=state,
            created_at=created_at,
        )


        picture_read.additional_properties = d
        return picture_read

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
