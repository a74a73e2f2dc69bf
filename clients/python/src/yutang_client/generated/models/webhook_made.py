from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.delivery_read import DeliveryRead





T = TypeVar("T", bound="WebhookMade")



@_attrs_define
class WebhookMade:
    """ The secret, this once.

        Attributes:
            id (int):
            url (str):
            kinds (list[str] | None):
            enabled (bool):
            failures (int):
            off_reason (None | str):
            created_at (datetime.datetime):
            last (DeliveryRead | None):
            secret (str):
     """

    id: int
    url: str
    kinds: list[str] | None
    enabled: bool
    failures: int
    off_reason: None | str
    created_at: datetime.datetime
    last: DeliveryRead | None
    secret: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.delivery_read import DeliveryRead # noqa: PLC0415
        id = self.id

        url = self.url

        kinds: list[str] | None
        if isinstance(self.kinds, list):
            kinds = self.kinds


        else:
            kinds = self.kinds

        enabled = self.enabled

        failures = self.failures

        off_reason: None | str
        off_reason = self.off_reason

        created_at = self.created_at.isoformat()

        last: dict[str, Any] | None
        if isinstance(self.last, DeliveryRead):
            last = self.last.to_dict()
        else:
            last = self.last

        secret = self.secret


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "url": url,
            "kinds": kinds,
            "enabled": enabled,
            "failures": failures,
            "off_reason": off_reason,
            "created_at": created_at,
            "last": last,
            "secret": secret,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.delivery_read import DeliveryRead # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        url = d.pop("url")

        def _parse_kinds(data: object) -> list[str] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                kinds_type_0 = cast(list[str], data)

                return kinds_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None, data)

        kinds = _parse_kinds(d.pop("kinds"))


        enabled = d.pop("enabled")

        failures = d.pop("failures")

        def _parse_off_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        off_reason = _parse_off_reason(d.pop("off_reason"))


        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        def _parse_last(data: object) -> DeliveryRead | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                last_type_0 = DeliveryRead.from_dict(data)



                return last_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DeliveryRead | None, data)

        last = _parse_last(d.pop("last"))


        secret = d.pop("secret")

        webhook_made = cls(
            id=id,
            url=url,
            kinds=kinds,
            enabled=enabled,
            failures=failures,
            off_reason=off_reason,
            created_at=created_at,
            last=last,
            secret=secret,
        )


        webhook_made.additional_properties = d
        return webhook_made

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
