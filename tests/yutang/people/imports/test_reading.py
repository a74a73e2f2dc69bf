"""Files of every kind are read alike, and every row keeps the number that people see."""

import io
from datetime import date, datetime
from pathlib import Path
from typing import get_args

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from yutang.people.imports import formats, parsing, wording
from yutang.people.imports.cleaning import Cleaner, Reader, RowProblem
from yutang.people.imports.errors import EmptyFileError, UnreadableFileError
from yutang.people.imports.parsing import Wrong
from yutang.people.imports.reading import read, sheet_of
from yutang.people.imports.schemas import EVENT_PROBLEMS, Column, Shape
from yutang.people.kinds.schemas import Refusal

HEADER = ["姓名", "手机", "生日"]
PEOPLE = [["张三", "13800000001", "1992-02-28"], ["李\n四🌸", "13800000002", ""]]


def as_csv(delimiter: str) -> str:
    """With a quoted newline and a blank line in between."""
    lines = [HEADER, PEOPLE[0], [], [f'"{PEOPLE[1][0]}"', *PEOPLE[1][1:]]]
    return "\r\n".join(delimiter.join(line) for line in lines) + "\r\n"


def as_workbook() -> bytes:
    """Two sheets of people, one of notes, and a header that does not stand in the first row."""
    book = openpyxl.Workbook()
    for title, people in (("南山", PEOPLE[:1]), ("福田", PEOPLE[1:])):
        sheet = book.create_sheet(title)
        if title == "福田":
            sheet.append([])
            sheet.append([])
        sheet.append(HEADER)
        for name, phone, birthday in people:
            # As people type them: a number, and a day.
            sheet.append([name, float(phone), date.fromisoformat(birthday) if birthday else None])
    book["Sheet"]["A1"] = "填表说明"
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


def as_parquet() -> bytes:
    """With the types that a data warehouse gives."""
    days = [datetime.fromisoformat(b) if b else None for _, _, b in PEOPLE]
    table = pa.table(
        {
            "姓名": pa.array([name for name, _, _ in PEOPLE]).dictionary_encode(),
            "手机": pa.array([int(phone) for _, phone, _ in PEOPLE], pa.int64()),
            "生日": pa.array(days, pa.timestamp("us")),
        }
    )
    sink = io.BytesIO()
    pq.write_table(table, sink)
    return sink.getvalue()


FILES: dict[str, tuple[bytes, list[int]]] = {
    "utf8": (as_csv(",").encode(), [2, 4]),
    "bom": (as_csv(",").encode("utf-8-sig"), [2, 4]),
    "gbk": (as_csv(",").replace("🌸", "花").encode("gbk"), [2, 4]),
    "gb18030": (as_csv("\t").encode("gb18030"), [2, 4]),
    "utf16": (as_csv(";").encode("utf-16"), [2, 4]),
    "blank lines above": (b"\r\n,,\r\n" + as_csv(",").encode(), [4, 6]),
    "xlsx": (as_workbook(), [2, 3]),
    "parquet": (as_parquet(), [2, 3]),
}


def read_all(path: Path, shape: Shape) -> tuple[list[list[str | None]], list[int], list[int]]:
    """Rows with anything in them, their numbers, and the numbers of torn ones."""
    found: list[list[str | None]] = []
    numbers: list[int] = []
    torn: list[int] = []
    for batch in read(path, shape):
        torn += batch.torn
        columns = [column.to_pylist() for column in batch.columns]
        for number, *cells in zip(batch.numbers.to_pylist(), *columns, strict=True):
            if any(cells):
                found.append(cells)
                numbers.append(number)
    return found, numbers, torn


@pytest.mark.parametrize("kind", FILES)
def test_each_kind_of_file_gives_the_same_people(kind: str, tmp_path: Path) -> None:
    content, numbers = FILES[kind]
    path = tmp_path / "file"
    path.write_bytes(content)

    shape = formats.inspect(path, "file")
    if shape.format == "xlsx":
        path = path.with_suffix(".parquet")
    found = read_all(path, shape)

    assert [(c.name, c.guess) for c in shape.columns] == [
        ("姓名", "name"), ("手机", "phone"), ("生日", "birthday"),
    ]  # fmt: skip
    expected = [[cell or None for cell in row] for row in PEOPLE]
    if kind == "gbk":
        expected[1][0] = "李\n四花"
    assert found == (expected, numbers, [])


def test_a_workbooks_rows_are_told_by_sheet(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(as_workbook())
    shape = formats.inspect(path, "客户.xlsx")
    assert [(s.name, s.used, s.rows) for s in shape.sheets] == [
        ("Sheet", False, 0), ("南山", True, 1), ("福田", True, 1),
    ]  # fmt: skip
    assert [sheet_of(shape, row) for row in (2, 3)] == [("南山", 2), ("福田", 4)]


def test_rows_that_do_not_fit_the_header_are_left_out_with_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "file"
    lines = ["a,b", "1,2", "only", '"x\ny",3', "4,5,6", *(f"{i},{i}" for i in range(30_000)), "7"]
    path.write_text("\n".join(lines), "utf-8")

    found, numbers, torn = read_all(path, formats.inspect(path, "file"))

    assert torn == [3, 5, 30_006]
    assert found[:2] == [["1", "2"], ["x\ny", "3"]]
    assert numbers[:2] + numbers[-1:] == [2, 4, 30_005]
    assert len(found) == 30_002


BROKEN: list[tuple[bytes, type[Exception], str]] = [
    (b"", EmptyFileError, "empty"),
    (b"\n\n", EmptyFileError, "empty"),
    ("姓名,手机\n".encode(), EmptyFileError, "header and no rows"),
    (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, UnreadableFileError, "neither"),
    (b"PK\x03\x04nonsense", UnreadableFileError, "damaged"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", UnreadableFileError, "password"),
    (b"PAR1nonsense", UnreadableFileError, "Parquet"),
    ("姓名,手机\n".encode() + b"ok,1\n" * 300_000 + b"\xff\xff\n", UnreadableFileError, "GBK"),
]


@pytest.mark.parametrize(("content", "kind", "words"), BROKEN)
def test_what_is_no_table_is_refused_with_the_reason(
    content: bytes, kind: type[Exception], words: str, tmp_path: Path
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(kind, match=words):
        formats.inspect(path, "file")


def test_a_quote_that_never_ends_is_told(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b'a,b\n1,2\n"3,4\n' + b"5,6\n" * 5_000_000)
    shape = formats.inspect(path, "file")
    with pytest.raises(UnreadableFileError, match="quotation mark"):
        read_all(path, shape)


BORN = parsing.birthdays(date(2026, 11, 26))
CELLS = [
    (parsing.parse_phone, "138 0000-0001", "13800000001"),
    (parsing.parse_phone, "+86 138 0000 0001", "13800000001"),
    (parsing.parse_phone, "0086-13800000001", "13800000001"),
    (parsing.parse_phone, "８６１３８００００００１", "phone.digits"),
    (parsing.parse_phone, "１３８００００００01", "13800000001"),
    (parsing.parse_phone, "+852 6123 4567", "+85261234567"),
    (parsing.parse_phone, "1380000000", "phone.digits"),
    (parsing.parse_phone, "12345678901", "phone.digits"),
    (parsing.parse_phone, "1.38E+10", "phone.rounded"),
    (parsing.parse_phone, "13800000001/139", "phone.letters"),
    (BORN, "1992-2-8", "1992-02-08"),
    (BORN, "1992/02/08 00:00:00", "1992-02-08"),
    (BORN, "1992年2月8日", "1992-02-08"),
    (BORN, "19920208", "1992-02-08"),
    (BORN, "1992-02-30", "date.impossible"),
    (BORN, "2099-01-01", "date.future"),
    (BORN, "1899-12-31", "date.ancient"),
    (BORN, "8/2/92", "date.unreadable"),
    (parsing.parse_gender, "女士", "2"),
    (parsing.parse_gender, "X", "gender.unknown"),
    (parsing.parse_name, "👩‍👩‍👧  妈妈", "👩‍👩‍👧 妈妈"),
    (parsing.parse_name, "长" * 65, "name.long"),
    (parsing.parse_id, "M 1", "id.blank"),
    (parsing.parse_id, "1.2E+15", "id.rounded"),
    (parsing.chosen("stage.unknown", {"意向": "intent"}), "意向", "intent"),
    (parsing.chosen("stage.unknown", {"意向": "intent"}), "热", "stage.unknown"),
    (parsing.tag_names({"老客": 7}, create=False), "老客、老客", "7"),
    (parsing.tag_names({"老客": 7}, create=False), "老客,VIP", "tag.unknown"),
    (parsing.tag_names({"老客": 7}, create=True), "VIP；老客", "+VIP,7"),
]


@pytest.mark.parametrize(("parse", "text", "expected"), CELLS)
def test_a_cell_is_read_or_refused(parse: parsing.Parse, text: str, expected: str) -> None:
    found = parse(text)
    assert (found.code if isinstance(found, Wrong) else found) == expected


def test_every_refusal_has_words_in_both_languages() -> None:
    source = Path(parsing.__file__).parent
    used = {
        code
        for file in source.glob("*.py")
        for code in wording.codes() | {"row.double"}
        if f'"{code}"' in file.read_text("utf-8")
    }
    # What the register refuses gets its code from there.
    used |= set(EVENT_PROBLEMS)
    assert used | {"row.conflict", "row.same_person", "stage.unknown"} == wording.codes()
    assert {f"event.{reason}" for reason in get_args(Refusal)} <= wording.codes()
    for code in wording.codes():
        problem = RowProblem(2, "列", code, "值", "3")
        chinese, english = wording.word(problem, "zh-CN"), wording.word(problem, "en")
        assert all([*chinese, *english])
        assert "{" not in "".join((*chinese, *english))


def test_a_row_with_anything_wrong_is_left_out_whole(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("名,号,日\n甲,M1,1992-02-30\n乙,M2,\n丙,,\n , ,\n丁,M\x003,\n", "utf-8")
    cleaner = Cleaner(
        [
            Reader(0, "名", "name", parsing.parse_name),
            Reader(1, "号", "member_number", parsing.parse_id),
            Reader(2, "日", "birthday", BORN),
        ],
        lambda phone: (phone, phone),
    )
    columns = [Column(index=i, name=name, samples=[]) for i, name in enumerate("名号日")]
    shape = Shape(format="csv", columns=columns)
    (done,) = [cleaner.clean(batch) for batch in read(path, shape)]
    assert done.rows.decode() == '3,"乙","M2",\n'
    assert [(p.row, p.field, p.code) for p in done.problems] == [
        (6, "号", "text.control"), (2, "日", "date.impossible"), (4, "", "row.nobody"),
    ]  # fmt: skip
    assert (done.total, done.refused, done.last) == (4, 3, 6)
