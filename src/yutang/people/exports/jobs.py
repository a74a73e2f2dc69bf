"""Asking for a file."""

from yutang.kernel.jobs import Job


class WriteExport(Job, frozen=True):
    """Write the file of an export; begun anew when it was interrupted."""

    name = "exports.write"
    queue = "imports"
    corp_id: int
    export_id: int
