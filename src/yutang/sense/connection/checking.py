"""Ask WeCom and our own address; each answer stands for itself."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from yutang.kernel.runtime import Runtime
from yutang.people.corps.schemas import AppSecrets
from yutang.wecom.errors import UnexpectedStatusError, UnreachableError, UnreadableAnswerError
from yutang.wecom.probe import Probe, Seen
from yutang.wecom.tokens import Credentials

from .schemas import Check, CheckCode, CheckKey, CheckStatus
from .selftest import knock

CLOCK_SECONDS: Final = 300
_NOT_TRUSTED: Final = 60020
_TOKEN_CODES: Final[dict[int, CheckCode]] = {
    40001: "wecom.40001",
    40013: "wecom.40013",
    40091: "wecom.40091",
}
_CONTACT_CODES: Final[dict[int, CheckCode]] = {48002: "wecom.48002", 60011: "wecom.60011"}
Facts = dict[str, str | int | float]


@dataclass(frozen=True, slots=True)
class _Failure:
    """WeCom gave no answer of its own."""

    code: CheckCode
    detail: str
    facts: Facts = field(default_factory=dict)


@dataclass(slots=True)
class _Clocks:
    """Our moment beside the one of each answer."""

    pairs: list[tuple[datetime, datetime]] = field(default_factory=list)


async def check_corp(runtime: Runtime, apps: tuple[AppSecrets, ...], address: str) -> list[Check]:
    """Every check of every app, and the clock's; takes at most some 20 s."""
    clocks = _Clocks()
    by_app = await asyncio.gather(*(_check_app(runtime, app, address, clocks) for app in apps))
    return [*(check for checks in by_app for check in checks), _clock(runtime, clocks)]


async def _check_app(
    runtime: Runtime, app: AppSecrets, address: str, clocks: _Clocks
) -> list[Check]:
    asked, knocked = await asyncio.gather(
        _ask_wecom(runtime, app, clocks), _knock(runtime, app, address)
    )
    return [*asked, knocked]


async def _ask_wecom(runtime: Runtime, app: AppSecrets, clocks: _Clocks) -> list[Check]:
    probe = Probe(
        runtime.settings.wecom_base_url,
        runtime.http,
        Credentials(corpid=app.corpid, secret=app.secret),
    )
    told = _Teller(runtime, app.agent_id)
    token = await _seen(runtime, probe.token(), clocks)
    if isinstance(token, _Failure):
        return [
            told.failed("token", token.code, token.detail, token.facts),
            told.unknown("trusted_ip", "needs.answer", "WeCom gave no answer"),
            told.unknown("customer_contact", "needs.answer", "WeCom gave no answer"),
        ]
    if token.errcode == _NOT_TRUSTED:
        return [
            told.unknown("token", "needs.trusted_ip", "WeCom does not talk to this address"),
            _untrusted(told, token),
            told.unknown(
                "customer_contact", "needs.trusted_ip", "WeCom does not talk to this address"
            ),
        ]
    if token.errcode:
        return [
            _refused(told, "token", token, _TOKEN_CODES),
            told.unknown("trusted_ip", "needs.token", "it takes an access token to ask"),
            told.unknown("customer_contact", "needs.token", "it takes an access token to ask"),
        ]
    name = str(token.payload["access_token"])
    addresses, contact = await asyncio.gather(
        _seen(runtime, probe.callback_addresses(name), clocks),
        _seen(runtime, probe.follow_users(name), clocks),
    )
    return [
        told.ok("token", "corpid and secret belong together"),
        _trusted_ip(told, addresses, contact),
        _customer_contact(told, contact),
    ]


async def _seen(runtime: Runtime, asking: Awaitable[Seen], clocks: _Clocks) -> Seen | _Failure:
    try:
        seen = await asking
    except UnreachableError as error:
        return _Failure("wecom.unreachable", str(error), {"reason": error.reason})
    except UnexpectedStatusError as error:
        return _Failure("wecom.not_wecom", str(error), {"status": error.status})
    except UnreadableAnswerError as error:
        return _Failure("wecom.not_wecom", str(error))
    if seen.dated is not None:
        clocks.pairs.append((runtime.clock(), seen.dated))
    return seen


@dataclass(frozen=True, slots=True)
class _Teller:
    """Writes checks of one app."""

    runtime: Runtime
    app: int | None

    def ok(self, key: CheckKey, detail: str, facts: Facts | None = None) -> Check:
        return self._check(key, "ok", "ok", detail, facts)

    def failed(
        self, key: CheckKey, code: CheckCode, detail: str, facts: Facts | None = None
    ) -> Check:
        return self._check(key, "failed", code, detail, facts)

    def unknown(self, key: CheckKey, code: CheckCode, detail: str) -> Check:
        return self._check(key, "unknown", code, detail, None)

    def _check(
        self, key: CheckKey, status: CheckStatus, code: CheckCode, detail: str, facts: Facts | None
    ) -> Check:
        return Check(
            key=key,
            app=self.app,
            status=status,
            code=code,
            detail=detail,
            seen_at=self.runtime.clock(),
            facts=facts or {},
        )


def _refused(told: _Teller, key: CheckKey, seen: Seen, codes: dict[int, CheckCode]) -> Check:
    facts: Facts = {"errcode": seen.errcode, "errmsg": seen.errmsg}
    code = codes.get(seen.errcode, "wecom.refused")
    return told.failed(key, code, f"WeCom answered {seen.errcode}: {seen.errmsg}", facts)


def _untrusted(told: _Teller, seen: Seen) -> Check:
    facts: Facts = {"errcode": seen.errcode}
    if seen.from_ip is not None:
        facts["ip"] = seen.from_ip
    detail = f"WeCom does not trust {seen.from_ip or 'the address of this machine'}"
    return told.failed("trusted_ip", "wecom.60020", detail, facts)


def _trusted_ip(told: _Teller, addresses: Seen | _Failure, contact: Seen | _Failure) -> Check:
    for seen in (addresses, contact):
        if isinstance(seen, Seen) and seen.errcode == _NOT_TRUSTED:
            return _untrusted(told, seen)
    for seen in (addresses, contact):
        if isinstance(seen, Seen):
            # WeCom looks at the address first: a refusal for anything else comes after it.
            return told.ok("trusted_ip", "WeCom takes calls from this machine's address")
    return told.unknown("trusted_ip", "needs.answer", "WeCom gave no answer")


def _customer_contact(told: _Teller, seen: Seen | _Failure) -> Check:
    key: CheckKey = "customer_contact"
    if isinstance(seen, _Failure):
        return told.failed(key, seen.code, seen.detail, seen.facts)
    if seen.errcode == _NOT_TRUSTED:
        return told.unknown(key, "needs.trusted_ip", "WeCom does not talk to this address")
    if seen.errcode:
        return _refused(told, key, seen, _CONTACT_CODES)
    members = seen.payload.get("follow_user")
    count = len(members) if isinstance(members, list) else 0
    if count == 0:
        return told.failed(
            key, "contact.nobody", "nobody in the app's visible range has customer contact"
        )
    return told.ok(key, f"{count} members have customer contact", {"members": count})


async def _knock(runtime: Runtime, app: AppSecrets, address: str) -> Check:
    url = callback_url(address, app.corpid, app.agent_id)
    found = await knock(runtime.http, url, app, app.corpid)
    told = _Teller(runtime, app.agent_id)
    if found.code == "ok":
        return told.ok("callback", found.detail, found.facts)
    return told.failed("callback", found.code, found.detail, {"url": url, **found.facts})


def _clock(runtime: Runtime, clocks: _Clocks) -> Check:
    told = _Teller(runtime, None)
    if not clocks.pairs:
        return told.unknown("clock", "needs.answer", "WeCom gave no answer that tells the time")
    # The slowest answer says least about the clock, so the smallest difference counts.
    seconds = min(
        (round((ours - theirs).total_seconds()) for ours, theirs in clocks.pairs), key=abs
    )
    if abs(seconds) > CLOCK_SECONDS:
        side = "ahead of" if seconds > 0 else "behind"
        detail = f"our clock is {abs(seconds)} s {side} WeCom's"
        return told.failed("clock", "clock.off", detail, {"seconds": seconds})
    return told.ok("clock", f"{abs(seconds)} s from WeCom's clock", {"seconds": seconds})


def callback_url(address: str, corpid: str, agent_id: int) -> str:
    """Where WeCom sends this app's callbacks."""
    return f"{address}/callbacks/wecom/{corpid}/{agent_id}"
