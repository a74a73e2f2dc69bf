"""Both suites run to their ends at once; a few failures are tried once more, alone."""

import sys
from pathlib import Path

import pytest

from tools.suites import FEW, Suite, run_suites


def command(code: str) -> tuple[str, str, str]:
    return sys.executable, "-c", code


def suite(code: str) -> Suite:
    return Suite(command(code))


def failing(names: int, again: str, status: int = 1) -> Suite:
    return Suite(
        command(f"raise SystemExit({status})"),
        lambda: [f"test {number}" for number in range(names)],
        lambda found: command(f"open('again', 'a').write({' '.join(found)!r}); {again}"),
    )


def test_both_run_at_once_and_both_are_shown(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    # Each waits for a file that the other makes: one after the other they would never end.
    meet = (
        "import pathlib, sys, time\n"
        "mine, other = map(pathlib.Path, {names})\n"
        "mine.touch()\n"
        "end = time.monotonic() + 20\n"
        "while not other.exists() and time.monotonic() < end: time.sleep(0.01)\n"
        "print(mine.name, other.exists())\n"
    )
    status = run_suites(
        [suite(meet.format(names="('a', 'b')"))],
        [suite(meet.format(names="('b', 'a')"))],
        tmp_path,
    )
    assert status == 0
    assert capfdbinary.readouterr().out.splitlines() == [b"a True", b"b True"]


@pytest.mark.parametrize("which", ["shown", "kept"])
def test_one_that_fails_fails_the_whole_and_keeps_nothing_from_running(
    tmp_path: Path, which: str
) -> None:
    lists = {
        name: [
            suite(f"raise SystemExit({3 if name == which else 0})"),
            suite(f"open('{name}', 'w')"),
        ]
        for name in ("shown", "kept")
    }
    assert run_suites(lists["shown"], lists["kept"], tmp_path) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept", "shown"]


@pytest.mark.parametrize("where", [0, 1])
@pytest.mark.parametrize(("again", "status"), [("0", 0), ("raise SystemExit(1)", 1)])
def test_a_few_failures_are_tried_once_more_and_that_decides(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], where: int, again: str, status: int
) -> None:
    lists: list[list[Suite]] = [[], []]
    lists[where].append(failing(2, again))
    assert run_suites(lists[0], lists[1], tmp_path) == status
    assert (tmp_path / "again").read_text(encoding="utf-8") == "test 0 test 1"
    said = ("passed only alone, to be mended", "failed")[status]
    assert capfd.readouterr().out == f"suites: {said}:\n  test 0\n  test 1\n"


def test_of_those_tried_again_each_is_named_by_how_it_ended(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    ended = iter([["one", "two", "three"], ["two"]])
    suite = Suite(
        command("raise SystemExit(1)"),
        lambda: next(ended),
        lambda _: command("raise SystemExit(1)"),
    )
    assert run_suites([suite], [], tmp_path) == 1
    assert capfd.readouterr().out == (
        "suites: failed:\n  two\nsuites: passed only alone, to be mended:\n  one\n  three\n"
    )


@pytest.mark.parametrize(("names", "status"), [(0, 1), (FEW + 1, 1), (1, 3)])
def test_many_failures_and_a_run_that_broke_are_not_tried_again(
    tmp_path: Path, names: int, status: int
) -> None:
    assert run_suites([failing(names, "0", status)], [], tmp_path) == 1
    assert not (tmp_path / "again").exists()
