from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.quota_use import QuotaUse
  from ..models.run_progress import RunProgress





T = TypeVar("T", bound="SyncRead")



@_attrs_define
class SyncRead:
    """ Where readings stand.

        Attributes:
            synced_at (datetime.datetime | None):
            reconciled_at (datetime.datetime | None):
            next_at (datetime.datetime | None):
            waiting (bool):
            working (bool):
            quota (QuotaUse): The hour's calls of the API that readings need most.
            runs (list[RunProgress]):
     """

    synced_at: datetime.datetime | None
    reconciled_at: datetime.datetime | None
    next_at: datetime.datetime | None
    waiting: bool
    working: bool
    quota: QuotaUse
    runs: list[RunProgress]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.quota_use import QuotaUse # noqa: PLC0415
        from ..models.run_progress import RunProgress # noqa: PLC0415
        synced_at: None | str
        if isinstance(self.synced_at, datetime.datetime):
            synced_at = self.synced_at.isoformat()
        else:
            synced_at = self.synced_at

        reconciled_at: None | str
        if isinstance(self.reconciled_at, datetime.datetime):
            reconciled_at = self.reconciled_at.isoformat()
        else:
            reconciled_at = self.reconciled_at

        next_at: None | str
        if isinstance(self.next_at, datetime.datetime):
            next_at = self.next_at.isoformat()
        else:
            next_at = self.next_at

        waiting = self.waiting

        working = self.working

        quota = self.quota.to_dict()

        runs = []
        for runs_item_data in self.runs:
            runs_item = runs_item_data.to_dict()
            runs.append(runs_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "synced_at": synced_at,
            "reconciled_at": reconciled_at,
            "next_at": next_at,
            "waiting": waiting,
            "working": working,
            "quota": quota,
            "runs": runs,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.quota_use import QuotaUse # noqa: PLC0415
        from ..models.run_progress import RunProgress # noqa: PLC0415
        d = dict(src_dict)
        def _parse_synced_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                synced_at_type_0 = datetime.datetime.fromisoformat(data)



                return synced_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        synced_at = _parse_synced_at(d.pop("synced_at"))


        def _parse_reconciled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reconciled_at_type_0 = datetime.datetime.fromisoformat(data)



                return reconciled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        reconciled_at = _parse_reconciled_at(d.pop("reconciled_at"))


        def _parse_next_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_at_type_0 = datetime.datetime.fromisoformat(data)



                return next_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_at = _parse_next_at(d.pop("next_at"))


        waiting = d.pop("waiting")

        working = d.pop("working")

        quota = QuotaUse.from_dict(d.pop("quota"))




        runs = []
        _runs = d.pop("runs")
        for runs_item_data in (_runs):
            runs_item = RunProgress.from_dict(runs_item_data)



            runs.append(runs_item)


        sync_read = cls(
            synced_at=synced_at,
            reconciled_at=reconciled_at,
            next_at=next_at,
            waiting=waiting,
            working=working,
            quota=quota,
            runs=runs,
        )


        sync_read.additional_properties = d
        return sync_read

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
