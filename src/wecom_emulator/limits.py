"""WeCom's numbers in one place; a test lowers what it wants to meet."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

LIMITS_FILE = Path(__file__).with_name("limits.toml")
"""All of them with what they mean, to copy and change; written by `python -m tools.docs`."""
_YARDSTICKS = frozenset({"minute", "hour", "day", "month"})
_CONTACT = "externalcontact"
_MOST = 1 << 53


@dataclass(frozen=True, slots=True)
class Limits:
    """Sources: WeCom's documents 90312 (frequency) and those of each area."""

    token_seconds: int = 7200
    welcome_seconds: int = 20
    distributing_seconds: float = 0.0
    """How long a welcome is under way; another one for the same two gets 41096 meanwhile."""
    media_seconds: int = 3 * 24 * 3600
    code_seconds: int = 300
    calls_a_minute: int = 10_000
    """Of one API by a corp, all its apps together (90312); 0 is without end."""
    calls_an_hour: int = 150_000
    """The same in an hour of the clock."""
    ip_calls_a_minute: int = 20_000
    """Of one API from one address (90312)."""
    ip_calls_an_hour: int = 600_000
    """The same in an hour of the clock."""
    debug_calls_a_minute: int = 5
    """Of one API with debug=1."""
    wrong_secrets_an_hour: int = 2000
    """Wrong secrets from one address before it is locked out of gettoken."""
    wrong_secrets_lock_seconds: int = 3600
    """How long it is."""
    calls_of_api: dict[str, dict[str, int]] = field(
        default_factory=lambda: {
            "get_jsapi_ticket": {"hour": 400},
            "ticket/get": {"hour": 400},
            "idconvert/unionid_to_external_userid": {
                "hour": 100_000,
                "day": 480_000,
                "month": 7_500_000,
            },
        }
    )
    """Of APIs that have their own for a corp, beside the usual two: minute, hour, day, month."""
    calls_of_api_and_app: dict[str, dict[str, int]] = field(
        default_factory=lambda: {"get_jsapi_ticket": {"hour": 100}, "ticket/get": {"hour": 100}}
    )
    """The same for each app."""
    uncounted: list[str] = field(default_factory=lambda: ["message/send"])
    """APIs outside the usual two (90312 counts messages by person)."""
    uncounted_when_good: list[str] = field(
        default_factory=lambda: ["auth/getuserinfo", "user/getuserinfo"]
    )
    """APIs whose calls count only when they are refused (90312)."""
    parallel: int = 5
    """Calls at a time of mark_tag and remark, for a corp (WeCom's staff)."""
    parallel_of_api: dict[str, int] = field(
        default_factory=lambda: {
            f"{_CONTACT}/customer_strategy/create": 1,
            f"{_CONTACT}/customer_strategy/edit": 1,
            f"{_CONTACT}/moment_strategy/create": 1,
            f"{_CONTACT}/moment_strategy/edit": 1,
            f"{_CONTACT}/list": 0,
            f"{_CONTACT}/get": 0,
            f"{_CONTACT}/batch/get_by_user": 0,
        }
    )
    """Of APIs that have their own; 0 is without end: of the lists WeCom names no number."""
    contact_scale: int = 50_000
    """Customers of a corp (610023)."""
    body_bytes: int = 2 << 20
    """Of a JSON body; above it 40206. WeCom names no number."""
    upload_bytes: int = 48 << 20
    """Of a multipart body."""
    contact_ways: int = 500_000
    staff_of_a_way: int = 100
    temporary_ways_a_day: int = 100_000
    groups_of_a_way: int = 5
    group_members: int = 200
    """Of a customer group that people join by a code."""
    customers_of_a_member: int = 5_000
    acquisition_links: int = 10_000
    """Ours: WeCom has a limit (41095) and names no number."""
    members_of_a_link: int = 500
    acquisition_quota: int = 1_000
    """Ours: what a company has at first, for a year; WeCom sells it."""
    tags: int = 10_000
    """Corp and strategy tags of a corp (document 92117)."""
    tags_of_a_call: int = 1000
    """Ids that one mark_tag names (41111)."""
    tags_of_a_relation: int = 1000
    """Ours: WeCom has a limit (40144) and names no number."""
    followers_a_page: int = 500
    """Of one customer (document 92114)."""
    members_of_a_batch: int = 100
    """Whose customers one call pages through (document 92994)."""
    customers_a_page: int = 100
    contact_list_seconds: int = 4 * 3600
    """How long a cursor of contact_list lives (document 99434)."""
    customer_remark: int = 20
    customer_description: int = 150
    customer_company: int = 20
    strategy_admins: int = 20
    """Of a rule group, like the three below (documents 94883, 94890)."""
    strategy_nodes_a_call: int = 100
    strategy_nodes: int = 3000
    strategy_depth: int = 5
    transfer_customers: int = 100
    """Of one call (documents 92125, 94081)."""
    transfer_message: int = 200
    transfer_seconds: int = 24 * 3600
    transfers_in_90_days: int = 2
    """Of a customer, or of a group, among members who work here."""
    transfer_groups: int = 100
    """Of one call (documents 92127, 95703)."""
    transfer_groups_a_day: int = 300
    """Of one source member."""
    transfer_group_people: int = 99
    """People of WeChat in a group that a new owner cannot enter (90503)."""
    owners_of_a_list: int = 100
    """Named by owner_filter (documents 92120, 92133)."""
    statistic_days: int = 30
    statistic_history_days: int = 180
    state_characters: int = 30
    remark_characters: int = 30
    tag_name_characters: int = 30
    text_bytes: int = 4000
    attachments: int = 9
    broadcast_customers: int = 10_000
    broadcast_groups: int = 2_000
    tags_of_a_list: int = 100
    reminders_a_day: int = 3
    group_welcomes: int = 100
    group_welcome_bytes: int = 3000
    moments_a_minute: int = 10
    moments_a_month: int = 100_000
    moment_characters: int = 2000
    moment_senders: int = 100_000
    moment_jobs: int = 10
    """Ours: WeCom limits running jobs (41078) and names no number."""
    job_seconds: int = 24 * 3600
    products: int = 10_000
    """Ours: WeCom limits albums (41202) and names no number."""
    intercept_rules: int = 100
    intercept_words: int = 300
    members_of_a_rule: int = 10_000
    pictures_a_day: int = 1_000
    pictures_a_month: int = 3_000
    """Of media/uploadimg."""
    piece_bytes: int = 20 << 20
    """Of a file that media/get sends at once."""
    linked_file_bytes: int = 200 << 20
    """Of a file that media/upload_by_url fetches."""
    fetched_hosts: tuple[str, ...] = ("127.0.0.1", "::1", "localhost")
    """Ours: where media/upload_by_url may fetch from; a machine of its own has no CDN."""
    member_tags: int = 3000
    members_of_a_tag: int = 30_000
    app_chats_a_day: int = 1000
    app_chat_changes_an_hour: int = 1000
    app_chat_pushes_a_minute: int = 20_000
    """Person-times."""
    robot_messages_a_minute: int = 20
    workbench_data_a_minute: int = 10
    """For one member."""
    app_messages_minute: int = 30
    app_messages_hour: int = 1000
    """To one member from one app; what is above is dropped."""
    tries: int = 3
    answer_seconds: float = 5.0
    pause_seconds: float = 1.0
    journal_rows: int = 50_000
    """Calls the journal keeps."""
    journal_bytes: int = 64 << 20
    """Bodies the journal keeps, together; the oldest go first."""


def changed(limits: Limits, wanted: Mapping[str, Any]) -> Limits:
    """The limits with some of them changed; raises ValueError for an unknown or unfit one.

    A table changes the APIs it names: `{"calls_of_api": {"appchat/create": {"day": 2}}}`.
    """
    known = {each.name for each in fields(Limits)}
    new: dict[str, Any] = {}
    for name, value in wanted.items():
        if name not in known:
            message = f"no limit {name}; there are {', '.join(sorted(known))}"
            raise ValueError(message)
        new[name] = _fit(name, getattr(limits, name), value)
    return replace(limits, **new)


def _fit(name: str, now: Any, value: Any) -> Any:
    if isinstance(now, dict) and isinstance(value, dict):
        tables = any(isinstance(each, dict) for each in now.values())
        check = _windows if tables else _count
        return now | {str(path): check(f"{name}.{path}", each) for path, each in value.items()}
    if isinstance(now, list | tuple) and isinstance(value, list):
        if all(isinstance(each, str) for each in value):
            return type(now)(value)
    elif isinstance(now, float) and isinstance(value, int | float) and not isinstance(value, bool):
        if 0 <= value <= _MOST:
            return float(value)
    elif isinstance(now, int):
        return _count(name, value)
    message = f"{name} is a {type(now).__name__}, not below 0"
    raise ValueError(message)


def _count(name: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST:
        message = f"{name} is a whole number from 0"
        raise ValueError(message)
    return value


def _windows(name: str, value: Any) -> dict[str, int]:
    if not isinstance(value, dict) or not set(value) <= _YARDSTICKS:
        message = f"{name} has {', '.join(sorted(_YARDSTICKS))}"
        raise ValueError(message)
    return {window: _count(f"{name}.{window}", most) for window, most in value.items()}


def read_limits(path: Path) -> Limits:
    """The limits with those of a TOML file; raises ValueError for a file that is none of ours."""
    return changed(Limits(), tomllib.loads(path.read_text(encoding="utf-8")))
