from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.merge_read_moved import MergeReadMoved





T = TypeVar("T", bound="MergeRead")



@_attrs_define
class MergeRead:
    """ Somebody who became a part of this person.

        Attributes:
            id (int):
            from_id (int):
            into_id (int):
            at (datetime.datetime):
            by (str):
            why (str):
            undone_at (datetime.datetime | None):
            undone_by (None | str):
            moved (MergeReadMoved):
            by_name (None | str | Unset):
     """

    id: int
    from_id: int
    into_id: int
    at: datetime.datetime
    by: str
    why: str
    undone_at: datetime.datetime | None
    undone_by: None | str
    moved: MergeReadMoved
    by_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.merge_read_moved import MergeReadMoved # noqa: PLC0415
        id = self.id

        from_id = self.from_id

        into_id = self.into_id

        at = self.at.isoformat()

        by = self.by

        why = self.why

        undone_at: None | str
        if isinstance(self.undone_at, datetime.datetime):
            undone_at = self.undone_at.isoformat()
        else:
            undone_at = self.undone_at

        undone_by: None | str
        undone_by = self.undone_by

        moved = self.moved.to_dict()

        by_name: None | str | Unset
        if isinstance(self.by_name, Unset):
            by_name = UNSET
        else:
            by_name = self.by_name


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "from_id": from_id,
            "into_id": into_id,
            "at": at,
            "by": by,
            "why": why,
            "undone_at": undone_at,
            "undone_by": undone_by,
            "moved": moved,
        })
        if by_name is not UNSET:
            field_dict["by_name"] = by_name

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.merge_read_moved import MergeReadMoved # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        from_id = d.pop("from_id")

        into_id = d.pop("into_id")

        at = datetime.datetime.fromisoformat(d.pop("at"))




        by = d.pop("by")

        why = d.pop("why")

        def _parse_undone_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                undone_at_type_0 = datetime.datetime.fromisoformat(data)



                return undone_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        undone_at = _parse_undone_at(d.pop("undone_at"))


        def _parse_undone_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        undone_by = _parse_undone_by(d.pop("undone_by"))


        moved = MergeReadMoved.from_dict(d.pop("moved"))




        def _parse_by_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        by_name = _parse_by_name(d.pop("by_name", UNSET))


        merge_read = cls(
            id=id,
            from_id=from_id,
            into_id=into_id,
            at=at,
            by=by,
            why=why,
            undone_at=undone_at,
            undone_by=undone_by,
            moved=moved,
            by_name=by_name,
        )


        merge_read.additional_properties = d
        return merge_read

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
