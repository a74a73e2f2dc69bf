from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.new_pool_kind import NewPoolKind
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="NewPool")



@_attrs_define
class NewPool:
    """ One old account or group; `estimate`: how many people are there, as somebody thinks.

        Attributes:
            name (str):
            kind (NewPoolKind | Unset):  Default: NewPoolKind.ACCOUNT.
            estimate (int | None | Unset):
     """

    name: str
    kind: NewPoolKind | Unset = NewPoolKind.ACCOUNT
    estimate: int | None | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind.value


        estimate: int | None | Unset
        if isinstance(self.estimate, Unset):
            estimate = UNSET
        else:
            estimate = self.estimate


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
        })
        if kind is not UNSET:
            field_dict["kind"] = kind
        if estimate is not UNSET:
            field_dict["estimate"] = estimate

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        _kind = d.pop("kind", UNSET)
        kind: NewPoolKind | Unset
        if isinstance(_kind,  Unset):
            kind = UNSET
        else:
            kind = NewPoolKind(_kind)




        def _parse_estimate(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        estimate = _parse_estimate(d.pop("estimate", UNSET))


        new_pool = cls(
            name=name,
            kind=kind,
            estimate=estimate,
        )

        return new_pool

