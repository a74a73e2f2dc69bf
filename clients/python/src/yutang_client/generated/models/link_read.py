from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.link_read_kind import LinkReadKind
from ..models.link_read_priority import LinkReadPriority
from ..models.link_read_status import LinkReadStatus
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.channel_member import ChannelMember
  from ..models.link_counts import LinkCounts
  from ..models.staff_ref import StaffRef
  from ..models.tag_ref import TagRef
  from ..models.welcome_text import WelcomeText





T = TypeVar("T", bound="LinkRead")



@_attrs_define
class LinkRead:
    """ A link with its numbers.

    `qr_content` is its address with the channel in it: give out that one. `visits` to
    `visit_adds` are of pages and short links of the last 180 days that lead here; `profiles` and
    `requests` of the 30 days to today, and null where WeCom never told any (it tells some lines of
    business only). `cost_cents` is `adds_total` times the price; null without a price.

        Attributes:
            id (int):
            kind (LinkReadKind):
            name (str):
            state (str):
            status (LinkReadStatus):
            error (None | str):
            skip_verify (bool):
            remark (str):
            staff (list[ChannelMember]):
            tags (list[TagRef]):
            welcome (None | WelcomeText):
            config_id (None | str):
            qr_content (None | str):
            adds_today (int):
            adds_total (int):
            adds_by_day (list[int]):
            created_at (datetime.datetime):
            version (int):
            url (None | str):
            department_ids (list[int]):
            priority (LinkReadPriority):
            priority_staff (list[StaffRef]):
            unavailable_at (datetime.datetime | None):
            visits (int):
            taps (int):
            visit_adds (int):
            profiles (int | None):
            requests (int | None):
            cost_cents (int | None):
            counts (LinkCounts): What WeCom counts of a link from `first` to `last`, each person once, and our own adds.

                `opened` and `won` are null until WeCom was asked once; `refused` is its answer where it told
                nothing when it was asked last.
     """

    id: int
    kind: LinkReadKind
    name: str
    state: str
    status: LinkReadStatus
    error: None | str
    skip_verify: bool
    remark: str
    staff: list[ChannelMember]
    tags: list[TagRef]
    welcome: None | WelcomeText
    config_id: None | str
    qr_content: None | str
    adds_today: int
    adds_total: int
    adds_by_day: list[int]
    created_at: datetime.datetime
    version: int
    url: None | str
    department_ids: list[int]
    priority: LinkReadPriority
    priority_staff: list[StaffRef]
    unavailable_at: datetime.datetime | None
    visits: int
    taps: int
    visit_adds: int
    profiles: int | None
    requests: int | None
    cost_cents: int | None
    counts: LinkCounts
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.channel_member import ChannelMember # noqa: PLC0415
        from ..models.link_counts import LinkCounts # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        from ..models.tag_ref import TagRef # noqa: PLC0415
        from ..models.welcome_text import WelcomeText # noqa: PLC0415
        id = self.id

        kind = self.kind.value

        name = self.name

        state = self.state

        status = self.status.value

        error: None | str
        error = self.error

        skip_verify = self.skip_verify

        remark = self.remark

        staff = []
        for staff_item_data in self.staff:
            staff_item = staff_item_data.to_dict()
            staff.append(staff_item)



        tags = []
        for tags_item_data in self.tags:
            tags_item = tags_item_data.to_dict()
            tags.append(tags_item)



        welcome: dict[str, Any] | None
        if isinstance(self.welcome, WelcomeText):
            welcome = self.welcome.to_dict()
        else:
            welcome = self.welcome

        config_id: None | str
        config_id = self.config_id

        qr_content: None | str
        qr_content = self.qr_content

        adds_today = self.adds_today

        adds_total = self.adds_total

        adds_by_day = self.adds_by_day



        created_at = self.created_at.isoformat()

        version = self.version

        url: None | str
        url = self.url

        department_ids = self.department_ids



        priority = self.priority.value

        priority_staff = []
        for priority_staff_item_data in self.priority_staff:
            priority_staff_item = priority_staff_item_data.to_dict()
            priority_staff.append(priority_staff_item)



        unavailable_at: None | str
        if isinstance(self.unavailable_at, datetime.datetime):
            unavailable_at = self.unavailable_at.isoformat()
        else:
            unavailable_at = self.unavailable_at

        visits = self.visits

        taps = self.taps

        visit_adds = self.visit_adds

        profiles: int | None
        profiles = self.profiles

        requests: int | None
        requests = self.requests

        cost_cents: int | None
        cost_cents = self.cost_cents

        counts = self.counts.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "kind": kind,
            "name": name,
            "state": state,
            "status": status,
            "error": error,
            "skip_verify": skip_verify,
            "remark": remark,
            "staff": staff,
            "tags": tags,
            "welcome": welcome,
            "config_id": config_id,
            "qr_content": qr_content,
            "adds_today": adds_today,
            "adds_total": adds_total,
            "adds_by_day": adds_by_day,
            "created_at": created_at,
            "version": version,
            "url": url,
            "department_ids": department_ids,
            "priority": priority,
            "priority_staff": priority_staff,
            "unavailable_at": unavailable_at,
            "visits": visits,
            "taps": taps,
            "visit_adds": visit_adds,
            "profiles": profiles,
            "requests": requests,
            "cost_cents": cost_cents,
            "counts": counts,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel_member import ChannelMember # noqa: PLC0415
        from ..models.link_counts import LinkCounts # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        from ..models.tag_ref import TagRef # noqa: PLC0415
        from ..models.welcome_text import WelcomeText # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        kind = LinkReadKind(d.pop("kind"))




        name = d.pop("name")

        state = d.pop("state")

        status = LinkReadStatus(d.pop("status"))




        def _parse_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        error = _parse_error(d.pop("error"))


        skip_verify = d.pop("skip_verify")

        remark = d.pop("remark")

        staff = []
        _staff = d.pop("staff")
        for staff_item_data in (_staff):
            staff_item = ChannelMember.from_dict(staff_item_data)



            staff.append(staff_item)


        tags = []
        _tags = d.pop("tags")
        for tags_item_data in (_tags):
            tags_item = TagRef.from_dict(tags_item_data)



            tags.append(tags_item)


        def _parse_welcome(data: object) -> None | WelcomeText:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                welcome_type_0 = WelcomeText.from_dict(data)



                return welcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WelcomeText, data)

        welcome = _parse_welcome(d.pop("welcome"))


        def _parse_config_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        config_id = _parse_config_id(d.pop("config_id"))


        def _parse_qr_content(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        qr_content = _parse_qr_content(d.pop("qr_content"))


        adds_today = d.pop("adds_today")

        adds_total = d.pop("adds_total")

        adds_by_day = cast(list[int], d.pop("adds_by_day"))


        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        version = d.pop("version")

        def _parse_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        url = _parse_url(d.pop("url"))


        department_ids = cast(list[int], d.pop("department_ids"))


        priority = LinkReadPriority(d.pop("priority"))




        priority_staff = []
        _priority_staff = d.pop("priority_staff")
        for priority_staff_item_data in (_priority_staff):
            priority_staff_item = StaffRef.from_dict(priority_staff_item_data)



            priority_staff.append(priority_staff_item)


        def _parse_unavailable_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                unavailable_at_type_0 = datetime.datetime.fromisoformat(data)



                return unavailable_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        unavailable_at = _parse_unavailable_at(d.pop("unavailable_at"))


        visits = d.pop("visits")

        taps = d.pop("taps")

        visit_adds = d.pop("visit_adds")

        def _parse_profiles(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        profiles = _parse_profiles(d.pop("profiles"))


        def _parse_requests(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        requests = _parse_requests(d.pop("requests"))


        def _parse_cost_cents(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        cost_cents = _parse_cost_cents(d.pop("cost_cents"))


        counts = LinkCounts.from_dict(d.pop("counts"))




        link_read = cls(
            id=id,
            kind=kind,
            name=name,
            state=state,
            status=status,
            error=error,
            skip_verify=skip_verify,
            remark=remark,
            staff=staff,
            tags=tags,
            welcome=welcome,
            config_id=config_id,
            qr_content=qr_content,
            adds_today=adds_today,
            adds_total=adds_total,
            adds_by_day=adds_by_day,
            created_at=created_at,
            version=version,
            url=url,
            department_ids=department_ids,
            priority=priority,
            priority_staff=priority_staff,
            unavailable_at=unavailable_at,
            visits=visits,
            taps=taps,
            visit_adds=visit_adds,
            profiles=profiles,
            requests=requests,
            cost_cents=cost_cents,
            counts=counts,
        )


        link_read.additional_properties = d
        return link_read

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
