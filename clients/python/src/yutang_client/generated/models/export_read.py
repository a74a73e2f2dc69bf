from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.export_read_format import ExportReadFormat
from ..models.export_read_state import ExportReadState
from typing import cast
import datetime






T = TypeVar("T", bound="ExportRead")



@_attrs_define
class ExportRead:
    """ One entry of the register. `rate` is customers a second.

        Attributes:
            id (int):
            format_ (ExportReadFormat):
            columns (list[str]):
            phones (bool):
            selected (int | None):
            question (str):
            state (ExportReadState):
            total (int | None):
            done (int):
            bytes_ (int | None):
            name (None | str):
            reason (None | str):
            stopping (bool):
            has_file (bool):
            downloads (int):
            created_by_name (str):
            mine (bool):
            created_at (datetime.datetime):
            started_at (datetime.datetime | None):
            ended_at (datetime.datetime | None):
            expires_at (datetime.datetime):
            rate (float | None):
            ends_at (datetime.datetime | None):
            as_of (datetime.datetime):
     """

    id: int
    format_: ExportReadFormat
    columns: list[str]
    phones: bool
    selected: int | None
    question: str
    state: ExportReadState
    total: int | None
    done: int
    bytes_: int | None
    name: None | str
    reason: None | str
    stopping: bool
    has_file: bool
    downloads: int
    created_by_name: str
    mine: bool
    created_at: datetime.datetime
    started_at: datetime.datetime | None
    ended_at: datetime.datetime | None
    expires_at: datetime.datetime
    rate: float | None
    ends_at: datetime.datetime | None
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        format_ = self.format_.value

        columns = self.columns



        phones = self.phones

        selected: int | None
        selected = self.selected

        question = self.question

        state = self.state.value

        total: int | None
        total = self.total

        done = self.done

        bytes_: int | None
        bytes_ = self.bytes_

        name: None | str
        name = self.name

        reason: None | str
        reason = self.reason

        stopping = self.stopping

        has_file = self.has_file

        downloads = self.downloads

        created_by_name = self.created_by_name

        mine = self.mine

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
            "id": id,
            "format": format_,
            "columns": columns,
            "phones": phones,
            "selected": selected,
            "question": question,
            "state": state,
            "total": total,
            "done": done,
            "bytes": bytes_,
            "name": name,
            "reason": reason,
            "stopping": stopping,
            "has_file": has_file,
            "downloads": downloads,
            "created_by_name": created_by_name,
            "mine": mine,
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
        d = dict(src_dict)
        id = d.pop("id")

        format_ = ExportReadFormat(d.pop("format"))




        columns = cast(list[str], d.pop("columns"))


        phones = d.pop("phones")

        def _parse_selected(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        selected = _parse_selected(d.pop("selected"))


        question = d.pop("question")

        state = ExportReadState(d.pop("state"))




        def _parse_total(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        total = _parse_total(d.pop("total"))


        done = d.pop("done")

        def _parse_bytes_(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        bytes_ = _parse_bytes_(d.pop("bytes"))


        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))


        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))


        stopping = d.pop("stopping")

        has_file = d.pop("has_file")

        downloads = d.pop("downloads")

        created_by_name = d.pop("created_by_name")

        mine = d.pop("mine")

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




        export_read = cls(
            id=id,
            format_=format_,
            columns=columns,
            phones=phones,
            selected=selected,
            question=question,
            state=state,
            total=total,
            done=done,
            bytes_=bytes_,
            name=name,
            reason=reason,
            stopping=stopping,
            has_file=has_file,
            downloads=downloads,
            created_by_name=created_by_name,
            mine=mine,
            created_at=created_at,
            started_at=started_at,
            ended_at=ended_at,
            expires_at=expires_at,
            rate=rate,
            ends_at=ends_at,
            as_of=as_of,
        )


        export_read.additional_properties = d
        return export_read

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
