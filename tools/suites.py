"""Every suite of the repository, Python beside the web: `python -m tools.suites`.

Browser tests wait more than they reckon, so both together take little longer than the longer of
the two. What Python's tests print is shown as it comes, the web's when it is through.

Timings never decide a test, yet two full cores can starve one until a wait of its own ends. So a
few that failed run once more with the machine to themselves, and that decides; those which passed
only then are named, for they have to be mended. What failed is said last, where a log ends.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTEST = (sys.executable, "-m", "pytest", "-m", "not proof")
E2E = (sys.executable, "-m", "tools.e2e")
TESTS_FAILED = 1
FEW = 5
"""More failures than this at once are no accident and are not tried again."""

Command = Sequence[str]


@dataclass(frozen=True, slots=True)
class Suite:
    """A command, how to learn what failed in it, and the command that runs only that."""

    command: Command
    read_failed: Callable[[], Sequence[str]] = tuple
    again: Callable[[Sequence[str]], Command] = tuple


def run_suites(shown: Sequence[Suite], kept: Sequence[Suite], folder: Path = ROOT) -> int:
    """Run both lists at once, each in its order, to their ends; returns 1 if anything failed."""
    failed: list[tuple[Suite, int]] = []

    def run(suites: Sequence[Suite], output: int | None) -> None:
        for suite in suites:
            done = subprocess.run(
                suite.command,
                cwd=folder,
                stdout=output,
                stderr=None if output is None else subprocess.STDOUT,
                check=False,
            )
            if done.returncode:
                failed.append((suite, done.returncode))

    with tempfile.TemporaryFile() as output:
        thread = threading.Thread(target=run, args=(kept, output.fileno()))
        thread.start()
        run(shown, None)
        thread.join()
        output.seek(0)
        shutil.copyfileobj(output, sys.stdout.buffer)
    sys.stdout.flush()
    return max([_try_alone(suite, status, folder) for suite, status in failed], default=0)


def _try_alone(suite: Suite, status: int, folder: Path) -> int:
    names = suite.read_failed() if status == TESTS_FAILED else ()
    if not 0 < len(names) <= FEW:
        _say("failed", names or [" ".join(suite.command)])
        return 1
    if not subprocess.run(suite.again(names), cwd=folder, check=False).returncode:
        _say("passed only alone, to be mended", names)
        return 0
    again = set(suite.read_failed())
    _say("failed", [name for name in names if name in again] or names)
    _say("passed only alone, to be mended", [name for name in names if again and name not in again])
    return 1


def _say(what: str, names: Sequence[str]) -> None:
    if names:
        print(f"suites: {what}:", *names, sep="\n  ", flush=True)


def _read_pytest() -> Sequence[str]:
    kept = ROOT / ".pytest_cache" / "v" / "cache" / "lastfailed"
    return sorted(json.loads(kept.read_text("utf-8"))) if kept.is_file() else ()


def main() -> int:
    """Entry point; returns the exit status."""
    with tempfile.NamedTemporaryFile("w+", encoding="utf-8") as files:
        os.environ["YUTANG_E2E_FAILED"] = files.name
        python = Suite(
            (*PYTEST, "-n", "2", "--durations=40", "--cache-clear"),
            _read_pytest,
            lambda _: (*PYTEST, "--last-failed", "--tb=short", "--show-capture=no"),
        )
        unit = Suite(("npm", "--prefix", "web", "run", "--if-present", "test"))
        browser = Suite(
            E2E,
            lambda: sorted(set(Path(files.name).read_text("utf-8").split("\n")) - {""}),
            lambda names: (*E2E, *names),
        )
        return run_suites((python,), (unit, browser))


if __name__ == "__main__":
    sys.exit(main())
