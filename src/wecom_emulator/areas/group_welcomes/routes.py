"""Templates that welcome into groups (document 92366)."""

from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call, Verb
from wecom_emulator.greeting import GroupWelcomes, Template
from wecom_emulator.state import new_id

from . import checks, state


async def add(call: Call) -> dict[str, Any]:
    """Put one into the library."""
    content = checks.content(call)
    notify = fields.integer(call.body, "notify", 1, least=0, most=1)
    checks.room(call)
    made = Template(
        new_id("msg"), call.app.agentid, call.world.clock.seconds(), content, bool(notify)
    )
    call.corp.of(GroupWelcomes).kept[made.template_id] = made
    call.world.changed()
    return {"template_id": made.template_id}


async def edit(call: Call) -> dict[str, Any]:
    """Replace what one says; its groups keep it."""
    template = checks.own_template(call)
    template.content = checks.content(call)
    call.world.changed()
    return {}


async def get(call: Call) -> dict[str, Any]:
    """What one says; a picture by its address only."""
    content = checks.template(call).content
    told: dict[str, Any] = {"text": {"content": content.text}} if content.text else {}
    for part in content.attachments:
        kind = part["msgtype"]
        told[kind] = part[kind]
        if kind == "image" and "media_id" in part[kind]:
            told[kind] = {"pic_url": f"{call.base_url}/media/{part[kind]['media_id']}"}
    return told


async def delete(call: Call) -> dict[str, Any]:
    """Take one out of the library and off its groups."""
    state.forget(call.corp, checks.own_template(call).template_id)
    call.world.changed()
    return {}


_PREFIX = "externalcontact/group_welcome_template"
_IDS = "Which of 40036 and 40037 a bad template_id answers: an empty or long one 40036 here."
VERBS = {
    f"{_PREFIX}/add": Verb("POST", add, document="92366"),
    f"{_PREFIX}/edit": Verb(
        "POST", edit, document="92366", open=f"{_IDS} What is not given is taken away."
    ),
    f"{_PREFIX}/get": Verb("POST", get, document="92366", open=_IDS),
    f"{_PREFIX}/del": Verb(
        "POST", delete, document="92366", open=f"{_IDS} Its groups lose it as well."
    ),
}
