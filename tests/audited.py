"""What the whole run of tests shows: every kind of change over HTTP leaves an audit entry.

Each world notes its well-answered writing requests and whether an entry names them. A request
that changed nothing leaves none, so what counts is that some request of each route left one.
"""

from collections import Counter
from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from sqlalchemy import text

if TYPE_CHECKING:
    from yutang.kernel.runtime import Runtime

WITHOUT = {
    "POST /api/group-welcomes/reach": "counts, changes nothing",
    "POST /api/channels/{}/simulation": "a day played through changes nothing",
    "POST /api/group-doubles/preview": "a dry run; beginning it is audited",
    "POST /api/group-tiers/count": "counts, changes nothing",
    "POST /api/group-invitations/preview": "a dry run; beginning it is audited",
    "POST /api/page-codes/simulation": "plays a day through, changes nothing",
    "POST /api/links/{}/count": "reads what WeCom counts",
    "POST /api/rfm/preview": "a dry run; saving it is audited",
    "POST /api/room/count": "counts, changes nothing",
    "POST /api/segments/count": "counts, changes nothing",
    "POST /api/segments/sample": "looks only",
    "POST /api/segments/profile": "looks only",
    "POST /api/segments/overlap": "looks only",
    "POST /api/segments/explain": "looks only",
    "POST /api/segments/sentence": "says conditions, changes nothing",
    "POST /api/sources/mapping-tries": "a dry run; saving it is audited",
    "POST /api/tag-rules/dry-run": "a dry run; saving and running it are audited",
    "POST /api/tags/count": "counts, changes nothing",
    "POST /api/tags/groups/{}/check": "looks only",
    "POST /api/wecom/connection/checks": "looks only",
    "POST /api/handovers/leavers/read": "reads WeCom's list",
    "POST /api/handovers/preview": "a dry run; beginning it is audited",
    "POST /api/handovers/{}/retry/preview": "a dry run; the retry itself is audited",
    "POST /api/imports/{}/check": "a dry run; what it is of is audited",
    "POST /api/bulk-acts": "a dry run; its confirmation is audited",
    "POST /api/notices/read": "marks one's own notices as read",
    "POST /api/session/second-factor": "offers a secret; its confirmation is audited",
    "POST /api/views/order": "how one's own list is sorted",
}
"""Writing routes whose acts are no changes, with the reason."""
WHOLE_RUN = 60
"""From so many routes on a run counts as one of everything."""

calls: Counter[str] = Counter()
audited: Counter[str] = Counter()


class Watching:
    """A hook of a world's client."""

    def __init__(self, runtime: "Runtime") -> None:
        self._runtime = runtime

    async def __call__(self, response: httpx2.Response) -> None:
        """Note one answer."""
        request = response.request
        if request.method in {"GET", "HEAD", "OPTIONS"} or response.status_code >= 400:
            return
        route = _route(request)
        if route is None:
            return
        calls[route] += 1
        async with self._runtime.database.owner() as session:
            found = await session.scalar(
                text("select exists (select from audit_entries where request_id = :id)"),
                {"id": response.headers["X-Request-Id"]},
            )
        audited[route] += bool(found)


def _route(request: httpx2.Request) -> str | None:
    """Method and path, with `{}` for what is a number or an id of WeCom's."""
    if not request.url.path.startswith("/api/"):
        return None
    parts = request.url.path.split("/")
    named = ["{}" if any(sign.isdigit() for sign in part) else part for part in parts]
    return f"{request.method} {'/'.join(named)}"


def silent() -> list[str]:
    """Routes that were called and never left an entry."""
    return sorted(route for route in calls if not audited[route] and route not in WITHOUT)


def merge(told: dict[str, Any]) -> None:
    """Take over what a worker of pytest-xdist saw."""
    calls.update(told["calls"])
    audited.update(told["audited"])


def told() -> dict[str, dict[str, int]]:
    """For the controller."""
    return {"calls": dict(calls), "audited": dict(audited)}


def finish(session: pytest.Session) -> None:
    """At the end of a run of everything: fail where a route is silent."""
    if judged() and silent():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def judged() -> bool:
    """Whether this run called so much that its silent routes fail it."""
    return len(calls) >= WHOLE_RUN
