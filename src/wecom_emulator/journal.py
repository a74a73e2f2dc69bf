"""Every call of WeCom's API, in order; as much of it as fits into its rows and bytes."""

import itertools
from collections import OrderedDict, deque
from dataclasses import dataclass
from typing import Any

import orjson

_ROW_BYTES = 500
"""About what a row takes beside its query and body."""
_ANSWERS, _ANSWER_BYTES = 200, 32 << 10
"""How many answers are kept beside the rows, and how much of each."""


@dataclass(slots=True)
class Entry:
    """One call; `at` is real time, `clock` the emulator's, both in unix seconds.

    `errcode` is what the caller was told, `done` whether the call had its effect: a fault may
    strike after it. The body is kept as it came: parsed it would take many times its bytes.
    """

    at: float
    clock: float
    method: str
    path: str
    query: dict[str, str]
    ip: str
    errcode: int | str = 0
    corpid: str | None = None
    agentid: int | None = None
    raw: bytes = b""
    done: bool = False
    number: int = 0
    """Which call it was since the start."""
    ms: float | None = None
    """How long it took, real milliseconds; None while it is under way."""

    @property
    def size(self) -> int:
        """Its bytes, about."""
        return _ROW_BYTES + len(self.raw) + sum(len(k) + len(v) for k, v in self.query.items())

    def row(self) -> dict[str, Any]:
        """As the control API tells it."""
        told: dict[str, Any] = {
            "number": self.number,
            "ms": self.ms,
            "at": self.at,
            "clock": self.clock,
            "method": self.method,
            "path": self.path,
            "query": self.query,
            "body": _body(self.raw),
            "errcode": self.errcode,
            "done": self.done,
            "ip": self.ip,
        }
        if self.corpid is not None:
            told |= {"corpid": self.corpid, "agentid": self.agentid}
        return told


def _body(raw: bytes) -> Any:
    if not raw:
        return None
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError:
        return raw.decode("utf-8", "replace")


class Journal:
    """The newest calls within `rows` and `bytes_kept`."""

    def __init__(self, rows: int, bytes_kept: int) -> None:
        self._most_rows, self._most_bytes = rows, bytes_kept
        self._entries: deque[Entry] = deque()
        self._answers: OrderedDict[int, bytes] = OrderedDict()
        self._made = 0
        self._bytes = 0

    def resize(self, rows: int, bytes_kept: int) -> None:
        """Keep more or less from now on."""
        self._most_rows, self._most_bytes = rows, bytes_kept
        self._trim()

    def add(self, entry: Entry) -> None:
        """Keep a call; its body comes by `keep_body`, its answer by `keep_answer`."""
        self._made += 1
        entry.number = self._made
        self._entries.append(entry)
        self._bytes += entry.size
        self._trim()

    def keep_body(self, entry: Entry, raw: bytes) -> None:
        """Keep what a call brought, unless it fell out meanwhile or is too large alone."""
        if not self._entries or self._entries[0].at > entry.at or len(raw) > self._most_bytes // 8:
            return
        entry.raw = raw
        self._bytes += len(raw)
        self._trim()

    def keep_answer(self, entry: Entry, raw: bytes) -> None:
        """Keep how the newest calls were answered, the beginning of long answers."""
        self._answers[entry.number] = raw[:_ANSWER_BYTES]
        if len(self._answers) > _ANSWERS:
            self._answers.popitem(last=False)

    def _trim(self) -> None:
        while self._entries and (
            len(self._entries) > self._most_rows or self._bytes > self._most_bytes
        ):
            self._bytes -= self._entries.popleft().size

    def clear(self) -> None:
        """Forget all."""
        self._entries.clear()
        self._answers.clear()
        self._bytes = 0

    def rows(
        self, path: str | None, after: float, limit: int | None = None
    ) -> list[dict[str, Any]]:
        """The calls of a path after a moment of real time, oldest first; the newest `limit`."""
        newest = (e for e in reversed(self._entries) if path in {None, e.path})
        found = itertools.takewhile(lambda entry: entry.at > after, newest)
        return [entry.row() for entry in itertools.islice(found, limit)][::-1]

    def call(self, number: int) -> dict[str, Any] | None:
        """One call with its `answer`: what of it is kept, None where it is forgotten."""
        for entry in reversed(self._entries):
            if entry.number == number:
                raw = self._answers.get(number)
                return entry.row() | {"answer": None if raw is None else _body(raw)}
        return None
