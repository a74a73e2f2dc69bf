from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.person_rfm_why_type_0 import PersonRfmWhyType0
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.rfm_scale import RfmScale
  from ..models.rfm_scored import RfmScored





T = TypeVar("T", bound="PersonRfm")



@_attrs_define
class PersonRfm:
    """ One customer's class with its reason, or why he is in none.

    `why` is set where `scored` is not: nothing was reckoned yet; he never bought; not within the
    window (`last_days` ago); he bought, but after the reckoning or nothing that counts.

        Attributes:
            scored (None | RfmScored):
            why (None | PersonRfmWhyType0):
            last_days (int | None):
            window_days (int):
            counts_events (bool):
            scale (None | RfmScale):
            at (datetime.datetime | None):
     """

    scored: None | RfmScored
    why: None | PersonRfmWhyType0
    last_days: int | None
    window_days: int
    counts_events: bool
    scale: None | RfmScale
    at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.rfm_scale import RfmScale # noqa: PLC0415
        from ..models.rfm_scored import RfmScored # noqa: PLC0415
        scored: dict[str, Any] | None
        if isinstance(self.scored, RfmScored):
            scored = self.scored.to_dict()
        else:
            scored = self.scored

        why: None | str
        if isinstance(self.why, PersonRfmWhyType0):
            why = self.why.value
        else:
            why = self.why

        last_days: int | None
        last_days = self.last_days

        window_days = self.window_days

        counts_events = self.counts_events

        scale: dict[str, Any] | None
        if isinstance(self.scale, RfmScale):
            scale = self.scale.to_dict()
        else:
            scale = self.scale

        at: None | str
        if isinstance(self.at, datetime.datetime):
            at = self.at.isoformat()
        else:
            at = self.at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "scored": scored,
            "why": why,
            "last_days": last_days,
            "window_days": window_days,
            "counts_events": counts_events,
            "scale": scale,
            "at": at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rfm_scale import RfmScale # noqa: PLC0415
        from ..models.rfm_scored import RfmScored # noqa: PLC0415
        d = dict(src_dict)
        def _parse_scored(data: object) -> None | RfmScored:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                scored_type_0 = RfmScored.from_dict(data)



                return scored_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RfmScored, data)

        scored = _parse_scored(d.pop("scored"))


        def _parse_why(data: object) -> None | PersonRfmWhyType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                why_type_0 = PersonRfmWhyType0(data)



                return why_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PersonRfmWhyType0, data)

        why = _parse_why(d.pop("why"))


        def _parse_last_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        last_days = _parse_last_days(d.pop("last_days"))


        window_days = d.pop("window_days")

        counts_events = d.pop("counts_events")

        def _parse_scale(data: object) -> None | RfmScale:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                scale_type_0 = RfmScale.from_dict(data)



                return scale_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RfmScale, data)

        scale = _parse_scale(d.pop("scale"))


        def _parse_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                at_type_0 = datetime.datetime.fromisoformat(data)



                return at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        at = _parse_at(d.pop("at"))


        person_rfm = cls(
            scored=scored,
            why=why,
            last_days=last_days,
            window_days=window_days,
            counts_events=counts_events,
            scale=scale,
            at=at,
        )


        person_rfm.additional_properties = d
        return person_rfm

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
