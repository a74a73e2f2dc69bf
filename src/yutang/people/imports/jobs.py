"""Asking for the two steps of an import."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class CheckImport(Job, frozen=True):
    """Read the file through and say what would become of it."""

    name = "imports.check"
    queue = "imports"
    corp_id: int
    import_id: int

    @override
    def lock(self) -> str:
        """One import of a corp at a time; a corp has few, so the lock is never a queue."""
        return f"imports:{self.corp_id}"


class RunImport(Job, frozen=True):
    """Take the people of a checked file in, from where it stands."""

    name = "imports.run"
    queue = "imports"
    corp_id: int
    import_id: int

    @override
    def lock(self) -> str:
        """As above."""
        return f"imports:{self.corp_id}"
