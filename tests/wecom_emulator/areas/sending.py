"""Friends, files and formats that tests of what is sent share."""

import io
import struct
from typing import Any

import httpx2
from PIL import Image

from tests.wecom_emulator.corp import CORPID, Emulator

FEBRUARY = 1_770_000_000
"""2026-02-02 10:40 in Shanghai, a Monday."""
DAY = 24 * 3600


def png(width: int = 8, height: int = 8) -> bytes:
    """A picture."""
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, "PNG")
    return buffer.getvalue()


def _box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


def film(seconds: float = 3.0, codec: bytes = b"avc1") -> bytes:
    """An MP4 with nothing to see."""
    header = struct.pack(">IIIII", 0, 0, 0, 1000, int(seconds * 1000)) + bytes(80)
    samples = struct.pack(">II", 0, 1) + _box(codec, bytes(78))
    table = _box(b"stbl", _box(b"stsd", samples))
    track = _box(b"trak", _box(b"mdia", _box(b"minf", table)))
    return _box(b"ftyp", b"isom\0\0\0\0isom") + _box(b"moov", _box(b"mvhd", header) + track)


def voice(seconds: float = 2.0) -> bytes:
    """An AMR with frames of 12.2 kbit/s."""
    return b"#!AMR\n" + (bytes([0x3C]) + bytes(31)) * int(seconds * 50)


async def send_file(
    emulator: Emulator, name: str, content: bytes, filename: str = "a.png", **query: str
) -> httpx2.Response:
    """Upload a file by a call of WeCom's API."""
    return await emulator.http.post(
        f"/cgi-bin/{name}",
        params={"access_token": emulator.token, **query},
        files={"media": (filename, content)},
    )


async def media(emulator: Emulator, kind: str = "image", content: bytes | None = None) -> str:
    """The media_id of a file for messages."""
    content = png() if content is None else content
    answer = await send_file(emulator, "media/upload", content, type=kind)
    assert answer.json()["errcode"] == 0, answer.text
    return str(answer.json()["media_id"])


async def attachment(
    emulator: Emulator, purpose: int = 1, kind: str = "image", content: bytes | None = None
) -> str:
    """The media_id of a file for Moments (1) or albums (2)."""
    content = png() if content is None else content
    answer = await send_file(
        emulator,
        "media/upload_attachment",
        content,
        media_type=kind,
        attachment_type=str(purpose),
    )
    assert answer.json()["errcode"] == 0, answer.text
    return str(answer.json()["media_id"])


async def friend(
    emulator: Emulator, userid: str = "ann", unionid: str = "o1", **person: Any
) -> str:
    """A customer of a member."""
    told = {"unionid": unionid, **person}
    return str((await emulator.act("add", userid=userid, person=told))["external_userid"])


async def travel(emulator: Emulator, now: float) -> None:
    """Go to a moment, with a token that is good there."""
    await emulator.http.post("/emulator/clock", json={"now": now})
    await emulator.sign_in()


async def impossible(emulator: Emulator, name: str, **body: Any) -> tuple[int, str]:
    """The status and words of an act that is refused."""
    answer = await emulator.http.post(f"/emulator/corps/{CORPID}/{name}", json=body)
    return answer.status_code, answer.json()["error"]


async def received(emulator: Emulator, external_userid: str) -> list[tuple[str, str]]:
    """Kind and text of all that somebody got."""
    rows = await emulator.tell("received", external_userid=external_userid)
    return [(row["kind"], row["body"].get("text", "")) for row in rows]
