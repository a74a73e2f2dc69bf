"""A file as a stream of Arrow batches of text, with the number of each row as people see it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from yutang.kernel.cells import cell_text

from .errors import UnreadableFileError
from .schemas import Shape

BATCH_ROWS = 20_000
BLOCK_BYTES = 8 << 20
HEADER_ROWS = 1


@dataclass(slots=True)
class Batch:
    """Some rows: all columns as text, null where nothing stands."""

    columns: list[pa.Array]
    numbers: pa.Array
    """int64, rising: what a spreadsheet shows beside the row; the header is row 1."""
    torn: list[int] = field(default_factory=list)
    """Numbers of rows that have more or fewer cells than the header; they are left out above."""


def read(path: Path, shape: Shape) -> Iterator[Batch]:
    """All rows in order; memory does not grow with the file. Raises UnreadableFileError.

    A workbook must have been converted by `workbooks.convert` before.
    """
    try:
        if shape.format == "csv":
            yield from _read_csv(path, shape)
        else:
            yield from _read_parquet(path, len(shape.columns))
    except (pa.ArrowException, UnicodeDecodeError, OSError) as error:
        raise UnreadableFileError(_words(error)) from error


def _words(error: Exception) -> str:
    text = str(error).splitlines()[0]
    if "straddling" in text:
        return (
            "a quotation mark is opened and never closed, so that the rest of the file is one"
            " cell; look for a lone quotation mark and send the file again"
        )
    return f"the file cannot be read to its end: {text}"


class _Torn:
    """Gathers rows that Arrow could not cut into the header's columns."""

    def __init__(self) -> None:
        self.numbers: list[int] = []

    def __call__(self, row: object) -> str:
        self.numbers.append(getattr(row, "number", 0))
        return "skip"


def _read_csv(path: Path, shape: Shape) -> Iterator[Batch]:
    names = [f"c{column.index}" for column in shape.columns]
    torn = _Torn()
    reader = pacsv.open_csv(
        path,
        # One thread: only then does Arrow tell the numbers of torn rows.
        read_options=pacsv.ReadOptions(
            use_threads=False,
            block_size=BLOCK_BYTES,
            column_names=names,
            skip_rows_after_names=shape.blank_lines + HEADER_ROWS,
            encoding="utf8" if shape.encoding.startswith("utf-8") else shape.encoding,
        ),
        parse_options=pacsv.ParseOptions(
            delimiter=shape.delimiter,
            newlines_in_values=True,
            ignore_empty_lines=False,
            invalid_row_handler=torn,
        ),
        convert_options=pacsv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()),
            strings_can_be_null=True,
            quoted_strings_can_be_null=True,
            null_values=[""],
        ),
    )
    place = shape.blank_lines + HEADER_ROWS
    told = 0
    with reader:
        for block in reader:
            for start in range(0, block.num_rows, BATCH_ROWS):
                part = block.slice(start, BATCH_ROWS)
                numbers, skipped = _number(part.num_rows, place, torn.numbers[told:])
                place = numbers[-1]
                told += len(skipped)
                yield Batch(list(part.columns), pa.array(numbers, pa.int64()), skipped)
        rest = torn.numbers[told:]
        if rest:
            yield Batch([pa.array([], pa.string()) for _ in names], pa.array([], pa.int64()), rest)


def _number(rows: int, place: int, torn: list[int]) -> tuple[list[int], list[int]]:
    """Numbers of the next `rows` rows after `place`, and the torn ones they step over."""
    if not torn or torn[0] > place + rows:
        return list(range(place + 1, place + rows + 1)), []
    gaps = set(torn)
    numbers: list[int] = []
    for number in count(place + 1):
        if number not in gaps:
            numbers.append(number)
            if len(numbers) == rows:
                break
    return numbers, [number for number in torn if number < numbers[-1]]


def _read_parquet(path: Path, width: int) -> Iterator[Batch]:
    file = pq.ParquetFile(path)
    place = HEADER_ROWS
    for block in file.iter_batches(batch_size=BATCH_ROWS):
        numbers = pa.array(range(place + 1, place + block.num_rows + 1), pa.int64())
        place += block.num_rows
        yield Batch([_as_text(column) for column in block.columns[:width]], numbers)


def _as_text(column: pa.Array) -> pa.Array:
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        return pc.cast(column, pa.string())
    if pa.types.is_integer(column.type) or pa.types.is_date(column.type):
        return pc.cast(column, pa.string())
    return pa.array([cell_text(value) or None for value in column.to_pylist()], pa.string())


def sheet_of(shape: Shape, row: int) -> tuple[str | None, int]:
    """Sheet and row in it, for a number that counts on over sheets."""
    place = row - HEADER_ROWS
    for sheet in shape.sheets:
        if sheet.used and place <= sheet.rows:
            return sheet.name, place + HEADER_ROWS + sheet.blank_rows
        place -= sheet.rows if sheet.used else 0
    return None, row
