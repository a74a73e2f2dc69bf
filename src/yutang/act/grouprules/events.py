"""What happens to rules of groups; groups and persons are named by number."""

from typing import Literal

from yutang.kernel.events import Event

BreachStep = Literal["told", "to_remove", "removed", "forgiven"]


class GroupRulesChanged(Event, frozen=True):
    """Rules were made, changed or deleted."""

    kind = "group_rules.changed"
    set_id: int
    how: Literal["made", "changed", "deleted"]


class BreachSettingsChanged(Event, frozen=True):
    """From now on another count, or another while, leads to removal."""

    kind = "group_rules.breach_settings_changed"
    window_days: int
    remove_from: int


class BreachRecorded(Event, frozen=True):
    """A person broke a group's rules; `step` is what follows from it."""

    kind = "group_breach.recorded"
    breach_id: int
    group_id: int
    breach: str
    """advert, link, rumour, insult, flood, adds_members or other."""
    ordinal: int
    step: BreachStep


class BreachForgiven(Event, frozen=True):
    """It counts no more."""

    kind = "group_breach.forgiven"
    breach_id: int
    group_id: int


class BreachRemovalSeen(Event, frozen=True):
    """WeCom told that he was put out of the group after it."""

    kind = "group_breach.removed"
    breach_id: int
    group_id: int
