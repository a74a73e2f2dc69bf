from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.corp_read import CorpRead
  from ..models.member_read import MemberRead





T = TypeVar("T", bound="StaffSessionRead")



@_attrs_define
class StaffSessionRead:
    """ Who is signed in, for which corp and app.

    `bridge_origin` is the origin of an emulated WeCom, whose frames the pages may talk to; null
    with the real one.

        Attributes:
            member (MemberRead): The member as his own browser may see him; `account` is WeCom's userid.
            corp (CorpRead): The corp as its own people see it.
            agent_id (int):
            bridge_origin (None | str):
     """

    member: MemberRead
    corp: CorpRead
    agent_id: int
    bridge_origin: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.corp_read import CorpRead # noqa: PLC0415
        from ..models.member_read import MemberRead # noqa: PLC0415
        member = self.member.to_dict()

        corp = self.corp.to_dict()

        agent_id = self.agent_id

        bridge_origin: None | str
        bridge_origin = self.bridge_origin


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "member": member,
            "corp": corp,
            "agent_id": agent_id,
            "bridge_origin": bridge_origin,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.corp_read import CorpRead # noqa: PLC0415
        from ..models.member_read import MemberRead # noqa: PLC0415
        d = dict(src_dict)
        member = MemberRead.from_dict(d.pop("member"))




        corp = CorpRead.from_dict(d.pop("corp"))




        agent_id = d.pop("agent_id")

        def _parse_bridge_origin(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        bridge_origin = _parse_bridge_origin(d.pop("bridge_origin"))


        staff_session_read = cls(
            member=member,
            corp=corp,
            agent_id=agent_id,
            bridge_origin=bridge_origin,
        )


        staff_session_read.additional_properties = d
        return staff_session_read

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
