"""Robots of group chats (document 91770); they have a key and no token."""

from typing import Any

from wecom_emulator.calls import Call, Verb
from wecom_emulator.errors import TOO_OFTEN, RefusalError
from wecom_emulator.state import App, Corp, Media, new_id
from wecom_emulator.world import World

from . import errors
from .checks import content
from .state import Robot, Robots, corp_of

MINUTE = 60
FILE_BYTES, VOICE_BYTES, LEAST_BYTES = 20 << 20, 2 << 20, 5


def by_key(world: World, query: dict[str, str]) -> tuple[Corp, App]:
    """The corp whose robot is called; it speaks for the corp's first app."""
    corp = corp_of(world, query.get("key", ""))
    if corp is None:
        raise errors.UNKNOWN_KEY.error()
    return corp, corp.apps[0]


def robot_of(call: Call) -> Robot:
    """The robot whose key the address holds."""
    robot = call.corp.of(Robots).robots.get(call.query.get("key", ""))
    if robot is None:
        raise errors.UNKNOWN_KEY.error()
    if robot.disabled:
        raise errors.DISABLED.error()
    return robot


async def send(call: Call) -> dict[str, Any]:
    """Say something in the robot's chat; 20 messages a minute."""
    robot = robot_of(call)
    kind, body = content(call, robot.key)
    now = call.world.clock.now()
    lately = sum(said["at"] > now - MINUTE for said in robot.said[-100:])
    if lately >= call.world.limits.robot_messages_a_minute:
        raise TOO_OFTEN.error()
    robot.said.append({"at": now, "msgtype": kind, "body": body})
    call.world.changed()
    return {}


async def upload(call: Call) -> dict[str, Any]:
    """Keep a file for this robot alone, three days."""
    robot, kind = robot_of(call), call.query.get("type", "")
    if kind not in {"file", "voice"}:
        raise RefusalError(40005, "invalid file type")
    if call.file is None:
        raise RefusalError(44001, "empty media data")
    name, content_type, raw = call.file
    most = FILE_BYTES if kind == "file" else VOICE_BYTES
    if not LEAST_BYTES <= len(raw) <= most:
        raise RefusalError(40006, "invalid meida size")
    media_id, now = new_id("3", 60), call.world.clock.now()
    expires_at = now + call.world.limits.media_seconds
    media = Media(f"robot:{robot.key}", kind, name, content_type, expires_at)
    await call.world.keep_media(media_id, media, raw)
    return {"type": kind, "media_id": media_id, "created_at": str(int(now))}


VERBS = {
    "webhook/send": Verb("POST", send, document="91770", caller=by_key),
    "webhook/upload_media": Verb("POST", upload, document="91770", caller=by_key),
}
