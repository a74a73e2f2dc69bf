from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.source_read_kind import SourceReadKind
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.key_read import KeyRead
  from ..models.source_mapping import SourceMapping





T = TypeVar("T", bound="SourceRead")



@_attrs_define
class SourceRead:
    """ A source and how it does; `lag_seconds` is the age of the oldest request that waits.

        Attributes:
            id (int):
            name (str):
            kind (SourceReadKind):
            origins (list[str]):
            events_per_second (int):
            enabled (bool):
            mapping (None | SourceMapping):
            made_by (str):
            made_at (datetime.datetime):
            seen_at (datetime.datetime | None):
            taken_today (int):
            refused_today (int):
            waiting_events (int):
            lag_seconds (float):
            dead_batches (int):
            keys (list[KeyRead]):
     """

    id: int
    name: str
    kind: SourceReadKind
    origins: list[str]
    events_per_second: int
    enabled: bool
    mapping: None | SourceMapping
    made_by: str
    made_at: datetime.datetime
    seen_at: datetime.datetime | None
    taken_today: int
    refused_today: int
    waiting_events: int
    lag_seconds: float
    dead_batches: int
    keys: list[KeyRead]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.key_read import KeyRead # noqa: PLC0415
        from ..models.source_mapping import SourceMapping # noqa: PLC0415
        id = self.id

        name = self.name

        kind = self.kind.value

        origins = self.origins



        events_per_second = self.events_per_second

        enabled = self.enabled

        mapping: dict[str, Any] | None
        if isinstance(self.mapping, SourceMapping):
            mapping = self.mapping.to_dict()
        else:
            mapping = self.mapping

        made_by = self.made_by

        made_at = self.made_at.isoformat()

        seen_at: None | str
        if isinstance(self.seen_at, datetime.datetime):
            seen_at = self.seen_at.isoformat()
        else:
            seen_at = self.seen_at

        taken_today = self.taken_today

        refused_today = self.refused_today

        waiting_events = self.waiting_events

        lag_seconds = self.lag_seconds

        dead_batches = self.dead_batches

        keys = []
        for keys_item_data in self.keys:
            keys_item = keys_item_data.to_dict()
            keys.append(keys_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "kind": kind,
            "origins": origins,
            "events_per_second": events_per_second,
            "enabled": enabled,
            "mapping": mapping,
            "made_by": made_by,
            "made_at": made_at,
            "seen_at": seen_at,
            "taken_today": taken_today,
            "refused_today": refused_today,
            "waiting_events": waiting_events,
            "lag_seconds": lag_seconds,
            "dead_batches": dead_batches,
            "keys": keys,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.key_read import KeyRead # noqa: PLC0415
        from ..models.source_mapping import SourceMapping # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        kind = SourceReadKind(d.pop("kind"))




        origins = cast(list[str], d.pop("origins"))


        events_per_second = d.pop("events_per_second")

        enabled = d.pop("enabled")

        def _parse_mapping(data: object) -> None | SourceMapping:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                mapping_type_0 = SourceMapping.from_dict(data)



                return mapping_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SourceMapping, data)

        mapping = _parse_mapping(d.pop("mapping"))


        made_by = d.pop("made_by")

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))




        def _parse_seen_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                seen_at_type_0 = datetime.datetime.fromisoformat(data)



                return seen_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        seen_at = _parse_seen_at(d.pop("seen_at"))


        taken_today = d.pop("taken_today")

        refused_today = d.pop("refused_today")

        waiting_events = d.pop("waiting_events")

        lag_seconds = d.pop("lag_seconds")

        dead_batches = d.pop("dead_batches")

        keys = []
        _keys = d.pop("keys")
        for keys_item_data in (_keys):
            keys_item = KeyRead.from_dict(keys_item_data)



            keys.append(keys_item)


        source_read = cls(
            id=id,
            name=name,
            kind=kind,
            origins=origins,
            events_per_second=events_per_second,
            enabled=enabled,
            mapping=mapping,
            made_by=made_by,
            made_at=made_at,
            seen_at=seen_at,
            taken_today=taken_today,
            refused_today=refused_today,
            waiting_events=waiting_events,
            lag_seconds=lag_seconds,
            dead_batches=dead_batches,
            keys=keys,
        )


        source_read.additional_properties = d
        return source_read

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
