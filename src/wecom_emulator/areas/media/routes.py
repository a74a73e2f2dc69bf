"""Temporary media (documents 90253, 90254): three days, then gone."""

from typing import Any

from wecom_emulator.calls import Call, Verb
from wecom_emulator.errors import RefusalError
from wecom_emulator.state import Media, new_id

MOST_BYTES = {"image": 10 << 20, "voice": 2 << 20, "video": 10 << 20, "file": 20 << 20}
LEAST_BYTES = 5
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


async def upload(call: Call) -> dict[str, Any]:
    """Keep a file."""
    kind = call.query.get("type", "")
    if kind not in MOST_BYTES:
        raise RefusalError(40005, "invalid file type")
    if call.file is None:
        raise RefusalError(44001, "empty media data")
    name, content_type, content = call.file
    if len(content) < LEAST_BYTES or len(content) > MOST_BYTES[kind]:
        raise RefusalError(40006, "invalid meida size")
    if kind == "image" and not content.startswith(_PICTURES):
        raise RefusalError(40123, "invalid image format")
    media_id = new_id("3", 60)
    now = call.world.clock.now()
    media = Media(call.corp.corpid, kind, name, content_type, now + call.world.limits.media_seconds)
    await call.world.keep_media(media_id, media, content)
    return {"type": kind, "media_id": media_id, "created_at": str(int(now))}


VERBS = {"media/upload": Verb("POST", upload)}
