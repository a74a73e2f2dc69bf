"""Watch groups and ask their owners: the front door."""

from yutang.kernel.runtime import Runtime

from .doubles import (
    list_plan_owners,
    list_plans,
    preview,
    read_plan,
    start_plan,
    stop_plan,
    watch_doubles,
)
from .renewal_lists import list_renewals, read_renewal
from .renewals import pick_new_group, plan_renewal, stop_renewal, watch_renewals
from .silence import watch_silence
from .watching import read_sheet, read_watch

__all__ = (
    "list_plan_owners",
    "list_plans",
    "list_renewals",
    "pick_new_group",
    "plan_renewal",
    "preview",
    "read_plan",
    "read_renewal",
    "read_sheet",
    "read_watch",
    "start_plan",
    "stop_plan",
    "stop_renewal",
    "watch",
    "watch_doubles",
    "watch_renewals",
    "watch_silence",
)


async def watch(runtime: Runtime, corp_id: int) -> None:
    """Look at everything that is watched; safe to repeat."""
    await watch_silence(runtime, corp_id)
    await watch_doubles(runtime, corp_id)
    await watch_renewals(runtime, corp_id)
