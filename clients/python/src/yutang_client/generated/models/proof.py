from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.kept import Kept
  from ..models.proof_erased import ProofErased





T = TypeVar("T", bound="Proof")



@_attrs_define
class Proof:
    """ What was erased, when and by whom; it names the person by keyed hashes only.

        Attributes:
            request (int):
            corp (str):
            asked_at (datetime.datetime):
            asked_by (str):
            confirmed_at (datetime.datetime):
            ended_at (datetime.datetime):
            reason (str):
            erased (ProofErased):
            kept (list[Kept]):
            identities (list[str]):
            counts_sha256 (str):
            audit_place (int | None):
            audit_hash (None | str):
     """

    request: int
    corp: str
    asked_at: datetime.datetime
    asked_by: str
    confirmed_at: datetime.datetime
    ended_at: datetime.datetime
    reason: str
    erased: ProofErased
    kept: list[Kept]
    identities: list[str]
    counts_sha256: str
    audit_place: int | None
    audit_hash: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.kept import Kept # noqa: PLC0415
        from ..models.proof_erased import ProofErased # noqa: PLC0415
        request = self.request

        corp = self.corp

        asked_at = self.asked_at.isoformat()

        asked_by = self.asked_by

        confirmed_at = self.confirmed_at.isoformat()

        ended_at = self.ended_at.isoformat()

        reason = self.reason

        erased = self.erased.to_dict()

        kept = []
        for kept_item_data in self.kept:
            kept_item = kept_item_data.to_dict()
            kept.append(kept_item)



        identities = self.identities



        counts_sha256 = self.counts_sha256

        audit_place: int | None
        audit_place = self.audit_place

        audit_hash: None | str
        audit_hash = self.audit_hash


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "request": request,
            "corp": corp,
            "asked_at": asked_at,
            "asked_by": asked_by,
            "confirmed_at": confirmed_at,
            "ended_at": ended_at,
            "reason": reason,
            "erased": erased,
            "kept": kept,
            "identities": identities,
            "counts_sha256": counts_sha256,
            "audit_place": audit_place,
            "audit_hash": audit_hash,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.kept import Kept # noqa: PLC0415
        from ..models.proof_erased import ProofErased # noqa: PLC0415
        d = dict(src_dict)
        request = d.pop("request")

        corp = d.pop("corp")

        asked_at = datetime.datetime.fromisoformat(d.pop("asked_at"))




        asked_by = d.pop("asked_by")

        confirmed_at = datetime.datetime.fromisoformat(d.pop("confirmed_at"))




        ended_at = datetime.datetime.fromisoformat(d.pop("ended_at"))




        reason = d.pop("reason")

        erased = ProofErased.from_dict(d.pop("erased"))




        kept = []
        _kept = d.pop("kept")
        for kept_item_data in (_kept):
            kept_item = Kept.from_dict(kept_item_data)



            kept.append(kept_item)


        identities = cast(list[str], d.pop("identities"))


        counts_sha256 = d.pop("counts_sha256")

        def _parse_audit_place(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        audit_place = _parse_audit_place(d.pop("audit_place"))


        def _parse_audit_hash(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        audit_hash = _parse_audit_hash(d.pop("audit_hash"))


        proof = cls(
            request=request,
            corp=corp,
            asked_at=asked_at,
            asked_by=asked_by,
            confirmed_at=confirmed_at,
            ended_at=ended_at,
            reason=reason,
            erased=erased,
            kept=kept,
            identities=identities,
            counts_sha256=counts_sha256,
            audit_place=audit_place,
            audit_hash=audit_hash,
        )


        proof.additional_properties = d
        return proof

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
