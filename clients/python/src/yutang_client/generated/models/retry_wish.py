from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.retry_wish_rule_type_0 import RetryWishRuleType0
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.taker_wish import TakerWish





T = TypeVar("T", bound="RetryWish")



@_attrs_define
class RetryWish:
    """ Who failed or found no room once more: to the same takers, or to these.

        Attributes:
            takers (list[TakerWish] | None | Unset):
            rule (None | RetryWishRuleType0 | Unset):
            name (None | str | Unset):
     """

    takers: list[TakerWish] | None | Unset = UNSET
    rule: None | RetryWishRuleType0 | Unset = UNSET
    name: None | str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.taker_wish import TakerWish # noqa: PLC0415
        takers: list[dict[str, Any]] | None | Unset
        if isinstance(self.takers, Unset):
            takers = UNSET
        elif isinstance(self.takers, list):
            takers = []
            for takers_type_0_item_data in self.takers:
                takers_type_0_item = takers_type_0_item_data.to_dict()
                takers.append(takers_type_0_item)


        else:
            takers = self.takers

        rule: None | str | Unset
        if isinstance(self.rule, Unset):
            rule = UNSET
        elif isinstance(self.rule, RetryWishRuleType0):
            rule = self.rule.value
        else:
            rule = self.rule

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if takers is not UNSET:
            field_dict["takers"] = takers
        if rule is not UNSET:
            field_dict["rule"] = rule
        if name is not UNSET:
            field_dict["name"] = name

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.taker_wish import TakerWish # noqa: PLC0415
        d = dict(src_dict)
        def _parse_takers(data: object) -> list[TakerWish] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                takers_type_0 = []
                _takers_type_0 = data
                for takers_type_0_item_data in (_takers_type_0):
                    takers_type_0_item = TakerWish.from_dict(takers_type_0_item_data)



                    takers_type_0.append(takers_type_0_item)

                return takers_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[TakerWish] | None | Unset, data)

        takers = _parse_takers(d.pop("takers", UNSET))


        def _parse_rule(data: object) -> None | RetryWishRuleType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                rule_type_0 = RetryWishRuleType0(data)



                return rule_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RetryWishRuleType0 | Unset, data)

        rule = _parse_rule(d.pop("rule", UNSET))


        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))


        retry_wish = cls(
            takers=takers,
            rule=rule,
            name=name,
        )

        return retry_wish

