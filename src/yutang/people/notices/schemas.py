"""Words between the inbox and the door."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CardPress:
    """What WeCom tells of a button: the member by his account, the card by its task id."""

    agent_id: int
    account: str
    task_id: str
    key: str
    response_code: str
    at: datetime
