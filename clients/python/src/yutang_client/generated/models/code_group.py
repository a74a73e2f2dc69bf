from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.code_group_standing import CodeGroupStanding
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="CodeGroup")



@_attrs_define
class CodeGroup:
    """ A group of a queue; its name is null where the caller does not see it.

        Attributes:
            id (int):
            name (None | str):
            owner (None | StaffRef):
            standing (CodeGroupStanding):
            scanned (int):
            present (int):
            in_way (bool):
            full_at (datetime.datetime | None):
            added_at (datetime.datetime):
     """

    id: int
    name: None | str
    owner: None | StaffRef
    standing: CodeGroupStanding
    scanned: int
    present: int
    in_way: bool
    full_at: datetime.datetime | None
    added_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        id = self.id

        name: None | str
        name = self.name

        owner: dict[str, Any] | None
        if isinstance(self.owner, StaffRef):
            owner = self.owner.to_dict()
        else:
            owner = self.owner

        standing = self.standing.value

        scanned = self.scanned

        present = self.present

        in_way = self.in_way

        full_at: None | str
        if isinstance(self.full_at, datetime.datetime):
            full_at = self.full_at.isoformat()
        else:
            full_at = self.full_at

        added_at = self.added_at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "owner": owner,
            "standing": standing,
            "scanned": scanned,
            "present": present,
            "in_way": in_way,
            "full_at": full_at,
            "added_at": added_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))


        def _parse_owner(data: object) -> None | StaffRef:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                owner_type_0 = StaffRef.from_dict(data)



                return owner_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StaffRef, data)

        owner = _parse_owner(d.pop("owner"))


        standing = CodeGroupStanding(d.pop("standing"))




        scanned = d.pop("scanned")

        present = d.pop("present")

        in_way = d.pop("in_way")

        def _parse_full_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                full_at_type_0 = datetime.datetime.fromisoformat(data)



                return full_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        full_at = _parse_full_at(d.pop("full_at"))


        added_at = datetime.datetime.fromisoformat(d.pop("added_at"))




        code_group = cls(
            id=id,
            name=name,
            owner=owner,
            standing=standing,
            scanned=scanned,
            present=present,
            in_way=in_way,
            full_at=full_at,
            added_at=added_at,
        )


        code_group.additional_properties = d
        return code_group

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
