"""What can be wrong with a task."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownTaskError(NotFoundError):
    """No such task, or it is another member's."""

    code = "tasks.unknown"

    def __init__(self, task_id: int) -> None:
        super().__init__(f"there is no task {task_id} here")


class ClosedTaskError(DomainError):
    """The task was done or dropped already."""

    code = "tasks.closed"

    def __init__(self, state: str) -> None:
        super().__init__(f"this task is {state} already")


class DueTimeError(InvalidError):
    """The moment is past or too far away."""

    code = "tasks.bad_due_time"

    def __init__(self) -> None:
        super().__init__("choose a moment from now on and within two years")


class UnknownAssigneeError(InvalidError):
    """The member does not exist or has left."""

    code = "tasks.unknown_assignee"

    def __init__(self, staff_id: int) -> None:
        super().__init__(f"member {staff_id} does not work here: choose another one")
