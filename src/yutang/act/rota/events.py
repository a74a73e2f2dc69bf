"""What happens to rotas and to those on duty."""

from datetime import datetime

from yutang.kernel.events import Event


class RotaChanged(Event, frozen=True):
    """The hours, caps or stand-ins of a code were changed."""

    kind = "rota.changed"
    channel_id: int


class DutyChanged(Event, frozen=True):
    """A member takes no new customers, or takes them again."""

    kind = "duty.changed"
    staff_id: int
    off: bool
    off_until: datetime | None
