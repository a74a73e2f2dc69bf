"""What watching groups tells; groups are named by number."""

from yutang.kernel.events import Event


class GroupFellSilent(Event, frozen=True):
    """Nobody came or left, and nothing says that anybody talks."""

    kind = "group.fell_silent"
    group_id: int
    staff_id: int
    talk: str
    """silent: WeCom told so of all the owner's groups; unknown."""


class GroupSilenceEnded(Event, frozen=True):
    """It moves again, or is watched no more."""

    kind = "group.silence_ended"
    group_id: int
    by: str
    """moved, talks, dismissed or off."""


class DoublePlanChanged(Event, frozen=True):
    """Owners are asked to take persons out; the plan runs, is done, or was stopped."""

    kind = "group.doubles_planned"
    plan_id: int
    state: str


class GroupRenewalChanged(Event, frozen=True):
    """A renewal began or went on."""

    kind = "group.renewal_changed"
    group_id: int
    renewal_id: int
    state: str
