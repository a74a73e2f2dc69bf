from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.pool_read_kind import PoolReadKind
from ..models.pool_read_state import PoolReadState
from typing import cast






T = TypeVar("T", bound="PoolRead")



@_attrs_define
class PoolRead:
    """ One of them with its code and who came.

        Attributes:
            id (int):
            name (str):
            kind (PoolReadKind):
            estimate (int | None):
            state (PoolReadState):
            error (None | str):
            channel_id (int | None):
            channel_status (None | str):
            link (None | str):
            adds (int):
            stayed (int):
            share (float | None):
     """

    id: int
    name: str
    kind: PoolReadKind
    estimate: int | None
    state: PoolReadState
    error: None | str
    channel_id: int | None
    channel_status: None | str
    link: None | str
    adds: int
    stayed: int
    share: float | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        kind = self.kind.value

        estimate: int | None
        estimate = self.estimate

        state = self.state.value

        error: None | str
        error = self.error

        channel_id: int | None
        channel_id = self.channel_id

        channel_status: None | str
        channel_status = self.channel_status

        link: None | str
        link = self.link

        adds = self.adds

        stayed = self.stayed

        share: float | None
        share = self.share


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "kind": kind,
            "estimate": estimate,
            "state": state,
            "error": error,
            "channel_id": channel_id,
            "channel_status": channel_status,
            "link": link,
            "adds": adds,
            "stayed": stayed,
            "share": share,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        kind = PoolReadKind(d.pop("kind"))




        def _parse_estimate(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        estimate = _parse_estimate(d.pop("estimate"))


        state = PoolReadState(d.pop("state"))




        def _parse_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        error = _parse_error(d.pop("error"))


        def _parse_channel_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        channel_id = _parse_channel_id(d.pop("channel_id"))


        def _parse_channel_status(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        channel_status = _parse_channel_status(d.pop("channel_status"))


        def _parse_link(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        link = _parse_link(d.pop("link"))


        adds = d.pop("adds")

        stayed = d.pop("stayed")

        def _parse_share(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        share = _parse_share(d.pop("share"))


        pool_read = cls(
            id=id,
            name=name,
            kind=kind,
            estimate=estimate,
            state=state,
            error=error,
            channel_id=channel_id,
            channel_status=channel_status,
            link=link,
            adds=adds,
            stayed=stayed,
            share=share,
        )


        pool_read.additional_properties = d
        return pool_read

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
