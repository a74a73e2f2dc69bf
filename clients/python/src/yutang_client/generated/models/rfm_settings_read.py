from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.rfm_settings import RfmSettings





T = TypeVar("T", bound="RfmSettingsRead")



@_attrs_define
class RfmSettingsRead:
    """ The settings in force; version 0: the ones it begins with, never saved.

        Attributes:
            version (int):
            settings (RfmSettings): How customers are scored.

                An order counts when it was bought in the last `days`, has one of `statuses`, is at least
                `least_fen`, and with `net` was not given back whole; what was refunded is then taken off.
            updated_at (datetime.datetime | None):
            updated_by (None | str):
     """

    version: int
    settings: RfmSettings
    updated_at: datetime.datetime | None
    updated_by: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.rfm_settings import RfmSettings # noqa: PLC0415
        version = self.version

        settings = self.settings.to_dict()

        updated_at: None | str
        if isinstance(self.updated_at, datetime.datetime):
            updated_at = self.updated_at.isoformat()
        else:
            updated_at = self.updated_at

        updated_by: None | str
        updated_by = self.updated_by


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "version": version,
            "settings": settings,
            "updated_at": updated_at,
            "updated_by": updated_by,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rfm_settings import RfmSettings # noqa: PLC0415
        d = dict(src_dict)
        version = d.pop("version")

        settings = RfmSettings.from_dict(d.pop("settings"))




        def _parse_updated_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                updated_at_type_0 = datetime.datetime.fromisoformat(data)



                return updated_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        updated_at = _parse_updated_at(d.pop("updated_at"))


        def _parse_updated_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        updated_by = _parse_updated_by(d.pop("updated_by"))


        rfm_settings_read = cls(
            version=version,
            settings=settings,
            updated_at=updated_at,
            updated_by=updated_by,
        )


        rfm_settings_read.additional_properties = d
        return rfm_settings_read

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
