from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from typing import Literal, cast

if TYPE_CHECKING:
  from ..models.rule_where import RuleWhere





T = TypeVar("T", bound="EventTrigger")



@_attrs_define
class EventTrigger:
    """ When an event of a kind is written about a person.

        Attributes:
            on (Literal['event']):
            kind (str):
            where (list[RuleWhere] | Unset):
     """

    on: Literal['event']
    kind: str
    where: list[RuleWhere] | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.rule_where import RuleWhere # noqa: PLC0415
        on = self.on

        kind = self.kind

        where: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.where, Unset):
            where = []
            for where_item_data in self.where:
                where_item = where_item_data.to_dict()
                where.append(where_item)




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "on": on,
            "kind": kind,
        })
        if where is not UNSET:
            field_dict["where"] = where

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rule_where import RuleWhere # noqa: PLC0415
        d = dict(src_dict)
        on = cast(Literal['event'] , d.pop("on"))
        if on != 'event':
            raise ValueError(f"on must match const 'event', got '{on}'")

        kind = d.pop("kind")

        _where = d.pop("where", UNSET)
        where: list[RuleWhere] | Unset = UNSET
        if _where is not UNSET:
            where = []
            for where_item_data in _where:
                where_item = RuleWhere.from_dict(where_item_data)



                where.append(where_item)


        event_trigger = cls(
            on=on,
            kind=kind,
            where=where,
        )

        return event_trigger

