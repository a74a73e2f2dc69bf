"""What the embedded PostgreSQL is given on a machine."""

import pytest

from yutang.kernel.fitting import fitting, machine_bytes

GB = 1024**3


@pytest.mark.parametrize(
    ("memory", "buffers", "cache"),
    [
        (GB // 4, "128MB", "128MB"),
        (2 * GB, "512MB", "1024MB"),
        (24 * GB, "4096MB", "12288MB"),
        (512 * GB, "4096MB", "262144MB"),
    ],
)
def test_a_quarter_of_the_machine_within_reason(memory: int, buffers: str, cache: str) -> None:
    found = fitting(memory)
    assert (found["shared_buffers"], found["effective_cache_size"]) == (buffers, cache)


def test_this_machine_has_memory() -> None:
    assert machine_bytes() > GB // 8
