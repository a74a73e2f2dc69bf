"""Frequency and concurrency, counted in the emulator's time (document 90312).

Windows are those of the clock: a minute, an hour, a natural day and a month of Shanghai. A call
that would be one too many is refused with 45009 and counts nowhere; from then on that API is
blocked for the corp, app or address: 60 s, 60 min, until the day ends, or 30 days.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

from .errors import TOO_MANY_AT_ONCE, TOO_OFTEN, Refusal
from .limits import Limits

SHANGHAI = timezone(timedelta(hours=8))
MINUTE, HOUR, DAY = 60, 3600, 24 * 3600
MONTH_BLOCK = 30 * DAY
HOURS_KEPT = 24 * 31
_MOST_WINDOWS = 200_000
SAME_PAIR = Refusal(45035, "concurrent writes on one object")
ONE_AT_A_TIME = {"externalcontact/mark_tag": ("userid", "external_userid")}
"""APIs that take one call at a time for the same values of these fields (community reports)."""

Subject = tuple[str, ...]
"""Who is counted: a corp, an app of it, an address."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls, from where, and whether with debug=1."""

    corpid: str
    agentid: int
    ip: str
    debug: bool = False


@dataclass(slots=True)
class Hour:
    """The calls of one API in an hour of the clock."""

    calls: int = 0
    """Admitted: those that used quota."""
    zero: int = 0
    """Answered with errcode 0, as the caller saw it."""
    done: int = 0
    """Had their effect, whatever the caller saw."""
    refused: int = 0
    """Refused with 45009."""


@dataclass(slots=True)
class Use:
    """What a corp made of one API."""

    hours: OrderedDict[int, Hour] = field(default_factory=OrderedDict)
    lockouts: int = 0
    """How often it ran into a limit and was blocked."""
    refused_parallel: int = 0
    """Refused with 45033 or 45035."""
    in_flight: int = 0
    most_in_flight: int = 0

    def hour(self, now: float) -> Hour:
        """The hour of a moment."""
        begins = int(now // HOUR) * HOUR
        found = self.hours.get(begins)
        if found is None:
            found = self.hours[begins] = Hour()
            if len(self.hours) > HOURS_KEPT:
                self.hours.popitem(last=False)
        return found


@dataclass(slots=True)
class Block:
    """An API closed until a moment."""

    until: float
    window: str


def begin_of(window: str, now: float) -> int:
    """When the window that holds a moment began, unix seconds."""
    if window == "minute":
        return int(now // MINUTE) * MINUTE
    if window == "hour":
        return int(now // HOUR) * HOUR
    local = datetime.fromtimestamp(now, SHANGHAI).replace(hour=0, minute=0, second=0, microsecond=0)
    return int((local.replace(day=1) if window == "month" else local).timestamp())


def end_of_block(window: str, now: float) -> float:
    """How long the API stays closed to who ran into a window."""
    if window == "minute":
        return now + MINUTE
    if window == "hour":
        return now + HOUR
    if window == "day":
        return begin_of("day", now) + DAY
    return now + MONTH_BLOCK


class Quotas:
    """All counters; forgotten by a restart, as tokens are."""

    def __init__(self) -> None:
        self._windows: dict[tuple[Subject, str, str], tuple[int, int]] = {}
        self._blocks: dict[tuple[Subject, str], Block] = {}
        self._uses: dict[tuple[str, str], Use] = defaultdict(Use)
        self._busy: set[tuple[str, str, tuple[str, ...]]] = set()

    def clear(self) -> None:
        """Begin anew; what is under way stays so."""
        self._windows.clear()
        self._blocks.clear()
        self._uses = defaultdict(
            Use,
            {
                key: Use(in_flight=use.in_flight, most_in_flight=use.in_flight)
                for key, use in self._uses.items()
                if use.in_flight
            },
        )

    def use(self, corpid: str, path: str) -> Use:
        """What a corp made of an API."""
        return self._uses[corpid, path]

    def admit(self, limits: Limits, now: float, caller: Caller, path: str) -> Hour:
        """Count a call and tell its hour, or refuse it with 45009 and count nothing."""
        asked = _windows(limits, caller, path)
        use = self._uses[caller.corpid, path]
        for subject in {subject for subject, _, _ in asked}:
            block = self._blocks.get((subject, path))
            if block is not None and block.until > now:
                use.hour(now).refused += 1
                raise TOO_OFTEN.error()
        for subject, window, most in asked:
            if self.made(subject, path, window, now) >= most:
                self._blocks[subject, path] = Block(end_of_block(window, now), window)
                use.lockouts += 1
                use.hour(now).refused += 1
                raise TOO_OFTEN.error()
        for subject, window, _ in asked:
            self._count(subject, path, window, now)
        hour = use.hour(now)
        hour.calls += 1
        return hour

    def give_back(self, limits: Limits, now: float, caller: Caller, path: str) -> None:
        """Take a call off again that turned out to count nowhere."""
        for subject, window, _ in _windows(limits, caller, path):
            self._count(subject, path, window, now, by=-1)

    def made(self, subject: Subject, path: str, window: str, now: float) -> int:
        """How many calls of a window are used."""
        begun, made = self._windows.get((subject, path, window), (0, 0))
        return made if begun == begin_of(window, now) else 0

    def _count(self, subject: Subject, path: str, window: str, now: float, *, by: int = 1) -> None:
        if len(self._windows) > _MOST_WINDOWS:
            # Addresses come and go; a window that is over says nothing any more.
            self._windows = {
                key: kept for key, kept in self._windows.items() if kept[0] == begin_of(key[2], now)
            }
        made = max(0, self.made(subject, path, window, now) + by)
        self._windows[subject, path, window] = (begin_of(window, now), made)

    def wrong_secret(self, limits: Limits, now: float, ip: str) -> None:
        """Count a wrong secret; too many of them lock the address out of gettoken."""
        subject: Subject = ("secrets", ip)
        if not limits.wrong_secrets_an_hour:
            return
        self._count(subject, "gettoken", "hour", now)
        if self.made(subject, "gettoken", "hour", now) >= limits.wrong_secrets_an_hour:
            until = now + limits.wrong_secrets_lock_seconds
            self._blocks[subject, "gettoken"] = Block(until, "hour")
            self._windows.pop((subject, "gettoken", "hour"))

    def refuse_locked_address(self, now: float, ip: str) -> None:
        """Refuse gettoken with 45009 to an address that tried too many wrong secrets."""
        block = self._blocks.get((("secrets", ip), "gettoken"))
        if block is not None and block.until > now:
            raise TOO_OFTEN.error()

    def enter(self, corpid: str, path: str, most: int, pair: tuple[str, ...]) -> None:
        """A call begins its work; refused with 45033, or 45035 for the same pair.

        `most` of 0 is without end. Who entered has to leave.
        """
        use = self._uses[corpid, path]
        if most and use.in_flight >= most:
            use.refused_parallel += 1
            raise TOO_MANY_AT_ONCE.error()
        if pair and (corpid, path, pair) in self._busy:
            use.refused_parallel += 1
            raise SAME_PAIR.error()
        if pair:
            self._busy.add((corpid, path, pair))
        use.in_flight += 1
        use.most_in_flight = max(use.most_in_flight, use.in_flight)

    def leave(self, corpid: str, path: str, pair: tuple[str, ...]) -> None:
        """It is over."""
        self._busy.discard((corpid, path, pair))
        self._uses[corpid, path].in_flight -= 1

    def rows(self, limits: Limits, now: float, corpid: str, path: str) -> Iterator[dict[str, Any]]:
        """What was used, by corp and API; an empty `corpid` or `path` is all of them."""
        for (of_corp, api), use in sorted(self._uses.items()):
            if corpid in {"", of_corp} and path in {"", api}:
                yield self._row(limits, now, of_corp, api, use)

    def locked_addresses(self, now: float) -> list[dict[str, Any]]:
        """Addresses that are blocked now, for an API or, after wrong secrets, for gettoken."""
        return [
            {"ip": subject[1], "path": f"/cgi-bin/{path}", "until": block.until}
            for (subject, path), block in self._blocks.items()
            if subject[0] in {"ip", "secrets"} and block.until > now
        ]

    def _row(self, limits: Limits, now: float, corpid: str, path: str, use: Use) -> dict[str, Any]:
        asked = _windows(limits, Caller(corpid, 0, ""), path)
        return {
            "corpid": corpid,
            "path": f"/cgi-bin/{path}",
            "windows": {
                window: {
                    "begins": begin_of(window, now),
                    "used": self.made(subject, path, window, now),
                    "most": most,
                }
                for subject, window, most in asked
                if subject[0] == "corp"
            },
            "blocked": [
                {"by": subject[0], "until": block.until, "window": block.window}
                for (subject, api), block in self._blocks.items()
                if api == path and subject[1] == corpid and block.until > now
            ],
            "lockouts": use.lockouts,
            "exceeded": sum(hour.refused for hour in use.hours.values()),
            "refused_parallel": use.refused_parallel,
            "in_flight": use.in_flight,
            "most_in_flight": use.most_in_flight,
            "hours": [
                {
                    "begins": begins,
                    "calls": hour.calls,
                    "zero": hour.zero,
                    "done": hour.done,
                    "refused": hour.refused,
                }
                for begins, hour in use.hours.items()
            ],
        }


def _windows(limits: Limits, caller: Caller, path: str) -> list[tuple[Subject, str, int]]:
    """The windows a call counts in: who, how long, how many; none without an end."""
    corp: Subject = ("corp", caller.corpid)
    app: Subject = ("app", caller.corpid, str(caller.agentid))
    address: Subject = ("ip", caller.ip)
    found: dict[tuple[Subject, str], int] = {}
    if path not in limits.uncounted:
        found = {
            (corp, "minute"): limits.calls_a_minute,
            (corp, "hour"): limits.calls_an_hour,
            (address, "minute"): limits.ip_calls_a_minute,
            (address, "hour"): limits.ip_calls_an_hour,
        }
    for window, most in limits.calls_of_api.get(path, {}).items():
        found[corp, window] = most
    for window, most in limits.calls_of_api_and_app.get(path, {}).items():
        found[app, window] = most
    if caller.debug:
        found[("debug", caller.corpid), "minute"] = limits.debug_calls_a_minute
    return [(subject, window, most) for (subject, window), most in found.items() if most]
