from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.audit_row_after_type_0 import AuditRowAfterType0
  from ..models.audit_row_before_type_0 import AuditRowBeforeType0





T = TypeVar("T", bound="AuditRow")



@_attrs_define
class AuditRow:
    """ One act; `name` is that of who did it, null where nobody has it any more.

        Attributes:
            id (int):
            at (datetime.datetime):
            actor (str):
            action (str):
            target (str):
            before (AuditRowBeforeType0 | None):
            after (AuditRowAfterType0 | None):
            ip (str):
            means (str):
            session (str):
            request_id (str):
            name (None | str):
     """

    id: int
    at: datetime.datetime
    actor: str
    action: str
    target: str
    before: AuditRowBeforeType0 | None
    after: AuditRowAfterType0 | None
    ip: str
    means: str
    session: str
    request_id: str
    name: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.audit_row_after_type_0 import AuditRowAfterType0 # noqa: PLC0415
        from ..models.audit_row_before_type_0 import AuditRowBeforeType0 # noqa: PLC0415
        id = self.id

        at = self.at.isoformat()

        actor = self.actor

        action = self.action

        target = self.target

        before: dict[str, Any] | None
        if isinstance(self.before, AuditRowBeforeType0):
            before = self.before.to_dict()
        else:
            before = self.before

        after: dict[str, Any] | None
        if isinstance(self.after, AuditRowAfterType0):
            after = self.after.to_dict()
        else:
            after = self.after

        ip = self.ip

        means = self.means

        session = self.session

        request_id = self.request_id

        name: None | str
        name = self.name


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "at": at,
            "actor": actor,
            "action": action,
            "target": target,
            "before": before,
            "after": after,
            "ip": ip,
            "means": means,
            "session": session,
            "request_id": request_id,
            "name": name,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audit_row_after_type_0 import AuditRowAfterType0 # noqa: PLC0415
        from ..models.audit_row_before_type_0 import AuditRowBeforeType0 # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        at = datetime.datetime.fromisoformat(d.pop("at"))




        actor = d.pop("actor")

        action = d.pop("action")

        target = d.pop("target")

        def _parse_before(data: object) -> AuditRowBeforeType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                before_type_0 = AuditRowBeforeType0.from_dict(data)



                return before_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AuditRowBeforeType0 | None, data)

        before = _parse_before(d.pop("before"))


        def _parse_after(data: object) -> AuditRowAfterType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                after_type_0 = AuditRowAfterType0.from_dict(data)



                return after_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AuditRowAfterType0 | None, data)

        after = _parse_after(d.pop("after"))


        ip = d.pop("ip")

        means = d.pop("means")

        session = d.pop("session")

        request_id = d.pop("request_id")

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))


        audit_row = cls(
            id=id,
            at=at,
            actor=actor,
            action=action,
            target=target,
            before=before,
            after=after,
            ip=ip,
            means=means,
            session=session,
            request_id=request_id,
            name=name,
        )


        audit_row.additional_properties = d
        return audit_row

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
