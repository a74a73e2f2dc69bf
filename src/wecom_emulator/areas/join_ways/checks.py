"""What WeCom looks at before it makes or replaces a code into groups (document 92229)."""

from wecom_emulator import code_quota, fields
from wecom_emulator.calls import Call
from wecom_emulator.errors import NO_PRIVILEGE, UNKNOWN_GROUP, refuse_field
from wecom_emulator.grouping import is_customer_group

from . import errors
from .state import JoinWay, JoinWays

MINI_PROGRAM, QR = 1, 2
NAME_CHARACTERS = 40


def found(call: Call) -> JoinWay:
    """The one that the body names; those of other apps are unknown to this one."""
    config_id = fields.text(call.body, "config_id", missing=errors.MISSING_ID)
    way = call.corp.of(JoinWays).ways.get(config_id)
    if way is None or way.agentid != call.app.agentid:
        raise errors.UNKNOWN_ID.error()
    return way


def whole(call: Call, config_id: str) -> JoinWay:
    """The code of a body: what it leaves out has its default, in an update as well."""
    body, limits = call.body, call.world.limits
    scene = fields.integer(body, "scene")
    if scene not in {MINI_PROGRAM, QR}:
        refuse_field("scene", "is out of range")
    auto = bool(fields.integer(body, "auto_create_room", 1, least=0, most=1))
    name = fields.optional_text(body, "room_base_name", most=NAME_CHARACTERS)
    number = fields.integer(body, "room_base_id", 1, least=0)
    return JoinWay(
        config_id,
        call.app.agentid,
        scene,
        fields.optional_text(body, "remark")[: limits.remark_characters],
        auto,
        name if auto else "",
        number if auto else 1,
        _groups(call),
        fields.optional_text(body, "state", most=limits.state_characters),
        fields.flag(body, "mark_source", default=True),
    )


def check_quota(call: Call) -> None:
    """Refuse one more where contact ways and these codes fill the quota together (41045)."""
    if code_quota.taken(call.corp) >= call.world.limits.contact_ways:
        raise errors.QUOTA_FULL.error()


def _groups(call: Call) -> list[str]:
    chat_ids = list(dict.fromkeys(fields.strings(call.body, "chat_id_list", required=True)))
    if len(chat_ids) > call.world.limits.groups_of_a_way:
        raise errors.TOO_MANY_GROUPS.error()
    for chat_id in chat_ids:
        group = call.corp.groups.get(chat_id)
        if group is None or group.dismissed:
            raise UNKNOWN_GROUP.error()
        if not is_customer_group(call.corp, group):
            raise errors.NO_CUSTOMER_GROUP.error()
        if group.owner in call.corp.staff and not call.sees(group.owner):
            raise NO_PRIVILEGE.error()
    return chat_ids
