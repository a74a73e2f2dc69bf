from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.id_read_kind import IdReadKind
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="IdRead")



@_attrs_define
class IdRead:
    """ One id of somebody.

        Attributes:
            kind (IdReadKind):
            value (str):
            given (bool):
            since (datetime.datetime):
            shared (bool | Unset):  Default: False.
     """

    kind: IdReadKind
    value: str
    given: bool
    since: datetime.datetime
    shared: bool | Unset = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        value = self.value

        given = self.given

        since = self.since.isoformat()

        shared = self.shared


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "kind": kind,
            "value": value,
            "given": given,
            "since": since,
        })
        if shared is not UNSET:
            field_dict["shared"] = shared

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = IdReadKind(d.pop("kind"))




        value = d.pop("value")

        given = d.pop("given")

        since = datetime.datetime.fromisoformat(d.pop("since"))




        shared = d.pop("shared", UNSET)

        id_read = cls(
            kind=kind,
            value=value,
            given=given,
            since=since,
            shared=shared,
        )


        id_read.additional_properties = d
        return id_read

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
