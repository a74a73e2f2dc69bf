"""What kind of file it is and what stands in its first rows."""

import codecs
import csv
import hashlib
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from yutang.kernel.cells import cell_text

from .errors import EmptyFileError, UnreadableFileError
from .event_words import WHO, guess_event_columns, property_of
from .guessing import folded, guess_target
from .masking import hide_numbers
from .order_parsing import is_masked
from .order_words import BUYER, MONEY, TIMES, guess_columns
from .schemas import Column, Format, Holds, Shape, Sheet
from .shops import Shop, find_shop
from .workbooks import convert

SAMPLE_BYTES = 1 << 20
SAMPLES = 4
COLUMNS_AT_MOST = 300
_DELIMITERS = ",;\t|"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def inspect(path: Path, name: str) -> Shape:
    """How the file at `path` is read, from its content.

    Reads a CSV to its end once, since a wrong encoding may show in its last line only; a workbook
    is converted beside itself, and lies in memory meanwhile. Raises UnreadableFileError and
    EmptyFileError.
    """
    with path.open("rb") as file:
        head = file.read(8)
    if not head:
        message = f"{name} is empty"
        raise EmptyFileError(message)
    if head.startswith(b"PAR1"):
        return _inspect_parquet(path, name)
    if head.startswith(b"PK\x03\x04"):
        header, samples, sheets = convert(path, path.with_suffix(".parquet"), name)
        return _shape("xlsx", header, samples, sheets=sheets)
    if head.startswith(_OLD_EXCEL):
        message = f"{name} is a workbook of Excel 97–2003 or has a password; save it as .xlsx"
        raise UnreadableFileError(message)
    return _inspect_csv(path, name)


def signature(shape: Shape) -> str:
    """Equal for files with the same headers, in whatever order and format."""
    names = sorted(folded(column.name) for column in shape.columns)
    return hashlib.sha256("\x1f".join(names).encode()).hexdigest()


def _inspect_parquet(path: Path, name: str) -> Shape:
    try:
        file = pq.ParquetFile(path)
        rows = file.metadata.num_rows
        first = next(file.iter_batches(batch_size=SAMPLES), None)
    except (pa.ArrowException, OSError) as error:
        message = f"{name} begins like Parquet and cannot be read: {error}"
        raise UnreadableFileError(message) from error
    nested = [field.name for field in file.schema_arrow if pa.types.is_nested(field.type)]
    if nested:
        message = f"the column {nested[0]} of {name} holds lists; give each value as text"
        raise UnreadableFileError(message)
    if first is None or rows == 0:
        message = f"{name} has columns and no rows"
        raise EmptyFileError(message)
    samples = [[cell_text(v) for v in column.to_pylist()] for column in first.columns]
    return _shape("parquet", file.schema_arrow.names, list(zip(*samples, strict=True)))


def _inspect_csv(path: Path, name: str) -> Shape:
    encoding = _find_encoding(path, name)
    with path.open("rb") as file:
        sample = codecs.getincrementaldecoder(encoding)(errors="ignore").decode(
            file.read(SAMPLE_BYTES)
        )
    if "\x00" in sample:
        message = f"{name} is neither CSV nor Excel nor Parquet"
        raise UnreadableFileError(message)
    delimiter = _find_delimiter(sample)
    lines = _read_some(sample, delimiter)
    blank = next((i for i, row in enumerate(lines) if any(cell.strip() for cell in row)), 0)
    rows = [row for row in lines if any(cell.strip() for cell in row)]
    if not rows:
        message = f"{name} is empty"
        raise EmptyFileError(message)
    if len(rows) == 1:
        message = f"{name} has a header and no rows"
        raise EmptyFileError(message)
    shape = _shape("csv", rows[0], rows[1:], encoding=encoding, delimiter=delimiter)
    return shape.model_copy(update={"blank_lines": blank})


def _find_encoding(path: Path, name: str) -> str:
    with path.open("rb") as file:
        head = file.read(4)
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return _checked(path, name, encoding)
    with suppress(UnreadableFileError):
        return _checked(path, name, "utf-8")
    return _checked(path, name, "gb18030")


def _checked(path: Path, name: str, encoding: str) -> str:
    decoder = codecs.getincrementaldecoder(encoding)()
    read = 0
    try:
        for block in _blocks(path):
            decoder.decode(block)
            read += len(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        message = (
            f"{name} is neither UTF-8 nor GBK: byte {read + error.start:,} fits no character;"
            " save it as CSV UTF-8"
        )
        raise UnreadableFileError(message) from error
    return encoding


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            yield block


def _find_delimiter(sample: str) -> str:
    """The one that cuts the first lines into the most equal columns."""

    def columns(delimiter: str) -> int:
        widths = Counter(len(row) for row in _read_some(sample, delimiter) if row)
        width, times = widths.most_common(1)[0] if widths else (1, 0)
        return width if times * 2 >= sum(widths.values()) else 1

    return max(_DELIMITERS, key=columns)


def _read_some(sample: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    csv.field_size_limit(SAMPLE_BYTES * 2)
    for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
        rows.append(row)
        if len(rows) > SAMPLES * 5:
            break
    return rows


def _shape(
    kind: Format,
    header: list[str],
    rows: list[list[str]] | list[tuple[str, ...]],
    *,
    encoding: str = "utf-8",
    delimiter: str = ",",
    sheets: list[Sheet] | None = None,
) -> Shape:
    if len(header) > COLUMNS_AT_MOST:
        message = f"the file has {len(header):,} columns; {COLUMNS_AT_MOST} is the most"
        raise UnreadableFileError(message)
    seen: Counter[str] = Counter()
    columns = []
    shop = find_shop(header)
    of_orders = guess_columns(header, shop)
    of_events = guess_event_columns(header)
    for index, raw in enumerate(header):
        name = raw.strip()[:80]
        seen[name] += 1
        samples = [row[index].strip()[:60] for row in rows if index < len(row)]
        columns.append(
            Column(
                index=index,
                # Two columns of one name stay apart: they are mapped by their place.
                name=name if seen[name] == 1 else f"{name} ({seen[name]})",
                samples=[hide_numbers(sample) for sample in samples if sample][:SAMPLES],
                guess=guess_target(folded(name)),
                order_guess=of_orders[index],
                event_guess=of_events[index],
                prop=property_of(name, index),
                masked=(of_orders[index] in BUYER or of_events[index] in WHO)
                and any(map(is_masked, samples)),
            )
        )
    return Shape(
        format=kind,
        columns=columns,
        encoding=encoding,
        delimiter=delimiter,
        sheets=sheets or [],
        subject=_held(of_orders, of_events, shop),
        shop=shop.key if shop is not None else None,
    )


def _held(of_orders: list[str | None], of_events: list[str | None], shop: Shop | None) -> Holds:
    """Orders have numbers and beside them money, a time or a state; events say what and when."""
    if shop is None and {"kind", "at"} <= set(of_events):
        return "events"
    found = set(of_orders)
    has_rest = bool(found & {*MONEY, *TIMES, "status"})
    return "orders" if shop is not None or ("number" in found and has_rest) else "members"
