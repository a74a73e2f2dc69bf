"""The HTTP door: callbacks on plain ASGI in front, everything else behind FastAPI."""

import asyncio
import contextlib
import functools
import mimetypes
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, MutableMapping, Sequence
from pathlib import Path
from typing import Any

import structlog
from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import (
    FileResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from fastapi.routing import APIRoute
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import BaseRoute

from yutang import (
    access_endpoints,
    audit_endpoints,
    bulk_endpoints,
    customer_endpoints,
    export_endpoints,
    handover_endpoints,
    handover_notices,
    loss_endpoints,
    note_endpoints,
    order_endpoints,
    portal_endpoints,
    profile_endpoints,
    quota_endpoints,
    session_endpoints,
    staff_endpoints,
    tag_endpoints,
    task_notices,
    tier_endpoints,
    token_endpoints,
)
from yutang.act.acquisition import endpoints as acquisition
from yutang.act.codebatches import endpoints as codebatches
from yutang.act.conversions import endpoints as conversions
from yutang.act.gifts import endpoints as gifts
from yutang.act.greetings import endpoints as greetings
from yutang.act.groupcare import endpoints as groupcare
from yutang.act.groupcodes import endpoints as groupcodes
from yutang.act.grouprules import endpoints as grouprules
from yutang.act.grouptiers import endpoints as grouptiers
from yutang.act.groupwatch import endpoints as groupwatch
from yutang.act.landings import endpoints as landings
from yutang.act.links import endpoints as links
from yutang.act.pagecodes import endpoints as pagecodes
from yutang.act.rota import endpoints as rota
from yutang.act.touchpoints import endpoints as touchpoints
from yutang.api_description import DESCRIPTION, describe_with, operation_id
from yutang.bootstrap import build_runtime
from yutang.decide.autotags import endpoints as autotags
from yutang.feedback.growth import endpoints as growth
from yutang.feedback.metrics import endpoints as metrics
from yutang.feedback.metrics.live import LiveNumbers
from yutang.feedback.oldpools import endpoints as oldpools
from yutang.feedback.targets import endpoints as targets
from yutang.kernel import logging
from yutang.kernel.admitting import AnsweredRoute
from yutang.kernel.allowances import Allowances
from yutang.kernel.eventlog import endpoints as eventlog_endpoints
from yutang.kernel.eventlog import service as eventlog
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.kernel.tracing import Tracing
from yutang.people.activation import endpoints as activation
from yutang.people.attributes import endpoints as attributes
from yutang.people.corps import endpoints as corps
from yutang.people.deeds import endpoints as deeds
from yutang.people.doors import endpoints as doors
from yutang.people.groups import endpoints as groups
from yutang.people.imports import endpoints as imports
from yutang.people.kinds import endpoints as kinds
from yutang.people.notices import endpoints as notices
from yutang.people.persons import endpoints as persons
from yutang.people.privacy import endpoints as privacy
from yutang.people.questions import endpoints as questions
from yutang.people.rfm import endpoints as rfm
from yutang.people.room import endpoints as room
from yutang.people.segments import endpoints as segments
from yutang.people.staff import endpoints as staff
from yutang.people.staff_sessions import service as sessions
from yutang.people.stages import endpoints as stages
from yutang.people.stores import endpoints as stores
from yutang.people.tags import endpoints as tags
from yutang.people.tasks import endpoints as tasks_endpoints
from yutang.people.views import endpoints as views
from yutang.problems import answer_problems, problem
from yutang.sense.callbacks import endpoints as callbacks
from yutang.sense.callbacks.door import PREFIX, CallbackDoor
from yutang.sense.callbacks.writer import InboxWriter
from yutang.sense.collector import endpoints as collector
from yutang.sense.collector import service as collecting
from yutang.sense.collector.door import CollectorDoor
from yutang.sense.collector.writer import BatchWriter
from yutang.sense.connection import endpoints as connection
from yutang.sense.sync import endpoints as sync
from yutang.site_scripts import add_scripts

log = structlog.get_logger(__name__)

NOTICE_MODULES = (handover_notices, task_notices)
"""Imported so that their kinds of notices are known to who chooses among them."""
WEB = Path(__file__).parent / "web"
SCHEMA_HEAD = "select version_num from alembic_version"

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Work = Callable[[], Coroutine[Any, Any, None]]


class Api:
    """ASGI: callbacks go straight to their door, past every layer of the framework."""

    def __init__(self, runtime: Runtime) -> None:
        self.runtime = runtime
        self.writer = InboxWriter(runtime.database.url)
        self.door = CallbackDoor(runtime, self.writer)
        self.batches = BatchWriter(runtime.database.url, collecting.spool_of(runtime))
        self.collector = CollectorDoor(runtime, self.batches)
        behind = (
            self.writer.run,
            self.door.refusals.run,
            self.batches.run,
            self.batches.drain,
            self.collector.doors.run,
        )
        last = (self.door.refusals.flush, self.collector.doors.flush)
        self.framework = build_framework(runtime, behind, last)
        # Around the framework as a whole: an answer to what broke inside is named as well.
        self.traced = Tracing(self.framework, runtime.settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Route one connection."""
        if scope["type"] == "http" and scope["path"].startswith(PREFIX):
            await self.door(scope, receive, send)
        elif self.collector.takes(scope):
            await self.collector(scope, receive, send)
        else:
            await self.traced(scope, receive, send)


def create_app(settings: Settings) -> Api:
    """The whole API of one process."""
    logging.configure(settings.log_level, json=settings.log_json)
    return Api(build_runtime(settings))


def build_framework(
    runtime: Runtime, behind: Sequence[Work] = (), last: Sequence[Work] = ()
) -> FastAPI:
    """Everything but the doors of callbacks and of the collector.

    `behind` runs as long as it serves; `last` is done once at the end.
    """

    @contextlib.asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        live = runtime.once(LiveNumbers, lambda: LiveNumbers(runtime))
        tasks = [asyncio.create_task(run()) for run in (*behind, live.run)]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task
            for work in last:
                await work()
            await runtime.close()

    app = FastAPI(
        title="Yutang",
        version="0.1.0",
        description=DESCRIPTION,
        generate_unique_id_function=operation_id,
        lifespan=life,
        docs_url="/api/docs",
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.state.runtime = runtime
    # Phones load the pages over mobile networks; streams of events pass unpacked.
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)
    app.add_middleware(Allowances)
    answer_problems(app)
    # Shared by all of a process: the framework looks through each route once, not once an app.
    app.router.routes.extend(_api_routes())
    app.include_router(connection.site)
    app.include_router(portal_endpoints.site)
    _add_health(app, runtime)
    _add_web(app, runtime)
    # FastAPI's own way to say more than it finds.
    app.openapi = describe_with(app)  # type: ignore[method-assign]
    return app


@functools.cache
def _api_routes() -> tuple[BaseRoute, ...]:
    whole = APIRouter(generate_unique_id_function=operation_id)
    for router in (
        *session_endpoints.routers,
        access_endpoints.router,
        metrics.router,
        growth.router,
        targets.router,
        oldpools.router,
        acquisition.router,
        pagecodes.router,
        links.router,
        landings.router,
        conversions.router,
        gifts.router,
        touchpoints.router,
        activation.router,
        customer_endpoints.router,
        export_endpoints.router,
        handover_endpoints.router,
        profile_endpoints.router,
        note_endpoints.router,
        order_endpoints.router,
        attributes.router,
        stages.router,
        questions.router,
        rfm.router,
        rfm.of_customers,
        bulk_endpoints.router,
        staff.router,
        stores.router,
        *staff_endpoints.routers,
        tags.router,
        autotags.router,
        tag_endpoints.router,
        tasks_endpoints.router,
        token_endpoints.router,
        callbacks.router,
        collector.router,
        connection.router,
        sync.router,
        corps.router,
        loss_endpoints.router,
        audit_endpoints.router,
        room.router,
        rota.router,
        codebatches.router,
        deeds.router,
        greetings.router,
        groupcare.router,
        groupcodes.router,
        grouptiers.router,
        tier_endpoints.router,
        groupwatch.router,
        grouprules.router,
        groups.router,
        groups.of_customers,
        imports.router,
        kinds.router,
        notices.router,
        doors.router,
        views.router,
        persons.router,
        privacy.router,
        segments.router,
        quota_endpoints.router,
        eventlog_endpoints.router,
    ):
        for route in router.routes:
            if isinstance(route, APIRoute):
                # Every route at one place; a router of its own cannot forget it.
                route.__class__ = AnsweredRoute
        whole.include_router(router, prefix="/api")
    return tuple(whole.routes)


def _add_health(app: FastAPI, runtime: Runtime) -> None:
    @app.get("/healthz", include_in_schema=False)
    async def healthz() -> Response:
        return JSONResponse({"status": "alive"})

    @app.get("/readyz", include_in_schema=False)
    async def readyz() -> Response:
        try:
            async with runtime.database.owner() as session:
                await session.execute(text(SCHEMA_HEAD))
        except (SQLAlchemyError, OSError) as error:
            log.warning("readyz.refused", error=type(error).__name__)
            return problem(
                503, "not_ready", "NotReady", "the database is not reachable or not migrated"
            )
        return JSONResponse({"status": "ready"})

    @app.get("/metrics", include_in_schema=False)
    async def read_metrics() -> Response:
        try:
            await eventlog.measure(runtime)
        except (SQLAlchemyError, OSError) as error:
            # The other figures are the process's own, and wanted most when the database is away.
            log.warning("metrics.unmeasured", error=type(error).__name__)
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


def _add_web(app: FastAPI, runtime: Runtime) -> None:
    """The built apps: the staff app below /m/, the admin everywhere else."""
    bridge = sessions.bridge_origin(runtime.settings)
    framed_by = f"'self' {bridge}" if bridge else "'self'"

    add_scripts(app, WEB / "collect")

    @app.get("/m", include_in_schema=False)
    async def staff_app() -> Response:
        return RedirectResponse("/m/", 307)

    @app.get("/m/{path:path}", include_in_schema=False)
    async def staff_page(path: str, request: Request) -> Response:
        return _file(WEB / "staff", path, framed_by, request)

    @app.get("/{path:path}", include_in_schema=False)
    async def page(path: str, request: Request) -> Response:
        if path.startswith(("api/", "callbacks/", "collect/")):
            raise HTTPException(404, "there is nothing at this address")
        return _file(WEB / "admin", path, "'none'", request)


def _file(folder: Path, path: str, framed_by: str, request: Request) -> Response:
    """A file of a built app; any path that is no file is a page of it."""
    file = (folder / path).resolve()
    if path and file.is_file() and file.is_relative_to(folder.resolve()):
        lasting = path.startswith("assets/")
        cache = "public, max-age=31536000, immutable" if lasting else "no-cache"
        headers = {"Cache-Control": cache}
    else:
        file, headers = folder / "index.html", {"Cache-Control": "no-cache"}
    if not file.is_file():
        return PlainTextResponse(f"the {folder.name} app is not built; run `make setup`", 503)
    if file.suffix == ".html":
        headers["Content-Security-Policy"] = f"frame-ancestors {framed_by}"
    headers["Vary"] = "Accept-Encoding"
    # The build packed them once; to pack the staff app for each first visit took everybody 12 ms.
    accepted = {one.strip() for one in request.headers.get("Accept-Encoding", "").split(",")}
    for coding, suffix in (("br", ".br"), ("gzip", ".gz")):
        packed = file.with_name(file.name + suffix)
        if coding in accepted and packed.is_file():
            headers["Content-Encoding"] = coding
            kind, _ = mimetypes.guess_type(file.name)
            return FileResponse(packed, headers=headers, media_type=kind)
    return FileResponse(file, headers=headers)
