from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.import_read_state import ImportReadState
from ..models.import_read_step_type_0 import ImportReadStepType0
from ..models.import_read_subject import ImportReadSubject
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.found import Found
  from ..models.mapping import Mapping
  from ..models.shape import Shape





T = TypeVar("T", bound="ImportRead")



@_attrs_define
class ImportRead:
    """ One import. Of orders, `created`, `changed` and `unchanged` count orders, all else rows.

    `rate` is rows a second of the present step, `ends_at` what it leads to.

        Attributes:
            created (int):
            changed (int):
            unchanged (int):
            refused (int):
            id (int):
            name (str):
            subject (ImportReadSubject):
            bytes_ (int):
            shape (Shape): How a file is read.
            state (ImportReadState):
            step (ImportReadStepType0 | None):
            mapping (Mapping | None):
            remembered (bool):
            total (int | None):
            place (int):
            staged (int):
            found (Found | None):
            reason (None | str):
            stopping (bool):
            has_file (bool):
            created_by (str):
            created_at (datetime.datetime):
            started_at (datetime.datetime | None):
            ended_at (datetime.datetime | None):
            expires_at (datetime.datetime):
            rate (float | None):
            ends_at (datetime.datetime | None):
            as_of (datetime.datetime):
     """

    created: int
    changed: int
    unchanged: int
    refused: int
    id: int
    name: str
    subject: ImportReadSubject
    bytes_: int
    shape: Shape
    state: ImportReadState
    step: ImportReadStepType0 | None
    mapping: Mapping | None
    remembered: bool
    total: int | None
    place: int
    staged: int
    found: Found | None
    reason: None | str
    stopping: bool
    has_file: bool
    created_by: str
    created_at: datetime.datetime
    started_at: datetime.datetime | None
    ended_at: datetime.datetime | None
    expires_at: datetime.datetime
    rate: float | None
    ends_at: datetime.datetime | None
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.found import Found # noqa: PLC0415
        from ..models.mapping import Mapping # noqa: PLC0415
        from ..models.shape import Shape # noqa: PLC0415
        created = self.created

        changed = self.changed

        unchanged = self.unchanged

        refused = self.refused

        id = self.id

        name = self.name

        subject = self.subject.value

        bytes_ = self.bytes_

        shape = self.shape.to_dict()

        state = self.state.value

        step: None | str
        if isinstance(self.step, ImportReadStepType0):
            step = self.step.value
        else:
            step = self.step

        mapping: dict[str, Any] | None
        if isinstance(self.mapping, Mapping):
            mapping = self.mapping.to_dict()
        else:
            mapping = self.mapping

        remembered = self.remembered

        total: int | None
        total = self.total

        place = self.place

        staged = self.staged

        found: dict[str, Any] | None
        if isinstance(self.found, Found):
            found = self.found.to_dict()
        else:
            found = self.found

        reason: None | str
        reason = self.reason

        stopping = self.stopping

        has_file = self.has_file

        created_by = self.created_by

        created_at = self.created_at.isoformat()

        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()
        else:
            started_at = self.started_at

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        expires_at = self.expires_at.isoformat()

        rate: float | None
        rate = self.rate

        ends_at: None | str
        if isinstance(self.ends_at, datetime.datetime):
            ends_at = self.ends_at.isoformat()
        else:
            ends_at = self.ends_at

        as_of = self.as_of.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "created": created,
            "changed": changed,
            "unchanged": unchanged,
            "refused": refused,
            "id": id,
            "name": name,
            "subject": subject,
            "bytes": bytes_,
            "shape": shape,
            "state": state,
            "step": step,
            "mapping": mapping,
            "remembered": remembered,
            "total": total,
            "place": place,
            "staged": staged,
            "found": found,
            "reason": reason,
            "stopping": stopping,
            "has_file": has_file,
            "created_by": created_by,
            "created_at": created_at,
            "started_at": started_at,
            "ended_at": ended_at,
            "expires_at": expires_at,
            "rate": rate,
            "ends_at": ends_at,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.found import Found # noqa: PLC0415
        from ..models.mapping import Mapping # noqa: PLC0415
        from ..models.shape import Shape # noqa: PLC0415
        d = dict(src_dict)
        created = d.pop("created")

        changed = d.pop("changed")

        unchanged = d.pop("unchanged")

        refused = d.pop("refused")

        id = d.pop("id")

        name = d.pop("name")

        subject = ImportReadSubject(d.pop("subject"))




        bytes_ = d.pop("bytes")

        shape = Shape.from_dict(d.pop("shape"))




        state = ImportReadState(d.pop("state"))




        def _parse_step(data: object) -> ImportReadStepType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                step_type_0 = ImportReadStepType0(data)



                return step_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ImportReadStepType0 | None, data)

        step = _parse_step(d.pop("step"))


        def _parse_mapping(data: object) -> Mapping | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                mapping_type_0 = Mapping.from_dict(data)



                return mapping_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Mapping | None, data)

        mapping = _parse_mapping(d.pop("mapping"))


        remembered = d.pop("remembered")

        def _parse_total(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        total = _parse_total(d.pop("total"))


        place = d.pop("place")

        staged = d.pop("staged")

        def _parse_found(data: object) -> Found | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                found_type_0 = Found.from_dict(data)



                return found_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Found | None, data)

        found = _parse_found(d.pop("found"))


        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))


        stopping = d.pop("stopping")

        has_file = d.pop("has_file")

        created_by = d.pop("created_by")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        def _parse_started_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                started_at_type_0 = datetime.datetime.fromisoformat(data)



                return started_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        started_at = _parse_started_at(d.pop("started_at"))


        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)



                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))


        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))




        def _parse_rate(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        rate = _parse_rate(d.pop("rate"))


        def _parse_ends_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_at_type_0 = datetime.datetime.fromisoformat(data)



                return ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ends_at = _parse_ends_at(d.pop("ends_at"))


        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        import_read = cls(
            created=created,
            changed=changed,
            unchanged=unchanged,
            refused=refused,
            id=id,
            name=name,
            subject=subject,
            bytes_=bytes_,
            shape=shape,
            state=state,
            step=step,
            mapping=mapping,
            remembered=remembered,
            total=total,
            place=place,
            staged=staged,
            found=found,
            reason=reason,
            stopping=stopping,
            has_file=has_file,
            created_by=created_by,
            created_at=created_at,
            started_at=started_at,
            ended_at=ended_at,
            expires_at=expires_at,
            rate=rate,
            ends_at=ends_at,
            as_of=as_of,
        )


        import_read.additional_properties = d
        return import_read

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
