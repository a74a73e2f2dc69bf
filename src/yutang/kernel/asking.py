"""From where a request comes."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from starlette.requests import HTTPConnection

from .settings import Settings

NOWHERE = ""
"""Of a peer that has no address, as on a socket of Unix."""


def client_ip(request: HTTPConnection, settings: Settings) -> str:
    """The address of who asks, as text; empty where there is none.

    What a proxy says of it counts only when `trusted_proxies` names the proxy: anybody can write
    `X-Forwarded-For`. Of several proxies in a row, the last that is not trusted is who asks.
    """
    peer = request.client.host if request.client is not None else NOWHERE
    networks = [ip_network(one, strict=False) for one in settings.proxies]
    if not networks:
        return peer
    told = [
        part.strip()
        for line in request.headers.getlist("x-forwarded-for")
        for part in line.split(",")
    ]
    asks = peer
    while told and (here := _address(asks)) is not None and any(here in net for net in networks):
        before = _address(told.pop())
        if before is None:
            break
        asks = str(before)
    return asks


def _address(text: str) -> IPv4Address | IPv6Address | None:
    """`text` as an address, without port and zone; one of IPv4 written as IPv6 is one of IPv4."""
    bare = text.rpartition(":")[0] if text.count(":") == 1 else text
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    try:
        found = ip_address(bare.partition("%")[0])
    except ValueError:
        return None
    return found.ipv4_mapped or found if isinstance(found, IPv6Address) else found
