"""Tell the corp's people something, and let them read it; `people/notices` carries it to WeCom."""

from .centre import (
    count_unread,
    forget_customers,
    forget_old,
    list_notices,
    mark_read,
    receivers,
)
from .choosing import change_choices, change_rules, read_choices, read_rules
from .kinds import (
    handler_of,
    kind_of,
    known_kinds,
    register_button,
    register_kind,
)
from .quiet import quiet_until
from .telling import tell

__all__ = (
    "SIGNAL",
    "change_choices",
    "change_rules",
    "count_unread",
    "forget_customers",
    "forget_old",
    "handler_of",
    "kind_of",
    "known_kinds",
    "list_notices",
    "mark_read",
    "quiet_until",
    "read_choices",
    "read_rules",
    "receivers",
    "register_button",
    "register_kind",
    "tell",
)

SIGNAL = "notices"
