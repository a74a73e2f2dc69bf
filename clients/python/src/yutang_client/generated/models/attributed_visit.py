from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.attributed_visit_clicks import AttributedVisitClicks
  from ..models.attributed_visit_utm import AttributedVisitUtm
  from ..models.staff_ref import StaffRef
  from ..models.visit_customer import VisitCustomer





T = TypeVar("T", bound="AttributedVisit")



@_attrs_define
class AttributedVisit:
    """ A customer whose visit is known: from where he came and when he added.

        Attributes:
            at (datetime.datetime):
            added_at (datetime.datetime):
            customer (None | VisitCustomer):
            staff (None | StaffRef):
            utm (AttributedVisitUtm):
            clicks (AttributedVisitClicks):
            referrer (str):
     """

    at: datetime.datetime
    added_at: datetime.datetime
    customer: None | VisitCustomer
    staff: None | StaffRef
    utm: AttributedVisitUtm
    clicks: AttributedVisitClicks
    referrer: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.attributed_visit_clicks import AttributedVisitClicks # noqa: PLC0415
        from ..models.attributed_visit_utm import AttributedVisitUtm # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        from ..models.visit_customer import VisitCustomer # noqa: PLC0415
        at = self.at.isoformat()

        added_at = self.added_at.isoformat()

        customer: dict[str, Any] | None
        if isinstance(self.customer, VisitCustomer):
            customer = self.customer.to_dict()
        else:
            customer = self.customer

        staff: dict[str, Any] | None
        if isinstance(self.staff, StaffRef):
            staff = self.staff.to_dict()
        else:
            staff = self.staff

        utm = self.utm.to_dict()

        clicks = self.clicks.to_dict()

        referrer = self.referrer


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "at": at,
            "added_at": added_at,
            "customer": customer,
            "staff": staff,
            "utm": utm,
            "clicks": clicks,
            "referrer": referrer,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attributed_visit_clicks import AttributedVisitClicks # noqa: PLC0415
        from ..models.attributed_visit_utm import AttributedVisitUtm # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        from ..models.visit_customer import VisitCustomer # noqa: PLC0415
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))




        added_at = datetime.datetime.fromisoformat(d.pop("added_at"))




        def _parse_customer(data: object) -> None | VisitCustomer:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                customer_type_0 = VisitCustomer.from_dict(data)



                return customer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | VisitCustomer, data)

        customer = _parse_customer(d.pop("customer"))


        def _parse_staff(data: object) -> None | StaffRef:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                staff_type_0 = StaffRef.from_dict(data)



                return staff_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StaffRef, data)

        staff = _parse_staff(d.pop("staff"))


        utm = AttributedVisitUtm.from_dict(d.pop("utm"))




        clicks = AttributedVisitClicks.from_dict(d.pop("clicks"))




        referrer = d.pop("referrer")

        attributed_visit = cls(
            at=at,
            added_at=added_at,
            customer=customer,
            staff=staff,
            utm=utm,
            clicks=clicks,
            referrer=referrer,
        )


        attributed_visit.additional_properties = d
        return attributed_visit

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
