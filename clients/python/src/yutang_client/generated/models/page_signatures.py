from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.page_signature import PageSignature





T = TypeVar("T", bound="PageSignatures")



@_attrs_define
class PageSignatures:
    """ Both signatures of one page: the corp's for `config`, the app's for `agentConfig`.

        Attributes:
            corpid (str):
            agent_id (int):
            config (PageSignature): What the SDK is given; its own names are `timestamp`, `nonceStr` and `signature`.
            agent_config (PageSignature): What the SDK is given; its own names are `timestamp`, `nonceStr` and `signature`.
     """

    corpid: str
    agent_id: int
    config: PageSignature
    agent_config: PageSignature
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.page_signature import PageSignature # noqa: PLC0415
        corpid = self.corpid

        agent_id = self.agent_id

        config = self.config.to_dict()

        agent_config = self.agent_config.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "corpid": corpid,
            "agent_id": agent_id,
            "config": config,
            "agent_config": agent_config,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.page_signature import PageSignature # noqa: PLC0415
        d = dict(src_dict)
        corpid = d.pop("corpid")

        agent_id = d.pop("agent_id")

        config = PageSignature.from_dict(d.pop("config"))




        agent_config = PageSignature.from_dict(d.pop("agent_config"))




        page_signatures = cls(
            corpid=corpid,
            agent_id=agent_id,
            config=config,
            agent_config=agent_config,
        )


        page_signatures.additional_properties = d
        return page_signatures

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
