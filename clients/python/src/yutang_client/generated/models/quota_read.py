from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.api_read import ApiRead
  from ..models.quota_read_waiting import QuotaReadWaiting
  from ..models.run_read import RunRead
  from ..models.token_read import TokenRead





T = TypeVar("T", bound="QuotaRead")



@_attrs_define
class QuotaRead:
    """ The gateway's page.

        Attributes:
            at (datetime.datetime):
            apis (list[ApiRead]):
            waiting (QuotaReadWaiting):
            runs (list[RunRead]):
            tokens (list[TokenRead]):
     """

    at: datetime.datetime
    apis: list[ApiRead]
    waiting: QuotaReadWaiting
    runs: list[RunRead]
    tokens: list[TokenRead]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.api_read import ApiRead # noqa: PLC0415
        from ..models.quota_read_waiting import QuotaReadWaiting # noqa: PLC0415
        from ..models.run_read import RunRead # noqa: PLC0415
        from ..models.token_read import TokenRead # noqa: PLC0415
        at = self.at.isoformat()

        apis = []
        for apis_item_data in self.apis:
            apis_item = apis_item_data.to_dict()
            apis.append(apis_item)



        waiting = self.waiting.to_dict()

        runs = []
        for runs_item_data in self.runs:
            runs_item = runs_item_data.to_dict()
            runs.append(runs_item)



        tokens = []
        for tokens_item_data in self.tokens:
            tokens_item = tokens_item_data.to_dict()
            tokens.append(tokens_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "at": at,
            "apis": apis,
            "waiting": waiting,
            "runs": runs,
            "tokens": tokens,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.api_read import ApiRead # noqa: PLC0415
        from ..models.quota_read_waiting import QuotaReadWaiting # noqa: PLC0415
        from ..models.run_read import RunRead # noqa: PLC0415
        from ..models.token_read import TokenRead # noqa: PLC0415
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))




        apis = []
        _apis = d.pop("apis")
        for apis_item_data in (_apis):
            apis_item = ApiRead.from_dict(apis_item_data)



            apis.append(apis_item)


        waiting = QuotaReadWaiting.from_dict(d.pop("waiting"))




        runs = []
        _runs = d.pop("runs")
        for runs_item_data in (_runs):
            runs_item = RunRead.from_dict(runs_item_data)



            runs.append(runs_item)


        tokens = []
        _tokens = d.pop("tokens")
        for tokens_item_data in (_tokens):
            tokens_item = TokenRead.from_dict(tokens_item_data)



            tokens.append(tokens_item)


        quota_read = cls(
            at=at,
            apis=apis,
            waiting=waiting,
            runs=runs,
            tokens=tokens,
        )


        quota_read.additional_properties = d
        return quota_read

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
