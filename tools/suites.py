"""Every suite of the repository, Python beside the web: `python -m tools.suites`.

Browser tests wait more than they reckon, so both together take little longer than the longer of
the two. What Python's tests print is shown as it comes, the web's when it is through.
"""

import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHON = ((sys.executable, "-m", "pytest", "-n", "2", "-m", "not proof", "--durations=40"),)
WEB = (
    ("npm", "--prefix", "web", "run", "--if-present", "test"),
    (sys.executable, "-m", "tools.e2e"),
)


def run_suites(
    shown: Sequence[Sequence[str]], kept: Sequence[Sequence[str]], folder: Path = ROOT
) -> int:
    """Run both lists at once, each in its order, to their ends; returns 1 if anything failed."""
    status: dict[str, int] = {}
    with tempfile.TemporaryFile() as output:

        def beside() -> None:
            status["kept"] = max(
                subprocess.run(
                    command, cwd=folder, stdout=output, stderr=subprocess.STDOUT, check=False
                ).returncode
                != 0
                for command in kept
            )

        thread = threading.Thread(target=beside)
        thread.start()
        for command in shown:
            done = subprocess.run(command, cwd=folder, check=False)
            status["shown"] = max(status.get("shown", 0), int(done.returncode != 0))
        thread.join()
        output.seek(0)
        shutil.copyfileobj(output, sys.stdout.buffer)
    sys.stdout.flush()
    return max(status.values(), default=0)


def main() -> int:
    """Entry point; returns the exit status."""
    return run_suites(PYTHON, WEB)


if __name__ == "__main__":
    sys.exit(main())
