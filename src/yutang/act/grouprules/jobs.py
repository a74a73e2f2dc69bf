"""Looking after rules of groups."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class MindGroupRules(Job, frozen=True):
    """Give numbers, count nicknames, give and close tasks of owners."""

    name = "grouprules.mind"
    corp_id: int

    @override
    def lock(self) -> str:
        """Two at once would give the same number twice."""
        return f"grouprules:{self.corp_id}"


class MindBreaches(Job, frozen=True):
    """Reckon one person's breaches anew, see who was put out, give and close tasks."""

    name = "grouprules.breaches"
    corp_id: int
    customer_id: int

    @override
    def lock(self) -> str:
        """A task is given once."""
        return f"grouprules.breaches:{self.corp_id}"
