"""What jobs ask of members is said by the process that answers pages."""

import subprocess
import sys

TOLD = """
from yutang.people.tasks.schemas import KINDS, WORDINGS
import yutang.api
known = {*KINDS, *WORDINGS}
import yutang.worker
print(*sorted({*KINDS, *WORDINGS} - known), len(WORDINGS))
"""


def test_the_api_knows_every_kind_and_wording_that_a_job_uses() -> None:
    done = subprocess.run([sys.executable, "-c", TOLD], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["10"]
