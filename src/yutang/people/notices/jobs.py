"""Doing what a button says."""

from datetime import datetime

from yutang.kernel.jobs import Job


class AnswerPress(Job, frozen=True):
    """Do what a member's button says, and show it on the card."""

    name = "notices.press"
    corp_id: int
    agent_id: int
    account: str
    task_id: str
    key: str
    response_code: str
    at: datetime
