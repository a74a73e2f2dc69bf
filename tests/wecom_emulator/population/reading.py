"""A generated company as an app reads it."""

import contextlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from tests.wecom_emulator.corp import Emulator, open_emulator
from wecom_emulator.limits import Limits

UNTIL = 1_790_000_000
Size = dict[str, int]
SMALL: Size = {"staff": 12, "customers": 400, "groups": 6, "tags": 30}
ENDLESS = Limits(calls_a_minute=0, calls_an_hour=0, ip_calls_a_minute=0, ip_calls_an_hour=0)


@contextlib.asynccontextmanager
async def company(
    size: Size = SMALL, seed: int = 7, state_file: Path | None = None
) -> AsyncIterator[Emulator]:
    """An emulator whose corp has a generated company beside its two members."""
    async with open_emulator(ENDLESS, state_file) as emulator:
        await emulator.act("generate", **size, seed=seed, until=UNTIL)
        yield emulator


async def followers(emulator: Emulator) -> list[str]:
    """Everybody who may have customers."""
    told = await emulator.call("externalcontact/get_follow_user_list")
    return list(told["follow_user"])


async def listed(emulator: Emulator, userid: str) -> list[str]:
    """A member's customers by `list`; none where he is refused for having none."""
    told = await emulator.call("externalcontact/list", userid=userid)
    assert told["errcode"] in {0, 84061}
    return list(told["external_userid"])


async def paged(emulator: Emulator, userids: list[str], limit: int) -> list[dict[str, Any]]:
    """All pairs of some members by `batch/get_by_user`, `limit` on a page."""
    found: list[dict[str, Any]] = []
    cursor = ""
    while True:
        body = {"userid_list": userids, "cursor": cursor, "limit": limit}
        told = await emulator.call("externalcontact/batch/get_by_user", body)
        assert told["errcode"] == 0
        assert len(told["external_contact_list"]) <= limit
        found += told["external_contact_list"]
        cursor = told["next_cursor"]
        if not cursor:
            return found
        # Full until the last one, and never empty.
        assert len(told["external_contact_list"]) == limit


async def got(emulator: Emulator, external: str) -> dict[str, Any]:
    """One customer by `get`."""
    told = await emulator.call("externalcontact/get", external_userid=external)
    assert told["errcode"] == 0, told
    return dict(told)


async def served(emulator: Emulator, limit: int) -> list[dict[str, Any]]:
    """All rows of `contact_list`."""
    rows: list[dict[str, Any]] = []
    cursor = ""
    while True:
        body = {"limit": limit, "cursor": cursor}
        told = await emulator.call("externalcontact/contact_list", body)
        rows += told["info_list"]
        cursor = told["next_cursor"]
        if not cursor:
            return rows


async def groups_of(emulator: Emulator, userids: list[str], limit: int = 1000) -> list[str]:
    """The groups of some owners, page after page."""
    found: list[str] = []
    cursor = ""
    while True:
        body = {"limit": limit, "cursor": cursor, "owner_filter": {"userid_list": userids}}
        told = await emulator.call("externalcontact/groupchat/list", body)
        assert told["errcode"] == 0
        found += [row["chat_id"] for row in told["group_chat_list"]]
        cursor = told["next_cursor"]
        if not cursor:
            return found


async def group(emulator: Emulator, chat_id: str) -> dict[str, Any]:
    """One group with its members."""
    body = {"chat_id": chat_id, "need_name": 1}
    told = await emulator.call("externalcontact/groupchat/get", body)
    assert told["errcode"] == 0
    return dict(told["group_chat"])


def follow(row: dict[str, Any]) -> dict[str, Any]:
    """A `follow_user` of `get` in the words of `batch`: the corp tags as ids alone."""
    told = {key: value for key, value in row.items() if key != "tags"}
    return told | {"tag_id": [tag["tag_id"] for tag in row["tags"] if "tag_id" in tag]}


async def everything(emulator: Emulator, page: Callable[[], int]) -> dict[tuple[str, str], Any]:
    """Every pair with what is told of it, all members together, in pages of any size."""
    pairs: dict[tuple[str, str], Any] = {}
    everybody = await followers(emulator)
    for start in range(0, len(everybody), 100):
        for row in await paged(emulator, everybody[start : start + 100], page()):
            pair = row["follow_info"]["userid"], row["external_contact"]["external_userid"]
            assert pair not in pairs
            pairs[pair] = row
    return pairs
