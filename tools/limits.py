"""No written source file is longer than 400 lines, none has a name that says nothing.

`python -m tools.limits [ROOT]`; exit status 1 when a file breaks a limit.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

MOST_LINES = 400
WRITTEN = frozenset({".py", ".ts", ".tsx", ".css", ".mjs", ".js", ".sql"})
EMPTY_NAMES = frozenset({"utils", "util", "helpers", "helper", "common", "base", "manager"})


def is_written(path: PurePosixPath) -> bool:
    """Whether a person writes this file: not generated, not a migration."""
    generated = ".gen." in path.name or "gen" in path.parts or "generated" in path.parts
    return path.suffix in WRITTEN and not generated and "migrations" not in path.parts


def list_files(root: Path) -> Iterator[PurePosixPath]:
    """What git knows or would add; what it ignores is not ours."""
    command = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    listed = subprocess.run(command, cwd=root, capture_output=True, check=True)
    for name in sorted(set(listed.stdout.decode().split("\0")) - {""}):
        # A file that was removed but not yet committed is still in the list.
        if (root / name).is_file():
            yield PurePosixPath(name)


def find_faults(root: Path) -> Iterator[str]:
    """One line for each file that breaks a limit."""
    for path in filter(is_written, list_files(root)):
        lines = len((root / path).read_bytes().splitlines())
        if lines > MOST_LINES:
            yield f"{path}: {lines} lines, {MOST_LINES} are allowed; split it by nouns"
        # A style sheet named base is the one that all others stand on.
        if path.suffix != ".css" and {path.name.split(".")[0], *path.parts[:-1]} & EMPTY_NAMES:
            yield f"{path}: the name says nothing; name what it is about"


def main(root: Path) -> int:
    """Print the faults; returns the exit status."""
    faults = list(find_faults(root))
    print("\n".join(faults) if faults else f"limits: no file above {MOST_LINES} lines")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else Path()))
