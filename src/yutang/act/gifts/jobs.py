"""Night work on gifts."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class JudgeTakers(Job, frozen=True):
    """Mark who only takes, and take the mark from who came back or spoke."""

    name = "gifts.judge_takers"
    corp_id: int

    @override
    def lock(self) -> str:
        """Two at once would only do the work twice."""
        return f"gifts:{self.corp_id}"
