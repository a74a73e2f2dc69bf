from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.rfm_settings_statuses_item import RfmSettingsStatusesItem
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.by_bounds import ByBounds
  from ..models.by_mean import ByMean
  from ..models.by_quantile import ByQuantile
  from ..models.by_score import ByScore
  from ..models.of_events import OfEvents
  from ..models.of_orders import OfOrders





T = TypeVar("T", bound="RfmSettings")



@_attrs_define
class RfmSettings:
    """ How customers are scored.

    An order counts when it was bought in the last `days`, has one of `statuses`, is at least
    `least_fen`, and with `net` was not given back whole; what was refunded is then taken off.

        Attributes:
            days (int | Unset):  Default: 365.
            statuses (list[RfmSettingsStatusesItem] | Unset):
            least_fen (int | Unset):  Default: 0.
            net (bool | Unset):  Default: True.
            frequency (OfEvents | OfOrders | Unset):
            r (ByBounds | ByQuantile | Unset):
            f (ByBounds | ByQuantile | Unset):
            m (ByBounds | ByQuantile | Unset):
            threshold (ByMean | ByScore | Unset):
     """

    days: int | Unset = 365
    statuses: list[RfmSettingsStatusesItem] | Unset = UNSET
    least_fen: int | Unset = 0
    net: bool | Unset = True
    frequency: OfEvents | OfOrders | Unset = UNSET
    r: ByBounds | ByQuantile | Unset = UNSET
    f: ByBounds | ByQuantile | Unset = UNSET
    m: ByBounds | ByQuantile | Unset = UNSET
    threshold: ByMean | ByScore | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.by_bounds import ByBounds # noqa: PLC0415
        from ..models.by_mean import ByMean # noqa: PLC0415
        from ..models.by_quantile import ByQuantile # noqa: PLC0415
        from ..models.by_score import ByScore # noqa: PLC0415
        from ..models.of_events import OfEvents # noqa: PLC0415
        from ..models.of_orders import OfOrders # noqa: PLC0415
        days = self.days

        statuses: list[str] | Unset = UNSET
        if not isinstance(self.statuses, Unset):
            statuses = []
            for statuses_item_data in self.statuses:
                statuses_item = statuses_item_data.value
                statuses.append(statuses_item)



        least_fen = self.least_fen

        net = self.net

        frequency: dict[str, Any] | Unset
        if isinstance(self.frequency, Unset):
            frequency = UNSET
        elif isinstance(self.frequency, OfOrders):
            frequency = self.frequency.to_dict()
        else:
            frequency = self.frequency.to_dict()


        r: dict[str, Any] | Unset
        if isinstance(self.r, Unset):
            r = UNSET
        elif isinstance(self.r, ByQuantile):
            r = self.r.to_dict()
        else:
            r = self.r.to_dict()


        f: dict[str, Any] | Unset
        if isinstance(self.f, Unset):
            f = UNSET
        elif isinstance(self.f, ByQuantile):
            f = self.f.to_dict()
        else:
            f = self.f.to_dict()


        m: dict[str, Any] | Unset
        if isinstance(self.m, Unset):
            m = UNSET
        elif isinstance(self.m, ByQuantile):
            m = self.m.to_dict()
        else:
            m = self.m.to_dict()


        threshold: dict[str, Any] | Unset
        if isinstance(self.threshold, Unset):
            threshold = UNSET
        elif isinstance(self.threshold, ByMean):
            threshold = self.threshold.to_dict()
        else:
            threshold = self.threshold.to_dict()



        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if days is not UNSET:
            field_dict["days"] = days
        if statuses is not UNSET:
            field_dict["statuses"] = statuses
        if least_fen is not UNSET:
            field_dict["least_fen"] = least_fen
        if net is not UNSET:
            field_dict["net"] = net
        if frequency is not UNSET:
            field_dict["frequency"] = frequency
        if r is not UNSET:
            field_dict["r"] = r
        if f is not UNSET:
            field_dict["f"] = f
        if m is not UNSET:
            field_dict["m"] = m
        if threshold is not UNSET:
            field_dict["threshold"] = threshold

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.by_bounds import ByBounds # noqa: PLC0415
        from ..models.by_mean import ByMean # noqa: PLC0415
        from ..models.by_quantile import ByQuantile # noqa: PLC0415
        from ..models.by_score import ByScore # noqa: PLC0415
        from ..models.of_events import OfEvents # noqa: PLC0415
        from ..models.of_orders import OfOrders # noqa: PLC0415
        d = dict(src_dict)
        days = d.pop("days", UNSET)

        _statuses = d.pop("statuses", UNSET)
        statuses: list[RfmSettingsStatusesItem] | Unset = UNSET
        if _statuses is not UNSET:
            statuses = []
            for statuses_item_data in _statuses:
                statuses_item = RfmSettingsStatusesItem(statuses_item_data)



                statuses.append(statuses_item)


        least_fen = d.pop("least_fen", UNSET)

        net = d.pop("net", UNSET)

        def _parse_frequency(data: object) -> OfEvents | OfOrders | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                frequency_type_0 = OfOrders.from_dict(data)



                return frequency_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            frequency_type_1 = OfEvents.from_dict(data)



            return frequency_type_1

        frequency = _parse_frequency(d.pop("frequency", UNSET))


        def _parse_r(data: object) -> ByBounds | ByQuantile | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                r_type_0 = ByQuantile.from_dict(data)



                return r_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            r_type_1 = ByBounds.from_dict(data)



            return r_type_1

        r = _parse_r(d.pop("r", UNSET))


        def _parse_f(data: object) -> ByBounds | ByQuantile | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                f_type_0 = ByQuantile.from_dict(data)



                return f_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            f_type_1 = ByBounds.from_dict(data)



            return f_type_1

        f = _parse_f(d.pop("f", UNSET))


        def _parse_m(data: object) -> ByBounds | ByQuantile | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                m_type_0 = ByQuantile.from_dict(data)



                return m_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            m_type_1 = ByBounds.from_dict(data)



            return m_type_1

        m = _parse_m(d.pop("m", UNSET))


        def _parse_threshold(data: object) -> ByMean | ByScore | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                threshold_type_0 = ByMean.from_dict(data)



                return threshold_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            threshold_type_1 = ByScore.from_dict(data)



            return threshold_type_1

        threshold = _parse_threshold(d.pop("threshold", UNSET))


        rfm_settings = cls(
            days=days,
            statuses=statuses,
            least_fen=least_fen,
            net=net,
            frequency=frequency,
            r=r,
            f=f,
            m=m,
            threshold=threshold,
        )


        rfm_settings.additional_properties = d
        return rfm_settings

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
