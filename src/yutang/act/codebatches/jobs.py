"""Making codes of a file."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class MakeCodes(Job, frozen=True):
    """Make the codes of a file, chunk after chunk."""

    name = "codebatches.make"
    queue = "bulk"
    corp_id: int
    batch_id: int

    @override
    def lock(self) -> str:
        """Two at once would only wait for each other's chunks."""
        return f"codebatch:{self.corp_id}:{self.batch_id}"
