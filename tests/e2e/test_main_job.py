"""The command that proves the main job, run as a user runs it."""

import json
import subprocess
from pathlib import Path

import pytest

from yutang.cli.demo.stack import COMMAND

SECONDS = 240


@pytest.mark.timeout(SECONDS + 30)
def test_a_stranger_who_scans_is_stored_tagged_and_welcomed(tmp_path: Path) -> None:
    home = tmp_path / "no-demo-here"
    done = subprocess.run(
        [*COMMAND, "demo", "--check", "--adds", "60", "--json", "--home", str(home)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )

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
