from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.app_read import AppRead
  from ..models.refusal_read import RefusalRead
  from ..models.verify_file_read import VerifyFileRead





T = TypeVar("T", bound="ConnectionRead")



@_attrs_define
class ConnectionRead:
    """ What this installation knows of its connection without asking WeCom.

        Attributes:
            corpid (str):
            name (str):
            address (str):
            address_is_local (bool):
            apps (list[AppRead]):
            last_callback_at (datetime.datetime | None):
            last_synced_at (datetime.datetime | None):
            refusals (list[RefusalRead]):
            verify_files (list[VerifyFileRead]):
     """

    corpid: str
    name: str
    address: str
    address_is_local: bool
    apps: list[AppRead]
    last_callback_at: datetime.datetime | None
    last_synced_at: datetime.datetime | None
    refusals: list[RefusalRead]
    verify_files: list[VerifyFileRead]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.app_read import AppRead # noqa: PLC0415
        from ..models.refusal_read import RefusalRead # noqa: PLC0415
        from ..models.verify_file_read import VerifyFileRead # noqa: PLC0415
        corpid = self.corpid

        name = self.name

        address = self.address

        address_is_local = self.address_is_local

        apps = []
        for apps_item_data in self.apps:
            apps_item = apps_item_data.to_dict()
            apps.append(apps_item)



        last_callback_at: None | str
        if isinstance(self.last_callback_at, datetime.datetime):
            last_callback_at = self.last_callback_at.isoformat()
        else:
            last_callback_at = self.last_callback_at

        last_synced_at: None | str
        if isinstance(self.last_synced_at, datetime.datetime):
            last_synced_at = self.last_synced_at.isoformat()
        else:
            last_synced_at = self.last_synced_at

        refusals = []
        for refusals_item_data in self.refusals:
            refusals_item = refusals_item_data.to_dict()
            refusals.append(refusals_item)



        verify_files = []
        for verify_files_item_data in self.verify_files:
            verify_files_item = verify_files_item_data.to_dict()
            verify_files.append(verify_files_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "corpid": corpid,
            "name": name,
            "address": address,
            "address_is_local": address_is_local,
            "apps": apps,
            "last_callback_at": last_callback_at,
            "last_synced_at": last_synced_at,
            "refusals": refusals,
            "verify_files": verify_files,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.app_read import AppRead # noqa: PLC0415
        from ..models.refusal_read import RefusalRead # noqa: PLC0415
        from ..models.verify_file_read import VerifyFileRead # noqa: PLC0415
        d = dict(src_dict)
        corpid = d.pop("corpid")

        name = d.pop("name")

        address = d.pop("address")

        address_is_local = d.pop("address_is_local")

        apps = []
        _apps = d.pop("apps")
        for apps_item_data in (_apps):
            apps_item = AppRead.from_dict(apps_item_data)



            apps.append(apps_item)


        def _parse_last_callback_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_callback_at_type_0 = datetime.datetime.fromisoformat(data)



                return last_callback_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_callback_at = _parse_last_callback_at(d.pop("last_callback_at"))


        def _parse_last_synced_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_synced_at_type_0 = datetime.datetime.fromisoformat(data)



                return last_synced_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_synced_at = _parse_last_synced_at(d.pop("last_synced_at"))


        refusals = []
        _refusals = d.pop("refusals")
        for refusals_item_data in (_refusals):
            refusals_item = RefusalRead.from_dict(refusals_item_data)



            refusals.append(refusals_item)


        verify_files = []
        _verify_files = d.pop("verify_files")
        for verify_files_item_data in (_verify_files):
            verify_files_item = VerifyFileRead.from_dict(verify_files_item_data)



            verify_files.append(verify_files_item)


        connection_read = cls(
            corpid=corpid,
            name=name,
            address=address,
            address_is_local=address_is_local,
            apps=apps,
            last_callback_at=last_callback_at,
            last_synced_at=last_synced_at,
            refusals=refusals,
            verify_files=verify_files,
        )


        connection_read.additional_properties = d
        return connection_read

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
