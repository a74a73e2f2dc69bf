"""What the stream shows of the messages of a chunk: some of what was taken, most of the rest."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import RowMapping

from yutang.kernel.runtime import Runtime
from yutang.kernel.vault import Vault

from .messages import NAME_CHARACTERS, Fault, Message, clean
from .outcomes import Row, outline_of, sealed_of

TAKEN_SHOWN: Final = 5
REFUSED_SHOWN: Final = 30
"""Rows of the stream that one source fills in a second; of the rest their number is shown."""


@dataclass(slots=True)
class One:
    """One message on its way."""

    batch: RowMapping
    message: Message
    customer_id: int | None = None
    reason: str = ""
    words: str = ""
    kind: str = ""
    props: dict[str, Any] = field(default_factory=dict)
    in_log: bool = False
    """Whether the collector itself writes it: an order's events are written by orders."""

    @property
    def shown(self) -> str:
        """What it is, for the stream."""
        return (self.kind or self.message.kind or self.message.type)[:NAME_CHARACTERS]

    def row(self, vault: Vault, corp_id: int) -> Row:
        """As the stream shows it."""
        message = self.message
        whole = {
            "type": message.type,
            "messageId": message.message,
            "event": message.kind,
            "at": message.at,
            "ids": message.ids,
            "properties": message.props,
        }
        return Row(
            corp_id,
            self.batch["source_id"],
            self.batch["received_at"],
            reason=self.reason,
            words=self.words[:500],
            at=message.at,
            kind=self.shown,
            message=message.message,
            customer_id=self.customer_id,
            outline=outline_of(message.ids, message.props),
            sealed=sealed_of(vault, whole),
        )


@dataclass(frozen=True, slots=True)
class Refused:
    """One message that the door refused already."""

    batch: RowMapping
    index: int
    raw: Any
    fault: Fault

    @property
    def reason(self) -> str:
        """Why."""
        return self.fault.code

    @property
    def shown(self) -> str:
        """What it would be, for the stream."""
        event = self.raw.get("event") if isinstance(self.raw, dict) else None
        return str(clean(event))[:NAME_CHARACTERS] if isinstance(event, str) else ""

    def row(self, vault: Vault, corp_id: int) -> Row:
        """As the stream shows it."""
        return Row(
            corp_id,
            self.batch["source_id"],
            self.batch["received_at"],
            reason=self.reason,
            words=self.fault.words,
            kind=self.shown,
            message=f"{self.batch['id']}:{self.index}",
            sealed=sealed_of(vault, {"message": self.raw}),
        )


class _Sample:
    """How much of the stream each source filled within this second, in this process."""

    def __init__(self) -> None:
        self._second = 0
        self._shown: Counter[tuple[int, bool]] = Counter()

    def takes(self, source_id: int, *, is_refused: bool) -> bool:
        """Whether one more row is shown."""
        if self._second != (now := int(time.monotonic())):
            self._second = now
            self._shown.clear()
        most = REFUSED_SHOWN if is_refused else TAKEN_SHOWN
        self._shown[source_id, is_refused] += 1
        return self._shown[source_id, is_refused] <= most


def rows_of(
    runtime: Runtime, corp_id: int, told: Sequence[One], refused: Sequence[Refused]
) -> list[Row]:
    """A row for as many as a person can look at, and one for the number of all others alike."""
    sample = runtime.once(_Sample, _Sample)
    rows: list[Row] = []
    more: Counter[tuple[int, str, str]] = Counter()
    last: dict[int, RowMapping] = {}
    everything: list[One | Refused] = [*told, *refused]
    for one in everything:
        source_id = one.batch["source_id"]
        last[source_id] = one.batch
        if sample.takes(source_id, is_refused=bool(one.reason)):
            rows.append(one.row(runtime.vault, corp_id))
        else:
            more[source_id, one.reason, one.shown] += 1
    rows += [
        Row(
            corp_id,
            source_id,
            last[source_id]["received_at"],
            reason=reason,
            kind=kind,
            events=events,
        )
        for (source_id, reason, kind), events in more.items()
    ]
    return rows
