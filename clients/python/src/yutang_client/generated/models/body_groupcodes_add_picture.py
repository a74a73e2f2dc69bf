from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field
import json
from .. import types

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="BodyGroupcodesAddPicture")



@_attrs_define
class BodyGroupcodesAddPicture:
    """ 
        Attributes:
            file (str):
            expires_at (datetime.datetime | None | Unset):
            most (int | None | Unset):
            group_id (int | None | Unset):
     """

    file: str
    expires_at: datetime.datetime | None | Unset = UNSET
    most: int | None | Unset = UNSET
    group_id: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        file = self.file

        expires_at: None | str | Unset
        if isinstance(self.expires_at, Unset):
            expires_at = UNSET
        elif isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        most: int | None | Unset
        if isinstance(self.most, Unset):
            most = UNSET
        else:
            most = self.most

        group_id: int | None | Unset
        if isinstance(self.group_id, Unset):
            group_id = UNSET
        else:
            group_id = self.group_id


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "file": file,
        })
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at
        if most is not UNSET:
            field_dict["most"] = most
        if group_id is not UNSET:
            field_dict["group_id"] = group_id

        return field_dict


    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("file", (None, str(self.file).encode(), "text/plain")))



        if not isinstance(self.expires_at, Unset):
            if isinstance(self.expires_at, datetime.datetime):

                files.append(("expires_at", (None, self.expires_at.isoformat().encode(), "text/plain")))
            else:
                files.append(("expires_at", (None, str(self.expires_at).encode(), "text/plain")))


        if not isinstance(self.most, Unset):
            if isinstance(self.most, int):

                files.append(("most", (None, str(self.most).encode(), "text/plain")))
            else:
                files.append(("most", (None, str(self.most).encode(), "text/plain")))


        if not isinstance(self.group_id, Unset):
            if isinstance(self.group_id, int):

                files.append(("group_id", (None, str(self.group_id).encode(), "text/plain")))
            else:
                files.append(("group_id", (None, str(self.group_id).encode(), "text/plain")))



        for prop_name, prop in self.additional_properties.items():
            files.append((prop_name, (None, str(prop).encode(), "text/plain")))



        return files


    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        file = d.pop("file")

        def _parse_expires_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)



                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        expires_at = _parse_expires_at(d.pop("expires_at", UNSET))


        def _parse_most(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        most = _parse_most(d.pop("most", UNSET))


        def _parse_group_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        group_id = _parse_group_id(d.pop("group_id", UNSET))


        body_groupcodes_add_picture = cls(
            file=file,
            expires_at=expires_at,
            most=most,
            group_id=group_id,
        )


        body_groupcodes_add_picture.additional_properties = d
        return body_groupcodes_add_picture

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
