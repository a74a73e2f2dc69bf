"""Write what happened between staff and customers; the reads are those of the rooms beside."""

from collections.abc import Iterable

from sqlalchemy.ext.asyncio import AsyncSession

from .absorbing import absorb
from .aliases import current_ids, former_ids, parts_of
from .arriving import handed_over, record_arrivals, record_edits
from .by_channel import count_losses_of_channel, count_relations_of_channel
from .describing import as_array, rows_by_ids
from .erased import drop_unknown
from .errors import UnknownCustomerError
from .exporting import SheetRow, sheet_rows
from .gathering import gather
from .growing import has_grown, refresh_statistics
from .happening import tell_of
from .importing import (
    Compared,
    TakenMeanwhileError,
    compare_staged,
    erased_rows,
    spell,
    take_in_staged,
)
from .leaving import record_departures, record_failed_transfers
from .listing import count_customers, count_known, list_customers, next_matching
from .losses import count_losses, count_losses_by_day
from .meeting import Met, erased_since, meet, settle_met
from .models import Customer
from .moving import move_by_hand, set_stage
from .naming import grams, query_grams, query_tokens, sort_key
from .numbers import phone_of
from .own import find_own
from .picking import names_of, stages_of
from .profile import mask_phone, read_profile
from .recording import ensure_customers
from .refusing import drop_phones, open_phones, set_refusal
from .repository import CustomerRepository
from .schemas import CustomerRef
from .sightings import Absorbed, Difference, Library, Sighting
from .tails import ask_for_tail
from .taking import record_takeovers
from .timeline import read_timeline

__all__ = (
    "Absorbed",
    "Compared",
    "Difference",
    "Library",
    "Met",
    "SheetRow",
    "Sighting",
    "TakenMeanwhileError",
    "absorb",
    "as_array",
    "ask_for_tail",
    "compare_staged",
    "count_customers",
    "count_known",
    "count_losses",
    "count_losses_by_day",
    "count_losses_of_channel",
    "count_relations_of_channel",
    "current_ids",
    "demand_known",
    "drop_phones",
    "drop_unknown",
    "ensure_customers",
    "erased_rows",
    "erased_since",
    "find_own",
    "find_refs",
    "former_ids",
    "gather",
    "get_ready",
    "grams",
    "handed_over",
    "has_grown",
    "list_customers",
    "mask_phone",
    "meet",
    "move_by_hand",
    "names_of",
    "next_matching",
    "open_phones",
    "parts_of",
    "phone_of",
    "query_grams",
    "query_tokens",
    "read_profile",
    "read_timeline",
    "record_arrivals",
    "record_departures",
    "record_edits",
    "record_failed_transfers",
    "record_takeovers",
    "refresh_statistics",
    "rows_by_ids",
    "set_refusal",
    "set_stage",
    "settle_met",
    "sheet_rows",
    "sort_key",
    "spell",
    "stages_of",
    "take_in_staged",
    "tell_of",
)


async def demand_known(session: AsyncSession, corp_id: int, customer_id: int) -> None:
    """Raise UnknownCustomerError unless the corp knows this person."""
    if await session.get(Customer, (corp_id, customer_id)) is None:
        raise UnknownCustomerError(customer_id)


def get_ready() -> None:
    """Load what the spelling of names needs, 0.3 s once: not while a transaction is open."""
    sort_key("鱼")


async def find_refs(
    session: AsyncSession, corp_id: int, external_ids: Iterable[str]
) -> dict[str, CustomerRef]:
    """Customers by WeCom id; those not stored yet are left out."""
    return await CustomerRepository(session, corp_id).refs(external_ids)
