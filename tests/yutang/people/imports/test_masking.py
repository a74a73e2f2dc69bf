"""Long numbers of files are hidden wherever they are shown; days are not numbers."""

import pytest

from yutang.people.imports.masking import hide_numbers


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("13800138000", "138****8000"),
        ("138-0013-8000", "138****8000"),
        ("+86 138 0013 8000", "+86****8000"),
        ("2026-05-24 09:00:00", "2026-05-24 09:00:00"),
        ("2026-05-24 13800138000", "2026-05-24 138****8000"),
        ("1986-01-02-3456", "198****3456"),
        ("20260524090000", "202****0000"),
        ("12345678", "12345678"),
    ],
)
def test_numbers_are_hidden_and_days_are_not(told: str, shown: str) -> None:
    assert hide_numbers(told) == shown
