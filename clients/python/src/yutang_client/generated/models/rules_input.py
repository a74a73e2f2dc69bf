from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.rules_input_pattern_type_0 import RulesInputPatternType0
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="RulesInput")



@_attrs_define
class RulesInput:
    """ What a value must keep to; each belongs to some kinds only.

    Lengths are characters; `least` and `most` are in the field's own unit (money in yuan).

        Attributes:
            min_length (int | None | Unset):
            max_length (int | None | Unset):
            pattern (None | RulesInputPatternType0 | Unset):
            least (float | None | str | Unset):
            most (float | None | str | Unset):
            earliest (datetime.date | None | Unset):
            latest (datetime.date | None | Unset):
     """

    min_length: int | None | Unset = UNSET
    max_length: int | None | Unset = UNSET
    pattern: None | RulesInputPatternType0 | Unset = UNSET
    least: float | None | str | Unset = UNSET
    most: float | None | str | Unset = UNSET
    earliest: datetime.date | None | Unset = UNSET
    latest: datetime.date | None | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        min_length: int | None | Unset
        if isinstance(self.min_length, Unset):
            min_length = UNSET
        else:
            min_length = self.min_length

        max_length: int | None | Unset
        if isinstance(self.max_length, Unset):
            max_length = UNSET
        else:
            max_length = self.max_length

        pattern: None | str | Unset
        if isinstance(self.pattern, Unset):
            pattern = UNSET
        elif isinstance(self.pattern, RulesInputPatternType0):
            pattern = self.pattern.value
        else:
            pattern = self.pattern

        least: float | None | str | Unset
        if isinstance(self.least, Unset):
            least = UNSET
        else:
            least = self.least

        most: float | None | str | Unset
        if isinstance(self.most, Unset):
            most = UNSET
        else:
            most = self.most

        earliest: None | str | Unset
        if isinstance(self.earliest, Unset):
            earliest = UNSET
        elif isinstance(self.earliest, datetime.date):
            earliest = self.earliest.isoformat()
        else:
            earliest = self.earliest

        latest: None | str | Unset
        if isinstance(self.latest, Unset):
            latest = UNSET
        elif isinstance(self.latest, datetime.date):
            latest = self.latest.isoformat()
        else:
            latest = self.latest


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if min_length is not UNSET:
            field_dict["min_length"] = min_length
        if max_length is not UNSET:
            field_dict["max_length"] = max_length
        if pattern is not UNSET:
            field_dict["pattern"] = pattern
        if least is not UNSET:
            field_dict["least"] = least
        if most is not UNSET:
            field_dict["most"] = most
        if earliest is not UNSET:
            field_dict["earliest"] = earliest
        if latest is not UNSET:
            field_dict["latest"] = latest

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_min_length(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        min_length = _parse_min_length(d.pop("min_length", UNSET))


        def _parse_max_length(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_length = _parse_max_length(d.pop("max_length", UNSET))


        def _parse_pattern(data: object) -> None | RulesInputPatternType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                pattern_type_0 = RulesInputPatternType0(data)



                return pattern_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RulesInputPatternType0 | Unset, data)

        pattern = _parse_pattern(d.pop("pattern", UNSET))


        def _parse_least(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        least = _parse_least(d.pop("least", UNSET))


        def _parse_most(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        most = _parse_most(d.pop("most", UNSET))


        def _parse_earliest(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                earliest_type_0 = datetime.date.fromisoformat(data)



                return earliest_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        earliest = _parse_earliest(d.pop("earliest", UNSET))


        def _parse_latest(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                latest_type_0 = datetime.date.fromisoformat(data)



                return latest_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        latest = _parse_latest(d.pop("latest", UNSET))


        rules_input = cls(
            min_length=min_length,
            max_length=max_length,
            pattern=pattern,
            least=least,
            most=most,
            earliest=earliest,
            latest=latest,
        )

        return rules_input

