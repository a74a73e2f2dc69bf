"""What can be wrong with a note."""

from yutang.kernel.errors import DomainError, NotFoundError


class UnknownNoteError(NotFoundError):
    """No such note on this person, or it was deleted."""

    code = "notes.unknown"

    def __init__(self, note_id: int) -> None:
        super().__init__(f"there is no note {note_id} here")


class ForeignNoteError(DomainError):
    """Somebody else's words are not changed."""

    code = "notes.foreign"
    status = 403

    def __init__(self, author_name: str) -> None:
        super().__init__(f"{author_name} wrote this: only the author may change it")


class TooManyPinsError(DomainError):
    """Pinned notes lose their sense when there are many."""

    code = "notes.too_many_pins"

    def __init__(self, limit: int) -> None:
        super().__init__(f"{limit} notes are pinned already: unpin one first")
