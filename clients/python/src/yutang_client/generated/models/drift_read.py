from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.drift_read_kind import DriftReadKind
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.drift_read_after import DriftReadAfter
  from ..models.drift_read_before import DriftReadBefore





T = TypeVar("T", bound="DriftRead")



@_attrs_define
class DriftRead:
    """ One difference that was found; names are null where the person or member is gone.

        Attributes:
            id (int):
            run_id (int):
            kind (DriftReadKind):
            customer_id (int | None):
            customer_name (None | str):
            staff_id (int | None):
            staff_name (None | str):
            before (DriftReadBefore):
            after (DriftReadAfter):
            found_at (datetime.datetime):
            mended (bool):
     """

    id: int
    run_id: int
    kind: DriftReadKind
    customer_id: int | None
    customer_name: None | str
    staff_id: int | None
    staff_name: None | str
    before: DriftReadBefore
    after: DriftReadAfter
    found_at: datetime.datetime
    mended: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.drift_read_after import DriftReadAfter # noqa: PLC0415
        from ..models.drift_read_before import DriftReadBefore # noqa: PLC0415
        id = self.id

        run_id = self.run_id

        kind = self.kind.value

        customer_id: int | None
        customer_id = self.customer_id

        customer_name: None | str
        customer_name = self.customer_name

        staff_id: int | None
        staff_id = self.staff_id

        staff_name: None | str
        staff_name = self.staff_name

        before = self.before.to_dict()

        after = self.after.to_dict()

        found_at = self.found_at.isoformat()

        mended = self.mended


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "run_id": run_id,
            "kind": kind,
            "customer_id": customer_id,
            "customer_name": customer_name,
            "staff_id": staff_id,
            "staff_name": staff_name,
            "before": before,
            "after": after,
            "found_at": found_at,
            "mended": mended,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.drift_read_after import DriftReadAfter # noqa: PLC0415
        from ..models.drift_read_before import DriftReadBefore # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        run_id = d.pop("run_id")

        kind = DriftReadKind(d.pop("kind"))




        def _parse_customer_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        customer_id = _parse_customer_id(d.pop("customer_id"))


        def _parse_customer_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        customer_name = _parse_customer_name(d.pop("customer_name"))


        def _parse_staff_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        staff_id = _parse_staff_id(d.pop("staff_id"))


        def _parse_staff_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        staff_name = _parse_staff_name(d.pop("staff_name"))


        before = DriftReadBefore.from_dict(d.pop("before"))




        after = DriftReadAfter.from_dict(d.pop("after"))




        found_at = datetime.datetime.fromisoformat(d.pop("found_at"))




        mended = d.pop("mended")

        drift_read = cls(
            id=id,
            run_id=run_id,
            kind=kind,
            customer_id=customer_id,
            customer_name=customer_name,
            staff_id=staff_id,
            staff_name=staff_name,
            before=before,
            after=after,
            found_at=found_at,
            mended=mended,
        )


        drift_read.additional_properties = d
        return drift_read

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
