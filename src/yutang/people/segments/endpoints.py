"""Segments over HTTP."""

import csv
import io
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from yutang.kernel.access import service as access
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.exports.schemas import ExportRead

from . import service
from .filing import MOST_BYTES, read_lines, receive
from .schemas import (
    CountQuestion,
    CountRead,
    ExplainQuestion,
    ExplainRead,
    Frozen,
    Kind,
    LeavesRead,
    MemberPage,
    NewList,
    NewSegment,
    OverlapRead,
    ProfileRead,
    Question,
    RunList,
    SampleQuestion,
    SampleRead,
    SegmentChange,
    SegmentDetail,
    SegmentExport,
    SegmentPage,
    SegmentVersionAsked,
    SizeList,
    TemplateList,
    TreeQuestion,
    UseList,
    VersionList,
    What,
    Words,
)

router = APIRouter(
    prefix="/segments", tags=["segments"], dependencies=[Depends(needs("segments.read"))]
)
WRITES = [Depends(needs("segments.write"))]
PEOPLE = [Depends(needs("customers.read"))]
EXPORTS = [Depends(needs("customers.export"))]
_FILE = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.get("")
async def list_segments(
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    q: Annotated[str, Query(max_length=60)] = "",
    kind: Kind | None = None,
    folder: Annotated[str | None, Query(max_length=40)] = None,
    after: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> SegmentPage:
    """Segments by name; `q` is part of a name or description. 422 `segments.bad_cursor`."""
    asked = Question(q.strip(), kind, folder)
    return await service.list_segments(
        session, principal.corp_id, asked, after, limit, runtime.clock()
    )


@router.post("", status_code=201, dependencies=WRITES)
async def create_segment(
    body: NewSegment, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> SegmentDetail:
    """Make a segment by conditions; who is in it is asked in the background.

    409 `segments.too_many`; 422 `conditions.bad`, `segments.conditions`, `segments.name_taken`,
    `segments.named`, `segments.too_deep`, `fields.unknown`.
    """
    return await service.create_segment(session, principal, body, runtime.clock())


@router.get("/language")
async def read_language() -> dict[str, Any]:
    """The JSON schema of conditions."""
    return service.language()


@router.get("/leaves")
async def list_leaves(
    principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> LeavesRead:
    """What conditions can be made of here."""
    return await service.list_leaves(runtime, session, principal)


@router.get("/templates")
async def list_templates() -> TemplateList:
    """Segments ready made."""
    return service.list_templates()


@router.post("/count")
async def count_people(
    body: CountQuestion, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> CountRead:
    """How many of those one may see fulfil the conditions, whole and each.

    422 `conditions.bad`, `segments.named`, `segments.too_deep`; 503 `audience.away`,
    `audience.building`, `audience.slow`.
    """
    return await service.count(runtime, principal, body)


@router.post("/sample", dependencies=PEOPLE)
async def sample_people(
    body: SampleQuestion, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> SampleRead:
    """Some of them, each with why he is in it. 422 and 503 as for a count."""
    return await service.sample(runtime, principal, body)


@router.post("/profile")
async def profile_people(
    body: TreeQuestion, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> ProfileRead:
    """Who they are, by gender, stage, state, channel, member, city. 422 and 503 as for a count."""
    return await service.profile(runtime, principal, body)


@router.post("/overlap")
async def overlap_tags(
    body: TreeQuestion, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> OverlapRead:
    """Which tags they wear, beside how many wear each in all. 422 and 503 as for a count."""
    return await service.overlap(runtime, principal, body)


@router.post("/explain", dependencies=PEOPLE)
async def explain_person(
    body: ExplainQuestion, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> ExplainRead:
    """Why one person is in or out, condition by condition.

    404 `customers.unknown`; 422 and 503 as for a count.
    """
    return await service.explain(runtime, principal, body)


@router.post("/sentence")
async def say_tree(body: TreeQuestion, principal: CurrentPrincipal, session: CorpSession) -> Words:
    """What the conditions say, in Chinese and English. 422 `conditions.bad`, `fields.unknown`."""
    return await service.say(session, principal, body)


@router.post("/lists", status_code=201, dependencies=WRITES)
async def make_list(
    body: NewList, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> SegmentDetail:
    """Make a list from numbers of people: ids, phones, member numbers or WeCom ids.

    What names nobody is told in `report`. 409 `segments.too_many`; 413 `segments.list_too_long`
    above 1,000,000 lines; 422 `segments.empty_list`, `segments.name_taken`.
    """
    return await service.make_list(runtime, principal, body, runtime.clock())


@router.post("/lists/file", status_code=201, dependencies=WRITES, openapi_extra=_FILE)
async def upload_list(
    request: Request,
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
    name: Annotated[str, Query(min_length=1, max_length=60)],
    what: What,
) -> SegmentDetail:
    """The same from the first column of a text, CSV or Excel (.xlsx) file, sent as the body.

    413 `segments.list_too_long` above 64 MB or 1,000,000 lines; 422 `segments.bad_list`,
    `segments.empty_list`, `segments.name_taken`.
    """
    lines = await read_lines(await receive(request.stream(), MOST_BYTES))
    new = NewList(name=name, what=what, lines=lines)
    return await service.make_list(runtime, principal, new, runtime.clock())


@router.get("/{segment_id}")
async def read_segment(
    segment_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> SegmentDetail:
    """One segment with its conditions and latest refresh. 404 `segments.unknown`."""
    return await service.read_segment(session, principal.corp_id, segment_id, runtime.clock())


@router.put("/{segment_id}", dependencies=WRITES)
async def change_segment(
    segment_id: int,
    body: SegmentChange,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> SegmentDetail:
    """Make it what the body says; the old words stay as a version.

    404 `segments.unknown`; 409 `segments.changed_meanwhile`, `segments.in_use` (a rule waits for
    who enters and leaves it: it stays kept); 422 `conditions.bad`, `segments.conditions`,
    `segments.cycle`, `segments.kind_fixed`, `segments.name_taken`, `segments.named`,
    `segments.too_deep`, `fields.unknown`, `tag_rules.loop` where rules would go round by it.
    """
    return await service.change_segment(session, principal, segment_id, body, runtime.clock())


@router.delete("/{segment_id}", status_code=204, dependencies=WRITES)
async def delete_segment(
    segment_id: int, principal: CurrentPrincipal, session: CorpSession
) -> None:
    """Away with it and its history. 404 `segments.unknown`; 409 `segments.in_use`."""
    await service.delete_segment(session, principal, segment_id)


@router.get("/{segment_id}/versions")
async def list_versions(
    segment_id: int, principal: CurrentPrincipal, session: CorpSession
) -> VersionList:
    """What it was said to be, by whom, the newest first. 404 `segments.unknown`."""
    return await service.list_versions(session, principal.corp_id, segment_id)


@router.post("/{segment_id}/versions/{number}/restore", dependencies=WRITES)
async def restore_version(
    segment_id: int,
    number: int,
    body: SegmentVersionAsked,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> SegmentDetail:
    """Make it again what it was; that is a version of its own, and the name stays.

    404 `segments.unknown`, `segments.unknown_version`; 409 and 422 as for a change.
    """
    return await service.restore_version(
        session, principal, segment_id, number, body.version, runtime.clock()
    )


@router.get("/{segment_id}/uses")
async def list_uses(segment_id: int, principal: CurrentPrincipal, session: CorpSession) -> UseList:
    """Who uses it. 404 `segments.unknown`."""
    return await service.list_uses(session, principal.corp_id, segment_id)


@router.get("/{segment_id}/sizes")
async def list_sizes(
    segment_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    days: Annotated[int, Query(ge=1, le=731)] = 90,
) -> SizeList:
    """How many were in it, over time. 404 `segments.unknown`."""
    return await service.list_sizes(session, principal.corp_id, segment_id, days, runtime.clock())


@router.get("/{segment_id}/runs")
async def list_runs(segment_id: int, principal: CurrentPrincipal, session: CorpSession) -> RunList:
    """The latest refreshes, with who entered and left. 404 `segments.unknown`."""
    return await service.list_runs(session, principal.corp_id, segment_id)


@router.get("/{segment_id}/members", dependencies=PEOPLE)
async def list_members(
    segment_id: int,
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
    after: Annotated[str | None, Query(max_length=400)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> MemberPage:
    """Customers of it that one may see; one by conditions is asked first.

    404 `segments.unknown`; 422 `customers.bad_cursor`; 503 as for a count.
    """
    return await service.list_members(runtime, principal, segment_id, after, limit)


@router.post("/{segment_id}/refresh", status_code=202, dependencies=WRITES)
async def refresh_segment(
    segment_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> SegmentDetail:
    """Ask anew who is in it, in the background; `latest` of the segment tells how far it is.

    404 `segments.unknown`; 409 `segments.not_refreshed` for a list.
    """
    return await service.request_refresh(session, principal, segment_id, runtime.clock())


@router.post("/{segment_id}/export", status_code=202, dependencies=EXPORTS)
async def export_segment(
    segment_id: int, body: SegmentExport, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> ExportRead:
    """Ask for a file of its people that one may see; it stands in the register of exports.

    Whole phone numbers need `customers.phones` too. 404 `segments.unknown`; 422
    `exports.column`; 503 as for a count.
    """
    if body.phones:
        access.demand(principal, "customers.phones")
    return await service.export(runtime, principal, segment_id, body)


@router.post("/{segment_id}/freeze", status_code=201, dependencies=WRITES)
async def freeze_segment(
    segment_id: int, body: Frozen, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> SegmentDetail:
    """Make a list of who is in it now.

    404 `segments.unknown`; 422 `segments.empty_list`, `segments.name_taken`; 503 as for a count.
    """
    return await service.freeze(runtime, principal, segment_id, body, runtime.clock())


@router.get(
    "/{segment_id}/unknown.csv",
    dependencies=WRITES,
    response_class=Response,
    responses={200: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
)
async def download_unknown(
    segment_id: int, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> Response:
    """Every line of a list that named nobody, for seven days; the fetching is on record.

    404 `segments.unknown`, `segments.no_report`.
    """
    lines = await service.unknown_of(runtime, principal, segment_id)
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(["line", "value"])
    writer.writerows((one.line, _plain(one.value)) for one in lines)
    return Response(
        "\ufeff" + sheet.getvalue(),
        media_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="segment-{segment_id}-unknown.csv"',
            "Cache-Control": "no-store",
        },
    )


def _plain(value: str) -> str:
    """A spreadsheet must not take it for a formula."""
    return f"'{value}" if value[:1] in {"=", "+", "-", "@"} else value
