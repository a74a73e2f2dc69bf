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
    temporary_ways_a_day: int = 100_000
    groups_of_a_way: int = 5
    group_members: int = 200
    """Of a customer group that people join by a code."""
    customers_of_a_member: int = 5_000
    acquisition_links: int = 10_000
    """Ours: WeCom has a limit (41095) and names no number."""
    members_of_a_link: int = 500
    acquisition_quota: int = 1_000
    """Ours: what a company has at first, for a year; WeCom sells it."""
    tags: int = 10_000
    state_characters: int = 30
    remark_characters: int = 30
    tag_name_characters: int = 30
    text_bytes: int = 4000
    attachments: int = 9
    broadcast_customers: int = 10_000
    broadcast_groups: int = 2_000
    tags_of_a_list: int = 100
    reminders_a_day: int = 3
    group_welcomes: int = 100
    group_welcome_bytes: int = 3000
    moments_a_minute: int = 10
    moments_a_month: int = 100_000
    moment_characters: int = 2000
    moment_senders: int = 100_000
    moment_jobs: int = 10
    """Ours: WeCom limits running jobs (41078) and names no number."""
    job_seconds: int = 24 * 3600
    products: int = 10_000
    """Ours: WeCom limits albums (41202) and names no number."""
    intercept_rules: int = 100
    intercept_words: int = 300
    members_of_a_rule: int = 10_000
    pictures_a_day: int = 1_000
    pictures_a_month: int = 3_000
    """Of media/uploadimg."""
    piece_bytes: int = 20 << 20
    """Of a file that media/get sends at once."""
    linked_file_bytes: int = 200 << 20
    """Of a file that media/upload_by_url fetches."""
    fetched_hosts: tuple[str, ...] = ("127.0.0.1", "::1", "localhost")
    """Ours: where media/upload_by_url may fetch from; a machine of its own has no CDN."""
    member_tags: int = 3000
    members_of_a_tag: int = 30_000
    tries: int = 3
    answer_seconds: float = 5.0
    pause_seconds: float = 1.0
    journal_rows: int = 50_000
