"""The command that proves the main job, run as a user runs it."""

import json
import os
import subprocess
import tempfile
import threading
import time
from pathlib import Path

import psycopg
import pytest
from typing_extensions import override

from yutang.cli.demo.stack import COMMAND
from yutang.kernel.postgres import DATABASE

SECONDS = 240
LONGEST = 5.0
"""No writing transaction may last longer: readers of the log wait for it."""


class Watch(threading.Thread):
    """Looks at all transactions of the demo's server that have written and not ended."""

    def __init__(self, folder: Path) -> None:
        super().__init__(daemon=True)
        self._folder = folder
        self._over = threading.Event()
        self.looks = 0
        self.longest = 0.0
        self.whose = ""

    @override
    def run(self) -> None:
        """Until it is stopped; the server comes and goes while it looks."""
        while not self._over.wait(0.05):
            try:
                self._look()
            except (psycopg.Error, OSError, StopIteration):
                continue

    def _look(self) -> None:
        password = next(self._folder.glob("**/postgres/password"))
        port = password.with_name("port").read_text().strip()
        url = f"postgresql://postgres:{password.read_text().strip()}@127.0.0.1:{port}/{DATABASE}"
        with psycopg.connect(url, autocommit=True, connect_timeout=2) as connection:
            while not self._over.wait(0.05):
                # From the first reader on it is no migration any more.
                if not connection.execute("select from event_readers limit 1").fetchall():
                    continue
                found = connection.execute(
                    "select extract(epoch from clock_timestamp() - xact_start)::float,"
                    " format('%s %s: %s', application_name, state, query)"
                    " from pg_stat_activity where backend_xid is not null"
                    " order by xact_start limit 1"
                ).fetchone()
                self.looks += 1
                if found is not None and found[0] > self.longest:
                    self.longest, self.whose = found

    def stop(self) -> None:
        """End it."""
        self._over.set()
        self.join(10)


@pytest.mark.timeout(SECONDS + 30)
def test_a_stranger_who_scans_is_stored_tagged_and_welcomed(tmp_path: Path) -> None:
    home = tmp_path / "no-demo-here"
    with tempfile.TemporaryDirectory(prefix="yutang-main-job-") as folder:
        # The server runs as another user, who must be able to enter.
        Path(folder).chmod(0o755)
        watch = Watch(Path(folder))
        watch.start()
        began = time.monotonic()
        done = subprocess.run(
            [*COMMAND, "demo", "--check", "--adds", "60", "--json", "--home", str(home)],
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
            env={**os.environ, "TMPDIR": folder},
        )
        watch.stop()

    assert done.returncode == 0, done.stdout + done.stderr
    answer = json.loads(done.stdout.splitlines()[-1])
    latencies = answer.pop("p50_ms"), answer.pop("p99_ms")
    assert answer == {
        "adds": 60,
        "stored": 60,
        "tagged": 60,
        "welcomed": 60,
        "impossible": 0,
        "late": 0,
        "failed": 0,
        "ok": True,
    }
    assert 0 < latencies[0] <= latencies[1]
    # The check cleans up after itself: nothing was left where no demo was.
    assert not home.exists()
    assert watch.looks > 10, f"it was not watched in {time.monotonic() - began:.0f} s"
    assert watch.longest < LONGEST, watch.whose
