from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.rules_read_doors import RulesReadDoors





T = TypeVar("T", bound="RulesRead")



@_attrs_define
class RulesRead:
    """ The corp's rules: when nobody is disturbed, in its own zone, and where each kind goes.

    Equal moments mean that there are no quiet hours.

        Attributes:
            quiet_from (str):
            quiet_to (str):
            timezone (str):
            doors (RulesReadDoors):
            version (int):
     """

    quiet_from: str
    quiet_to: str
    timezone: str
    doors: RulesReadDoors
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.rules_read_doors import RulesReadDoors # noqa: PLC0415
        quiet_from = self.quiet_from

        quiet_to = self.quiet_to

        timezone = self.timezone

        doors = self.doors.to_dict()

        version = self.version


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "quiet_from": quiet_from,
            "quiet_to": quiet_to,
            "timezone": timezone,
            "doors": doors,
            "version": version,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rules_read_doors import RulesReadDoors # noqa: PLC0415
        d = dict(src_dict)
        quiet_from = d.pop("quiet_from")

        quiet_to = d.pop("quiet_to")

        timezone = d.pop("timezone")

        doors = RulesReadDoors.from_dict(d.pop("doors"))




        version = d.pop("version")

        rules_read = cls(
            quiet_from=quiet_from,
            quiet_to=quiet_to,
            timezone=timezone,
            doors=doors,
            version=version,
        )


        rules_read.additional_properties = d
        return rules_read

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
