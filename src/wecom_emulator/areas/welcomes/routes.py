"""The welcome message (document 92137): within 20 s of the event, once a code."""

import asyncio
from typing import Any

from wecom_emulator import attachments
from wecom_emulator.calls import Call, Verb

from . import checks, state


async def send(call: Call) -> dict[str, Any]:
    """Deliver the welcome to the person."""
    content = attachments.content(call)
    code = checks.code(call)
    if call.world.limits.distributing_seconds:
        between = state.between(call.corp, code)
        call.world.distributing.add(between)
        try:
            await asyncio.sleep(call.world.limits.distributing_seconds)
        finally:
            call.world.distributing.discard(between)
    state.deliver(call.world, call.corp, code, content, call.base_url)
    return {}


VERBS = {
    "externalcontact/send_welcome_msg": Verb(
        "POST",
        send,
        document="92137",
        open=(
            "How long a welcome is under way (41096) is no documented number; a limit of ours."
            " Members who did not log in for long cannot send: there is no such member here."
        ),
    )
}
