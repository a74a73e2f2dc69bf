from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.rfm_settings import RfmSettings





T = TypeVar("T", bound="RfmSettingsWish")



@_attrs_define
class RfmSettingsWish:
    """ Settings to look at before they are saved.

        Attributes:
            settings (RfmSettings): How customers are scored.

                An order counts when it was bought in the last `days`, has one of `statuses`, is at least
                `least_fen`, and with `net` was not given back whole; what was refunded is then taken off.
     """

    settings: RfmSettings
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.rfm_settings import RfmSettings # noqa: PLC0415
        settings = self.settings.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "settings": settings,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rfm_settings import RfmSettings # noqa: PLC0415
        d = dict(src_dict)
        settings = RfmSettings.from_dict(d.pop("settings"))




        rfm_settings_wish = cls(
            settings=settings,
        )


        rfm_settings_wish.additional_properties = d
        return rfm_settings_wish

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
