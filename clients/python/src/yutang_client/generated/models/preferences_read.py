from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.preferences_read_activation_messages import PreferencesReadActivationMessages
from ..models.preferences_read_group_silence_tell import PreferencesReadGroupSilenceTell
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="PreferencesRead")



@_attrs_define
class PreferencesRead:
    """ All of them, and what to give back with a change.

        Attributes:
            version (int):
            updated_at (datetime.datetime | None):
            activation_messages (PreferencesReadActivationMessages | Unset):  Default:
                PreferencesReadActivationMessages.VALUE_3.
            silent_days (int | Unset):  Default: 60.
            notify_losses (bool | Unset):  Default: True.
            staff_customer_limit (int | Unset):  Default: 5000.
            corp_customer_limit (int | Unset):  Default: 50000.
            code_limit (int | Unset):  Default: 500000.
            tag_limit (int | Unset):  Default: 10000.
            warn_share (float | Unset):  Default: 0.8.
            task_escalation_hours (int | Unset):  Default: 24.
            group_silence (bool | Unset):  Default: True.
            group_silence_days (int | Unset):  Default: 7.
            group_silence_tell (PreferencesReadGroupSilenceTell | Unset):  Default: PreferencesReadGroupSilenceTell.OWNER.
     """

    version: int
    updated_at: datetime.datetime | None
    activation_messages: PreferencesReadActivationMessages | Unset = PreferencesReadActivationMessages.VALUE_3
    silent_days: int | Unset = 60
    notify_losses: bool | Unset = True
    staff_customer_limit: int | Unset = 5000
    corp_customer_limit: int | Unset = 50000
    code_limit: int | Unset = 500000
    tag_limit: int | Unset = 10000
    warn_share: float | Unset = 0.8
    task_escalation_hours: int | Unset = 24
    group_silence: bool | Unset = True
    group_silence_days: int | Unset = 7
    group_silence_tell: PreferencesReadGroupSilenceTell | Unset = PreferencesReadGroupSilenceTell.OWNER
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        version = self.version

        updated_at: None | str
        if isinstance(self.updated_at, datetime.datetime):
            updated_at = self.updated_at.isoformat()
        else:
            updated_at = self.updated_at

        activation_messages: int | Unset = UNSET
        if not isinstance(self.activation_messages, Unset):
            activation_messages = self.activation_messages.value


        silent_days = self.silent_days

        notify_losses = self.notify_losses

        staff_customer_limit = self.staff_customer_limit

        corp_customer_limit = self.corp_customer_limit

        code_limit = self.code_limit

        tag_limit = self.tag_limit

        warn_share = self.warn_share

        task_escalation_hours = self.task_escalation_hours

        group_silence = self.group_silence

        group_silence_days = self.group_silence_days

        group_silence_tell: str | Unset = UNSET
        if not isinstance(self.group_silence_tell, Unset):
            group_silence_tell = self.group_silence_tell.value



        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "version": version,
            "updated_at": updated_at,
        })
        if activation_messages is not UNSET:
            field_dict["activation_messages"] = activation_messages
        if silent_days is not UNSET:
            field_dict["silent_days"] = silent_days
        if notify_losses is not UNSET:
            field_dict["notify_losses"] = notify_losses
        if staff_customer_limit is not UNSET:
            field_dict["staff_customer_limit"] = staff_customer_limit
        if corp_customer_limit is not UNSET:
            field_dict["corp_customer_limit"] = corp_customer_limit
        if code_limit is not UNSET:
            field_dict["code_limit"] = code_limit
        if tag_limit is not UNSET:
            field_dict["tag_limit"] = tag_limit
        if warn_share is not UNSET:
            field_dict["warn_share"] = warn_share
        if task_escalation_hours is not UNSET:
            field_dict["task_escalation_hours"] = task_escalation_hours
        if group_silence is not UNSET:
            field_dict["group_silence"] = group_silence
        if group_silence_days is not UNSET:
            field_dict["group_silence_days"] = group_silence_days
        if group_silence_tell is not UNSET:
            field_dict["group_silence_tell"] = group_silence_tell

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        version = d.pop("version")

        def _parse_updated_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                updated_at_type_0 = datetime.datetime.fromisoformat(data)



                return updated_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        updated_at = _parse_updated_at(d.pop("updated_at"))


        _activation_messages = d.pop("activation_messages", UNSET)
        activation_messages: PreferencesReadActivationMessages | Unset
        if isinstance(_activation_messages,  Unset):
            activation_messages = UNSET
        else:
            activation_messages = PreferencesReadActivationMessages(_activation_messages)




        silent_days = d.pop("silent_days", UNSET)

        notify_losses = d.pop("notify_losses", UNSET)

        staff_customer_limit = d.pop("staff_customer_limit", UNSET)

        corp_customer_limit = d.pop("corp_customer_limit", UNSET)

        code_limit = d.pop("code_limit", UNSET)

        tag_limit = d.pop("tag_limit", UNSET)

        warn_share = d.pop("warn_share", UNSET)

        task_escalation_hours = d.pop("task_escalation_hours", UNSET)

        group_silence = d.pop("group_silence", UNSET)

        group_silence_days = d.pop("group_silence_days", UNSET)

        _group_silence_tell = d.pop("group_silence_tell", UNSET)
        group_silence_tell: PreferencesReadGroupSilenceTell | Unset
        if isinstance(_group_silence_tell,  Unset):
            group_silence_tell = UNSET
        else:
            group_silence_tell = PreferencesReadGroupSilenceTell(_group_silence_tell)




        preferences_read = cls(
            version=version,
            updated_at=updated_at,
            activation_messages=activation_messages,
            silent_days=silent_days,
            notify_losses=notify_losses,
            staff_customer_limit=staff_customer_limit,
            corp_customer_limit=corp_customer_limit,
            code_limit=code_limit,
            tag_limit=tag_limit,
            warn_share=warn_share,
            task_escalation_hours=task_escalation_hours,
            group_silence=group_silence,
            group_silence_days=group_silence_days,
            group_silence_tell=group_silence_tell,
        )


        preferences_read.additional_properties = d
        return preferences_read

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
