"""Asking for the erasure or the data of one person."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class ErasePerson(Job, frozen=True):
    """Erase a person from where the request stands."""

    name = "privacy.erase"
    corp_id: int
    erasure_id: int

    @override
    def lock(self) -> str:
        """Two workers on one request would only wait for each other."""
        return f"privacy.erase:{self.corp_id}:{self.erasure_id}"


class WritePerson(Job, frozen=True):
    """Write the file of all that is known of a person."""

    name = "privacy.export"
    queue = "imports"
    corp_id: int
    export_id: int
