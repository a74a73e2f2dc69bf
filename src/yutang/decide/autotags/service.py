"""The front door of rules that tag people by themselves."""

from .clockwork import look as look_at_the_clock
from .hearing import HEARING, SIGNAL
from .judging import judge
from .previewing import dry_run
from .reading import (
    list_changes,
    list_rules,
    list_runs,
    names_of,
    read_rule,
    read_run,
    rules_with_tags,
)
from .running import begin as begin_run
from .running import stop as stop_run
from .starters import list_starters, use_starter
from .undoing import begin as begin_undo
from .using import rules_with_segments
from .writing import change, create, remove, switch

__all__ = (
    "HEARING",
    "SIGNAL",
    "begin_run",
    "begin_undo",
    "change",
    "create",
    "dry_run",
    "judge",
    "list_changes",
    "list_rules",
    "list_runs",
    "list_starters",
    "look_at_the_clock",
    "names_of",
    "read_rule",
    "read_run",
    "remove",
    "rules_with_segments",
    "rules_with_tags",
    "stop_run",
    "switch",
    "use_starter",
)
