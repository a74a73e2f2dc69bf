from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.conflict_read_claimed_by import ConflictReadClaimedBy
from ..models.conflict_read_decision_type_0 import ConflictReadDecisionType0
from ..models.conflict_read_kind import ConflictReadKind
from ..models.conflict_read_state import ConflictReadState
from ..models.conflict_read_why import ConflictReadWhy
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.candidate import Candidate





T = TypeVar("T", bound="ConflictRead")



@_attrs_define
class ConflictRead:
    """ An id that is claimed for one person and is another's.

        Attributes:
            id (int):
            kind (ConflictReadKind):
            value (str):
            claimed_by (ConflictReadClaimedBy):
            claimed_by_value (str):
            claimant (Candidate): One of the two between whom is to be decided.
            holder (Candidate): One of the two between whom is to be decided.
            why (ConflictReadWhy):
            state (ConflictReadState):
            decision (ConflictReadDecisionType0 | None):
            said (str):
            at (datetime.datetime):
            last_said (str):
            last_at (datetime.datetime):
            times (int):
            decided_by (None | str):
            decided_at (datetime.datetime | None):
            no_merge (None | str):
     """

    id: int
    kind: ConflictReadKind
    value: str
    claimed_by: ConflictReadClaimedBy
    claimed_by_value: str
    claimant: Candidate
    holder: Candidate
    why: ConflictReadWhy
    state: ConflictReadState
    decision: ConflictReadDecisionType0 | None
    said: str
    at: datetime.datetime
    last_said: str
    last_at: datetime.datetime
    times: int
    decided_by: None | str
    decided_at: datetime.datetime | None
    no_merge: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.candidate import Candidate # noqa: PLC0415
        id = self.id

        kind = self.kind.value

        value = self.value

        claimed_by = self.claimed_by.value

        claimed_by_value = self.claimed_by_value

        claimant = self.claimant.to_dict()

        holder = self.holder.to_dict()

        why = self.why.value

        state = self.state.value

        decision: None | str
        if isinstance(self.decision, ConflictReadDecisionType0):
            decision = self.decision.value
        else:
            decision = self.decision

        said = self.said

        at = self.at.isoformat()

        last_said = self.last_said

        last_at = self.last_at.isoformat()

        times = self.times

        decided_by: None | str
        decided_by = self.decided_by

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        no_merge: None | str
        no_merge = self.no_merge


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "kind": kind,
            "value": value,
            "claimed_by": claimed_by,
            "claimed_by_value": claimed_by_value,
            "claimant": claimant,
            "holder": holder,
            "why": why,
            "state": state,
            "decision": decision,
            "said": said,
            "at": at,
            "last_said": last_said,
            "last_at": last_at,
            "times": times,
            "decided_by": decided_by,
            "decided_at": decided_at,
            "no_merge": no_merge,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.candidate import Candidate # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        kind = ConflictReadKind(d.pop("kind"))




        value = d.pop("value")

        claimed_by = ConflictReadClaimedBy(d.pop("claimed_by"))




        claimed_by_value = d.pop("claimed_by_value")

        claimant = Candidate.from_dict(d.pop("claimant"))




        holder = Candidate.from_dict(d.pop("holder"))




        why = ConflictReadWhy(d.pop("why"))




        state = ConflictReadState(d.pop("state"))




        def _parse_decision(data: object) -> ConflictReadDecisionType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decision_type_0 = ConflictReadDecisionType0(data)



                return decision_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ConflictReadDecisionType0 | None, data)

        decision = _parse_decision(d.pop("decision"))


        said = d.pop("said")

        at = datetime.datetime.fromisoformat(d.pop("at"))




        last_said = d.pop("last_said")

        last_at = datetime.datetime.fromisoformat(d.pop("last_at"))




        times = d.pop("times")

        def _parse_decided_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        decided_by = _parse_decided_by(d.pop("decided_by"))


        def _parse_decided_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_at_type_0 = datetime.datetime.fromisoformat(data)



                return decided_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        decided_at = _parse_decided_at(d.pop("decided_at"))


        def _parse_no_merge(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        no_merge = _parse_no_merge(d.pop("no_merge"))


        conflict_read = cls(
            id=id,
            kind=kind,
            value=value,
            claimed_by=claimed_by,
            claimed_by_value=claimed_by_value,
            claimant=claimant,
            holder=holder,
            why=why,
            state=state,
            decision=decision,
            said=said,
            at=at,
            last_said=last_said,
            last_at=last_at,
            times=times,
            decided_by=decided_by,
            decided_at=decided_at,
            no_merge=no_merge,
        )


        conflict_read.additional_properties = d
        return conflict_read

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
