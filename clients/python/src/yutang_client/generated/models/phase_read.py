from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.phase_read_phase_type_0 import PhaseReadPhaseType0
from ..models.phase_read_why_null_type_0 import PhaseReadWhyNullType0
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.phase_reason import PhaseReason





T = TypeVar("T", bound="PhaseRead")



@_attrs_define
class PhaseRead:
    """ How far a group's life has run; of none `why_null` says why.

        Attributes:
            phase (None | PhaseReadPhaseType0):
            why_null (None | PhaseReadWhyNullType0):
            since (datetime.datetime | None):
            reasons (list[PhaseReason]):
            known_from (datetime.datetime | None):
            reckoned_at (datetime.datetime | None):
     """

    phase: None | PhaseReadPhaseType0
    why_null: None | PhaseReadWhyNullType0
    since: datetime.datetime | None
    reasons: list[PhaseReason]
    known_from: datetime.datetime | None
    reckoned_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.phase_reason import PhaseReason # noqa: PLC0415
        phase: None | str
        if isinstance(self.phase, PhaseReadPhaseType0):
            phase = self.phase.value
        else:
            phase = self.phase

        why_null: None | str
        if isinstance(self.why_null, PhaseReadWhyNullType0):
            why_null = self.why_null.value
        else:
            why_null = self.why_null

        since: None | str
        if isinstance(self.since, datetime.datetime):
            since = self.since.isoformat()
        else:
            since = self.since

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)



        known_from: None | str
        if isinstance(self.known_from, datetime.datetime):
            known_from = self.known_from.isoformat()
        else:
            known_from = self.known_from

        reckoned_at: None | str
        if isinstance(self.reckoned_at, datetime.datetime):
            reckoned_at = self.reckoned_at.isoformat()
        else:
            reckoned_at = self.reckoned_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "phase": phase,
            "why_null": why_null,
            "since": since,
            "reasons": reasons,
            "known_from": known_from,
            "reckoned_at": reckoned_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.phase_reason import PhaseReason # noqa: PLC0415
        d = dict(src_dict)
        def _parse_phase(data: object) -> None | PhaseReadPhaseType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                phase_type_0 = PhaseReadPhaseType0(data)



                return phase_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PhaseReadPhaseType0, data)

        phase = _parse_phase(d.pop("phase"))


        def _parse_why_null(data: object) -> None | PhaseReadWhyNullType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                why_null_type_0 = PhaseReadWhyNullType0(data)



                return why_null_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PhaseReadWhyNullType0, data)

        why_null = _parse_why_null(d.pop("why_null"))


        def _parse_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                since_type_0 = datetime.datetime.fromisoformat(data)



                return since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        since = _parse_since(d.pop("since"))


        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in (_reasons):
            reasons_item = PhaseReason.from_dict(reasons_item_data)



            reasons.append(reasons_item)


        def _parse_known_from(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                known_from_type_0 = datetime.datetime.fromisoformat(data)



                return known_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        known_from = _parse_known_from(d.pop("known_from"))


        def _parse_reckoned_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reckoned_at_type_0 = datetime.datetime.fromisoformat(data)



                return reckoned_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        reckoned_at = _parse_reckoned_at(d.pop("reckoned_at"))


        phase_read = cls(
            phase=phase,
            why_null=why_null,
            since=since,
            reasons=reasons,
            known_from=known_from,
            reckoned_at=reckoned_at,
        )


        phase_read.additional_properties = d
        return phase_read

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
