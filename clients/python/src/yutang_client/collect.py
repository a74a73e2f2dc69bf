"""Events to the collector: gathered, packed, sent by a thread of their own, none of them lost."""

import atexit
import gzip
import json
import logging
import random
import threading
import time
import uuid
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Final, Self

import httpx

from .errors import ProblemError

log = logging.getLogger(__name__)

PATH: Final = "/collect/v1/batch"
BATCH_BYTES: Final = 1_000_000
"""The collector takes 2 MB unpacked."""
EVENT_BYTES: Final = 32 * 1024
LEAST_PACKED: Final = 1_000
FIRST_WAIT_SECONDS: Final = 0.5
LEAST_WAIT_SECONDS: Final = 0.05
MOST_WAIT_SECONDS: Final = 60.0
HOPELESS: Final = frozenset({400, 409, 413, 415, 422})
"""What is wrong with a batch itself stays wrong however often it is sent."""

Told = Callable[[Sequence[Mapping[str, Any]], str], None]


class FullError(Exception):
    """More waits than may; the event was not taken."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"{most:,} events wait already: the collector is away or slower than they come; wait,"
            " or make room with `most_waiting`"
        )


class Collector:
    """Sends events with the write key of a source; safe for use by many threads.

    A batch goes at `batch` events or after `seconds`. What is refused for its number (429), by a
    busy or absent server or for a key that is not good now waits and goes again under the same
    ids, which the collector counts once. What it will never take is told to `refused`, and logged.
    `close` sends the rest, and so does the end of the program.
    """

    def __init__(
        self,
        address: str,
        key: str,
        *,
        batch: int = 200,
        seconds: float = 1.0,
        most_waiting: int = 100_000,
        timeout_seconds: float = 30.0,
        refused: Told | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._http = httpx.Client(
            base_url=address.rstrip("/"),
            timeout=timeout_seconds,
            headers={"Authorization": f"Bearer {key}", "Content-Type": "application/json"},
            transport=transport,
        )
        self._batch, self._seconds, self._most = batch, seconds, most_waiting
        self._told = refused
        self._waiting: deque[bytes] = deque()
        self._under_way = 0
        self._changed = threading.Condition()
        self._flushing = 0
        self._closed = False
        self._cut = threading.Event()
        # A daemon, so that a program may end; `close` runs before that.
        self._thread = threading.Thread(target=self._run, name="yutang-collect", daemon=True)
        self._thread.start()
        atexit.register(self.close)

    def track(
        self,
        event: str,
        properties: Mapping[str, Any] | None = None,
        *,
        user_id: str | None = None,
        ids: Mapping[str, str] | None = None,
        at: datetime | None = None,
        message_id: str | None = None,
    ) -> str:
        """Tell of an event; returns its id. Raises FullError, ValueError for one too large."""
        more = {"event": event, "properties": dict(properties or {})}
        return self.put("track", more, user_id=user_id, ids=ids, at=at, message_id=message_id)

    def identify(self, user_id: str | None = None, *, ids: Mapping[str, str] | None = None) -> str:
        """Say which ids are one person's: external, unionid, openid, phone, member_number."""
        return self.put("identify", {}, user_id=user_id, ids=ids)

    def alias(self, user_id: str, previous_id: str) -> str:
        """Say that a device is this member's."""
        return self.put("alias", {"previousId": previous_id}, user_id=user_id)

    def put(
        self,
        kind: str,
        fields: Mapping[str, Any],
        *,
        user_id: str | None = None,
        ids: Mapping[str, str] | None = None,
        at: datetime | None = None,
        message_id: str | None = None,
    ) -> str:
        """One message of any type; returns its id. Raises FullError, ValueError."""
        message = {
            "type": kind,
            "messageId": message_id or str(uuid.uuid4()),
            "timestamp": (at or datetime.now(UTC)).isoformat(),
            **fields,
        }
        if user_id is not None:
            message["userId"] = user_id
        if ids:
            message["ids"] = dict(ids)
        packed = json.dumps(message, ensure_ascii=False, allow_nan=False).encode()
        if len(packed) > EVENT_BYTES:
            wrong = f"an event holds at most {EVENT_BYTES:,} bytes, this one {len(packed):,}"
            raise ValueError(wrong)
        with self._changed:
            if self._closed:
                wrong = "the collector is closed"
                raise ValueError(wrong)
            if len(self._waiting) + self._under_way >= self._most:
                raise FullError(self._most)
            self._waiting.append(packed)
            if len(self._waiting) in {1, self._batch}:
                self._changed.notify_all()
        return str(message["messageId"])

    @property
    def waiting(self) -> int:
        """How many events were not taken yet."""
        with self._changed:
            return len(self._waiting) + self._under_way

    def flush(self, timeout_seconds: float | None = None) -> bool:
        """Send what waits now; whether all of it was taken or refused for good in time."""
        with self._changed:
            self._flushing += 1
            self._changed.notify_all()
            try:
                return self._changed.wait_for(self._is_empty, timeout_seconds)
            finally:
                self._flushing -= 1

    def close(self, timeout_seconds: float = 30.0) -> None:
        """Send the rest and stop; what is not taken in time is logged with its number."""
        atexit.unregister(self.close)
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            done = self._changed.wait_for(self._is_empty, timeout_seconds)
            left = len(self._waiting) + self._under_way
        self._cut.set()
        if not done:
            log.error("yutang: %d events were not taken within %s s", left, timeout_seconds)
        with self._changed:
            self._changed.notify_all()
        self._thread.join(timeout_seconds)
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _is_empty(self) -> bool:
        return not self._waiting and not self._under_way

    def _run(self) -> None:
        while True:
            batch = self._take()
            if not batch:
                return
            try:
                self._send(batch)
            finally:
                with self._changed:
                    self._under_way = 0
                    self._changed.notify_all()

    def _take(self) -> list[bytes]:
        """The next batch when it is due; empty at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closed)
            due = time.monotonic() + self._seconds
            self._changed.wait_for(self._is_due, max(0.0, due - time.monotonic()))
            if self._cut.is_set():
                return []
            taken: list[bytes] = []
            size = 0
            while self._waiting and len(taken) < self._batch:
                size += len(self._waiting[0])
                if taken and size > BATCH_BYTES:
                    break
                taken.append(self._waiting.popleft())
            self._under_way = len(taken)
            return taken

    def _is_due(self) -> bool:
        return self._closed or self._flushing > 0 or len(self._waiting) >= self._batch

    def _send(self, batch: Sequence[bytes]) -> None:
        """Until it is taken, refused for good, or the end is over."""
        failures = 0
        while not self._cut.is_set():
            wait = self._try(batch, failures)
            if wait is None:
                return
            failures += 1
            self._cut.wait(wait)

    def _try(self, batch: Sequence[bytes], failures: int) -> float | None:
        """Send it once; seconds until the next time, None when it is done with."""
        sent = json.dumps(datetime.now(UTC).isoformat()).encode()
        body = b'{"sentAt":' + sent + b',"batch":[' + b",".join(batch) + b"]}"
        headers = {}
        if len(body) > LEAST_PACKED:
            body, headers = gzip.compress(body, 6), {"Content-Encoding": "gzip"}
        own = min(FIRST_WAIT_SECONDS * 2.0 ** min(failures, 10), MOST_WAIT_SECONDS)
        own *= random.uniform(0.5, 1.0)  # noqa: S311 - no secret
        try:
            answer = self._http.post(PATH, content=body, headers=headers)
        except httpx.HTTPError as error:
            log.warning("yutang: %s; again in %.1f s", type(error).__name__, own)
            return own
        if answer.is_success:
            self._tell(batch, answer)
            return None
        problem = ProblemError(answer.status_code, answer.content)
        if answer.status_code in HOPELESS:
            self._refuse([json.loads(one) for one in batch], str(problem))
            return None
        told = answer.headers.get("Retry-After", "")
        wait = max(float(told), LEAST_WAIT_SECONDS) if told.isdigit() else own
        log.warning("yutang: %s; again in %.1f s", problem, wait)
        return wait

    def _tell(self, batch: Sequence[bytes], answer: httpx.Response) -> None:
        try:
            refused = [
                (json.loads(batch[one["index"]]), f"{one['code']}: {one['words']}")
                for one in answer.json().get("refused") or []
            ]
        except (ValueError, LookupError, TypeError, AttributeError):
            # A proxy between answered in its own words that all is well.
            log.warning("yutang: the answer is not the collector's")
            return
        for message, why in refused:
            self._refuse([message], why)

    def _refuse(self, messages: Sequence[Mapping[str, Any]], why: str) -> None:
        log.error("yutang: %d events refused: %s", len(messages), why)
        if self._told is None:
            return
        try:
            self._told(messages, why)
        except Exception:
            # What the program does with it must not stop the sending.
            log.exception("yutang: `refused` failed")
