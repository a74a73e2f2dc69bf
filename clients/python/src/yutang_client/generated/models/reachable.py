from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.unknowable import Unknowable





T = TypeVar("T", bound="Reachable")



@_attrs_define
class Reachable:
    """ Who of them may be written to: friends who did not refuse.

        Attributes:
            reachable (int):
            refused (int):
            not_friends (int):
            unknown (list[Unknowable]):
     """

    reachable: int
    refused: int
    not_friends: int
    unknown: list[Unknowable]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.unknowable import Unknowable # noqa: PLC0415
        reachable = self.reachable

        refused = self.refused

        not_friends = self.not_friends

        unknown = []
        for unknown_item_data in self.unknown:
            unknown_item = unknown_item_data.to_dict()
            unknown.append(unknown_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "reachable": reachable,
            "refused": refused,
            "not_friends": not_friends,
            "unknown": unknown,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.unknowable import Unknowable # noqa: PLC0415
        d = dict(src_dict)
        reachable = d.pop("reachable")

        refused = d.pop("refused")

        not_friends = d.pop("not_friends")

        unknown = []
        _unknown = d.pop("unknown")
        for unknown_item_data in (_unknown):
            unknown_item = Unknowable.from_dict(unknown_item_data)



            unknown.append(unknown_item)


        reachable = cls(
            reachable=reachable,
            refused=refused,
            not_friends=not_friends,
            unknown=unknown,
        )


        reachable.additional_properties = d
        return reachable

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
