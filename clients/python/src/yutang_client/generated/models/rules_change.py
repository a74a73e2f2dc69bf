from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.rules_change_doors_type_0 import RulesChangeDoorsType0





T = TypeVar("T", bound="RulesChange")



@_attrs_define
class RulesChange:
    """ What shall be different; what is left out stays.

        Attributes:
            version (int):
            quiet_from (None | str | Unset):
            quiet_to (None | str | Unset):
            doors (None | RulesChangeDoorsType0 | Unset):
     """

    version: int
    quiet_from: None | str | Unset = UNSET
    quiet_to: None | str | Unset = UNSET
    doors: None | RulesChangeDoorsType0 | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.rules_change_doors_type_0 import RulesChangeDoorsType0 # noqa: PLC0415
        version = self.version

        quiet_from: None | str | Unset
        if isinstance(self.quiet_from, Unset):
            quiet_from = UNSET
        else:
            quiet_from = self.quiet_from

        quiet_to: None | str | Unset
        if isinstance(self.quiet_to, Unset):
            quiet_to = UNSET
        else:
            quiet_to = self.quiet_to

        doors: dict[str, Any] | None | Unset
        if isinstance(self.doors, Unset):
            doors = UNSET
        elif isinstance(self.doors, RulesChangeDoorsType0):
            doors = self.doors.to_dict()
        else:
            doors = self.doors


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "version": version,
        })
        if quiet_from is not UNSET:
            field_dict["quiet_from"] = quiet_from
        if quiet_to is not UNSET:
            field_dict["quiet_to"] = quiet_to
        if doors is not UNSET:
            field_dict["doors"] = doors

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rules_change_doors_type_0 import RulesChangeDoorsType0 # noqa: PLC0415
        d = dict(src_dict)
        version = d.pop("version")

        def _parse_quiet_from(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        quiet_from = _parse_quiet_from(d.pop("quiet_from", UNSET))


        def _parse_quiet_to(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        quiet_to = _parse_quiet_to(d.pop("quiet_to", UNSET))


        def _parse_doors(data: object) -> None | RulesChangeDoorsType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                doors_type_0 = RulesChangeDoorsType0.from_dict(data)



                return doors_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RulesChangeDoorsType0 | Unset, data)

        doors = _parse_doors(d.pop("doors", UNSET))


        rules_change = cls(
            version=version,
            quiet_from=quiet_from,
            quiet_to=quiet_to,
            doors=doors,
        )

        return rules_change

