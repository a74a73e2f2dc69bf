from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="Column")



@_attrs_define
class Column:
    """ One column of a file: its header, some values, and what it looks like.

        Attributes:
            index (int):
            name (str):
            samples (list[str]):
            guess (None | str | Unset):
            order_guess (None | str | Unset):
            event_guess (None | str | Unset):
            prop (str | Unset):  Default: ''.
            masked (bool | Unset):  Default: False.
     """

    index: int
    name: str
    samples: list[str]
    guess: None | str | Unset = UNSET
    order_guess: None | str | Unset = UNSET
    event_guess: None | str | Unset = UNSET
    prop: str | Unset = ''
    masked: bool | Unset = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        index = self.index

        name = self.name

        samples = self.samples



        guess: None | str | Unset
        if isinstance(self.guess, Unset):
            guess = UNSET
        else:
            guess = self.guess

        order_guess: None | str | Unset
        if isinstance(self.order_guess, Unset):
            order_guess = UNSET
        else:
            order_guess = self.order_guess

        event_guess: None | str | Unset
        if isinstance(self.event_guess, Unset):
            event_guess = UNSET
        else:
            event_guess = self.event_guess

        prop = self.prop

        masked = self.masked


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "index": index,
            "name": name,
            "samples": samples,
        })
        if guess is not UNSET:
            field_dict["guess"] = guess
        if order_guess is not UNSET:
            field_dict["order_guess"] = order_guess
        if event_guess is not UNSET:
            field_dict["event_guess"] = event_guess
        if prop is not UNSET:
            field_dict["prop"] = prop
        if masked is not UNSET:
            field_dict["masked"] = masked

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        index = d.pop("index")

        name = d.pop("name")

        samples = cast(list[str], d.pop("samples"))


        def _parse_guess(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        guess = _parse_guess(d.pop("guess", UNSET))


        def _parse_order_guess(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        order_guess = _parse_order_guess(d.pop("order_guess", UNSET))


        def _parse_event_guess(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        event_guess = _parse_event_guess(d.pop("event_guess", UNSET))


        prop = d.pop("prop", UNSET)

        masked = d.pop("masked", UNSET)

        column = cls(
            index=index,
            name=name,
            samples=samples,
            guess=guess,
            order_guess=order_guess,
            event_guess=event_guess,
            prop=prop,
            masked=masked,
        )


        column.additional_properties = d
        return column

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
