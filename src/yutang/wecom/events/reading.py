"""Which event a callback is."""

from typing import Final

from yutang.wecom.callbacks import Callback
from yutang.wecom.events import acquisition, apps, contacts, customers, groups, tags
from yutang.wecom.events.event import Event, Makers, UnknownEvent
from yutang.wecom.events.messages import MESSAGES

_MAKERS: Final[Makers] = {
    **customers.MAKERS,
    **groups.MAKERS,
    **tags.MAKERS,
    **acquisition.MAKERS,
    **contacts.MAKERS,
    **apps.MAKERS,
}


def typed(callback: Callback) -> Event:
    """Return the callback as the event it is; UnknownEvent for all that has no class here.

    Raises MalformedCallbackError when an element is missing that the event cannot do without.
    """
    make = _MAKERS.get((callback.event, callback.change_type))
    if make is None and not callback.event:
        make = MESSAGES.get(callback.get("MsgType"))
    if make is not None:
        return make(callback)
    return UnknownEvent(
        callback.corpid,
        callback.created_at,
        callback.event,
        callback.change_type,
        callback.fields,
    )
