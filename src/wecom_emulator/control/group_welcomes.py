"""What owners do with templates that welcome into groups, and what a customer agrees to."""

from typing import Any

from starlette.requests import Request

from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.greeting import GroupWelcomes
from wecom_emulator.state import Corp
from wecom_emulator.world import World

from .declaring import Answer, Body, declare
from .plumbing import Act, BadRequestError


class TemplateId(Body):
    """Which template."""

    template_id: str


class Applied(Answer):
    """What the group has now."""

    chat_id: str
    template_id: str


@declare(takes=TemplateId, answers=Applied)
async def apply(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """The owner gives a group the template `template_id`; an empty one takes it away."""
    chat_id, template_id = request.path_params["chat_id"], str(body["template_id"])
    group, kept = corp.groups.get(chat_id), corp.of(GroupWelcomes)
    if group is None:
        message = f"no group {chat_id}"
        raise BadRequestError(message, 404)
    if group.dismissed:
        message = f"group {chat_id} is dismissed"
        raise ImpossibleActError(message)
    if template_id and template_id not in kept.kept:
        message = f"no template {template_id}"
        raise BadRequestError(message, 404)
    if template_id:
        kept.applied[chat_id] = template_id
    else:
        kept.applied.pop(chat_id, None)
    world.changed()
    return {"chat_id": chat_id, "template_id": template_id}


ACTS: dict[str, Act] = {"groups/{chat_id}/welcome": apply}
