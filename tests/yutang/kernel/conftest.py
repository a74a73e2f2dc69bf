"""An embedded server of a test's own, in a folder of its own."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from yutang.kernel.postgres import LocalPostgres

SETTINGS = {"shared_buffers": "16MB", "max_connections": "20"}


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder every user may enter, as that of pytest is not; removed at the end."""
    with tempfile.TemporaryDirectory(prefix="yutang-pg-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of the test's own."""
    with open_folder() as folder:
        yield folder


@pytest.fixture(scope="session")
def initialised() -> Iterator[Path]:
    """The home of a server that ran once: making one takes longer than most tests of it."""
    with open_folder() as folder:
        server = LocalPostgres(folder / "pg", settings=SETTINGS)
        server.start()
        server.stop()
        # Each copy finds a port of its own.
        (folder / "pg" / "port").unlink()
        yield folder / "pg"


@pytest.fixture
def server(folder: Path, initialised: Path) -> Iterator[LocalPostgres]:
    """A server that runs."""
    # `cp` keeps the owner, who is another user where root runs the tests.
    subprocess.run(("/bin/cp", "-a", initialised, folder / "pg"), check=True)
    server = LocalPostgres(folder / "pg", settings=SETTINGS)
    server.start()
    yield server
    server.stop()
