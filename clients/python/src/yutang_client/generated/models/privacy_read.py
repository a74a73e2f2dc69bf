from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.retention_read import RetentionRead





T = TypeVar("T", bound="PrivacyRead")



@_attrs_define
class PrivacyRead:
    """ How long data is kept and how many people stay erased.

        Attributes:
            retentions (list[RetentionRead]):
            suppressed (int):
            erasures_under_way (int):
            customers_page (str):
            as_of (datetime.datetime):
     """

    retentions: list[RetentionRead]
    suppressed: int
    erasures_under_way: int
    customers_page: str
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.retention_read import RetentionRead # noqa: PLC0415
        retentions = []
        for retentions_item_data in self.retentions:
            retentions_item = retentions_item_data.to_dict()
            retentions.append(retentions_item)



        suppressed = self.suppressed

        erasures_under_way = self.erasures_under_way

        customers_page = self.customers_page

        as_of = self.as_of.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "retentions": retentions,
            "suppressed": suppressed,
            "erasures_under_way": erasures_under_way,
            "customers_page": customers_page,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.retention_read import RetentionRead # noqa: PLC0415
        d = dict(src_dict)
        retentions = []
        _retentions = d.pop("retentions")
        for retentions_item_data in (_retentions):
            retentions_item = RetentionRead.from_dict(retentions_item_data)



            retentions.append(retentions_item)


        suppressed = d.pop("suppressed")

        erasures_under_way = d.pop("erasures_under_way")

        customers_page = d.pop("customers_page")

        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        privacy_read = cls(
            retentions=retentions,
            suppressed=suppressed,
            erasures_under_way=erasures_under_way,
            customers_page=customers_page,
            as_of=as_of,
        )


        privacy_read.additional_properties = d
        return privacy_read

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
