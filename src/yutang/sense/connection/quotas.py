"""How much of WeCom's ceilings is used, and which calls it stopped."""

import time
from dataclasses import dataclass
from typing import Final

from .asking import Asker
from .schemas import CheckKey, Facts, Finding
from .telling import Teller

CONTACT_WAYS: Final = 500_000
"""Contact ways and group join ways of a corp that were made by API."""
CORP_TAGS: Final = 10_000
NEARLY: Final = 0.9
COUNT_SECONDS: Final = 8.0
_SINCE: Final = 1_625_846_400
"""2021-07-10: WeCom lists no older contact way."""
_KEY: Final[CheckKey] = "quotas"


@dataclass(frozen=True, slots=True)
class Door:
    """An app that may call customer contact, with its token."""

    asker: Asker
    token: str


@dataclass(frozen=True, slots=True)
class Calls:
    """What the gateway counted: the API nearest to its ceiling, and one that WeCom stopped."""

    path: str
    used: int
    limit: int
    stopped: str = ""
    until: str = ""
    """ISO; when the stopped one may be called again."""


async def check_quotas(told: Teller, door: Door | None, calls: Calls | None) -> Finding:
    """Look at the gateway's counts; count contact ways, for up to COUNT_SECONDS, and corp tags."""
    if calls is not None and calls.stopped:
        detail = f"WeCom stopped {calls.stopped} until {calls.until}"
        facts: Facts = {"path": calls.stopped, "until": calls.until}
        return told.failed(_KEY, "quota.stopped", detail, facts)
    if door is None:
        return told.unknown(_KEY, "needs.customer_contact", "no app may call customer contact")
    ways = await _count_contact_ways(told, door, time.monotonic() + COUNT_SECONDS)
    if isinstance(ways, Finding):
        return ways
    tags = await _count_tags(told, door)
    if isinstance(tags, Finding):
        return tags
    counted, whole = ways
    facts = {
        "contact_ways": counted,
        "contact_ways_limit": CONTACT_WAYS,
        "counted": int(whole),
        "tags": tags,
        "tags_limit": CORP_TAGS,
    }
    if calls is not None and calls.limit:
        facts |= {"calls": calls.used, "calls_limit": calls.limit, "path": calls.path}
    if counted >= CONTACT_WAYS * NEARLY:
        detail = f"{counted} of {CONTACT_WAYS} contact ways are used"
        return told.failed(_KEY, "quota.contact_ways", detail, facts)
    if tags >= CORP_TAGS * NEARLY:
        return told.failed(_KEY, "quota.tags", f"{tags} of {CORP_TAGS} tags are used", facts)
    return told.ok(_KEY, f"{counted} contact ways and {tags} tags", facts)


async def _count_contact_ways(told: Teller, door: Door, until: float) -> tuple[int, bool] | Finding:
    counted, cursor = 0, ""
    while True:
        answer = await door.asker.ask(door.asker.probe.contact_ways(door.token, _SINCE, cursor))
        seen = told.answered(_KEY, answer)
        if isinstance(seen, Finding):
            return seen
        if seen.errcode:
            return told.refused(_KEY, seen, {48002: "wecom.48002", 48006: "wecom.48006"})
        page = seen.payload.get("contact_way")
        counted += len(page) if isinstance(page, list) else 0
        cursor = str(seen.payload.get("next_cursor") or "")
        if not cursor or not page:
            return counted, True
        if time.monotonic() > until:
            return counted, False


async def _count_tags(told: Teller, door: Door) -> int | Finding:
    seen = told.answered(_KEY, await door.asker.ask(door.asker.probe.corp_tags(door.token)))
    if isinstance(seen, Finding):
        return seen
    if seen.errcode:
        return told.refused(_KEY, seen, {48002: "wecom.48002", 48006: "wecom.48006"})
    groups = seen.payload.get("tag_group")
    rows = [group.get("tag") for group in groups or [] if isinstance(group, dict)]
    return sum(len(tags) for tags in rows if isinstance(tags, list))
