"""Edits of one customer that wait together are done by one reading."""

from collections.abc import Sequence
from dataclasses import dataclass

from .models import InboxRow

CONTACT = "change_external_contact"
EDIT = "edit_external_contact"
ADDS = frozenset({"add_external_contact", "add_half_external_contact"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A row to handle, and the edits of the same customer that its reading does as well."""

    row: InboxRow
    edits: tuple[InboxRow, ...] = ()
    removed_since: bool = False
    """A member's removal of the customer waits behind it: WeCom may show him no more."""

    @property
    def rows(self) -> tuple[InboxRow, ...]:
        """All of them."""
        return (self.row, *self.edits)


def pieces(rows: Sequence[InboxRow]) -> list[Piece]:
    """The rows of a batch in order, the edits of each customer gathered.

    WeCom is asked after all of them came, so that one answer shows what each of them changed: an
    add's own reading does, else that of the newest edit. Edits do not change how a relation
    stands, and so may be done out of turn.
    """
    readers: dict[str, InboxRow] = {}
    for row in rows:
        if row.event == CONTACT and row.subject:
            known = readers.get(row.subject)
            if row.change_type in ADDS or (
                row.change_type == EDIT and (known is None or known.change_type == EDIT)
            ):
                readers[row.subject] = row
    edits: dict[int, list[InboxRow]] = {}
    removals: dict[str, int] = {}
    for row in rows:
        reader = readers.get(row.subject)
        if reader is not None and _is_edit(row) and row.id != reader.id:
            edits.setdefault(reader.id, []).append(row)
        if row.change_type == "del_external_contact":
            removals[row.subject] = row.id
    gathered = {row.id for found in edits.values() for row in found}
    return [
        Piece(row, tuple(edits.get(row.id, ())), removals.get(row.subject, 0) > row.id)
        for row in rows
        if row.id not in gathered
    ]


def _is_edit(row: InboxRow) -> bool:
    return row.event == CONTACT and row.change_type == EDIT


def waves(found: Sequence[Piece]) -> list[list[Piece]]:
    """Split a batch so that each wave holds one piece per subject, in order."""
    counts: dict[str, int] = {}
    split: list[list[Piece]] = []
    for piece in found:
        subject = piece.row.subject
        place = counts.get(subject, 0) if subject else 0
        counts[subject] = place + 1
        if place == len(split):
            split.append([])
        split[place].append(piece)
    return split
