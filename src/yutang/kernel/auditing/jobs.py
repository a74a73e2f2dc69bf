"""What is asked of the audit's worker."""

from typing import ClassVar

from typing_extensions import override

from yutang.kernel.jobs import Job


class CheckAudit(Job, frozen=True):
    """Compute the chain of a corp anew and note the result."""

    name: ClassVar[str] = "audit.check"
    corp_id: int

    @override
    def lock(self) -> str:
        return f"audit.check:{self.corp_id}"
