"""Groups with customers: what is known of them, and what each is for."""

from .days import read_days
from .detail import demand_group, groups_of_customer, list_stays, read_group, read_life, read_own
from .doubles import count_duplicates, list_duplicates
from .listing import count_groups, list_groups, list_labels, read_summary
from .owning import record_owners
from .profiling import set_profile, set_profiles

__all__ = (
    "count_duplicates",
    "count_groups",
    "demand_group",
    "groups_of_customer",
    "list_duplicates",
    "list_groups",
    "list_labels",
    "list_stays",
    "read_days",
    "read_group",
    "read_life",
    "read_own",
    "read_summary",
    "record_owners",
    "set_profile",
    "set_profiles",
)
