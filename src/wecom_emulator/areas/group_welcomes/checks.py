"""What WeCom looks at before it does anything: the parts of a template, whose it is."""

from wecom_emulator import fields
from wecom_emulator.attachments import Content, part, text_of
from wecom_emulator.calls import Call
from wecom_emulator.greeting import GroupWelcomes, Template
from wecom_emulator.uploads import LINKED, MESSAGE

from .errors import EMPTY, LIBRARY_FULL, MISSING_ID, NOT_YOURS, UNKNOWN_ID

_ORDER = ("image", "link", "miniprogram", "file", "video")
"""Of several parts beside the text the first counts."""
_LONGEST_ID = 64
_SCENES = frozenset({MESSAGE, LINKED})


def content(call: Call) -> Content:
    """A text and the part that counts; the others are looked at all the same."""
    text = text_of(call, call.world.limits.group_welcome_bytes)
    parts = [
        {"msgtype": kind, kind: part(call, kind, told, _SCENES)}
        for kind in _ORDER
        if (told := fields.optional_object(call.body, kind))
    ]
    fields.integer(call.body, "agentid", 0)
    if not text and not parts:
        raise EMPTY.error()
    return Content(text, parts[:1])


def room(call: Call) -> None:
    """Whether the library takes another."""
    if len(call.corp.of(GroupWelcomes).kept) >= call.world.limits.group_welcomes:
        raise LIBRARY_FULL.error()


def template(call: Call) -> Template:
    """The one that `template_id` names."""
    name = fields.text(call.body, "template_id", missing=MISSING_ID)
    if len(name) > _LONGEST_ID:
        raise MISSING_ID.error()
    found = call.corp.of(GroupWelcomes).kept.get(name)
    if found is None:
        raise UNKNOWN_ID.error()
    return found


def own_template(call: Call) -> Template:
    """The same, of this app."""
    found = template(call)
    if found.agentid != call.app.agentid:
        raise NOT_YOURS.error()
    return found
