"""Who asks: the peer, unless a proxy that we trust says otherwise."""

import pytest
from pydantic import ValidationError
from starlette.requests import Request

from yutang.kernel.asking import client_ip
from yutang.kernel.settings import Settings


@pytest.mark.parametrize(
    ("trusted", "peer", "told", "expected"),
    [
        ("", "10.0.0.5", "198.51.100.7", "10.0.0.5"),
        ("10.0.0.5", "10.0.0.5", "198.51.100.7", "198.51.100.7"),
        ("10.0.0.5", "10.0.0.6", "198.51.100.7", "10.0.0.6"),
        # What the client itself wrote stands before what our proxy saw.
        ("10.0.0.0/8, ::1", "10.0.0.5", "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        ("10.0.0.0/8, ::1", "::1", "203.0.113.9, 198.51.100.7, 10.2.2.2", "198.51.100.7"),
        ("10.0.0.0/8", "10.0.0.5", "10.0.0.9", "10.0.0.9"),
        ("10.0.0.0/8", "10.0.0.5", "nonsense", "10.0.0.5"),
        ("10.0.0.0/8", "10.0.0.5", "[2001:db8::1]:443", "2001:db8::1"),
        ("10.0.0.0/8", "::ffff:10.0.0.5", "198.51.100.7:5000", "198.51.100.7"),
        ("10.0.0.5", "10.0.0.5", None, "10.0.0.5"),
    ],
)
def test_only_a_trusted_proxy_is_believed(
    trusted: str, peer: str, told: str | None, expected: str
) -> None:
    headers = [] if told is None else [(b"x-forwarded-for", told.encode())]
    request = Request({"type": "http", "headers": headers, "client": (peer, 1234)})
    assert client_ip(request, Settings(trusted_proxies=trusted)) == expected


def test_a_network_that_is_none_is_refused_at_the_start() -> None:
    with pytest.raises(ValidationError, match="trusted_proxies"):
        Settings(trusted_proxies="10.0.0.5, the proxy")
