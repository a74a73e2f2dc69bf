"""A batch of a file as rows to be staged, and what is wrong with the others."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from .masking import hide_numbers
from .parsing import Parse, Wrong, has_control
from .reading import Batch
from .schemas import IDENTITIES

SHOWN_CHARACTERS = 60
MEMO = 50_000

Seal = Callable[[str], tuple[str, str]]
"""Keyed hash of a phone number, and the number sealed, as `\\x` and hex digits."""


@dataclass(slots=True)
class Reader:
    """What one column is read as."""

    index: int
    header: str
    target: str
    """The column of the staging table."""
    parse: Parse
    memo: dict[str, str | Wrong | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One thing that is wrong with one row."""

    row: int
    field: str
    code: str
    value: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What came of a batch."""

    rows: bytes
    """CSV without a header: row, then the staged columns; an unquoted nothing is NULL."""
    problems: list[RowProblem]
    total: int
    """Rows with anything in them."""
    refused: int
    last: int
    """The number of the last row, blank or not."""


class Cleaner:
    """Cleans batch after batch of one file."""

    def __init__(
        self,
        readers: Sequence[Reader],
        seal: Seal,
        needed: Sequence[str] = IDENTITIES,
        nobody: str = "row.nobody",
        *,
        keep_wrong: bool = False,
    ) -> None:
        """A row without any of `needed` is refused as `nobody`.

        With `keep_wrong` wrong rows are staged too, marked `bad`, where they have what is needed.
        """
        self._readers = readers
        self._seal = seal
        self._needed = needed
        self._nobody = nobody
        self._keep_wrong = keep_wrong
        self._seen_tags: set[str] = set()

    @property
    def columns(self) -> list[str]:
        """The staged columns, in the order of `Cleaned.rows`."""
        names = ["row", *dict.fromkeys(reader.target for reader in self._readers)]
        names += ["sealed"] if "phone" in names else []
        return [*names, "bad"] if self._keep_wrong else names

    @property
    def new_tags(self) -> list[str]:
        """Names of tags that the rows so far want made."""
        return sorted(self._seen_tags)

    def clean(self, batch: Batch) -> Cleaned:
        """Parse every cell; a row with anything wrong is left out whole."""
        problems = [RowProblem(number, "", "row.torn") for number in batch.torn]
        staged: dict[str, pa.Array] = {}
        for reader in self._readers:
            values = self._parse(reader, batch, problems)
            before = staged.get(reader.target)
            # Only tags may come from several columns.
            staged[reader.target] = values if before is None else _joined(before, values)
        refused = {problem.row for problem in problems}
        blank = _all_null(batch.columns, len(batch.numbers))
        someone = pc.invert(
            _all_null([staged[k] for k in self._needed if k in staged], len(batch.numbers))
        )
        wrong = pc.is_in(batch.numbers, value_set=pa.array(sorted(refused), pa.int64()))
        nobody = pc.and_(pc.and_(pc.invert(someone), pc.invert(blank)), pc.invert(wrong))
        for number in batch.numbers.filter(nobody).to_pylist():
            problems.append(RowProblem(number, "", self._nobody))
            refused.add(number)
        keep = someone if self._keep_wrong else pc.and_(someone, pc.invert(wrong))
        self._gather_tags(staged.get("tags"), keep)
        table = {name: values.filter(keep) for name, values in staged.items()}
        if "phone" in table:
            table["phone"], table["sealed"] = self._sealed(table["phone"])
        if self._keep_wrong:
            table["bad"] = wrong.filter(keep)
        return Cleaned(
            rows=_as_csv(pa.table({"row": batch.numbers.filter(keep), **table})),
            problems=problems,
            total=len(batch.numbers) - (pc.sum(blank).as_py() or 0) + len(batch.torn),
            refused=len(refused),
            last=max([*batch.torn[-1:], *batch.numbers[-1:].to_pylist()], default=0),
        )

    def _parse(self, reader: Reader, batch: Batch, problems: list[RowProblem]) -> pa.Array:
        """Each distinct text once; wrong cells become null and a problem."""
        distinct = batch.columns[reader.index].dictionary_encode()
        found = [self._cell(reader, text) for text in distinct.dictionary.to_pylist()]
        wrong = [place for place, value in enumerate(found) if isinstance(value, Wrong)]
        if wrong:
            where = pc.is_in(distinct.indices, value_set=pa.array(wrong, distinct.indices.type))
            texts = distinct.dictionary
            for number, place in zip(
                batch.numbers.filter(where).to_pylist(),
                distinct.indices.filter(where).to_pylist(),
                strict=True,
            ):
                value = found[place]
                if isinstance(value, Wrong):
                    shown = hide_numbers(" ".join(texts[place].as_py().split()))[:SHOWN_CHARACTERS]
                    shown = "".join(c for c in shown if c.isprintable())
                    problems.append(
                        RowProblem(number, reader.header, value.code, shown, value.detail)
                    )
        clean = [None if isinstance(value, Wrong) else value for value in found]
        return pa.array(clean, pa.string()).take(distinct.indices)

    def _cell(self, reader: Reader, text: str) -> str | Wrong | None:
        known = reader.memo.get(text, text)
        if known is not text:
            return known
        bare = text.strip()
        if not bare:
            value: str | Wrong | None = None
        elif has_control(bare):
            value = Wrong("text.control")
        else:
            value = reader.parse(bare)
        if len(reader.memo) >= MEMO:
            reader.memo.clear()
        reader.memo[text] = value
        return value

    def _sealed(self, phones: pa.Array) -> tuple[pa.Array, pa.Array]:
        pairs = [(None, None) if p is None else self._seal(p) for p in phones.to_pylist()]
        return (
            pa.array([found for found, _ in pairs], pa.string()),
            pa.array([sealed for _, sealed in pairs], pa.string()),
        )

    def _gather_tags(self, tags: pa.Array | None, keep: pa.Array) -> None:
        if tags is None:
            return
        for text in pc.unique(tags.filter(keep)).to_pylist():
            if text is not None and "+" in text:
                self._seen_tags |= {name[1:] for name in text.split(",") if name.startswith("+")}


def _joined(one: pa.Array, other: pa.Array) -> pa.Array:
    return pc.binary_join_element_wise(one, other, ",", null_handling="skip")


def _all_null(arrays: Sequence[pa.Array], rows: int) -> pa.Array:
    """Which rows hold nothing in any of the arrays; blanks alone are nothing."""
    result = pa.array([True] * rows, pa.bool_())
    for values in arrays:
        empty = pc.or_kleene(pc.is_null(values), pc.equal(pc.utf8_trim_whitespace(values), ""))
        result = pc.and_(result, pc.fill_null(empty, fill_value=True))
    return result


def _as_csv(table: pa.Table) -> bytes:
    sink = io.BytesIO()
    pacsv.write_csv(table, sink, pacsv.WriteOptions(include_header=False))
    return sink.getvalue()


def problems_as_csv(corp_id: int, import_id: int, problems: Sequence[RowProblem]) -> bytes:
    """For COPY into import_errors; one row and column is told of once."""
    sink = io.StringIO(newline="")
    writer = csv.writer(sink, quoting=csv.QUOTE_NONNUMERIC)
    for one in {(p.row, p.field): p for p in problems}.values():
        writer.writerow((corp_id, import_id, one.row, one.field, one.code, one.value, one.detail))
    return sink.getvalue().encode()
