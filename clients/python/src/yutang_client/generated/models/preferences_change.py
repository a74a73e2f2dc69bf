from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.preferences_change_activation_messages_type_0 import PreferencesChangeActivationMessagesType0
from ..models.preferences_change_group_silence_tell_type_0 import PreferencesChangeGroupSilenceTellType0
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="PreferencesChange")



@_attrs_define
class PreferencesChange:
    """ What shall be different; what is left out stays.

        Attributes:
            version (int):
            activation_messages (None | PreferencesChangeActivationMessagesType0 | Unset):
            silent_days (int | None | Unset):
            notify_losses (bool | None | Unset):
            staff_customer_limit (int | None | Unset):
            corp_customer_limit (int | None | Unset):
            code_limit (int | None | Unset):
            tag_limit (int | None | Unset):
            warn_share (float | None | Unset):
            task_escalation_hours (int | None | Unset):
            group_silence (bool | None | Unset):
            group_silence_days (int | None | Unset):
            group_silence_tell (None | PreferencesChangeGroupSilenceTellType0 | Unset):
     """

    version: int
    activation_messages: None | PreferencesChangeActivationMessagesType0 | Unset = UNSET
    silent_days: int | None | Unset = UNSET
    notify_losses: bool | None | Unset = UNSET
    staff_customer_limit: int | None | Unset = UNSET
    corp_customer_limit: int | None | Unset = UNSET
    code_limit: int | None | Unset = UNSET
    tag_limit: int | None | Unset = UNSET
    warn_share: float | None | Unset = UNSET
    task_escalation_hours: int | None | Unset = UNSET
    group_silence: bool | None | Unset = UNSET
    group_silence_days: int | None | Unset = UNSET
    group_silence_tell: None | PreferencesChangeGroupSilenceTellType0 | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        version = self.version

        activation_messages: int | None | Unset
        if isinstance(self.activation_messages, Unset):
            activation_messages = UNSET
        elif isinstance(self.activation_messages, PreferencesChangeActivationMessagesType0):
            activation_messages = self.activation_messages.value
        else:
            activation_messages = self.activation_messages

        silent_days: int | None | Unset
        if isinstance(self.silent_days, Unset):
            silent_days = UNSET
        else:
            silent_days = self.silent_days

        notify_losses: bool | None | Unset
        if isinstance(self.notify_losses, Unset):
            notify_losses = UNSET
        else:
            notify_losses = self.notify_losses

        staff_customer_limit: int | None | Unset
        if isinstance(self.staff_customer_limit, Unset):
            staff_customer_limit = UNSET
        else:
            staff_customer_limit = self.staff_customer_limit

        corp_customer_limit: int | None | Unset
        if isinstance(self.corp_customer_limit, Unset):
            corp_customer_limit = UNSET
        else:
            corp_customer_limit = self.corp_customer_limit

        code_limit: int | None | Unset
        if isinstance(self.code_limit, Unset):
            code_limit = UNSET
        else:
            code_limit = self.code_limit

        tag_limit: int | None | Unset
        if isinstance(self.tag_limit, Unset):
            tag_limit = UNSET
        else:
            tag_limit = self.tag_limit

        warn_share: float | None | Unset
        if isinstance(self.warn_share, Unset):
            warn_share = UNSET
        else:
            warn_share = self.warn_share

        task_escalation_hours: int | None | Unset
        if isinstance(self.task_escalation_hours, Unset):
            task_escalation_hours = UNSET
        else:
            task_escalation_hours = self.task_escalation_hours

        group_silence: bool | None | Unset
        if isinstance(self.group_silence, Unset):
            group_silence = UNSET
        else:
            group_silence = self.group_silence

        group_silence_days: int | None | Unset
        if isinstance(self.group_silence_days, Unset):
            group_silence_days = UNSET
        else:
            group_silence_days = self.group_silence_days

        group_silence_tell: None | str | Unset
        if isinstance(self.group_silence_tell, Unset):
            group_silence_tell = UNSET
        elif isinstance(self.group_silence_tell, PreferencesChangeGroupSilenceTellType0):
            group_silence_tell = self.group_silence_tell.value
        else:
            group_silence_tell = self.group_silence_tell


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "version": version,
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

        def _parse_activation_messages(data: object) -> None | PreferencesChangeActivationMessagesType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, int):
                    raise TypeError()
                activation_messages_type_0 = PreferencesChangeActivationMessagesType0(data)



                return activation_messages_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PreferencesChangeActivationMessagesType0 | Unset, data)

        activation_messages = _parse_activation_messages(d.pop("activation_messages", UNSET))


        def _parse_silent_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        silent_days = _parse_silent_days(d.pop("silent_days", UNSET))


        def _parse_notify_losses(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        notify_losses = _parse_notify_losses(d.pop("notify_losses", UNSET))


        def _parse_staff_customer_limit(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        staff_customer_limit = _parse_staff_customer_limit(d.pop("staff_customer_limit", UNSET))


        def _parse_corp_customer_limit(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        corp_customer_limit = _parse_corp_customer_limit(d.pop("corp_customer_limit", UNSET))


        def _parse_code_limit(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        code_limit = _parse_code_limit(d.pop("code_limit", UNSET))


        def _parse_tag_limit(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        tag_limit = _parse_tag_limit(d.pop("tag_limit", UNSET))


        def _parse_warn_share(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        warn_share = _parse_warn_share(d.pop("warn_share", UNSET))


        def _parse_task_escalation_hours(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        task_escalation_hours = _parse_task_escalation_hours(d.pop("task_escalation_hours", UNSET))


        def _parse_group_silence(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        group_silence = _parse_group_silence(d.pop("group_silence", UNSET))


        def _parse_group_silence_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        group_silence_days = _parse_group_silence_days(d.pop("group_silence_days", UNSET))


        def _parse_group_silence_tell(data: object) -> None | PreferencesChangeGroupSilenceTellType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                group_silence_tell_type_0 = PreferencesChangeGroupSilenceTellType0(data)



                return group_silence_tell_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PreferencesChangeGroupSilenceTellType0 | Unset, data)

        group_silence_tell = _parse_group_silence_tell(d.pop("group_silence_tell", UNSET))


        preferences_change = cls(
            version=version,
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

        return preferences_change

