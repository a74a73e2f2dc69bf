"""What can be wrong with a task."""

from typing import ClassVar

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


class ForeignAssigneeError(InvalidError):
    """Who gives the task does not lead this member."""

    code = "tasks.foreign_assignee"

    def __init__(self, staff_id: int) -> None:
        super().__init__(f"member {staff_id} is not among those you lead: choose one of them")


class UnknownCustomerError(InvalidError):
    """The customer does not exist, or who gives the task does not see him."""

    code = "tasks.unknown_customer"

    def __init__(self, customer_id: int) -> None:
        super().__init__(f"there is no customer {customer_id} here: choose one of yours")


class UnknownKindError(InvalidError):
    """No domain registered this kind."""

    code = "tasks.unknown_kind"

    def __init__(self, kind: str, known: list[str]) -> None:
        super().__init__(f"there is no kind {kind!r}; there are {', '.join(known)}")


class BadLinkError(InvalidError):
    """The link is neither a path of ours nor an https address."""

    code = "tasks.bad_link"

    def __init__(self) -> None:
        super().__init__(
            "a link is a path of this site, such as /customers/12, or an address that begins with"
            " https://, at most 500 characters, without blanks and passwords"
        )


class ProofNeededError(DomainError):
    """Something must be shown before this task counts as done."""

    code = "tasks.proof_needed"
    _WORDS: ClassVar[dict[str, str]] = {
        "text": "some words",
        "file": "a picture",
        "either": "some words or a picture",
    }

    def __init__(self, proof: str) -> None:
        super().__init__(f"this task asks for proof: give {self._WORDS[proof]}, or drop the task")


class TooManySnoozesError(DomainError):
    """Its member put it off as often as he may."""

    code = "tasks.too_many_snoozes"

    def __init__(self, most: int) -> None:
        super().__init__(
            f"this task was put off {most} times already: do it, drop it, or ask your leader for"
            " another day"
        )


class TooManyTasksError(InvalidError):
    """One act is asked for more tasks than it may change."""

    code = "tasks.too_many"

    def __init__(self, most: int) -> None:
        super().__init__(f"more than {most:,} tasks match: narrow the filters and act in parts")


class BadSpanError(InvalidError):
    """The days do not make a span."""

    code = "tasks.bad_span"

    def __init__(self) -> None:
        super().__init__("the first day is after the last: swap them")


class BadCursorError(InvalidError):
    """`after` is not what a page gave as `next`."""

    code = "tasks.bad_cursor"

    def __init__(self) -> None:
        super().__init__("`after` is not the `next` of a page: begin with the first page")


class NoProofError(NotFoundError):
    """Nothing was uploaded for this task."""

    code = "tasks.no_proof"

    def __init__(self, task_id: int) -> None:
        super().__init__(f"no picture was uploaded for task {task_id}")
