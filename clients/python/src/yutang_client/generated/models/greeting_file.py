from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.greeting_file_kind import GreetingFileKind
from ..models.greeting_file_state import GreetingFileState
from typing import cast
import datetime






T = TypeVar("T", bound="GreetingFile")



@_attrs_define
class GreetingFile:
    """ An upload of a welcome, and whether WeCom has it.

    failed: WeCom refused it, `said` is why; the welcome goes out without it. `until` is null for
    what is kept for ever.

        Attributes:
            file_id (int):
            kind (GreetingFileKind):
            name (str):
            state (GreetingFileState):
            until (datetime.datetime | None):
            said (str):
     """

    file_id: int
    kind: GreetingFileKind
    name: str
    state: GreetingFileState
    until: datetime.datetime | None
    said: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        file_id = self.file_id

        kind = self.kind.value

        name = self.name

        state = self.state.value

        until: None | str
        if isinstance(self.until, datetime.datetime):
            until = self.until.isoformat()
        else:
            until = self.until

        said = self.said


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "file_id": file_id,
            "kind": kind,
            "name": name,
            "state": state,
            "until": until,
            "said": said,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        file_id = d.pop("file_id")

        kind = GreetingFileKind(d.pop("kind"))




        name = d.pop("name")

        state = GreetingFileState(d.pop("state"))




        def _parse_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.datetime.fromisoformat(data)



                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        until = _parse_until(d.pop("until"))


        said = d.pop("said")

        greeting_file = cls(
            file_id=file_id,
            kind=kind,
            name=name,
            state=state,
            until=until,
            said=said,
        )


        greeting_file.additional_properties = d
        return greeting_file

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
