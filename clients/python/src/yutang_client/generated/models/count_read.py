from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.count_read_nodes import CountReadNodes
  from ..models.reachable import Reachable





T = TypeVar("T", bound="CountRead")



@_attrs_define
class CountRead:
    """ How many of those one may see fulfil the conditions.

    `nodes` by path: "" the whole, "0.2" the third part of the first. `stale_since` is set where
    the engine has fallen behind.

        Attributes:
            count (int):
            universe (int):
            share (float | None):
            nodes (CountReadNodes):
            as_of (datetime.datetime):
            took_ms (float):
            stale_since (datetime.datetime | None):
            reachable (None | Reachable | Unset):
     """

    count: int
    universe: int
    share: float | None
    nodes: CountReadNodes
    as_of: datetime.datetime
    took_ms: float
    stale_since: datetime.datetime | None
    reachable: None | Reachable | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.count_read_nodes import CountReadNodes # noqa: PLC0415
        from ..models.reachable import Reachable # noqa: PLC0415
        count = self.count

        universe = self.universe

        share: float | None
        share = self.share

        nodes = self.nodes.to_dict()

        as_of = self.as_of.isoformat()

        took_ms = self.took_ms

        stale_since: None | str
        if isinstance(self.stale_since, datetime.datetime):
            stale_since = self.stale_since.isoformat()
        else:
            stale_since = self.stale_since

        reachable: dict[str, Any] | None | Unset
        if isinstance(self.reachable, Unset):
            reachable = UNSET
        elif isinstance(self.reachable, Reachable):
            reachable = self.reachable.to_dict()
        else:
            reachable = self.reachable


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "count": count,
            "universe": universe,
            "share": share,
            "nodes": nodes,
            "as_of": as_of,
            "took_ms": took_ms,
            "stale_since": stale_since,
        })
        if reachable is not UNSET:
            field_dict["reachable"] = reachable

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.count_read_nodes import CountReadNodes # noqa: PLC0415
        from ..models.reachable import Reachable # noqa: PLC0415
        d = dict(src_dict)
        count = d.pop("count")

        universe = d.pop("universe")

        def _parse_share(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        share = _parse_share(d.pop("share"))


        nodes = CountReadNodes.from_dict(d.pop("nodes"))




        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        took_ms = d.pop("took_ms")

        def _parse_stale_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                stale_since_type_0 = datetime.datetime.fromisoformat(data)



                return stale_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        stale_since = _parse_stale_since(d.pop("stale_since"))


        def _parse_reachable(data: object) -> None | Reachable | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                reachable_type_0 = Reachable.from_dict(data)



                return reachable_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Reachable | Unset, data)

        reachable = _parse_reachable(d.pop("reachable", UNSET))


        count_read = cls(
            count=count,
            universe=universe,
            share=share,
            nodes=nodes,
            as_of=as_of,
            took_ms=took_ms,
            stale_since=stale_since,
            reachable=reachable,
        )


        count_read.additional_properties = d
        return count_read

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
