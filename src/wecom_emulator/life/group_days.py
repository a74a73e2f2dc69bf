"""A day of the groups that are there: which acts there are, and when."""

import random
from collections.abc import Iterator

from .scenario import GroupDay

JOIN, INVITE, LEAVE, KICK, BLINK, GONE = (
    "group_join", "group_invite", "group_leave", "group_kick", "group_blink", "group_gone",
)  # fmt: skip
RENAME, NOTICE, OWNER, ADMINS, DISMISS, OPEN = (
    "group_rename", "group_notice", "group_owner", "group_admins", "group_dismiss", "group_open",
)  # fmt: skip
_BLINK_SECONDS = (2.0, 55.0)
"""So long somebody stays who goes again within the minute."""


def acts_of(day: GroupDay, chance: random.Random) -> Iterator[tuple[float, str, int]]:
    """Seconds after the beginning, what is done, and its number among those of its kind.

    Who blinks goes with the number by which he came.
    """
    wanted = {
        JOIN: day.joins,
        INVITE: day.invited,
        LEAVE: day.leaves,
        KICK: day.kicks,
        BLINK: day.blinks,
        RENAME: day.renames,
        NOTICE: day.notices,
        OWNER: day.owners,
        ADMINS: day.admins,
        DISMISS: day.dismissals,
        OPEN: day.opened,
    }
    for do, count in wanted.items():
        for number in range(count):
            at = chance.random() * day.within.seconds
            yield at, do, number
            if do == BLINK:
                yield at + chance.uniform(*_BLINK_SECONDS), GONE, number
