from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.invitation_steps import InvitationSteps
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="InvitationMember")



@_attrs_define
class InvitationMember:
    """ How one member does.

        Attributes:
            staff (None | StaffRef):
            steps (InvitationSteps): How far they came: each step counts everybody who reached it.
            skipped (int):
     """

    staff: None | StaffRef
    steps: InvitationSteps
    skipped: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.invitation_steps import InvitationSteps # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        staff: dict[str, Any] | None
        if isinstance(self.staff, StaffRef):
            staff = self.staff.to_dict()
        else:
            staff = self.staff

        steps = self.steps.to_dict()

        skipped = self.skipped


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "staff": staff,
            "steps": steps,
            "skipped": skipped,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.invitation_steps import InvitationSteps # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        def _parse_staff(data: object) -> None | StaffRef:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                staff_type_0 = StaffRef.from_dict(data)



                return staff_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StaffRef, data)

        staff = _parse_staff(d.pop("staff"))


        steps = InvitationSteps.from_dict(d.pop("steps"))




        skipped = d.pop("skipped")

        invitation_member = cls(
            staff=staff,
            steps=steps,
            skipped=skipped,
        )


        invitation_member.additional_properties = d
        return invitation_member

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
