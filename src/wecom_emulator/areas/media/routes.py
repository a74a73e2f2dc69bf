"""Files: three days, then gone (documents 90253, 90254, 95098, 96219)."""

from typing import Any

from starlette.responses import Response

from wecom_emulator.calls import Call, Verb
from wecom_emulator.state import Media, new_id
from wecom_emulator.timers import Handler
from wecom_emulator.uploads import (
    KEPT_FOR_EVER,
    LINKED,
    MESSAGE,
    MOMENTS,
    PICTURE,
    PRODUCTS,
    VOICE,
    Uploads,
)

from . import checks, state
from .state import DONE, FAILED, Job

_SENT = frozenset({MESSAGE, MOMENTS, PRODUCTS, LINKED, VOICE})
_VOICES = frozenset({VOICE})
_UNFIT = frozenset({'"', "\\", *map(chr, range(0x20)), "\x7f"})
"""What would end a name within a header, or the header."""


async def upload(call: Call) -> dict[str, Any]:
    """Keep a file."""
    kind, file = checks.upload(call)
    media_id, now = await state.keep(call.world, call.corp, kind, file)
    return {"type": kind, "media_id": media_id, "created_at": str(now)}


async def upload_picture(call: Call) -> dict[str, Any]:
    """Keep a picture for ever at an address."""
    file = checks.picture(call)
    kept, now = call.corp.of(Uploads), call.world.clock.now()
    media_id, _ = await state.keep(
        call.world, call.corp, "image", file, PICTURE, expires_at=KEPT_FOR_EVER
    )
    kept.pictures = [*(at for at in kept.pictures if at > now - checks.MONTH), now]
    return {"url": f"{call.base_url}/media/{media_id}"}


async def upload_attachment(call: Call) -> dict[str, Any]:
    """Keep a file for Moments or albums."""
    kind, scene, file = checks.attachment(call)
    media_id, now = await state.keep(call.world, call.corp, kind, file, scene)
    return {"type": kind, "media_id": media_id, "created_at": now}


def _send(call: Call, media_id: str, media: Media, content_type: str) -> Response:
    content = call.world.media_content(media_id)
    piece = checks.piece(call.headers.get("range", ""), len(content), call.world.limits.piece_bytes)
    name = "".join("_" if letter in _UNFIT else letter for letter in media.name)
    # Its bytes go as they are, as WeCom takes names too; a header's letters are bytes here.
    name = name.encode(errors="replace").decode("latin-1")
    headers = {"Accept-Ranges": "bytes", "Content-Disposition": f'attachment; filename="{name}"'}
    if piece.part:
        headers["Content-Range"] = f"bytes {piece.begin}-{piece.end - 1}/{len(content)}"
    return Response(
        content[piece.begin : piece.end],
        206 if piece.part else 200,
        media_type=content_type,
        headers=headers,
    )


async def get(call: Call) -> Response:
    """Send a file or the part of it that a range asks for."""
    media_id, media = checks.kept(call, _SENT)
    return _send(call, media_id, media, media.content_type or "application/octet-stream")


async def get_voice(call: Call) -> Response:
    """Send what somebody said on a page of the JS-SDK: speex of 16 kHz."""
    media_id, media = checks.kept(call, _VOICES)
    better = call.corp.of(Uploads).speex.get(media_id, media_id)
    return _send(call, better, media, "voice/speex")


async def upload_by_url(call: Call) -> dict[str, Any]:
    """Begin a job that fetches a file."""
    kind, name, url, digest = checks.linked(call)
    job = Job(new_id("job", 40), call.app.agentid, kind, name, url, digest)
    state.begin(call.world, call.corp, job)
    return {"jobid": job.jobid}


async def read_job(call: Call) -> dict[str, Any]:
    """How far a job is."""
    job = checks.job(call)
    told: dict[str, Any] = {"status": job.status}
    if job.status in {DONE, FAILED}:
        told["detail"] = {
            "errcode": job.errcode,
            "errmsg": job.errmsg,
            "media_id": job.media_id,
            "created_at": job.created_at,
        }
    return told


VERBS = {
    "media/upload": Verb("POST", upload, document="90253"),
    "media/uploadimg": Verb(
        "POST",
        upload_picture,
        document="90256",
        open="The address is one of this machine; whether others are refused is a switch.",
    ),
    "media/upload_attachment": Verb(
        "POST",
        upload_attachment,
        document="95098",
        open="Pixels and bytes of album pictures are not verified.",
    ),
    "media/get": Verb(
        "GET", get, document="90254", open="A range that cannot be given is passed over."
    ),
    "media/get/jssdk": Verb("GET", get_voice, document="90255"),
    "media/upload_by_url": Verb(
        "POST",
        upload_by_url,
        document="96219",
        open=(
            "It fetches from this machine only (a limit: fetched_hosts), whole where WeCom takes"
            " ranges; another address fails with 830003."
        ),
    ),
    "media/get_upload_by_url_result": Verb("POST", read_job, document="96219"),
}
TIMERS: dict[str, Handler] = {state.FETCH: state.start}
