"""How far an import is, and when it will be through."""

from datetime import timedelta
from typing import Literal

from yutang.kernel.runtime import Runtime

from .models import Import
from .schemas import Found, ImportRead, Mapping, Shape
from .storing import has_file

Step = Literal["reading", "comparing", "writing"]


def describe(runtime: Runtime, row: Import, remembered: Mapping | None = None) -> ImportRead:
    """The import as it stands; `remembered` is what its columns meant last time."""
    now = runtime.clock()
    step = _step(row)
    rate = ends_at = None
    done = row.staged if step == "reading" else row.place
    if step is not None and row.started_at is not None and done:
        rate = done / max((now - row.started_at).total_seconds(), 0.001)
        if step != "reading":
            ends_at = now + timedelta(seconds=(row.staged - row.place) / rate)
    mapping = Mapping.model_validate(row.mapping) if row.mapping is not None else remembered
    return ImportRead.model_validate(
        {
            "id": row.id,
            "name": row.name,
            "subject": row.subject,
            "bytes": row.bytes,
            "shape": Shape.model_validate(row.shape),
            "state": row.state,
            "step": step,
            "mapping": mapping,
            "remembered": remembered is not None,
            "total": row.total,
            "place": row.place,
            "staged": row.staged,
            "created": row.created,
            "changed": row.changed,
            "unchanged": row.unchanged,
            "refused": row.refused,
            "found": Found.model_validate(row.found) if row.found is not None else None,
            "reason": row.reason,
            "stopping": row.stop,
            "has_file": not row.forgotten and has_file(runtime, row.corp_id, row.token),
            "created_by": row.created_by,
            "created_at": row.created_at,
            "started_at": row.started_at,
            "ended_at": row.ended_at,
            "expires_at": row.expires_at,
            "rate": rate,
            "ends_at": ends_at,
            "as_of": now,
        }
    )


def _step(row: Import) -> Step | None:
    if row.state not in {"checking", "running"} or row.started_at is None:
        return None
    if row.total is None:
        return "reading"
    return "comparing" if row.state == "checking" else "writing"
