from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="TakerStanding")



@_attrs_define
class TakerStanding:
    """ How a taker's customers stand; `planned` of them are his in all.

        Attributes:
            staff (StaffRef): A member by name; `account` is WeCom's userid.
            planned (int):
            accepted (int):
            waiting (int):
            refused (int):
            full (int):
            failed (int):
            groups (int):
            groups_done (int):
            blocked (None | str):
     """

    staff: StaffRef
    planned: int
    accepted: int
    waiting: int
    refused: int
    full: int
    failed: int
    groups: int
    groups_done: int
    blocked: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        staff = self.staff.to_dict()

        planned = self.planned

        accepted = self.accepted

        waiting = self.waiting

        refused = self.refused

        full = self.full

        failed = self.failed

        groups = self.groups

        groups_done = self.groups_done

        blocked: None | str
        blocked = self.blocked


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "staff": staff,
            "planned": planned,
            "accepted": accepted,
            "waiting": waiting,
            "refused": refused,
            "full": full,
            "failed": failed,
            "groups": groups,
            "groups_done": groups_done,
            "blocked": blocked,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        staff = StaffRef.from_dict(d.pop("staff"))




        planned = d.pop("planned")

        accepted = d.pop("accepted")

        waiting = d.pop("waiting")

        refused = d.pop("refused")

        full = d.pop("full")

        failed = d.pop("failed")

        groups = d.pop("groups")

        groups_done = d.pop("groups_done")

        def _parse_blocked(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        blocked = _parse_blocked(d.pop("blocked"))


        taker_standing = cls(
            staff=staff,
            planned=planned,
            accepted=accepted,
            waiting=waiting,
            refused=refused,
            full=full,
            failed=failed,
            groups=groups,
            groups_done=groups_done,
            blocked=blocked,
        )


        taker_standing.additional_properties = d
        return taker_standing

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
