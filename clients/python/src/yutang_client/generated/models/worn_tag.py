from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.worn_tag_kind import WornTagKind
from typing import cast
import datetime






T = TypeVar("T", bound="WornTag")



@_attrs_define
class WornTag:
    """ A tag that a person wears: one of ours, or WeCom's on at least one living relation.

        Attributes:
            kind (WornTagKind):
            id (int):
            name (str):
            group_id (int):
            group (str):
            by (str):
            at (datetime.datetime):
            why (None | str):
            staff_ids (list[int]):
            mirrored (bool):
     """

    kind: WornTagKind
    id: int
    name: str
    group_id: int
    group: str
    by: str
    at: datetime.datetime
    why: None | str
    staff_ids: list[int]
    mirrored: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        id = self.id

        name = self.name

        group_id = self.group_id

        group = self.group

        by = self.by

        at = self.at.isoformat()

        why: None | str
        why = self.why

        staff_ids = self.staff_ids



        mirrored = self.mirrored


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "kind": kind,
            "id": id,
            "name": name,
            "group_id": group_id,
            "group": group,
            "by": by,
            "at": at,
            "why": why,
            "staff_ids": staff_ids,
            "mirrored": mirrored,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = WornTagKind(d.pop("kind"))




        id = d.pop("id")

        name = d.pop("name")

        group_id = d.pop("group_id")

        group = d.pop("group")

        by = d.pop("by")

        at = datetime.datetime.fromisoformat(d.pop("at"))




        def _parse_why(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        why = _parse_why(d.pop("why"))


        staff_ids = cast(list[int], d.pop("staff_ids"))


        mirrored = d.pop("mirrored")

        worn_tag = cls(
            kind=kind,
            id=id,
            name=name,
            group_id=group_id,
            group=group,
            by=by,
            at=at,
            why=why,
            staff_ids=staff_ids,
            mirrored=mirrored,
        )


        worn_tag.additional_properties = d
        return worn_tag

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
