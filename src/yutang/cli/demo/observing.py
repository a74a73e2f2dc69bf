"""Reads what both sides hold of the adds of a run."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo

from .clients import EmulatorDoor, YutangDoor
from .results import Add

Pair = tuple[str, str]


class Watch:
    """The eyes of a driver; every read looks at all adds of the run at once."""

    def __init__(
        self, yutang: YutangDoor, emulator: EmulatorDoor, secret: str, accounts: Sequence[str]
    ) -> None:
        self._yutang = yutang
        self._emulator = emulator
        self._secret = secret
        self._accounts = list(accounts)
        self._started_at = datetime.now(UTC)
        self._zone = "Asia/Shanghai"
        self._codes_before = 0
        self._tag_names: dict[str, Pair] = {}

    @classmethod
    async def start(
        cls, yutang: YutangDoor, emulator: EmulatorDoor, secret: str, accounts: Sequence[str]
    ) -> Self:
        """Begin to watch from now on."""
        watch = cls(yutang, emulator, secret, accounts)
        watch._zone = (await yutang.read("/api/session"))["corp"]["timezone"]
        codes = await watch._read_codes(0)
        watch._codes_before = max((code["index"] for code in codes), default=0)
        groups = await emulator.wecom(
            "externalcontact/get_corp_tag_list", await emulator.token(secret), {}
        )
        watch._tag_names = {
            tag["id"]: (group["group_name"], tag["name"])
            for group in groups["tag_group"]
            for tag in group["tag"]
        }
        return watch

    async def entries(self, adds: Sequence[Add], channel_id: int, tag_ids: frozenset[int]) -> None:
        """What Yutang's list of adds says of each."""
        found: dict[Pair, list[dict[str, Any]]] = {}
        for day in days_between(self._started_at, self._zone):
            async for item in self._yutang.pages("/api/adds", on=day, channel_id=channel_id):
                customer, staff = item["customer"], item["staff"]
                if customer is not None and staff is not None:
                    pair = (customer["external_id"], staff["account"])
                    found.setdefault(pair, []).append(item)
        for pair, scans in _by_pair(adds).items():
            items = sorted(found.get(pair, []), key=lambda item: str(item["at"]))
            for place, add in enumerate(scans):
                # The last scan answers for all that is left, so that a surplus entry shows.
                own = items[place:] if add is scans[-1] else items[place : place + 1]
                _note(add, own, tag_ids)

    async def welcomes(self, adds: Sequence[Add]) -> None:
        """Which welcomes the emulator delivered, and how fast."""
        by_code = {code: add for add in adds for code in add.codes}
        last = {pair: scans[-1] for pair, scans in _by_pair(adds).items()}
        sent: dict[int, list[dict[str, Any]]] = {}
        for code in await self._read_codes(self._codes_before):
            pair = (code["external_userid"], code["userid"])
            add = by_code.get(code["welcome_code"]) or last.get(pair)
            if add is not None and code["sent_at"] is not None:
                sent.setdefault(id(add), []).append(code)
        for add in adds:
            codes = sent.get(id(add), [])
            add.sends = len(codes)
            if codes and codes[0]["first_delivery_at"] is not None:
                add.latency_ms = 1000 * (codes[0]["sent_at"] - codes[0]["first_delivery_at"])

    async def tags(self, adds: Sequence[Add], wanted: frozenset[Pair]) -> None:
        """Which relations carry the `wanted` (group, tag) names in WeCom."""
        token = await self._emulator.token(self._secret)
        carried: dict[Pair, set[Pair]] = {}
        cursor = ""
        while True:
            page = await self._emulator.wecom(
                "externalcontact/batch/get_by_user",
                token,
                {"userid_list": self._accounts, "cursor": cursor, "limit": 100},
            )
            for contact in page["external_contact_list"]:
                relation = contact["follow_info"]
                pair = (contact["external_contact"]["external_userid"], relation["userid"])
                carried[pair] = {
                    self._tag_names[tag]
                    for tag in relation.get("tag_id", [])
                    if tag in self._tag_names
                }
            cursor = page.get("next_cursor", "")
            if not cursor:
                break
        for add in adds:
            on_relation = carried.get((add.external_userid, add.userid), set())
            add.tagged_there = wanted <= on_relation

    async def _read_codes(self, after: int) -> list[dict[str, Any]]:
        codes: list[dict[str, Any]] = []
        while True:
            answer = await self._emulator.read(
                f"/emulator/corps/{self._emulator.corpid}/welcome_codes", params={"after": after}
            )
            if not answer:
                return codes
            codes.extend(answer)
            after = answer[-1]["index"]


def _by_pair(adds: Sequence[Add]) -> dict[Pair, list[Add]]:
    """Scans of the same two people, in the order they happened."""
    pairs: dict[Pair, list[Add]] = {}
    for add in adds:
        if add.external_userid:
            pairs.setdefault((add.external_userid, add.userid), []).append(add)
    return pairs


def _note(add: Add, items: Sequence[dict[str, Any]], tag_ids: frozenset[int]) -> None:
    add.entries = len(items)
    if not items:
        return
    item = next((i for i in items if i["outcome"] == "sent"), items[-1])
    add.stored = True
    add.tagged_here = tag_ids <= {tag["id"] for tag in item["tags"] if tag["mirrored"]}
    add.outcome = item["outcome"]
    add.reason = item["reason"]
    add.detail = item["detail"]


def days_between(start: datetime, zone: str) -> list[str]:
    """Every day from `start` to now in `zone`: a run may go over midnight."""
    first = start.astimezone(ZoneInfo(zone)).date()
    last = datetime.now(UTC).astimezone(ZoneInfo(zone)).date()
    return [(first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1)]
