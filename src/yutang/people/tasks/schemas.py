"""Words of tasks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pydantic import BaseModel

TaskKind = Literal["follow_up"]
TaskState = Literal["open", "done", "dropped"]
TITLE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class NewTask:
    """A task on its way to a member."""

    kind: TaskKind
    staff_id: int
    title: str
    due_at: datetime
    customer_id: int | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """A task to be ended; with `staff_id` only that member's, with `customer_id` only about him."""

    task_id: int
    state: Literal["done", "dropped"]
    result: str = ""
    staff_id: int | None = None
    customer_id: int | None = None


class TaskRead(BaseModel):
    """A task; `overdue` as of the moment of reading."""

    id: int
    kind: TaskKind
    staff_id: int
    staff_name: str
    staff_left: bool
    """Nobody has it on his day any more: he left the corp."""
    customer_id: int | None
    title: str
    due_at: datetime
    state: TaskState
    overdue: bool
    created_by: str
    done_at: datetime | None
    result: str


class TodayTask(TaskRead):
    """A task of a member's day, with the customer it is about."""

    customer_name: str | None
    external_id: str | None
