"""Codes on customers' pages, which the demo phone shows in a frame: a tap is its long press."""

from html import escape
from typing import Final
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import Response

from yutang.kernel.runtime import Runtime
from yutang.people.staff_sessions import service as sessions

from .answering import HEADERS

_POLICY: Final = "Content-Security-Policy"


def reader_of(runtime: Runtime, request: Request) -> str:
    """The page of the demo phone that reads a code; none anywhere else."""
    bridge = sessions.bridge_origin(runtime.settings)
    is_framed = request.headers.get("Sec-Fetch-Dest", "") == "iframe"
    return f"{bridge}/phone/read.html" if bridge and is_framed else ""


def pressable(picture: str, content: str, reader: str) -> str:
    """The picture of a code, for a long press or for a tap on a demo phone."""
    if not reader:
        return picture
    pressed = escape(f"{reader}?{urlencode({'qr': content})}")
    return f'<a href="{pressed}">{picture}</a>'


def let_show(runtime: Runtime, answer: Response) -> Response:
    """A page may hold pictures of its own, and the demo phone frames it; nobody else may."""
    policy = HEADERS[_POLICY]
    if bridge := sessions.bridge_origin(runtime.settings):
        policy = policy.replace("frame-ancestors 'none'", f"frame-ancestors {bridge}")
    answer.headers[_POLICY] = f"{policy}; img-src data:"
    return answer
