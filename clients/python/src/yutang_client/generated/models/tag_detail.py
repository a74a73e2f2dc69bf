from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.tag_detail_lock import TagDetailLock
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.tag_ref import TagRef
  from ..models.tag_source import TagSource





T = TypeVar("T", bound="TagDetail")



@_attrs_define
class TagDetail:
    """ A tag on the page of its group.

        Attributes:
            id (int):
            name (str):
            lock (TagDetailLock):
            archived (bool):
            merged_into (None | TagRef):
            customers (int | None):
            sources (list[TagSource]):
            as_of (datetime.datetime | None):
     """

    id: int
    name: str
    lock: TagDetailLock
    archived: bool
    merged_into: None | TagRef
    customers: int | None
    sources: list[TagSource]
    as_of: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.tag_ref import TagRef # noqa: PLC0415
        from ..models.tag_source import TagSource # noqa: PLC0415
        id = self.id

        name = self.name

        lock = self.lock.value

        archived = self.archived

        merged_into: dict[str, Any] | None
        if isinstance(self.merged_into, TagRef):
            merged_into = self.merged_into.to_dict()
        else:
            merged_into = self.merged_into

        customers: int | None
        customers = self.customers

        sources = []
        for sources_item_data in self.sources:
            sources_item = sources_item_data.to_dict()
            sources.append(sources_item)



        as_of: None | str
        if isinstance(self.as_of, datetime.datetime):
            as_of = self.as_of.isoformat()
        else:
            as_of = self.as_of


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "lock": lock,
            "archived": archived,
            "merged_into": merged_into,
            "customers": customers,
            "sources": sources,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.tag_ref import TagRef # noqa: PLC0415
        from ..models.tag_source import TagSource # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        lock = TagDetailLock(d.pop("lock"))




        archived = d.pop("archived")

        def _parse_merged_into(data: object) -> None | TagRef:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                merged_into_type_0 = TagRef.from_dict(data)



                return merged_into_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TagRef, data)

        merged_into = _parse_merged_into(d.pop("merged_into"))


        def _parse_customers(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        customers = _parse_customers(d.pop("customers"))


        sources = []
        _sources = d.pop("sources")
        for sources_item_data in (_sources):
            sources_item = TagSource.from_dict(sources_item_data)



            sources.append(sources_item)


        def _parse_as_of(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                as_of_type_0 = datetime.datetime.fromisoformat(data)



                return as_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        as_of = _parse_as_of(d.pop("as_of"))


        tag_detail = cls(
            id=id,
            name=name,
            lock=lock,
            archived=archived,
            merged_into=merged_into,
            customers=customers,
            sources=sources,
            as_of=as_of,
        )


        tag_detail.additional_properties = d
        return tag_detail

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
