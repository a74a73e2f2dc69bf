"""What happens to group codes; codes and groups are named by number."""

from yutang.kernel.events import Event


class GroupCodeSwitched(Event, frozen=True):
    """A code leads into other groups now."""

    kind = "group_code.switched"
    code_id: int
    group_ids: list[int]


class GroupCodeRanLow(Event, frozen=True):
    """A code's groups are about to run out, or did."""

    kind = "group_code.ran_low"
    code_id: int
    level: str
    """low or out."""
    open_groups: int
    places: int
    """Left in them, by the code's own sizes."""
