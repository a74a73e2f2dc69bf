"""What happens to tasks. Titles stay in the task: they may hold names."""

from yutang.kernel.events import Event


class TaskGiven(Event, frozen=True):
    """Somebody gave a member a task."""

    kind = "task.given"
    task_id: int
    staff_id: int
    task_kind: str


class TaskClosed(Event, frozen=True):
    """A task was done or dropped; of follow-ups `follow_up.closed` tells."""

    kind = "task.closed"
    task_id: int
    staff_id: int
    task_kind: str
    state: str


class TasksEscalated(Event, frozen=True):
    """Tasks of a leader's members are late for too long: one event for all of one look."""

    kind = "task.escalated"
    leader_id: int
    tasks: int
    task_ids: tuple[int, ...]
    """The first of them."""


class TasksPooled(Event, frozen=True):
    """Members left; their tasks wait in the leader's pool."""

    kind = "task.pooled"
    leader_id: int
    tasks: int
    task_ids: tuple[int, ...]
    """The first of them."""
