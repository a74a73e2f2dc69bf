"""An embedded server of a test's own, in a folder of its own."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from yutang.kernel.postgres import LocalPostgres

SETTINGS = {"shared_buffers": "16MB", "max_connections": "20"}


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder every user may enter, as that of pytest is not; removed at the end."""
    with tempfile.TemporaryDirectory(prefix="yutang-pg-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def server(folder: Path) -> Iterator[LocalPostgres]:
    """A server that runs."""
    server = LocalPostgres(folder / "pg", settings=SETTINGS)
    server.start()
    yield server
    server.stop()
