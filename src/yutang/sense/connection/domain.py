"""Our own public address: who can open it, and whether WeCom's pages may run on it."""

import ipaddress
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

import httpx2

from yutang.wecom.probe import Seen

from .asking import Answers, Way
from .schemas import CheckCode, CheckKey, Finding
from .telling import Teller

FETCH_SECONDS: Final = 5.0
_KEY: Final[CheckKey] = "js_sdk"
_TICKET: Final[dict[int, CheckCode]] = {
    48006: "wecom.48006",
    80001: "wecom.80001",
    85005: "wecom.85005",
}


def is_local(address: str) -> bool:
    """Whether only this machine or its own network can open the address."""
    host = urlsplit(address).hostname or ""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host == "localhost" or "." not in host


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


async def unserved_file(way: Way, files: Mapping[str, str]) -> tuple[str, str] | None:
    """The first of `files` (content by name) that our address does not serve, and what came."""
    for name, content in files.items():
        try:
            response = await way.http.get(
                f"{way.address}/{name}",
                timeout=httpx2.Timeout(FETCH_SECONDS),
                follow_redirects=False,
            )
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            return name, type(error).__name__
        if response.status_code != httpx2.codes.OK:
            return name, f"HTTP {response.status_code}"
        if response.text.strip() != content.strip():
            return name, "other_content"
    return None


def judge_js_sdk(
    told: Teller, way: Way, answers: Answers, unserved: tuple[str, str] | None
) -> Finding:
    """Whether pages at our address may call WeCom's JS-SDK.

    A WeCom in this network, such as the emulator, takes any address.
    """
    ticket = told.answered(_KEY, answers.ticket)
    if isinstance(ticket, Finding):
        return ticket
    if ticket.errcode:
        return told.refused(_KEY, ticket, _TICKET)
    if (wrong := _judge_address(told, way)) is not None:
        return wrong
    if unserved is not None:
        name, came = unserved
        detail = f"{name} is not served at the root of our address: {came}"
        url = f"{way.address}/{name}"
        return told.failed(_KEY, "js.verify_file", detail, {"name": name, "url": url, "came": came})
    card = told.answered(_KEY, answers.card)
    if isinstance(card, Finding):
        return card
    return _judge_domain(told, way, card)


def _judge_address(told: Teller, way: Way) -> Finding | None:
    if is_local(way.wecom_url):
        return None
    found = urlsplit(way.address)
    host = found.hostname or ""
    facts: dict[str, str | int | float] = {"address": way.address, "host": host}
    if _is_ip(host):
        return told.failed(_KEY, "js.ip_host", f"{host} is an IP, no domain", facts)
    if is_local(way.address):
        return told.failed(_KEY, "js.local", f"{host} is known in this network only", facts)
    if found.scheme != "https":
        return told.failed(_KEY, "js.not_https", f"{way.address} is not https", facts)
    return None


def _judge_domain(told: Teller, way: Way, card: Seen) -> Finding:
    """Compare the domain WeCom keeps with ours, where WeCom told it."""
    found = urlsplit(way.address)
    kept = str(card.payload.get("redirect_domain") or "").strip().lower()
    ours = {name.lower() for name in (found.hostname, found.netloc) if name}
    bare = kept.partition("://")[2] or kept
    if not kept and not card.errcode and not is_local(way.wecom_url):
        facts: dict[str, str | int | float] = {"host": found.hostname or ""}
        return told.failed(_KEY, "js.no_domain", "the app has no trusted domain", facts)
    if kept and bare.rstrip("/") not in ours:
        return told.failed(
            _KEY,
            "js.other_domain",
            f"the app's trusted domain is {bare}, our address is {way.address}",
            {"domain": bare, "host": found.hostname or ""},
        )
    return told.ok(_KEY, "a ticket was given", {"host": found.hostname or ""})
