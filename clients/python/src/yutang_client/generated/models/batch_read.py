from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.batch_read_state import BatchReadState
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.code_row_error import CodeRowError
  from ..models.sample_row import SampleRow





T = TypeVar("T", bound="BatchRead")



@_attrs_define
class BatchRead:
    """ A file of codes and how far it is.

    `rows` become codes, `wrong` do not. Of those `made` are written here, `ready` have their
    picture, `failed` were refused by WeCom. `room_left` is how many more codes WeCom takes, None
    where that was never counted.

        Attributes:
            id (int):
            name (str):
            state (BatchReadState):
            rows (int):
            wrong (int):
            made (int):
            ready (int):
            failed (int):
            room_left (int | None):
            ignored_columns (list[str]):
            errors (list[CodeRowError]):
            samples (list[SampleRow]):
            created_at (datetime.datetime):
            ended_at (datetime.datetime | None):
     """

    id: int
    name: str
    state: BatchReadState
    rows: int
    wrong: int
    made: int
    ready: int
    failed: int
    room_left: int | None
    ignored_columns: list[str]
    errors: list[CodeRowError]
    samples: list[SampleRow]
    created_at: datetime.datetime
    ended_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.code_row_error import CodeRowError # noqa: PLC0415
        from ..models.sample_row import SampleRow # noqa: PLC0415
        id = self.id

        name = self.name

        state = self.state.value

        rows = self.rows

        wrong = self.wrong

        made = self.made

        ready = self.ready

        failed = self.failed

        room_left: int | None
        room_left = self.room_left

        ignored_columns = self.ignored_columns



        errors = []
        for errors_item_data in self.errors:
            errors_item = errors_item_data.to_dict()
            errors.append(errors_item)



        samples = []
        for samples_item_data in self.samples:
            samples_item = samples_item_data.to_dict()
            samples.append(samples_item)



        created_at = self.created_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "state": state,
            "rows": rows,
            "wrong": wrong,
            "made": made,
            "ready": ready,
            "failed": failed,
            "room_left": room_left,
            "ignored_columns": ignored_columns,
            "errors": errors,
            "samples": samples,
            "created_at": created_at,
            "ended_at": ended_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.code_row_error import CodeRowError # noqa: PLC0415
        from ..models.sample_row import SampleRow # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        state = BatchReadState(d.pop("state"))




        rows = d.pop("rows")

        wrong = d.pop("wrong")

        made = d.pop("made")

        ready = d.pop("ready")

        failed = d.pop("failed")

        def _parse_room_left(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        room_left = _parse_room_left(d.pop("room_left"))


        ignored_columns = cast(list[str], d.pop("ignored_columns"))


        errors = []
        _errors = d.pop("errors")
        for errors_item_data in (_errors):
            errors_item = CodeRowError.from_dict(errors_item_data)



            errors.append(errors_item)


        samples = []
        _samples = d.pop("samples")
        for samples_item_data in (_samples):
            samples_item = SampleRow.from_dict(samples_item_data)



            samples.append(samples_item)


        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




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


        batch_read = cls(
            id=id,
            name=name,
            state=state,
            rows=rows,
            wrong=wrong,
            made=made,
            ready=ready,
            failed=failed,
            room_left=room_left,
            ignored_columns=ignored_columns,
            errors=errors,
            samples=samples,
            created_at=created_at,
            ended_at=ended_at,
        )


        batch_read.additional_properties = d
        return batch_read

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
