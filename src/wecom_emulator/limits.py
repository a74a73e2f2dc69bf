"""WeCom's numbers in one place; a test lowers what it wants to meet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sources: WeCom's documents 90312 (frequency) and those of each area."""

    token_seconds: int = 7200
    welcome_seconds: int = 20
    distributing_seconds: float = 0.0
    """How long a welcome is under way; another one for the same two gets 41096 meanwhile."""
    media_seconds: int = 3 * 24 * 3600
    code_seconds: int = 300
    calls_a_minute: int = 10_000
    calls_an_hour: int = 150_000
    parallel: int = 5
    """Of mark_tag and remark, for a corp."""
    contact_ways: int = 500_000
    staff_of_a_way: int = 100
    tags: int = 10_000
    state_characters: int = 30
    remark_characters: int = 30
    tag_name_characters: int = 30
    text_bytes: int = 4000
    attachments: int = 9
    tries: int = 3
    answer_seconds: float = 5.0
    pause_seconds: float = 1.0
    journal_rows: int = 50_000
