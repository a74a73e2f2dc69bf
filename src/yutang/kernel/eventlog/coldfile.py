"""The file of a cold month: Parquet, sorted by corp, customer and time, in groups of rows.

Nothing here knows the database or waits for anything: it runs in a thread.
"""

import hashlib
import io
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from yutang.kernel.events import ERASED_PROPS

from .errors import DamagedFileError
from .schemas import Tally, Written

GROUP_ROWS: Final = 50_000
SCHEMA: Final = pa.schema(
    [
        pa.field("corp_id", pa.int64(), nullable=False),
        pa.field("id", pa.int64(), nullable=False),
        pa.field("customer_id", pa.int64()),
        pa.field("kind", pa.string(), nullable=False),
        pa.field("at", pa.timestamp("us", tz="UTC"), nullable=False),
        pa.field("actor", pa.string(), nullable=False),
        pa.field("props", pa.string(), nullable=False),
        pa.field("source", pa.string(), nullable=False),
        pa.field("era", pa.int16(), nullable=False),
        pa.field("xid", pa.int64(), nullable=False),
    ]
)
"""The columns of the log, in its order of `months.COLUMNS`; props as JSON text."""


@dataclass(frozen=True, slots=True)
class Cleaning:
    """Erased persons lose their number and what could name them; expired rows go."""

    erased: Mapping[int, AbstractSet[int]]
    expired: AbstractSet[tuple[int, str]] = frozenset()
    """(corp, kind) of which nothing is kept."""

    def concerns(self, corps: range, people: range) -> bool:
        """By the statistics of a group of rows."""
        if any(corp_id in corps for corp_id, _ in self.expired):
            return True
        return any(
            corp_id in corps and any(person in people for person in persons)
            for corp_id, persons in self.erased.items()
        )

    def apply(self, table: pa.Table) -> pa.Table:
        """The part as it may be kept; the same object where nothing changes."""
        rows: list[dict[str, Any]] | None = None
        told = zip(
            table["corp_id"].to_pylist(),
            table["customer_id"].to_pylist(),
            table["kind"].to_pylist(),
            strict=True,
        )
        gone: list[int] = []
        for place, (corp_id, person, kind) in enumerate(told):
            if (corp_id, kind) in self.expired:
                gone.append(place)
            elif person is not None and person in self.erased.get(corp_id, ()):
                rows = rows or table.to_pylist()
                _strip(rows[place])
        if not gone and rows is None:
            return table
        changed = table if rows is None else pa.Table.from_pylist(rows, SCHEMA)
        if not gone:
            return changed
        lost = set(gone)
        return changed.take(pa.array([n for n in range(changed.num_rows) if n not in lost]))


def _strip(row: dict[str, Any]) -> None:
    """As `kernel.events.ERASE` does to a row in the database."""
    props = json.loads(row["props"])
    kept = {key: value for key, value in props.items() if key not in ERASED_PROPS}
    row["customer_id"], row["props"] = None, json.dumps(kept, ensure_ascii=False)
    if row["source"].startswith("inbox:"):
        row["source"] = "inbox"


class ColdWriter:
    """Writes a draft beside the file to be; `finish` reads it back before it gets its name."""

    def __init__(self, folder: Path, month: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._month = month
        self._draft = folder / f"{month}.draft"
        self._digest = hashlib.sha256()
        self._writer = pq.ParquetWriter(
            self._draft, SCHEMA, compression="zstd", use_dictionary=["kind", "actor", "source"]
        )
        self.tally = Tally()

    def add_rows(self, rows: Sequence[Sequence[Any]]) -> None:
        """Rows as the database tells them, as one group."""
        columns = zip(*rows, strict=True)
        self.add(
            pa.table(
                [pa.array(column, kind.type) for column, kind in zip(columns, SCHEMA, strict=True)],
                schema=SCHEMA,
            )
        )

    def add(self, table: pa.Table) -> None:
        """One group of rows."""
        if table.num_rows == 0:
            return
        self._writer.write_table(table, row_group_size=GROUP_ROWS)
        self._digest.update(_content(table))
        _count(self.tally, table)

    def finish(self) -> Written:
        """Close, read back, compare row by row, and give the file its name. DamagedFileError."""
        self._writer.close()
        _sync(self._draft)
        rows, digest = 0, hashlib.sha256()
        for table in groups_of(self._draft):
            rows += table.num_rows
            digest.update(_content(table))
        if rows != self.tally.rows or digest.digest() != self._digest.digest():
            raise DamagedFileError(self._draft.name, "read back, it differs from what was written")
        sha256 = checksum(self._draft)
        path = self._draft.with_name(f"{self._month}-{sha256[:12]}.parquet")
        self._draft.replace(path)
        _sync(path.parent)
        return Written(path, sha256, path.stat().st_size, self.tally)

    def drop(self) -> None:
        """Give up."""
        self._writer.close()
        self._draft.unlink(missing_ok=True)


def _count(tally: Tally, table: pa.Table) -> None:
    """Count the rows of a part."""
    tally.rows += table.num_rows
    counted = table.group_by(["corp_id", "kind"]).aggregate([([], "count_all")])
    for row in counted.to_pylist():
        key = (row["corp_id"], row["kind"])
        tally.kinds[key] = tally.kinds.get(key, 0) + row["count_all"]
    for row in table.group_by("corp_id").aggregate([("customer_id", "max")]).to_pylist():
        corp_id, last = row["corp_id"], row["customer_id_max"] or 0
        tally.last_person[corp_id] = max(tally.last_person.get(corp_id, 0), last)


def _content(table: pa.Table) -> bytes:
    """The rows as text: the same for equal rows, however the file cuts and packs them."""
    sink = io.BytesIO()
    pa_csv.write_csv(table, sink, pa_csv.WriteOptions(include_header=False))
    return sink.getvalue()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def checksum(path: Path) -> str:
    """Of the bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check(path: Path, sha256: str) -> None:
    """Raise DamagedFileError unless the file is there as it was written."""
    if not path.is_file():
        raise DamagedFileError(path.name, "it is not there")
    if checksum(path) != sha256:
        raise DamagedFileError(path.name, "its checksum is another")


def groups_of(path: Path, rule: Cleaning | None = None) -> Iterator[pa.Table]:
    """The groups of rows one after the other; with a rule, as it leaves them."""
    with pq.ParquetFile(path) as file:
        for number in range(file.num_row_groups):
            table = file.read_row_group(number).cast(SCHEMA)
            if rule is not None and rule.concerns(*_reach(file.metadata.row_group(number))):
                table = rule.apply(table)
            yield table


def concerned(path: Path, rule: Cleaning) -> bool:
    """Whether the rule would change anything; reads only groups that may hold such rows."""
    with pq.ParquetFile(path) as file:
        for number in range(file.num_row_groups):
            if not rule.concerns(*_reach(file.metadata.row_group(number))):
                continue
            table = file.read_row_group(number).cast(SCHEMA)
            if rule.apply(table) is not table:
                return True
    return False


def rows_of(path: Path, corp_id: int, people: AbstractSet[int]) -> list[dict[str, Any]]:
    """What a file holds of these persons, as the log tells it."""
    found: list[dict[str, Any]] = []
    with pq.ParquetFile(path) as file:
        for number in range(file.num_row_groups):
            corps, reach = _reach(file.metadata.row_group(number))
            if corp_id not in corps or not any(person in reach for person in people):
                continue
            table = file.read_row_group(number).cast(SCHEMA)
            wanted = pc.and_(
                pc.equal(table["corp_id"], corp_id),
                pc.is_in(table["customer_id"], pa.array(sorted(people), pa.int64())),
            )
            found += table.filter(wanted).to_pylist()
    for row in found:
        row["props"], row["at"] = json.loads(row["props"]), row["at"].isoformat()
    return found


def corp_groups(path: Path, corp_id: int, rule: Cleaning) -> Iterator[pa.Table]:
    """One corp's rows in a file that have a customer, group by group, as the rule leaves them."""
    with pq.ParquetFile(path) as file:
        for number in range(file.num_row_groups):
            corps, people = _reach(file.metadata.row_group(number))
            if corp_id not in corps or not people:
                continue
            table = file.read_row_group(number).cast(SCHEMA)
            if rule.concerns(corps, people):
                table = rule.apply(table)
            wanted = pc.and_(pc.equal(table["corp_id"], corp_id), pc.is_valid(table["customer_id"]))
            yield table.filter(wanted)


def _reach(group: Any) -> tuple[range, range]:
    """Between which corps and which customers the rows of a group lie."""
    corps, people = group.column(0).statistics, group.column(2).statistics
    return (
        range(corps.min, corps.max + 1),
        range(people.min, people.max + 1) if people.has_min_max else range(0),
    )
