"""Parts of SQL with bound parameters: the only place where a value meets a statement."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from .bounding import bounds, moves
from .schemas import Compare, Compiled, Scene, Window

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
PEOPLE: Final = frozenset({"people"})


class Binding:
    """Parameters of one leaf; their names begin with the leaf's prefix."""

    def __init__(self, prefix: str, scene: Scene) -> None:
        if not prefix.isidentifier() or not prefix.isascii():
            message = f"{prefix!r} cannot begin the names of parameters"
            raise ValueError(message)
        self.scene = scene
        self.params: dict[str, Any] = {}
        self._prefix = prefix

    def put(self, kind: str, value: Any) -> str:
        """A place for a value of a ClickHouse type."""
        name = f"{self._prefix}_{len(self.params)}"
        self.params[name] = value
        return f"{{{name}:{kind}}}"

    def numbers(self, values: Iterable[int], kind: str = "UInt32") -> str:
        """A place for a list of whole numbers."""
        return self.put(f"Array({kind})", list(values))

    def texts(self, values: Iterable[str]) -> str:
        """A place for a list of texts."""
        return self.put("Array(String)", list(values))

    def corp(self) -> str:
        """The corp of whom this is."""
        return f"corp_id = {self.put('UInt32', self.scene.corp_id)}"

    def moment(self, at: datetime) -> str:
        """A moment to the microsecond, whatever the client does with times."""
        micros = (at - _EPOCH) // _MICROSECOND
        return f"fromUnixTimestamp64Micro({self.put('Int64', micros)}, 'UTC')"

    def within(self, column: str, window: Window | None) -> str:
        """Whether a time that is never null lies in a window."""
        ends = bounds(window, self.scene)
        parts = []
        if ends.since is not None:
            parts.append(f"{column} >= {self.moment(ends.since)}")
        if ends.until is not None:
            parts.append(f"{column} < {self.moment(ends.until)}")
        return both(parts)

    def compares(self, sql: str, how: Compare, kind: str = "Int64", scale: int = 1) -> str:
        """Whether a number is as asked."""

        def place(end: float | None) -> str:
            return self.put(kind, round((end or 0) * scale))

        match how.is_:
            case "at_least":
                return f"{sql} >= {place(how.n)}"
            case "at_most":
                return f"{sql} <= {place(how.n)}"
            case "exactly":
                return f"{sql} = {place(how.n)}"
            case "between":
                return f"({sql} >= {place(how.n)} AND {sql} <= {place(how.to)})"

    def person(self, sql: str, *windows: Window | None) -> Compiled:
        """A boolean over a row of `people`."""
        return Compiled(sql, self.params, "person", PEOPLE, any(map(moves, windows)))

    def ids(
        self, sql: str, touches: Iterable[str], *windows: Window | None, inverted: bool = False
    ) -> Compiled:
        """A SELECT of customer ids."""
        touched = frozenset(touches)
        return Compiled(sql, self.params, "ids", touched, any(map(moves, windows)), inverted)

    def nobody(self, touches: Iterable[str], *, inverted: bool = False) -> Compiled:
        """A SELECT of no ids."""
        sql = select("toUInt32(0) AS who", "system.one", ["0"])
        return self.ids(sql, touches, inverted=inverted)

    def present_person(self, column: str = "customer_id") -> str:
        """Who an id of an event or order is now: merged people are who they were merged into."""
        merged = select("from_id, to_id", "aliases FINAL", [self.corp()])
        before, now = (
            select(f"groupArray({end})", f"({merged} ORDER BY from_id)", [])
            for end in ("from_id", "to_id")
        )
        return f"transform({column}, ({before}), ({now}), {column})"


def select(what: str, source: str, rows: Sequence[str], more: str = "") -> str:
    """A SELECT of what the language itself names; values are places."""
    return " ".join(("SELECT", what, "FROM", source, "WHERE", both(rows), more)).rstrip()


def both(parts: Sequence[str]) -> str:
    """All parts hold."""
    return f"({' AND '.join(parts)})" if parts else "1"


def either(parts: Sequence[str]) -> str:
    """Any part holds."""
    return f"({' OR '.join(parts)})" if parts else "0"
