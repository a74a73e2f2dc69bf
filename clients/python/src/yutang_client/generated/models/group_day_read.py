from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.group_day_read_why_null_type_0 import GroupDayReadWhyNullType0
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.our_day import OurDay
  from ..models.we_com_day import WeComDay





T = TypeVar("T", bound="GroupDayRead")



@_attrs_define
class GroupDayRead:
    """ One day, both ways.

        Attributes:
            day (datetime.date):
            ours (OurDay): One day by our own stays. Who came and left between two readings may be missing.

                `joined`, `left` and `seats` count persons; `members_joined` and `members` count the corp's own
                members too, as WeCom's numbers do.
            wecom (None | WeComDay):
            why_null (GroupDayReadWhyNullType0 | None):
     """

    day: datetime.date
    ours: OurDay
    wecom: None | WeComDay
    why_null: GroupDayReadWhyNullType0 | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.our_day import OurDay # noqa: PLC0415
        from ..models.we_com_day import WeComDay # noqa: PLC0415
        day = self.day.isoformat()

        ours = self.ours.to_dict()

        wecom: dict[str, Any] | None
        if isinstance(self.wecom, WeComDay):
            wecom = self.wecom.to_dict()
        else:
            wecom = self.wecom

        why_null: None | str
        if isinstance(self.why_null, GroupDayReadWhyNullType0):
            why_null = self.why_null.value
        else:
            why_null = self.why_null


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "day": day,
            "ours": ours,
            "wecom": wecom,
            "why_null": why_null,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.our_day import OurDay # noqa: PLC0415
        from ..models.we_com_day import WeComDay # noqa: PLC0415
        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))




        ours = OurDay.from_dict(d.pop("ours"))




        def _parse_wecom(data: object) -> None | WeComDay:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                wecom_type_0 = WeComDay.from_dict(data)



                return wecom_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WeComDay, data)

        wecom = _parse_wecom(d.pop("wecom"))


        def _parse_why_null(data: object) -> GroupDayReadWhyNullType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                why_null_type_0 = GroupDayReadWhyNullType0(data)



                return why_null_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupDayReadWhyNullType0 | None, data)

        why_null = _parse_why_null(d.pop("why_null"))


        group_day_read = cls(
            day=day,
            ours=ours,
            wecom=wecom,
            why_null=why_null,
        )


        group_day_read.additional_properties = d
        return group_day_read

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
