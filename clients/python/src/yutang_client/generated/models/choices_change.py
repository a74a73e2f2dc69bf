from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.choices_change_doors import ChoicesChangeDoors





T = TypeVar("T", bound="ChoicesChange")



@_attrs_define
class ChoicesChange:
    """ Kinds with the door they shall have; null goes back to the corp's rule.

        Attributes:
            doors (ChoicesChangeDoors):
     """

    doors: ChoicesChangeDoors





    def to_dict(self) -> dict[str, Any]:
        from ..models.choices_change_doors import ChoicesChangeDoors # noqa: PLC0415
        doors = self.doors.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "doors": doors,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.choices_change_doors import ChoicesChangeDoors # noqa: PLC0415
        d = dict(src_dict)
        doors = ChoicesChangeDoors.from_dict(d.pop("doors"))




        choices_change = cls(
            doors=doors,
        )

        return choices_change

