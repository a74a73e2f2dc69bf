from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.group_code_update_opens import GroupCodeUpdateOpens
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="GroupCodeUpdate")



@_attrs_define
class GroupCodeUpdate:
    """ A code as it shall be; `version` is the one the change was made on.

        Attributes:
            name (str):
            version (int):
            title (str | Unset):  Default: ''.
            scan_size (int | Unset):  Default: 200.
            total_size (int | Unset):  Default: 500.
            opens (GroupCodeUpdateOpens | Unset):  Default: GroupCodeUpdateOpens.NOBODY.
            room_base_name (str | Unset):  Default: ''.
            next_number (int | Unset):  Default: 1.
            opener_staff_id (int | None | Unset):
            tag_ids (list[int] | Unset):
            fallback_channel_id (int | None | Unset):
     """

    name: str
    version: int
    title: str | Unset = ''
    scan_size: int | Unset = 200
    total_size: int | Unset = 500
    opens: GroupCodeUpdateOpens | Unset = GroupCodeUpdateOpens.NOBODY
    room_base_name: str | Unset = ''
    next_number: int | Unset = 1
    opener_staff_id: int | None | Unset = UNSET
    tag_ids: list[int] | Unset = UNSET
    fallback_channel_id: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        version = self.version

        title = self.title

        scan_size = self.scan_size

        total_size = self.total_size

        opens: str | Unset = UNSET
        if not isinstance(self.opens, Unset):
            opens = self.opens.value


        room_base_name = self.room_base_name

        next_number = self.next_number

        opener_staff_id: int | None | Unset
        if isinstance(self.opener_staff_id, Unset):
            opener_staff_id = UNSET
        else:
            opener_staff_id = self.opener_staff_id

        tag_ids: list[int] | Unset = UNSET
        if not isinstance(self.tag_ids, Unset):
            tag_ids = self.tag_ids



        fallback_channel_id: int | None | Unset
        if isinstance(self.fallback_channel_id, Unset):
            fallback_channel_id = UNSET
        else:
            fallback_channel_id = self.fallback_channel_id


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
            "version": version,
        })
        if title is not UNSET:
            field_dict["title"] = title
        if scan_size is not UNSET:
            field_dict["scan_size"] = scan_size
        if total_size is not UNSET:
            field_dict["total_size"] = total_size
        if opens is not UNSET:
            field_dict["opens"] = opens
        if room_base_name is not UNSET:
            field_dict["room_base_name"] = room_base_name
        if next_number is not UNSET:
            field_dict["next_number"] = next_number
        if opener_staff_id is not UNSET:
            field_dict["opener_staff_id"] = opener_staff_id
        if tag_ids is not UNSET:
            field_dict["tag_ids"] = tag_ids
        if fallback_channel_id is not UNSET:
            field_dict["fallback_channel_id"] = fallback_channel_id

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        version = d.pop("version")

        title = d.pop("title", UNSET)

        scan_size = d.pop("scan_size", UNSET)

        total_size = d.pop("total_size", UNSET)

        _opens = d.pop("opens", UNSET)
        opens: GroupCodeUpdateOpens | Unset
        if isinstance(_opens,  Unset):
            opens = UNSET
        else:
            opens = GroupCodeUpdateOpens(_opens)




        room_base_name = d.pop("room_base_name", UNSET)

        next_number = d.pop("next_number", UNSET)

        def _parse_opener_staff_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        opener_staff_id = _parse_opener_staff_id(d.pop("opener_staff_id", UNSET))


        tag_ids = cast(list[int], d.pop("tag_ids", UNSET))


        def _parse_fallback_channel_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        fallback_channel_id = _parse_fallback_channel_id(d.pop("fallback_channel_id", UNSET))


        group_code_update = cls(
            name=name,
            version=version,
            title=title,
            scan_size=scan_size,
            total_size=total_size,
            opens=opens,
            room_base_name=room_base_name,
            next_number=next_number,
            opener_staff_id=opener_staff_id,
            tag_ids=tag_ids,
            fallback_channel_id=fallback_channel_id,
        )


        group_code_update.additional_properties = d
        return group_code_update

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
