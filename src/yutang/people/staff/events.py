"""What happens to members."""

from yutang.kernel.events import Event


class StaffLeft(Event, frozen=True):
    """A member left the corp: a callback said so, or WeCom's list of what he left behind."""

    kind = "staff.left"
    staff_id: int
