"""Groups with customers: what is known of them, and what each is for."""

from .days import WECOM_ZONE, read_days
from .detail import demand_group, groups_of_customer, list_stays, read_group, read_life, read_own
from .doubles import count_duplicates, list_duplicates
from .due import ask_reading, claim_due, finish_due, put_off
from .facts import DayFacts, DueGroup, GoneFacts, GroupFacts, ListedGroup, MemberFacts, Told
from .keeping import (
    count_unread,
    list_owners,
    missing_days,
    next_unread,
    record_days,
    record_listed,
)
from .listing import count_groups, list_groups, list_labels, matching_ids, read_summary
from .owning import record_owners
from .phases import KEPT_OWNER as KEPT_OWNER_SQL
from .phases import TALK as TALK_SQL
from .phases import reckon_phases, talk_window
from .profiling import set_profile, set_profiles
from .recording import record_gone, record_readings, record_told
from .roles import set_insider, set_roles
from .subs import list_sub_owners

__all__ = (
    "KEPT_OWNER_SQL",
    "TALK_SQL",
    "WECOM_ZONE",
    "DayFacts",
    "DueGroup",
    "GoneFacts",
    "GroupFacts",
    "ListedGroup",
    "MemberFacts",
    "Told",
    "ask_reading",
    "claim_due",
    "count_duplicates",
    "count_groups",
    "count_unread",
    "demand_group",
    "finish_due",
    "groups_of_customer",
    "list_duplicates",
    "list_groups",
    "list_labels",
    "list_owners",
    "list_stays",
    "list_sub_owners",
    "matching_ids",
    "missing_days",
    "next_unread",
    "put_off",
    "read_days",
    "read_group",
    "read_life",
    "read_own",
    "read_summary",
    "reckon_phases",
    "record_days",
    "record_gone",
    "record_listed",
    "record_owners",
    "record_readings",
    "record_told",
    "set_insider",
    "set_profile",
    "set_profiles",
    "set_roles",
    "talk_window",
)
