"""Hand customers and groups over; the front door."""

from .beginning import begin, preview, preview_retry, retry, stop
from .carrying import HEARING, carry_on, claim_due
from .leaving import (
    claim_untold,
    list_leavers,
    read_giver,
    read_leavers,
    record_leavers,
    what_waits,
)
from .reading import list_groups, list_handovers, list_people, read_handover
from .results import write_file

__all__ = (
    "HEARING",
    "begin",
    "carry_on",
    "claim_due",
    "claim_untold",
    "list_groups",
    "list_handovers",
    "list_leavers",
    "list_people",
    "preview",
    "preview_retry",
    "read_giver",
    "read_handover",
    "read_leavers",
    "record_leavers",
    "retry",
    "stop",
    "what_waits",
    "write_file",
)
