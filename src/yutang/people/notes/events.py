"""What is written down about a person. The words stay in the note: they may hold names."""

from datetime import datetime

from yutang.kernel.events import Event


class NoteAdded(Event, frozen=True):
    """Somebody wrote a note."""

    kind = "note.added"
    note_id: int
    by: str


class FollowUpRecorded(Event, frozen=True):
    """Somebody followed the person up and says what came of it."""

    kind = "follow_up.recorded"
    note_id: int
    outcome: str
    by: str
    next_at: datetime | None


class FollowUpClosed(Event, frozen=True):
    """A follow-up that was due was done or dropped."""

    kind = "follow_up.closed"
    task_id: int
    state: str
    by: str
