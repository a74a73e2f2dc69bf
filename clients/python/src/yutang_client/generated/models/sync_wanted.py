from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.sync_wanted_mode import SyncWantedMode
from ..types import UNSET, Unset






T = TypeVar("T", bound="SyncWanted")



@_attrs_define
class SyncWanted:
    """ What to do now.

        Attributes:
            mode (SyncWantedMode | Unset):  Default: SyncWantedMode.SYNC.
     """

    mode: SyncWantedMode | Unset = SyncWantedMode.SYNC
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        mode: str | Unset = UNSET
        if not isinstance(self.mode, Unset):
            mode = self.mode.value



        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if mode is not UNSET:
            field_dict["mode"] = mode

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _mode = d.pop("mode", UNSET)
        mode: SyncWantedMode | Unset
        if isinstance(_mode,  Unset):
            mode = UNSET
        else:
            mode = SyncWantedMode(_mode)




        sync_wanted = cls(
            mode=mode,
        )


        sync_wanted.additional_properties = d
        return sync_wanted

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
