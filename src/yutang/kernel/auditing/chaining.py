"""How an entry becomes a link: canonical JSON, SHA-256, in the order entries became visible."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC

from sqlalchemy import RowMapping

_HASHED = ("actor", "action", "target", "before", "after", "ip", "means", "session", "request_id")

COLUMNS = (
    "e.id, e.at, e.actor, e.action, e.target, e.before, e.after, e.ip, e.means, e.session,"
    " e.request_id, e.era, e.xid::text as xid"
)
"""What a query of `audit_entries e` selects so that its rows can be hashed."""


@dataclass(frozen=True, slots=True, order=True)
class Cursor:
    """Where an entry stands among all of its corp."""

    era: int = 0
    xid: int = 0
    id: int = 0

    @classmethod
    def of(cls, row: RowMapping) -> "Cursor":
        """Of a row that was read with `COLUMNS`."""
        return cls(row["era"], int(row["xid"]), row["id"])


def first_hash(corp_id: int) -> bytes:
    """What stands before the first link of a corp."""
    return hashlib.sha256(f"yutang audit 1 corp {corp_id}".encode()).digest()


def canonical(corp_id: int, row: RowMapping) -> bytes:
    """The entry as JSON in one spelling: keys sorted, no blanks, UTF-8, times in UTC."""
    entry = {
        "corp": corp_id,
        "id": row["id"],
        "at": row["at"].astimezone(UTC).isoformat(timespec="microseconds"),
        "era": row["era"],
        "xid": row["xid"],
        **{name: row[name] for name in _HASHED},
    }
    return json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def link(previous: bytes, corp_id: int, row: RowMapping) -> bytes:
    """The hash of an entry behind `previous`, 32 bytes."""
    return hashlib.sha256(previous + canonical(corp_id, row)).digest()
