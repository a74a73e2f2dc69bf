from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.erasure_read_state import ErasureReadState
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.kept import Kept
  from ..models.table_count import TableCount





T = TypeVar("T", bound="ErasureRead")



@_attrs_define
class ErasureRead:
    """ A request to erase somebody, from its dry run to its proof.

        Attributes:
            id (int):
            customer_id (int):
            name (None | str):
            state (ErasureReadState):
            reason (str):
            asked_by_name (str):
            plan (list[TableCount]):
            erased (list[TableCount]):
            kept (list[Kept]):
            still_friend_of (list[str]):
            trouble (None | str):
            asked_at (datetime.datetime):
            confirmed_at (datetime.datetime | None):
            ended_at (datetime.datetime | None):
     """

    id: int
    customer_id: int
    name: None | str
    state: ErasureReadState
    reason: str
    asked_by_name: str
    plan: list[TableCount]
    erased: list[TableCount]
    kept: list[Kept]
    still_friend_of: list[str]
    trouble: None | str
    asked_at: datetime.datetime
    confirmed_at: datetime.datetime | None
    ended_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.kept import Kept # noqa: PLC0415
        from ..models.table_count import TableCount # noqa: PLC0415
        id = self.id

        customer_id = self.customer_id

        name: None | str
        name = self.name

        state = self.state.value

        reason = self.reason

        asked_by_name = self.asked_by_name

        plan = []
        for plan_item_data in self.plan:
            plan_item = plan_item_data.to_dict()
            plan.append(plan_item)



        erased = []
        for erased_item_data in self.erased:
            erased_item = erased_item_data.to_dict()
            erased.append(erased_item)



        kept = []
        for kept_item_data in self.kept:
            kept_item = kept_item_data.to_dict()
            kept.append(kept_item)



        still_friend_of = self.still_friend_of



        trouble: None | str
        trouble = self.trouble

        asked_at = self.asked_at.isoformat()

        confirmed_at: None | str
        if isinstance(self.confirmed_at, datetime.datetime):
            confirmed_at = self.confirmed_at.isoformat()
        else:
            confirmed_at = self.confirmed_at

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "customer_id": customer_id,
            "name": name,
            "state": state,
            "reason": reason,
            "asked_by_name": asked_by_name,
            "plan": plan,
            "erased": erased,
            "kept": kept,
            "still_friend_of": still_friend_of,
            "trouble": trouble,
            "asked_at": asked_at,
            "confirmed_at": confirmed_at,
            "ended_at": ended_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.kept import Kept # noqa: PLC0415
        from ..models.table_count import TableCount # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        customer_id = d.pop("customer_id")

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))


        state = ErasureReadState(d.pop("state"))




        reason = d.pop("reason")

        asked_by_name = d.pop("asked_by_name")

        plan = []
        _plan = d.pop("plan")
        for plan_item_data in (_plan):
            plan_item = TableCount.from_dict(plan_item_data)



            plan.append(plan_item)


        erased = []
        _erased = d.pop("erased")
        for erased_item_data in (_erased):
            erased_item = TableCount.from_dict(erased_item_data)



            erased.append(erased_item)


        kept = []
        _kept = d.pop("kept")
        for kept_item_data in (_kept):
            kept_item = Kept.from_dict(kept_item_data)



            kept.append(kept_item)


        still_friend_of = cast(list[str], d.pop("still_friend_of"))


        def _parse_trouble(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        trouble = _parse_trouble(d.pop("trouble"))


        asked_at = datetime.datetime.fromisoformat(d.pop("asked_at"))




        def _parse_confirmed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                confirmed_at_type_0 = datetime.datetime.fromisoformat(data)



                return confirmed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        confirmed_at = _parse_confirmed_at(d.pop("confirmed_at"))


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


        erasure_read = cls(
            id=id,
            customer_id=customer_id,
            name=name,
            state=state,
            reason=reason,
            asked_by_name=asked_by_name,
            plan=plan,
            erased=erased,
            kept=kept,
            still_friend_of=still_friend_of,
            trouble=trouble,
            asked_at=asked_at,
            confirmed_at=confirmed_at,
            ended_at=ended_at,
        )


        erasure_read.additional_properties = d
        return erasure_read

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
