"""Both suites run to their ends at once; one that fails fails the whole."""

import sys
from pathlib import Path

import pytest

from tools.suites import run_suites


def command(code: str) -> tuple[str, str, str]:
    return sys.executable, "-c", code


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
        [command(meet.format(names="('a', 'b')"))],
        [command(meet.format(names="('b', 'a')"))],
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
            command(f"raise SystemExit({3 if name == which else 0})"),
            command(f"open('{name}', 'w')"),
        ]
        for name in ("shown", "kept")
    }
    assert run_suites(lists["shown"], lists["kept"], tmp_path) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept", "shown"]
