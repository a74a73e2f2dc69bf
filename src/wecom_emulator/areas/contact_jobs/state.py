"""What is kept: jobs, and what became of each row."""

from dataclasses import dataclass, field
from typing import Any

from wecom_emulator.state import Callback

RUNNING, DONE = 2, 3


@dataclass(slots=True)
class ImportJob:
    """A file on its way in."""

    jobid: str
    kind: str
    """sync_user, replace_user or replace_party."""
    agentid: int
    rows: list[dict[str, Any]]
    callback: Callback | None
    status: int = RUNNING
    result: list[dict[str, Any]] = field(default_factory=list)


@dataclass(slots=True)
class ExportJob:
    """Contacts on their way out."""

    jobid: str
    agentid: int
    base_url: str
    key: str
    size: int
    name: str
    rows: list[dict[str, Any]]
    done: bool = False
    files: list[dict[str, Any]] = field(default_factory=list)


@dataclass(slots=True)
class ContactJobs:
    """Both kinds, oldest first; of imports the last five keep their results."""

    imports: dict[str, ImportJob] = field(default_factory=dict)
    forgotten: list[str] = field(default_factory=list)
    exports: dict[str, ExportJob] = field(default_factory=dict)

    def keep(self, job: ImportJob, most: int) -> None:
        """Keep one, and forget what more than `most` leave behind."""
        self.imports[job.jobid] = job
        while len(self.imports) > most:
            oldest = next(iter(self.imports))
            del self.imports[oldest]
            self.forgotten.append(oldest)
