"""A row as it is resolved."""

from .models import Greeting
from .resolving import Rule


def rule_of(row: Greeting) -> Rule:
    """The rule of a row."""
    return Rule(
        id=row.id,
        corp_id=row.corp_id,
        reach=row.reach,
        place_id=row.department_id or row.channel_id or 0,
        standing=row.standing,
        from_minute=row.from_minute,
        until_minute=row.until_minute,
        content=row.content,
    )
